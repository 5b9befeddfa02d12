package workspace

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/rules"
)

func TestParseRankSpan(t *testing.T) {
	for text, want := range map[string]RankSpan{
		"640-870": {640, 870}, " 640 – 870 ": {640, 870}, "640 a 870": {640, 870}, "5-5": {5, 5},
		"870-640": {}, "640": {}, "0-9": {}, "1-100000": {}, "": {}, "a-b": {},
	} {
		if got, ok := ParseRankSpan(text); got != want || ok != (want != RankSpan{}) {
			t.Errorf("%q: %v %v", text, got, ok)
		}
	}
}

// The spread of a chance is what the same plaza has from either end alone, and the
// chance from the rank lies in it.
func TestSpreadEqualsLookingFromEachEnd(t *testing.T) {
	w := LoadDemo(rules.Default())
	m, err := w.Model(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	f := w.Forecast(m, w.Latest(), "MEDICINA")
	look := Look{Process: w.Latest(), Profession: "MEDICINA", Rank: 66, Span: RankSpan{40, 160}, Passes: UsualPasses}
	from := func(rank int) *Estimates {
		alone := look
		alone.Rank, alone.Span = rank, RankSpan{}
		return w.Estimate(f, alone)
	}
	est, first, last := w.Estimate(f, look), from(40), from(160)
	seen := 0
	for row := range w.Catalog.Len() {
		s, ok := est.SpreadOf(w, row)
		mine, known := est.Of(w, row)
		if ok != known {
			t.Fatalf("row %d: %v %v", row, ok, known)
		}
		if !ok {
			continue
		}
		seen++
		if facts := w.Facts(row, est); facts.Spread != s || !strings.HasPrefix(facts.Spread.String(), "si queda entre 40 y 160: ") {
			t.Errorf("row %d: the facts say %q", row, facts.Spread)
		}
		a, _ := first.Of(w, row)
		b, _ := last.Of(w, row)
		if s.Hi != a.Chance || s.Lo != b.Chance || mine.Chance < s.Lo || mine.Chance > s.Hi {
			t.Errorf("row %d: %+v, not %v to %v about %v", row, s, b.Chance, a.Chance, mine.Chance)
		}
	}
	if seen == 0 {
		t.Error("no chance at all")
	}
	look.Rank = 300
	if span := look.OwnSpan(); span.Known() {
		t.Errorf("a rank outside of the span is one of %v", span)
	}
	if _, ok := w.Estimate(f, look).SpreadOf(w, w.Forecast(m, w.Latest(), "MEDICINA").lines[data.Remunerada].Rows[0]); ok {
		t.Error("a rank outside of the span has a spread")
	}
}
