package turn

import (
	"testing"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// A plaza whose last seat is crossed out has no chance in Explorar any more,
// and has one again when that is taken back.
func TestOtherScreensKnowOfTheAct(t *testing.T) {
	s := newStage(t, 120, 40).begin("1")
	var id data.PlazaID // of one seat
	for _, row := range s.turn().LineView().Rows {
		if p := s.desk.Space.Catalog.Plaza(row); p.Seats == 1 {
			id = p.PlazaID
			break
		}
	}
	s.Press("1").Lacks("tachada").Press("4")
	s.Press("x").Type(id.Renipress).Press("enter")
	if s.desk.Fate(id) != workspace.FateGone {
		t.Fatal("the desk does not know")
	}
	other := id
	other.Profession = "ENFERMERIA"
	if s.desk.Fate(other) != workspace.FateOpen {
		t.Error("the same establishment is gone for another line")
	}
	s.Press("1", "/").Type(s.desk.Name(id)).Press("enter").Contains("tachada")
	s.Press("4", "u")
	if s.desk.Fate(id) != workspace.FateOpen {
		t.Error("still gone")
	}
	s.Press("1").Lacks("tachada")
}

// The same in Mi plan, for a line of the plan.
func TestMiPlanKnowsOfTheAct(t *testing.T) {
	s := newStage(t, 120, 40).begin("1")
	s.Press("2").Contains(s.line(1)).Lacks("tachada").Press("4")
	for range s.seatsOf(1) {
		s.Press("x").Type(s.desk.Plan().Entries[0].ID.Renipress).Press("enter")
	}
	s.Press("2").Contains("tachada ", "tachada en Mi turno")
}

// Figures of Mi plan, the card and the top line follow the act, also in a
// window in which Mi turno was never opened; ending the act brings those from
// before back.
func TestEverythingFollowsTheAct(t *testing.T) {
	s := newStage(t, 120, 40)
	id := s.desk.Plan().Entries[0].ID
	row, _ := s.desk.Space.Catalog.Row(id)
	before, _ := s.desk.Est.Of(s.desk.Space, row)
	s.begin("1")
	for range s.seatsOf(1) {
		s.Press("x").Type(id.Renipress).Press("enter")
	}
	told := texts.TurnTakenText
	crossed, _ := s.desk.Est.Of(s.desk.Space, row)
	if before.Chance <= 0 || crossed.Chance != 0 {
		t.Errorf("chance %v, and %v once crossed out", before.Chance, crossed.Chance)
	}
	live := s.desk.Est.Following(testLine.Modality)
	if live == nil || live.Told != s.turn().State().Told {
		t.Fatalf("follows %+v", live)
	}
	s.Press("2").Contains("Resumen con el acto en curso: van por el puesto", "van por el "+texts.Thousands(live.Turn))
	s.desk.Close()

	again := openStage(t, mustOpen(t, s.lib.Path()), plain(), 120, 40)
	if got := again.desk.Est.Following(testLine.Modality); got == nil || got.Told != live.Told || got.Turn != live.Turn {
		t.Fatalf("a new window follows %+v", got)
	}
	again.Press("2").Contains("con el acto en curso", "tachada").Press("enter").Contains(told, texts.CardAct)
	again.Press("4").Type(":terminar").Press("enter").Contains("¿Terminar el acto").Press("s")
	if again.turn().State().Started || again.desk.Est.Following(testLine.Modality) != nil {
		t.Error("the act has not ended")
	}
	if got, _ := again.desk.Est.Of(again.desk.Space, row); got.Chance != before.Chance {
		t.Errorf("after the end %v, before the act %v", got.Chance, before.Chance)
	}
	again.Press("2").Lacks("con el acto en curso", "tachada")
	again.Press("4", "u", "2").Contains("con el acto en curso")
}

// Another rank is looked at from within the act.
func TestWhatIfWithinTheAct(t *testing.T) {
	s := newStage(t, 120, 40).begin("5")
	live := s.desk.Est.Following(testLine.Modality)
	s.Press(">")
	moved := s.desk.Est.Following(testLine.Modality)
	if look, simulated := s.desk.Look(); !simulated || moved.Rank != look.Rank || moved.Rank == live.Rank || moved.Turn != live.Turn {
		t.Errorf("from %+v to %+v, look %+v", live, moved, look)
	}
	s.Press("esc")
	if got := s.desk.Est.Following(testLine.Modality); got.Rank != live.Rank {
		t.Errorf("back at %d, was %d", got.Rank, live.Rank)
	}
}
