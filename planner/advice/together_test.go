package advice_test

import (
	"slices"
	"testing"

	"brujula/data/texts"
	"brujula/planner/advice"
)

// A plan that stands in one province hangs on what happens there; a line elsewhere
// that gives most of it takes the warning away.
func TestAPlanInOnePlaceIsTold(t *testing.T) {
	w := demoWorld(t)
	byProvince := map[string][]offered{}
	var together []offered
	for _, o := range w.all() {
		key := o.Region + o.Province
		if byProvince[key] = append(byProvince[key], o); len(byProvince[key]) == 3 && o.chance > 0.2 {
			together = byProvince[key]
			break
		}
	}
	if together == nil {
		t.Fatal("no province has three plazas")
	}
	got := w.of(advice.Together, together...)
	names(t, got, "Reparta el riesgo", "sus 3 líneas", texts.PlaceName(together[0].Province))
	if !slices.Equal(got[0].Lines, []int{0, 1, 2}) || got[0].OfLines() {
		t.Errorf("speaks of lines %v", got[0].Lines)
	}
	elsewhere := w.between(t, 1, 0.9, 1.1, func(o offered) bool { return o.Region != together[0].Region && !o.ZE })
	none(t, w.of(advice.Together, append(elsewhere, together...)...))
	none(t, w.of(advice.Together, together[0], together[1]))
}
