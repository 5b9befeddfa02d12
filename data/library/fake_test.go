package library

import (
	"fmt"
	"time"

	"brujula/data"
)

// fakeOffer is a made-up offer with the shape of the real ones: length of the
// texts, a few cells with quotes, one or two budgets, extra columns.
func fakeOffer(process data.Process, modality data.Modality, plazas, seed int) *data.Offer {
	professions := []string{"BIOLOGIA", "ENFERMERIA", "MEDICINA", "MEDICINA VETERINARIA", "NUTRICION", "OBSTETRICIA", "ODONTOLOGIA", "PSICOLOGIA", "QUIMICO FARMACEUTICO"}
	offer := &data.Offer{Process: process, Modality: modality}
	for i := range plazas {
		n := i*31 + seed
		p := data.Plaza{
			PlazaID:       data.PlazaID{Process: process, Profession: professions[i*len(professions)/max(plazas, 1)], Modality: modality, Renipress: fmt.Sprintf("%08d", i+1)},
			Establishment: fmt.Sprintf("CENTRO DE SALUD INVENTADO NÚMERO %d", n),
			Region:        fmt.Sprintf("REGION %c", 'A'+n%25),
			Province:      fmt.Sprintf("PROVINCIA INVENTADA %d", n%196),
			District:      fmt.Sprintf("DISTRITO INVENTADO %d", n%1874),
			Diresa:        fmt.Sprintf("DIRESA %c", 'A'+n%25),
			Offering:      "GOBIERNO REGIONAL INVENTADO",
			Institution:   "GOBIERNO REGIONAL",
			Grade:         1 + n%5,
			Category:      fmt.Sprintf("I-%d", 1+n%4),
			Seats:         1 + n%2,
			Budgets:       []data.Budget{{Name: "NACIONAL", Seats: 1}},
			ZAF:           n%3 == 0,
			ZE:            n%7 == 0,
			Sources:       []data.Source{{File: "oferta-inventada.csv", Row: i + 2}},
			Extra: map[string]string{
				"SEDE DE ADJUDICACIÓN": "SEDE CENTRAL", "norte": fmt.Sprint(-n * 7919), "este": fmt.Sprint(-n * 104729),
				"direccion": fmt.Sprintf("CALLE INVENTADA S/N, CENTRO POBLADO %d", n),
			},
		}
		if i%15 == 0 {
			p.Establishment = fmt.Sprintf(`PUESTO "INVENTADO; %d"`, n)
		}
		if p.Seats == 2 {
			p.Budgets = append(p.Budgets, data.Budget{Name: "REGIONAL", Seats: 1})
			p.Sources = append(p.Sources, data.Source{File: "oferta-inventada.csv", Row: i + 3})
		}
		offer.Plazas = append(offer.Plazas, p)
	}
	return offer
}

func fakeAdjudication(process data.Process, modality data.Modality, picks int) *data.Adjudication {
	list := &data.Adjudication{Process: process, Modality: modality}
	for i := range picks {
		list.Picks = append(list.Picks, data.Pick{
			Profession: "MEDICINA", Renipress: fmt.Sprintf("%08d", i+1), Establishment: fmt.Sprintf("CENTRO INVENTADO %d", i),
			Rank: i + 1, Mark: 20 - float64(i%1000)/50, Source: data.Source{File: "adjudicados-inventados.csv", Row: i + 2},
		})
	}
	return list
}

func fakeItem(offer *data.Offer, imported time.Time) Item {
	return Item{
		Info: data.ListInfo{
			Kind: data.KindOffer, Process: offer.Process, Modality: offer.Modality, File: "oferta-inventada.csv", SHA256: "00ff",
			Imported: imported, Rows: len(offer.Plazas), Plazas: len(offer.Plazas), Seats: offer.Seats(), Skipped: 1,
		},
		Offer:    offer,
		Problems: []data.Problem{{File: "oferta-inventada.csv", Row: 3, Column: "N° PLAZAS", Value: "dos", Reason: "no es un número", Level: data.Rejected}},
	}
}

func fakeAdjudicationItem(list *data.Adjudication, imported time.Time) Item {
	return Item{
		Info: data.ListInfo{
			Kind: data.KindAdjudication, Process: list.Process, Modality: list.Modality, File: "adjudicados-inventados.csv",
			SHA256: "0a", Imported: imported, UpTo: list.UpTo, Rows: len(list.Picks), Seats: len(list.Picks),
		},
		Adjudication: list,
	}
}

// day returns made-up dates in order.
func day(n int) time.Time { return time.Date(2026, 3, n, 10, 0, 0, 0, time.UTC) }
