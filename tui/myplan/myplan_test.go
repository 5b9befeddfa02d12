package myplan_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"brujula/data/texts"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func TestPlan(t *testing.T) {
	tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
		_, drive := withPlan(t, st, w, h)
		return page(drive.Press("j"))
	})
}

func TestEmptyPlan(t *testing.T) {
	drive := tuitest.New(t, screens.New(demoDesk(plain()), nil, (&copied{}).put), 80, 24)
	drive.Press("2").Contains("Su plan está vacío", "espacio", "★", "1 Explorar").Lacks("u deshacer")
	drive.Press("1", "space", "2", "d").Contains("quitada del plan").Press("j").Contains("u deshacer", "v versiones")
	drive.Press("u").Contains("Deshecho").Press("d").Press("1", "2")
	for _, key := range []string{"J", "m", "d", "e", "s", "o", "enter", "y", "T"} {
		drive.Press(key).Contains("Su plan está vacío")
	}
}

func TestWhatIsInNoListStaysAndIsSaid(t *testing.T) {
	_, drive := withPlan(t, plain(), 120, 40)
	drive.Press("j", "j", "j", "j", "j").Contains("00009999", texts.PlanAbsent, texts.GapAbsent[1:40])
	drive.Press("enter").Contains(texts.GapAbsent[1:40], "Plan A")
}

// Another rank, a look from elsewhere and another profession: every line is
// worked out anew (planner/availability/README.md).
func TestEveryLineFollowsTheLook(t *testing.T) {
	d, drive := withPlan(t, plain(), 200, 50)
	view := func() []string {
		var chances []string
		for _, line := range d.Space.ViewPlan(d.Plan(), d.Est).Lines {
			if line.Known {
				chances = append(chances, line.Estimate.Band.Letter()+" "+layout.Fit(texts.Percent(line.Estimate.Chance), 5, layout.Right, ""))
			}
		}
		return chances
	}
	before := view()
	drive.Contains(before...)
	drive.Press(":").Type("puesto 140").Press("enter")
	after := view()
	drive.Contains(after...).Contains("simulado 140, real 66")
	if slices.Equal(before, after) {
		t.Fatalf("from rank 140 the chances are the same: %v", after)
	}
	drive.Press("esc").Contains(before...)

	p := d.Profile
	p.Profession = "ENFERMERIA"
	drive.Send(bridge.Cmd(d.SetProfile(p))())
	if got := view(); len(got) > 0 {
		t.Errorf("lines of MEDICINA have chances for ENFERMERIA: %v", got)
	}
}

// The screen's figures are those of the model package for the same entries.
func TestFiguresAreThoseOfTheModel(t *testing.T) {
	d, drive := withPlan(t, plain(), 200, 50)
	v := d.Space.ViewPlan(d.Plan(), d.Est)
	none, best, points := 1.0, 0.0, 0.0
	for _, line := range v.Lines {
		if slot, i, ok := d.Est.Slot(d.Space, max(0, line.Row)); ok && line.Known {
			free := slot.Forecast.Curve(i, []float64{slot.K})[0]
			points += none * free * line.Points.Value
			none *= 1 - free
			best = max(best, free)
		}
	}
	near := func(what string, a, b float64) {
		if diff := a - b; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%s: %v, the model says %v", what, a, b)
		}
	}
	near("nothing", v.Nothing, none)
	near("bound", v.NothingBound, 1-best)
	near("points", v.ExpectedPoints, points)
	drive.Contains("En el peor caso se queda sin plaza").Press("?").Contains("actos simulados", "si las líneas fueran independientes", "a lo sumo")
}

func TestPanes(t *testing.T) {
	for name, keys := range map[string][]string{"advice": {"a"}, "versions": {"v"}, "compare": {"v", "n", "enter", "T", "d", "J", "J", "v", "k", "c"}} {
		t.Run(name, func(t *testing.T) {
			for _, size := range tuitest.Sizes() {
				_, drive := withPlan(t, plain(), size.W, size.H)
				t.Run(fmt.Sprintf("%dx%d", size.W, size.H), func(t *testing.T) {
					golden.RequireEqual(t, page(drive.Press(keys...)))
				})
			}
		})
	}
}

func BenchmarkKeyAndView(b *testing.B) {
	_, drive := withPlan(b, plain(), 120, 40)
	down, _ := tuitest.Key("j")
	up, _ := tuitest.Key("k")
	model := drive.Model()
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		key := down
		if i%2 == 1 {
			key = up
		}
		model.Update(key)
		_ = model.View()
	}
}

// Lines of another profession than the profile's have no chance for that
// reason, and not for want of lists.
func TestLinesOfAnotherProfessionSaySo(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	drive.Press("P").Type("psicologia").Press("ctrl+s").Press("2").
		Contains("la plaza es de MEDICINA 2026-I y se mira desde PSICOLOGIA").Lacks("faltan listas pasadas")
	if d.Profile.Profession != "PSICOLOGIA" {
		t.Fatalf("the profile is %+v", d.Profile)
	}
}

// The letters beside the chances are explained where they stand, and in the
// help.
func TestTheLettersOfTheBandsAreExplained(t *testing.T) {
	legends := texts.BandLegends()
	for _, tt := range []struct {
		w, h   int
		legend string
	}{{60, 20, legends[2]}, {80, 24, legends[1]}, {120, 40, legends[0]}} {
		_, drive := withPlan(t, plain(), tt.w, tt.h)
		drive.Contains(tt.legend)
	}
	_, drive := withPlan(t, plain(), 200, 60)
	drive.Press("?").Contains(texts.ScopeBands, texts.BandReach("D", 0.5))
}
