package screens

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/root"
	"brujula/tui/tuitest"
)

// twoOffers opens the planner on two small processes of one line with
// coordinates: four posts near Juliaca, one far from it, one without a place.
func twoOffers(t *testing.T, w, h int) *tuitest.Driver {
	t.Helper()
	m, _ := openStored(t, twoOffersStored(t))
	return tuitest.New(t, m, w, h)
}

// twoOffersStored is the library of twoOffers.
func twoOffersStored(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	plaza := func(process data.Process, code, name, region, province string, seats, grade int) data.Plaza {
		return data.Plaza{
			PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: code},
			Establishment: name, Region: region, Province: province, District: province, Grade: grade, Seats: seats,
			Category: "I-1", Institution: "GOBIERNO REGIONAL", Budgets: []data.Budget{{Name: "NACIONAL", Seats: seats}},
		}
	}
	was, is := data.Process("2025-I"), data.Process("2026-I")
	offers := []*data.Offer{
		{Process: was, Modality: data.Remunerada, Plazas: []data.Plaza{
			plaza(was, "00000001", "POSTA CERCANA", "PUNO", "SAN ROMAN", 1, 4), plaza(was, "00000002", "POSTA MEDIANA", "PUNO", "SAN ROMAN", 1, 4),
			plaza(was, "00000003", "POSTA DISTANTE", "PUNO", "SAN ROMAN", 1, 4), plaza(was, "00000005", "POSTA LIMEÑA", "LIMA", "LIMA", 1, 1),
		}},
		{Process: is, Modality: data.Remunerada, Plazas: []data.Plaza{
			plaza(is, "00000001", "POSTA CERCANA", "PUNO", "SAN ROMAN", 1, 4), plaza(is, "00000002", "POSTA MEDIANA", "PUNO", "SAN ROMAN", 3, 4),
			plaza(is, "00000003", "POSTA DISTANTE", "PUNO", "SAN ROMAN", 1, 5), plaza(is, "00000004", "POSTA NUEVA", "PUNO", "SAN ROMAN", 1, 5),
			plaza(is, "00000005", "POSTA LIMEÑA", "LIMA", "LIMA", 1, 1), plaza(is, "00000006", "POSTA PERDIDA", "PUNO", "CHUCUITO", 1, 5),
		}},
	}
	items := []library.Item{{
		Info: data.ListInfo{Kind: data.KindCoordinates, File: "c.csv", SHA256: "02", Rows: 5},
		Table: &library.Table{Head: []string{"renipress", "latitud", "longitud"}, Rows: [][]string{
			{"00000001", "-15.50", "-70.13"},
			{"00000002", "-15.60", "-70.13"},
			{"00000003", "-15.90", "-70.13"},
			{"00000004", "-15.70", "-70.13"},
			{"00000005", "-12.05", "-77.04"},
		}},
	}}
	for i, o := range offers {
		items = append(items, library.Item{Offer: o, Info: data.ListInfo{
			Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "x.csv", SHA256: fmt.Sprint("0", i), Rows: len(o.Plazas), Plazas: len(o.Plazas), Seats: o.Seats(),
		}})
	}
	if _, err := lib.Commit(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: is, Modality: data.Remunerada, Profession: "MEDICINA", Rank: 2}); err != nil {
		t.Fatal(err)
	}
	return lib
}

// openStored opens the planner on a library, as cmd does.
func openStored(t *testing.T, lib *library.Library) (*root.Model, *bridge.Desk) {
	t.Helper()
	space, err := storage.LoadNewest(t.Context(), lib, storage.Known(rules.Default()))
	if err != nil {
		t.Fatal(err)
	}
	d, notices := bridge.New(t.Context(), plain(), session.Options{Lib: lib, Facts: rules.Default(), Space: space, Now: time.Now})
	t.Cleanup(d.Close)
	return New(d, notices, func(string) (string, error) { return "", nil }), d
}

// inTable reports whether a line is of the table: the headline and the title of the
// preview, which name posts as well, have dots between their parts.
func inTable(line string) bool { return !strings.Contains(line, " · ") }

// postas lists the posts of the table in view, from above.
func postas(d *tuitest.Driver) string {
	var out []string
	for line := range strings.SplitSeq(d.Text(), "\n") {
		if _, after, ok := strings.Cut(strings.ToUpper(line), "POSTA "); ok && inTable(line) {
			out = append(out, strings.Fields(after)[0])
		}
	}
	return strings.Join(out, " ")
}

func TestDistanceFromAPlace(t *testing.T) {
	d := twoOffers(t, 120, 40)
	d.Lacks("km")
	before := postas(d)
	d.Type(":orden km").Press("enter").Contains("desde dónde")
	d.Type(":cerca-de nowhere").Press("enter").Contains("no se conoce el lugar")
	d.Type(":cerca-de juliaca").Press("enter").Contains("cerca de JULIACA (1 sin coordenadas)", "línea recta")
	if got := postas(d); got != "CERCANA MEDIANA NUEVA DISTANTE LIMEÑA PERDIDA" {
		t.Errorf("by distance: %s", got)
	}
	d.Type(":cerca-de juliaca 30").Press("enter").Contains("a ≤ 30 km de JULIACA (1 sin coordenadas)", "3 de 6")
	if got := postas(d); got != "CERCANA MEDIANA NUEVA" {
		t.Errorf("within 30 km: %s", got)
	}
	d.Type(":max-km 15").Press("enter").Contains("a ≤ 15 km", "2 de 6")
	d.Press("esc").Lacks("km", "se ven").Contains("Puede alcanzar 5 de 6")
	if got := postas(d); got != before {
		t.Errorf("after esc: %s, before: %s", got, before)
	}
}

func TestDistanceFromThePlazaUnderTheCursor(t *testing.T) {
	d := twoOffers(t, 120, 40).Type("/distante").Press("enter").Press("M").Contains("cerca de POSTA DISTANTE")
	d.Press("esc") // the search
	if got := postas(d); got != "DISTANTE NUEVA MEDIANA CERCANA LIMEÑA PERDIDA" {
		t.Errorf("from a plaza: %s", got)
	}
	d.Press("M").Lacks("cerca de POSTA")
	d.Press("M", "X").Lacks("cerca de POSTA")
	d.Type("/perdida").Press("enter").Press("M").Contains("no se conoce el lugar")
}

func TestDistanceWithoutCoordinates(t *testing.T) {
	start(t, 80, 24).Type(":cerca-de juliaca").Press("enter").Contains("No hay coordenadas")
}

func TestChangesSinceTheOfferBefore(t *testing.T) {
	d := twoOffers(t, 200, 50).Contains("Nuevo")
	for line := range strings.SplitSeq(d.Text(), "\n") {
		for name, sign := range map[string]string{"POSTA NUEVA": " N ", "POSTA MEDIANA": " +2 ", "POSTA DISTANTE": " G4 "} {
			if strings.Contains(strings.ToUpper(line), name) && inTable(line) && !strings.Contains(line+" ", sign) { // the column may end the line
				t.Errorf("no %q in %q", sign, line)
			}
		}
	}
	d.Type(":cambio nuevas").Press("enter").Contains("cambio nuevas", "Cambio desde 2025-I", "no estaba antes")
	if got := postas(d); got != "NUEVA PERDIDA" && got != "PERDIDA NUEVA" {
		t.Errorf("new ones: %s", got)
	}
	d.Press("enter").Contains("Cambio desde 2025-I", "no estaba antes").Press("esc", "X")
	d.Press("?").Contains("Columna «Nuevo»", "movida de la otra modalidad")
}

func TestRiskFacets(t *testing.T) {
	d := start(t, 120, 40).Type(":severidad alta").Press("enter").Contains("severidad alta", "Cuentan las notas de plaza")
	d.Type(":riesgo !acceso").Press("enter").Contains("riesgo !acceso")
	d.Type(":riesgo nada").Press("enter").Contains("«nada»")
}

// The other modality is not there because its list is not loaded, whatever the
// filters: that is said, with the key that loads one.
func TestWhyThereIsNoOtherModality(t *testing.T) {
	twoOffers(t, 120, 40).Press("o").Contains("No está cargada la oferta equivalente 2026-I", "I la importa").Lacks("con estos filtros")
}
