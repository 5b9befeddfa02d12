package linear_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/storage"
)

// twoOffers is a library with two small processes of one line, coordinates of
// most of their plazas, and a profile.
func twoOffers(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	plaza := func(process data.Process, code, name, province string, seats int) data.Plaza {
		return data.Plaza{
			PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: code},
			Establishment: name, Region: "PUNO", Province: province, District: province, Grade: 4, Seats: seats, Category: "I-1",
		}
	}
	was, is := data.Process("2025-I"), data.Process("2026-I")
	items := []library.Item{{
		Info: data.ListInfo{Kind: data.KindCoordinates, File: "c.csv", SHA256: "02", Rows: 2},
		Table: &library.Table{Head: []string{"renipress", "latitud", "longitud"}, Rows: [][]string{
			{"00000001", "-15.50", "-70.13"}, {"00000002", "-15.90", "-70.13"},
		}},
	}}
	for i, o := range []*data.Offer{
		{Process: was, Modality: data.Remunerada, Plazas: []data.Plaza{plaza(was, "00000001", "POSTA CERCANA", "SAN ROMAN", 1), plaza(was, "00000003", "POSTA PERDIDA", "AZANGARO", 1)}},
		{Process: is, Modality: data.Remunerada, Plazas: []data.Plaza{
			plaza(is, "00000001", "POSTA CERCANA", "SAN ROMAN", 2), plaza(is, "00000002", "POSTA NUEVA", "SAN ROMAN", 1), plaza(is, "00000003", "POSTA PERDIDA", "LAMPA", 1),
		}},
	} {
		items = append(items, library.Item{Offer: o, Info: data.ListInfo{
			Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "x.csv", SHA256: "0" + string(rune('0'+i)), Rows: len(o.Plazas), Plazas: len(o.Plazas), Seats: o.Seats(),
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

func onLibrary(t *testing.T, lib *library.Library) *session.Session {
	t.Helper()
	space, err := storage.Load(t.Context(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	return open(t, lib, space)
}

// What is asked of notes, changes and distances filters as on the screens.
func TestFiltersOfWhatIsKnown(t *testing.T) {
	for name, tt := range map[string]struct{ answers, want, lacks string }{
		"changes, in words":     {"cambio nuevas\n1\n", "POSTA NUEVA", "POSTA CERCANA"},
		"changes, chosen":       {"filtrar\ncambio\nmás plazas\n0\n0\n1\n", "POSTA CERCANA", "POSTA NUEVA"},
		"topics that are not":   {"riesgo !acceso\n", "Sin nota no quiere decir seguro", "POSTA"},
		"severity, chosen":      {"filtrar\nseveridad\n1\n", "Severidad", "no dice cuál"},
		"distance":              {"distancia\njuliaca 20\n1\n", "POSTA CERCANA, San Roman, San Roman, Puno, GD 4, 2 cupos.", "POSTA NUEVA"},
		"distance of each":      {"cerca-de juliaca\n1\n", "A 0.4 km", "esc"},
		"farther":               {"cerca-de juliaca 20\nmax-km 300\n1\n", "POSTA NUEVA", "no dice cuál"},
		"no place":              {"max-km 20\n", "Diga antes desde dónde", ":cerca-de"},
		"unknown place":         {"distancia\nnowhere\n", "No se conoce el lugar", ":cerca-de"},
		"order without a place": {"ordenar\nkm\n", "Diga antes desde dónde", ":cerca-de"},
		"forgotten":             {"cerca-de juliaca 20\ndistancia\n\n", "Ahora 3 lugares", "no dice cuál"},
	} {
		said := converse(t, onLibrary(t, twoOffers(t)), "1\n"+tt.answers)
		_, after, _ := strings.Cut(strings.Join(strings.Fields(said), " "), "Opción:")
		_, after, _ = strings.Cut(after, "Opción:") // of Explorar: where lines break says nothing
		if !strings.Contains(after, tt.want) || strings.Contains(after, tt.lacks) {
			t.Errorf("%s:\n%s", name, after)
		}
	}
}

// Explorar is found as it was left, and what stands is said with the way to lift
// it.
func TestExplorarIsFoundAsItWasLeft(t *testing.T) {
	lib := twoOffers(t)
	first := onLibrary(t, lib)
	converse(t, first, "1\ngd 4\ncerca-de juliaca 20\nsalir\n")
	first.Close()
	said := converse(t, onLibrary(t, lib), "1\n1\n0\n4\n1\n")
	_, after, _ := strings.Cut(said, "Explorar.\n")
	for _, want := range []string{"siguen puestos 2 filtros de la vez pasada", "grado 4", "JULIACA", "1 lugar.", "Sin más filtro", "\n3 lugares."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	if strings.Contains(after, "X los quita") {
		t.Error("a key of the screens is named")
	}
}
