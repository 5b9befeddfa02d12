package turn

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

func TestDeeds(t *testing.T) {
	for name, c := range map[string]struct {
		of   Circumstances
		want string
	}{
		"no list has the line":  {Circumstances{Started: true}, ""},
		"begins":                {Circumstances{Listed: true}, "empezar plan tomar no-elegi"},
		"begins again":          {Circumstances{Listed: true, Logged: true, Kept: true}, "empezar deshacer rehacer plan tomar no-elegi guardar quitar"},
		"another window's act":  {Circumstances{Listed: true, Started: true, Locked: true}, "ver plan registro"},
		"another window's none": {Circumstances{Listed: true, Locked: true}, ""},
		"goes on": {
			Circumstances{Listed: true, Started: true, Logged: true},
			"ver tachar puesto pasan deshacer rehacer liberar plan cuentas registro importar exportar empezar terminar llamado reloj tomar no-elegi guardar",
		},
	} {
		var words []string
		for _, d := range c.of.Deeds() {
			words = append(words, string(d))
			if menu, _ := d.Menu(c.of.Started); menu == "" {
				t.Errorf("%s: %s is not named", name, d)
			}
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestPhase(t *testing.T) {
	for _, c := range []struct {
		s    State
		rank int
		want Phase
	}{
		{State{}, 4, Unbegun},
		{State{Started: true, Turn: 4}, 0, Waiting},
		{State{Started: true, Turn: 3}, 4, Waiting},
		{State{Started: true, Turn: 4}, 4, MyTurn},
		{State{Started: true, Turn: 5}, 4, GoneBy},
		{State{Started: true, Turn: 4, Mine: Outcome{Renipress: "00000001"}}, 4, Placed},
		{State{Mine: Outcome{Declined: true}}, 4, Unplaced},
	} {
		if got := c.s.Phase(c.rank); got != c.want {
			t.Errorf("%+v for %d: %d, want %d", c.s, c.rank, got, c.want)
		}
	}
}

// A place that the loaded offer has lost is told as such wherever it is told.
func TestLostPlaceIsTold(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	told := Outcome{Renipress: "99999999"}.Tell(space, data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}, 0)
	if !strings.Contains(told.What, "99999999") || told.Lost != texts.TurnMyPlaceGone || told.Means == "" {
		t.Errorf("%+v", told)
	}
}
