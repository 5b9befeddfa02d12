package workspace

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/limits"
)

// Every row breaks what looking at it alone says, and the filter hides those that do.
func TestRefusalsEqualTheNaiveOnes(t *testing.T) {
	w := LoadDemo(rules.Default())
	from, err := w.Near("cusco")
	if err != nil {
		t.Fatal(err)
	}
	km, _ := w.Distances(from)
	naive := map[limits.Kind]func(row int, p *data.Plaza, l limits.Limit) bool{
		limits.Category: func(_ int, p *data.Plaza, l limits.Limit) bool { return p.Category == l.Value },
		limits.Region:   func(_ int, p *data.Plaza, l limits.Limit) bool { return p.Region == l.Value },
		limits.Bonus:    func(_ int, p *data.Plaza, _ limits.Limit) bool { return !p.ZAF && !p.ZE },
		limits.Far:      func(row int, _ *data.Plaza, l limits.Limit) bool { return km[row] > l.Km },
		limits.Topic: func(_ int, p *data.Plaza, l limits.Limit) bool {
			for _, n := range w.Risks.Notes(p) {
				if n.Local() && string(n.Topic) == l.Value && n.Severity == rules.SeverityHigh {
					return true
				}
			}
			return false
		},
	}
	region := w.Catalog.Values(catalog.DimRegion)[1]
	all, err := w.ParseLimits("tema:seguridad, tema:acceso,categoria:I-1,sin bono,lejos:200:cusco,region:" + region + ",categoria:I-1")
	if err != nil || len(all) != 6 {
		t.Fatalf("%v, %v", all, err)
	}
	r := w.Refusals(all)
	hit := map[limits.Kind]int{}
	for row := range w.Catalog.Len() {
		var want []string
		for _, l := range all {
			if naive[l.Kind](row, w.Catalog.Plaza(row), l) {
				want = append(want, l.Words())
				hit[l.Kind]++
			}
		}
		if got := r.Of(row); !slices.Equal(got, want) {
			t.Fatalf("row %d: %q, naive %q", row, got, want)
		}
	}
	for _, kind := range []limits.Kind{limits.Category, limits.Region, limits.Bonus, limits.Far} {
		if n := hit[kind]; n == 0 || n == w.Catalog.Len() {
			t.Errorf("%s: broken by %d rows, which tests nothing", kind, n)
		}
	}
	f, err := w.ParseFilter(map[string]string{KeyRefused: LimitsText(all)})
	if err != nil {
		t.Fatal(err)
	}
	figures := w.PlainFigures()
	figures.Tags = map[catalog.Dim]*catalog.Tags{catalog.DimRefused: w.Refused(&f).Tags()}
	for _, row := range w.Catalog.Select(f, figures).Rows {
		if r.Breaks(row) {
			t.Fatalf("row %d is listed, and breaks %q", row, r.Of(row))
		}
	}
	if n := len(w.Catalog.Select(f, figures).Rows); n+broken(r) != w.Catalog.Len() {
		t.Errorf("%d rows are listed and %d hidden, of %d", n, broken(r), w.Catalog.Len())
	}
	if kept := w.RefusalsOf(LimitsText(all)); kept != w.RefusalsOf(LimitsText(all)) || broken(kept) != broken(r) {
		t.Error("the refusals of the same text differ")
	}
}

func broken(r *Refusals) (n int) {
	for row := range r.broken {
		if r.Breaks(row) {
			n++
		}
	}
	return n
}

func TestLimitsThatCannotBe(t *testing.T) {
	w := LoadDemo(rules.Default())
	for text, want := range map[string]string{
		"ruido":           "no se entiende «ruido»",
		"tema:política":   "no se entiende «tema:política»",
		"region:PUNOO":    "PUNO",
		"lejos:3:nirvana": "nirvana",
	} {
		_, err := w.ParseLimits(text)
		var bad *RequestError
		if !errors.As(err, &bad) || !strings.Contains(strings.ToLower(RequestText(err)), strings.ToLower(want)) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if all, err := w.ParseLimits(" , "); err != nil || len(all) > 0 {
		t.Errorf("nothing gives %v, %v", all, err)
	}
	var none *Refusals
	if none.Breaks(0) || none.Of(0) != nil || w.RefusalsOf("") != nil {
		t.Error("no limit is broken")
	}
	if w.RefusalsOf("region:ATLANTIDA").Breaks(0) {
		t.Error("a region that is not on offer is refused")
	}
}
