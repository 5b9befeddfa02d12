package turn

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	act "brujula/planner/turn"
)

// At my turn enter says that I took what was proposed; it is the place from then
// on, the act goes on or ends, and it can be taken back.
func TestITookIt(t *testing.T) {
	s := newStage(t, 80, 24).begin("66")
	v := s.turn().View()
	first := v.Best[0].Plaza
	s.Press("enter").Contains("¿Usted tomó "+first.Establishment, "[s] sí, es mi plaza").Press("n").Contains("ES SU TURNO")
	s.Press("enter", "s").Contains("┌ Su plaza ", texts.Where(first.District, first.Province, first.Region), "Registrado: usted tomó "+first.Establishment,
		"Van por el puesto 67 · usted ya tiene plaza", "no necesita plan para la fase equivalente")
	s.Lacks("no hay plaza que pedir", "Pida esta", "su turno ya pasó")
	e := s.events()[1]
	if e.Kind != act.Take || e.Renipress != first.Renipress || e.Rank != 66 {
		t.Errorf("%+v", e)
	}
	s.Press("2").Contains("Su plaza: "+first.Establishment, " suya ").Press("4")
	s.Press("n").Contains("Van por el puesto 68 · usted ya tiene plaza")
	s.Press("X").Contains("ahora es :terminar, no X").Type(":terminar").Press("enter", "s").Contains("┌ Su plaza ", "Mi turno · usted ya tiene plaza")
	s.Press("p").Contains(first.Renipress, "es su plaza").Lacks(texts.CurveTitle, texts.MoveLabel).Press("esc")
	s.Press("u", "u", "u").Contains("ES SU TURNO", "Deshecho: usted tomó")
}

// Another free place is found by letters.
func TestITookAnother(t *testing.T) {
	s := newStage(t, 80, 24).begin("66")
	s.Press("L", "enter").Contains("¿Qué plaza tomó usted?") // not what happens to stand first
	s.Type(s.line(3)).Press("enter").Contains("¿Usted tomó "+s.line(3)).Press("s").Contains("┌ Su plaza ", "usted tomó "+s.line(3))
	s.Press("L").Type(s.line(2)).Press("enter").Contains("Su plaza: " + s.line(3)).Press("s").Contains("usted tomó " + s.line(2))
	state := s.turn().State()
	if state.Told != 1 || state.Turn != 67 {
		t.Errorf("%+v", state)
	}
}

// A seat that goes at my turn is mine, or was taken before: it is asked.
func TestWhoTookIt(t *testing.T) {
	s := newStage(t, 80, 24).begin("66")
	strike := func() { s.Press("x").Type(s.line(2)).Press("enter") }
	strike()
	s.Contains("Es su turno. ¿Usted tomó "+s.line(2), "[o] no: otra persona la tomó antes").Press("esc")
	if n := len(s.events()); n != 1 {
		t.Fatalf("%d events", n)
	}
	strike()
	s.Press("o").Contains("(elegido antes)", "ES SU TURNO")
	s.Press("u")
	strike()
	s.Press("s").Contains("┌ Su plaza ", "usted tomó "+s.line(2))
	if got := s.kinds(); got != "empezar tachar deshacer tomar" {
		t.Error(got)
	}
}

// Who took nothing is shown the way to the other phase.
func TestIDeclined(t *testing.T) {
	s := newStage(t, 80, 24).begin("66")
	s.Press("N").Contains("no eligió ninguna plaza").Press("n").Contains("ES SU TURNO").Press("N", "s")
	s.Contains("┌ No eligió ", "Sigue la fase equivalente", "Van por el puesto 67 · usted no eligió").Lacks("Pida esta")
	s.Press("o").Contains("modalidad equivalente").Press("s")
	if got := s.desk.Profile.Modality; got != data.Equivalente {
		t.Fatal(got)
	}
	s.Contains("no hay acto").Press("o", "s").Contains("┌ No eligió ")
}

// Who has let the turn go by unsaid is asked what came of it, and where no act
// was followed the place is recorded all the same.
func TestTheTurnHasGoneBy(t *testing.T) {
	s := newStage(t, 80, 24).begin("70")
	s.Contains("su turno ya pasó", "L: qué plaza tomó · N: no eligió")
	s.Press("L").Type(s.line(1)).Press("enter", "s").Contains("┌ Su plaza ", "Van por el puesto 70")
	s = newStage(t, 80, 24)
	s.Press("L").Type(s.line(1)).Press("enter", "s").Contains("┌ Su plaza ", "Mi turno · usted ya tiene plaza")
}

// The place is written with all that is known of it; the log goes as ever.
func TestMyPlaceIsExported(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newStage(t, 80, 24).begin("66")
	s.Press("enter", "s")
	own := s.turn().View().Mine.Plaza
	s.Press("E").Contains("Su plaza a (.txt)").Press("enter")
	raw, err := os.ReadFile("mi-plaza-" + own.Renipress + ".txt")
	if err != nil || !strings.HasPrefix(string(raw), "Su plaza: "+own.Establishment) || !strings.Contains(string(raw), "DIRESA") {
		t.Errorf("%v %s", err, raw)
	}
	s.Press("E", "ctrl+u").Type("acto.json").Press("enter").Contains("2 actos")
	if raw, err := os.ReadFile(filepath.Join(".", "acto.json")); err != nil || !strings.Contains(string(raw), `"acto": "tomar"`) {
		t.Errorf("%v %s", err, raw)
	}
}

// The keys stay in view after every act.
func TestTheKeysStay(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Contains("Registrado: empieza", "x tachar", "u deshacer")
	s.Press("n").Contains("Registrado: uno pasó", "x tachar", "u deshacer")
	s.Press("u").Contains("Deshecho", "x tachar")
}

// An act is kept as a past process, and ends with that; one that cannot be stored
// goes on.
func TestAnActIsKept(t *testing.T) {
	s := newStage(t, 120, 40).begin("66")
	s.Press("x").Type(s.line(2)).Press("enter", "o", "W").Contains("como proceso pasado")
	s.Press("n")
	if s.turn().HeldPast() || !s.turn().State().Started {
		t.Fatal("kept though the answer was no")
	}
	s.Press("W", "s").Contains("Guardado como proceso pasado: 1 plaza")
	if !s.turn().HeldPast() || s.turn().State().Started || s.kinds() != "empezar tachar terminar" {
		t.Errorf("held %v, %+v, %s", s.turn().HeldPast(), s.turn().State(), s.kinds())
	}

	s = newStage(t, 120, 40).begin("66")
	s.Press("x").Type(s.line(2)).Press("enter", "o")
	official := data.Adjudication{Process: testLine.Process, Modality: testLine.Modality, Picks: []data.Pick{
		{Profession: testLine.Profession, Renipress: s.desk.Plan().Entries[0].ID.Renipress, Rank: 1},
	}}
	info := data.ListInfo{Kind: data.KindAdjudication, Process: testLine.Process, Modality: testLine.Modality, File: "oficial.csv", SHA256: "02", Rows: 1, Plazas: 1, Seats: 1}
	if _, err := s.lib.Commit(t.Context(), []library.Item{{Info: info, Adjudication: &official}}); err != nil {
		t.Fatal(err)
	}
	s.Press("W", "s").Contains("Ya está cargada la lista de adjudicados")
	if !s.turn().State().Started || s.kinds() != "empezar tachar" {
		t.Errorf("the act that could not be kept has ended: %s", s.kinds())
	}
}

// Without a profile there is no act to begin: the footer names the key that mends it.
func TestWithoutAProfileTheFooterLeadsToIt(t *testing.T) {
	lib := newLibrary(t)
	if err := lib.SaveProfile(library.Profile{}); err != nil {
		t.Fatal(err)
	}
	openStage(t, lib, plain(), 80, 24).Contains(texts.TurnNoProfile, "P "+texts.KeyProfile).Lacks(texts.KeyTurnTookShort)
}
