package reasons_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/reasons"
	"brujula/planner/workspace"
)

func seenFrom(w *workspace.Workspace, f *workspace.Forecasts, rank int, passes float64) *workspace.Estimates {
	return w.Estimate(f, workspace.Look{Process: w.Latest(), Profession: "MEDICINA", Rank: rank, Passes: passes})
}

// each calls check for every plaza of which a change is told, and counts them.
func each(w *workspace.Workspace, was, now *workspace.Estimates, check func(row int, m reasons.Move, said string)) int {
	before, n := reasons.See(w, was), 0
	for _, row := range now.Lines[data.Remunerada].Rows {
		if m, ok := before.Since(w, now, row); ok {
			text := m.Text()
			check(row, m, text.String())
			n++
		}
	}
	return n
}

// Whatever moved a chance, what is told of it is where it was and where it is,
// and the cause is the one that alone was changed.
func TestMovesTellWhatChanged(t *testing.T) {
	w, f := demo()
	from := seenFrom(w, f, 60, workspace.UsualPasses)
	view := from.Lines[data.Remunerada]
	act := func() *workspace.Estimates {
		taken := map[string]int{}
		for i := range 30 {
			taken[w.Catalog.Plaza(view.Rows[i*3]).Renipress] = 1
		}
		live := &workspace.Live{Turn: 55, Rank: 60, Told: 30, Taken: taken, Gone: 30, Passing: view.Passing}
		return from.Follow(w, map[data.Modality]*workspace.Live{data.Remunerada: live}, false)
	}
	for name, c := range map[string]struct {
		now  *workspace.Estimates
		want []reasons.Cause
		word string
	}{
		"another rank":   {seenFrom(w, f, 90, workspace.UsualPasses), []reasons.Cause{reasons.ByRank}, "desde el puesto 90 y no desde el 60"},
		"others pass":    {seenFrom(w, f, 60, 25), []reasons.Cause{reasons.ByPasses}, "pasan delante"},
		"an act":         {act(), []reasons.Cause{reasons.ByAct, reasons.ByEvidence, reasons.ByOffer}, ""},
		"nothing at all": {seenFrom(w, f, 60, workspace.UsualPasses), nil, ""},
	} {
		n := each(w, from, c.now, func(row int, m reasons.Move, said string) {
			was, _ := from.Of(w, row)
			is, _ := c.now.Of(w, row)
			if m.Before != was.Chance || m.Now != is.Chance || math.Abs(m.Now-m.Before) < 0.005 {
				t.Errorf("%s: %+v, from %v to %v", name, m, was.Chance, is.Chance)
			}
			known := false
			for _, cause := range c.want {
				known = known || m.Cause == cause
			}
			if !known || !strings.Contains(said, c.word) {
				t.Errorf("%s: %q, cause %s", name, said, m.Cause.Key())
			}
			if m.Reason != nil && m.Reason.Raises() != (m.Now > m.Before) {
				t.Errorf("%s: %q, from %v to %v", name, said, m.Before, m.Now)
			}
			if rose := strings.Contains(said, "; sube porque"); rose != (m.Now > m.Before) {
				t.Errorf("%q", said)
			}
		})
		if (n > 0) != (c.want != nil) {
			t.Errorf("%s: %d changes", name, n)
		}
		if differs := reasons.See(w, c.now).Differs(reasons.See(w, from)); differs != (c.want != nil) {
			t.Errorf("%s: differs %v", name, differs)
		}
	}
}

// Another list: what is named is evidence that changed the way the chance went.
func TestMovesAfterAnImport(t *testing.T) {
	w, f := demo()
	half := make([]availability.History, 0, 2)
	for _, h := range w.Past() {
		half = append(half, availability.History{Offer: h.Offer, Adjudication: availability.CutAt(h.Adjudication, 60)})
	}
	m, err := availability.Fit(context.Background(), half, availability.DefaultSettings())
	if err != nil {
		t.Fatal(err)
	}
	before := w.Forecast(m, w.Latest(), "MEDICINA")
	told := 0
	n := each(w, seenFrom(w, before, 60, 0), seenFrom(w, f, 60, 0), func(_ int, m reasons.Move, said string) {
		if m.Cause == reasons.ByRank || m.Cause == reasons.ByAct {
			t.Errorf("%q: neither rank nor act changed", said)
		}
		if m.Reason == nil {
			return
		}
		told++
		if m.Reason.Raises() != (m.Now > m.Before) {
			t.Errorf("%q, from %v to %v", said, m.Before, m.Now)
		}
	})
	if told == 0 {
		t.Errorf("no evidence is named for %d changes", n)
	}
}

// What is not known to have been seen has not changed.
func TestNothingSeenNothingMoved(t *testing.T) {
	w, f := demo()
	est := seenFrom(w, f, 60, workspace.UsualPasses)
	var nothing *reasons.Seen
	if m, ok := nothing.Since(w, est, est.Lines[data.Remunerada].Rows[0]); ok {
		t.Errorf("%+v", m)
	}
}
