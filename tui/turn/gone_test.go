package turn

import (
	"testing"

	"brujula/data"
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
	if !s.desk.Gone(id) {
		t.Fatal("the desk does not know")
	}
	other := id
	other.Profession = "ENFERMERIA"
	if s.desk.Gone(other) {
		t.Error("the same establishment is gone for another line")
	}
	s.Press("1", "/").Type(s.desk.Name(id)).Press("enter").Contains("tachada")
	s.Press("4", "u")
	if s.desk.Gone(id) {
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
