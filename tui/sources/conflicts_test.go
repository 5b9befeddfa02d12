package sources

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

// contraryLists is a library with two offers of one process that disagree on
// one grade and one district.
func contraryLists(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(filepath.Join(t.TempDir(), "biblioteca"))
	if err != nil {
		t.Fatal(err)
	}
	of := func(m data.Modality, row, grade int, district string) library.Item {
		id := data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: m, Renipress: "00000001"}
		return library.Item{
			Info: data.ListInfo{Kind: data.KindOffer, Process: "2026-I", Modality: m, File: string(m) + ".csv", SHA256: string(m), Rows: 1, Plazas: 1, Seats: 1},
			Offer: &data.Offer{Process: "2026-I", Modality: m, Plazas: []data.Plaza{{
				PlazaID: id, Establishment: "POSTA INVENTADA", Region: "PUNO", Province: "LAMPA", District: district, Grade: grade, Seats: 1,
				Sources: []data.Source{{File: string(m) + ".csv", Row: row}},
			}}},
		}
	}
	if _, err := lib.Commit(context.Background(), []library.Item{
		of(data.Remunerada, 12, 4, "PARATIA"), of(data.Equivalente, 34, 5, "PALCA"),
	}); err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestConflictsOneByOneWithBothRows(t *testing.T) {
	h := open(t, plain(), contraryLists(t))
	d := tuitest.New(t, h, 120, 37)
	d.Contains(texts.ConflictsTitle, "distrito 1 · grado de dificultad 1")
	d.Press("x").Contains("«PARATIA» remunerada.csv:12", "«PALCA» equivalente.csv:34", texts.ConflictUsed("la_de_cada_lista"))
	if _, right := h.screen.Status(); right != "todos los datos: 2 contradicciones" {
		t.Errorf("status %q", right)
	}
	d.Press("v", "v").Contains("«GD-4» remunerada.csv:12").Lacks("«PARATIA»")
	d.Press("y")
	if got := h.Asked[len(h.Asked)-1].(msg.CopyMsg).Text; !strings.Contains(got, "GD-4") || !strings.Contains(got, "equivalente.csv:34") {
		t.Errorf("copied %q", got)
	}
	d.Press("esc").Contains(texts.SourcesMissing)
}

func TestSaysWhereTheListsArePublished(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 80, 24)
	d.Press("w").Contains("gob.pe", "oficial;", "incierto;", "secundaria;").Press("y")
	if got := h.Asked[len(h.Asked)-1].(msg.CopyMsg).Text; !strings.Contains(got, "https://www.gob.pe/minsa") {
		t.Errorf("copied %q", got)
	}
	d.Press("esc").Contains(texts.ScoresTitle)
}

// Every one of two hundred rejected rows can be walked to, with its reason.
func TestTwoHundredRejectedRowsCanBeWalked(t *testing.T) {
	lib := loaded(t)
	info := lib.Lists()[0]
	offer, err := lib.Offer(context.Background(), info.Process, info.Modality)
	if err != nil {
		t.Fatal(err)
	}
	var problems []data.Problem
	for i := range 200 {
		problems = append(problems, data.Problem{
			File: "oferta.csv", Row: i + 2, Column: "GRADO", Value: fmt.Sprintf("GD-X%d", i), Reason: texts.ListBadGrade, Level: data.Rejected,
		})
	}
	info.Rejected, info.SHA256 = 200, "otra"
	if _, err := lib.Commit(context.Background(), []library.Item{{Info: info, Offer: offer, Problems: problems}}); err != nil {
		t.Fatal(err)
	}
	h := open(t, plain(), lib)
	d := tuitest.New(t, h, 80, 24)
	d.Press("enter")
	if _, right := h.screen.Status(); !strings.Contains(right, "200 a la vista · 200 rechazos, 0 avisos") {
		t.Errorf("status %q", right)
	}
	for i := range 200 {
		d.Contains(fmt.Sprintf("oferta.csv:%d:GRADO «GD-X%d»: ", i+2, i)).Press("down")
	}
}

func TestConflictsOfAnEarlierLibraryAreDropped(t *testing.T) {
	h := open(t, plain(), contraryLists(t))
	d := tuitest.New(t, h, 120, 37)
	d.Send(bookMsg{generation: 0}).Contains("distrito 1")
}
