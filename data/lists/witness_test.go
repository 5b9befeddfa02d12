package lists

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"brujula/data"
)

const namedHead = "N° ORDEN;APELLIDOS Y NOMBRES;DNI;PROFESIÓN;MODALIDAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;NOTA\n"

// named returns a list of thirty people in good order, of establishments whose
// names have nothing in common.
func named(establishment func(i int) string) string {
	var b strings.Builder
	b.WriteString(namedHead)
	for i := range 30 {
		fmt.Fprintf(&b, "%d;CANARI%02d VILCA ROSA;9000000%d;MEDICINA;Remunerado;%d;%s;15\n", i+1, i, i%10, 90001+i, establishment(i))
	}
	return b.String()
}

func like(format string) func(int) string {
	return func(i int) string { return fmt.Sprintf(format, i) }
}

// A name that got into the cell of the establishment or of the profession is
// kept nowhere and shown nowhere; the row stays where all else is good.
func TestNamesInOtherCells(t *testing.T) {
	odd := func(i int) string {
		return []string{"CHUQUI", "LAGUNAYOC", "PAMPA", "TAMBO", "ROSA", "JIRCAN"}[i%6] + strings.Repeat("A", i/6+1)
	}
	for name, each := range map[string]struct {
		text string
		kept bool
	}{
		"the same text as a person's cell": {text: named(odd) + "31;X;1;MEDICINA;Remunerado;90050;Canari07 Vilca Rosa;15\n", kept: true},
		"words that persons are called":    {text: named(odd) + "31;CANARIX CANARIX;90000009;MEDICINA;Remunerado;90050;QUISPE VILCA CARMEN;15\n", kept: true},
		"another name for the code":        {text: named(odd) + "31;CANARIX CANARIX;90000009;MEDICINA;Remunerado;90001;CANARI99 CANARIX;15\n", kept: true},
		"a row out of step":                {text: named(odd) + "31;;;MEDICINA;Remunerado;90050;CANARI99 CANARIX;15\n", kept: true},
		"a column of postas":               {text: named(like("CASERIO %d")) + "31;CANARIX CANARIX;90000009;MEDICINA;Remunerado;90050;CANARI99 CANARIX;15\n", kept: true},
		"a profession in many rows": {
			text: named(odd) + strings.Repeat("31;CANARIX CANARIX;90000009;CANARISEIS ROSA;Remunerado;90050;POSTA;15\n", 6),
		},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", each.text), Options{Process: "2031-I"})
			if err != nil {
				t.Fatal(err)
			}
			d := drafts[0]
			canary(t, d)
			canary(t, *d.Adjudication)
			rows, column := 30, "PROFESIÓN"
			if each.kept {
				rows, column = 31, "NOMBRE DE ESTABLECIMIENTO"
				if last := d.Adjudication.Picks[30]; last.Establishment != "" {
					t.Errorf("kept: %+v", last)
				}
			}
			if len(d.Adjudication.Picks) != rows {
				t.Errorf("%d rows, want %d", len(d.Adjudication.Picks), rows)
			}
			for i, p := range d.Adjudication.Picks[1:30] { // the first one's code has two names in a case, neither of them sure
				if p.Establishment == "" {
					t.Errorf("row %d has lost the name of its establishment", i+1)
				}
			}
			told := 0
			for _, p := range d.Problems {
				if p.Row >= 32 && p.Column == column && p.Value == "" {
					told++
				}
			}
			if told == 0 {
				t.Errorf("not told: %+v", d.Problems)
			}
		})
	}
}

// What an establishment may be called stays, also where a person might be.
func TestNamesOfEstablishmentsStay(t *testing.T) {
	known := &data.Offer{Process: "2030-I", Modality: data.Remunerada, Plazas: []data.Plaza{
		{PlazaID: data.PlazaID{Process: "2030-I", Modality: data.Remunerada, Profession: "MEDICINA", Renipress: "00090050"}, Establishment: "JUAN VELASCO QUISPE"},
	}}
	for text, offers := range map[string][]*data.Offer{
		"31;ANA VILCA ROSA;90000009;MEDICINA;Remunerado;90050;JUAN QUISPE;15":                                                                           {known},
		"31;ANA VILCA ROSA;90000009;MEDICINA;Remunerado;90050;C.S. JUAN QUISPE;15":                                                                      nil,
		"31;ANA VILCA ROSA;90000009;MEDICINA;Remunerado;90050;QUISPECANCHA;15":                                                                          nil,
		"31;ANA VILCA ROSA;90000009;MEDICINA;Remunerado;90050;JUAN QUISPE;15\n" + "32;EVA VILCA ROSA;90000008;MEDICINA;Remunerado;90050;JUAN QUISPE;14": nil,
	} {
		drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", named(like("LUGAR %d"))+text+"\n"), Options{Process: "2031-I", Known: Vocabulary{Offers: offers}})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range drafts[0].Adjudication.Picks {
			if p.Establishment == "" {
				t.Errorf("%s: %+v has lost its name; %+v", text, p, drafts[0].Problems)
			}
		}
	}
}

// An offer that names who heads its places has such names out of place at times.
func TestOfferWithNamesInOtherCells(t *testing.T) {
	var b strings.Builder
	b.WriteString("PROFESION;N° PLAZAS;RENIPRESS;ESTABLECIMIENTO;GD;CATEGORIA;REGION;JEFE;CELULAR;REFERENCIA\n")
	for i := range 12 {
		fmt.Fprintf(&b, "MEDICINA;1;%d;POSTA ROSA;GD-3;I-1;PUNO;CANARI%02d VILCA ROSA;9000000%02d;cruce del río\n", i+1, i, i)
	}
	for _, row := range []string{
		"MEDICINA;1;21;CANARI99 VILCA;GD-3;I-1;PUNO;900000055;;cruce del río",
		"MEDICINA;1;22;POSTA ROSA;GD-3;CANARI98 VILCA;PUNO;900000055;;cruce del río",
		"MEDICINA;1;23;POSTA ROSA;GD-3;I-1;CANARI97 VILCA;900000055;;cruce del río",
		"MEDICINA;1;24;POSTA ROSA;GD-3;I-1;PUNO;;CANARI96 VILCA;CANARI07 VILCA ROSA",
		"MEDICINA;1;CANARI95 VILCA;POSTA ROSA;GD-3;I-1;PUNO;;;",
		"CANARI07 VILCA ROSA;1;26;POSTA ROSA;GD-3;I-1;PUNO;;;",
	} {
		b.WriteString(row + "\n")
	}
	d := readOffer(t, write(t, "x.csv", b.String()), Options{Process: "2031-I", Modality: "remunerada"})
	canary(t, d)
	canary(t, *d.Offer)
	if len(d.Offer.Plazas) != 16 || d.Info.Rejected != 2 {
		t.Errorf("%d plazas, %d rejected", len(d.Offer.Plazas), d.Info.Rejected)
	}
	for _, p := range d.Offer.Plazas[:12] {
		if p.Establishment != "POSTA ROSA" || p.Category != "I-1" || p.Region != "PUNO" || p.Extra["REFERENCIA"] == "" {
			t.Errorf("lost: %+v", p)
		}
	}
}
