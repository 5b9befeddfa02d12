package compare

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/points"
	"brujula/planner/workspace"
)

func plaza(process data.Process, m data.Modality, renipress string, seats, grade int, edit ...func(*data.Plaza)) data.Plaza {
	p := data.Plaza{
		PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: m, Renipress: renipress},
		Establishment: "POSTA " + renipress, Region: "PUNO", Province: "PUNO", District: "ACORA", Grade: grade, Seats: seats,
		Category: "I-1", Institution: "GOBIERNO REGIONAL", Budgets: []data.Budget{{Name: "NACIONAL", Seats: seats}},
	}
	for _, e := range edit {
		e(&p)
	}
	return p
}

func offer(process data.Process, m data.Modality, plazas ...data.Plaza) *data.Offer {
	return &data.Offer{Process: process, Modality: m, Plazas: plazas}
}

const (
	was = data.Process("2025-I")
	is  = data.Process("2026-I")
	rem = data.Remunerada
	equ = data.Equivalente
)

func sample() *catalog.Catalog {
	renamed := func(p *data.Plaza) {
		p.Establishment, p.Budgets = "Puesto 6", []data.Budget{{Name: "REGIONAL", Seats: 1}}
	}
	return catalog.New(
		offer(was, rem, plaza(was, rem, "1", 1, 3), plaza(was, rem, "2", 2, 3), plaza(was, rem, "3", 1, 3), plaza(was, rem, "4", 1, 3),
			plaza(was, rem, "5", 1, 0), plaza(was, rem, "6", 1, 3), plaza(was, rem, "8", 1, 3)),
		offer(was, equ, plaza(was, equ, "9", 4, 1), plaza(was, equ, "8", 1, 3)),
		offer(is, rem, plaza(is, rem, "1", 1, 3), plaza(is, rem, "2", 1, 4), plaza(is, rem, "4", 3, 2), plaza(is, rem, "5", 1, 5),
			plaza(is, rem, "6", 1, 3, renamed), plaza(is, rem, "7", 2, 3), plaza(is, rem, "9", 5, 1)),
		offer(is, equ, plaza(is, equ, "3", 1, 3), plaza(is, equ, "8", 1, 3)),
	)
}

// told writes a change as the table tests name it.
func told(c *Change) string {
	text := c.Plaza().Renipress
	for _, a := range c.Aspects {
		text += " " + string(a)
	}
	for _, f := range c.Fields {
		text += fmt.Sprintf(" %s:%s>%s", f.Key, f.Before, f.After)
	}
	return text
}

func TestBetween(t *testing.T) {
	d := Between(sample(), was, is, catalog.Filter{})
	var got []string
	for i := range d.Changes {
		got = append(got, told(&d.Changes[i]))
	}
	want := []string{
		"2 menos_plazas sube_grado cupos:2>1 gd:3>4",
		"4 mas_plazas baja_grado cupos:1>3 gd:3>2",
		"6 otros_cambios establecimiento:POSTA 6>Puesto 6 presupuesto:NACIONAL>REGIONAL",
		"7 nuevas",
		"8 retiradas", // it was offered in both modalities: one is gone, nothing moved
		"9 movidas mas_plazas modalidad:equivalente>remunerada cupos:4>5",
		"3 movidas modalidad:remunerada>equivalente",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.Same != 3 { // 1, 5 (no grade before is no change of grade) and 8 in equivalente
		t.Errorf("same = %d", d.Same)
	}
	if d.SeatsBefore != 13 || d.SeatsAfter != 16 {
		t.Errorf("seats %d → %d", d.SeatsBefore, d.SeatsAfter)
	}
}

func TestFilterKeepsEitherSide(t *testing.T) {
	filter := catalog.Filter{}
	filter.Set(catalog.DimModality, string(equ))
	d := Between(sample(), was, is, filter)
	var got []string
	for i := range d.Changes {
		c := &d.Changes[i]
		got = append(got, fmt.Sprintf("%s %d>%d", told(c), c.SeatsBefore, c.SeatsAfter))
	}
	want := []string{
		"9 movidas mas_plazas modalidad:equivalente>remunerada cupos:4>5 4>0",
		"3 movidas modalidad:remunerada>equivalente 0>1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.PlazasBefore != 2 || d.PlazasAfter != 2 || d.Same != 1 {
		t.Errorf("%d → %d plazas, %d same", d.PlazasBefore, d.PlazasAfter, d.Same)
	}
}

func TestOnlyWhatBothHaveIsCompared(t *testing.T) {
	c := catalog.New(offer(was, rem, plaza(was, rem, "1", 1, 3)), offer(is, rem, plaza(is, rem, "1", 1, 3)), offer(is, equ, plaza(is, equ, "2", 1, 3)))
	d := Between(c, was, is, catalog.Filter{})
	if len(d.Changes) != 0 || d.PlazasAfter != 1 {
		t.Errorf("%+v", d)
	}
	if diff := cmp.Diff([]Missing{{was, equ}}, d.Missing); diff != "" {
		t.Error(diff)
	}
}

// anyOffers draws the offers of two processes over few establishments, so that
// everything that can happen to a plaza does.
func anyOffers(t *rapid.T) *catalog.Catalog {
	var offers []*data.Offer
	for _, p := range []data.Process{was, is} {
		for _, m := range data.Modalities() {
			o := offer(p, m)
			for code := range 8 {
				if rapid.Bool().Draw(t, "offered") {
					o.Plazas = append(o.Plazas, plaza(p, m, fmt.Sprint(code), rapid.IntRange(1, 3).Draw(t, "seats"), rapid.IntRange(0, 5).Draw(t, "grade"),
						func(p *data.Plaza) { p.Region = rapid.SampledFrom([]string{"PUNO", "CUSCO", ""}).Draw(t, "region") }))
				}
			}
			offers = append(offers, o)
		}
	}
	return catalog.New(offers...)
}

// The changes add up to the difference of the totals, whatever the filter, and
// every plaza is told once.
func TestChangesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyOffers(t)
		filter := catalog.Filter{}
		if rapid.Bool().Draw(t, "by modality") {
			filter.Set(catalog.DimModality, string(rapid.SampledFrom(data.Modalities()).Draw(t, "m")))
		}
		if rapid.Bool().Draw(t, "by region") {
			filter.Set(catalog.DimRegion, "PUNO")
		}
		d := Between(c, was, is, filter)
		seats, seen := 0, map[*data.Plaza]bool{}
		for i := range d.Changes {
			ch := &d.Changes[i]
			seats += ch.SeatsAfter - ch.SeatsBefore
			for _, p := range []*data.Plaza{ch.Before, ch.After} {
				if p != nil && seen[p] {
					t.Fatalf("%v is told twice", p.PlazaID)
				}
				seen[p] = true
			}
			if len(ch.Aspects) == 0 || ch.Before == nil && ch.After == nil {
				t.Fatalf("empty change %+v", ch)
			}
		}
		if seats != d.SeatsAfter-d.SeatsBefore {
			t.Fatalf("changes give %+d seats, totals %d → %d", seats, d.SeatsBefore, d.SeatsAfter)
		}
	})
}

// naive is the plain reading of what Between promises without a filter.
func naive(c *catalog.Catalog) map[string]string {
	out := map[string]string{}
	find := func(p data.Process, m data.Modality, code string) *data.Plaza {
		if row, ok := c.Row(data.PlazaID{Process: p, Profession: "MEDICINA", Modality: m, Renipress: code}); ok {
			return c.Plaza(row)
		}
		return nil
	}
	for code := range 8 {
		for _, m := range data.Modalities() {
			code := fmt.Sprint(code)
			before, after := find(was, m, code), find(is, m, code)
			otherBefore, otherAfter := find(was, m.Other(), code), find(is, m.Other(), code)
			id := code + string(m)
			switch {
			case before == nil && after != nil && otherBefore != nil && otherAfter == nil:
				out[id] = "moved"
			case before == nil && after != nil:
				out[id] = "new"
			case before != nil && after == nil && (otherBefore != nil || otherAfter == nil):
				out[id] = "gone"
			}
		}
	}
	return out
}

func TestBetweenEqualsTheNaiveReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyOffers(t)
		d := Between(c, was, is, catalog.Filter{})
		if len(d.Modalities) < 2 {
			return // an empty offer is none
		}
		got := map[string]string{}
		for i := range d.Changes {
			ch := &d.Changes[i]
			id := ch.Plaza().Renipress + string(ch.Plaza().Modality)
			switch {
			case ch.Has(Moved):
				got[id] = "moved"
			case ch.Has(New):
				got[id] = "new"
			case ch.Has(Gone):
				got[id] = "gone"
			}
		}
		if diff := cmp.Diff(naive(c), got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestMarksCompareWithTheOfferBefore(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	marks := MarksOf(space, "2026-I")
	if marks.Before[rem] != "2025-I" || marks.Before[equ] != "2025-I" || marks.Len() == 0 {
		t.Fatalf("compared with %v, %d marks", marks.Before, marks.Len())
	}
	d := Between(space.Catalog, "2025-I", "2026-I", catalog.Filter{})
	for _, c := range d.Of(New) {
		row, _ := space.Catalog.Row(c.After.PlazaID)
		if marks.Sign(row) != "N" {
			t.Errorf("%v has the sign %q", c.After.PlazaID, marks.Sign(row))
		}
	}
	if first := MarksOf(space, "2025-I"); first.Len() != 0 {
		t.Errorf("%d marks without an earlier offer", first.Len())
	}
	var none *Marks
	if none.Sign(0) != "" {
		t.Error("marks that are not there yet must say nothing")
	}
}

func TestMeaningNamesWhatIsKnown(t *testing.T) {
	facts := rules.Default()
	d := Between(sample(), was, is, catalog.Filter{})
	sentences := d.Meaning(facts, "MEDICINA", rem)
	if len(sentences) != 4 { // seats, applicants (data/rules/README.md), new, gone
		t.Errorf("%q", sentences)
	}
	table := points.New(facts)
	for i := range d.Changes {
		c := &d.Changes[i]
		if told := c.Meaning(table); len(told) == 0 && !slices.Equal(c.Aspects, []Aspect{Other}) {
			t.Errorf("nothing is said of %v", c.Aspects)
		}
	}
}

// realCatalog reads the four real offers, which are not part of the project.
func realCatalog(tb testing.TB) *catalog.Catalog {
	tb.Helper()
	return catalog.New(liststest.Offers(tb)...)
}

func TestRealOffersAddUp(t *testing.T) {
	c := realCatalog(t)
	d := Between(c, was, is, catalog.Filter{})
	// Seats of both offers: data/lists/README.md.
	if d.SeatsBefore != 7488+14669 || d.SeatsAfter != 7489+12604 {
		t.Errorf("%d → %d seats", d.SeatsBefore, d.SeatsAfter)
	}
	addsUp(t, &d)
	// Medicine, remunerada, counted off the two files by hand: 2,060 plazas and 2,170
	// seats, then 2,073 and 2,175; 15 with more seats (+15) and none of them moved here.
	line := catalog.Filter{}
	line.Set(catalog.DimProfession, "MEDICINA")
	line.Set(catalog.DimModality, string(rem))
	m := Between(c, was, is, line)
	addsUp(t, &m)
	if m.PlazasBefore != 2060 || m.PlazasAfter != 2073 || m.SeatsBefore != 2170 || m.SeatsAfter != 2175 {
		t.Errorf("%d → %d plazas, %d → %d seats", m.PlazasBefore, m.PlazasAfter, m.SeatsBefore, m.SeatsAfter)
	}
	for _, n := range m.Classes() {
		if n.Aspect == MoreSeats && (n.Plazas != 15 || n.Seats != 15) {
			t.Errorf("more seats: %+v", n)
		}
		t.Logf("%+v", n)
	}
	sum := d.Same
	for i := range d.Changes {
		if d.Changes[i].Before != nil {
			sum++
		}
	}
	if sum != d.PlazasBefore {
		t.Errorf("%d of %d plazas are accounted for", sum, d.PlazasBefore)
	}
}

func BenchmarkRealOffers(b *testing.B) {
	c := realCatalog(b)
	for b.Loop() {
		Between(c, was, is, catalog.Filter{})
	}
}

// addsUp checks that classes and what did not change make both totals.
func addsUp(t *testing.T, d *Diff) {
	t.Helper()
	before, after, seats, changes := d.Same, d.Same, d.SeatsBefore, 0
	for _, n := range d.Classes() {
		before, after, seats, changes = before+n.Before, after+n.After, seats+n.Seats, changes+n.Plazas
		if got := d.In(n.Aspect); len(got) != n.Plazas {
			t.Errorf("%s: %d of %d", n.Aspect, len(got), n.Plazas)
		}
	}
	if before != d.PlazasBefore || after != d.PlazasAfter || seats != d.SeatsAfter || changes != len(d.Changes) {
		t.Errorf("the classes make %d → %d plazas and %d seats, not %d → %d and %d", before, after, seats, d.PlazasBefore, d.PlazasAfter, d.SeatsAfter)
	}
}

// Whatever the filter lets through, the classes add up.
func TestClassesAddUp(t *testing.T) {
	for _, modality := range []data.Modality{"", rem, equ} {
		filter := catalog.Filter{}
		if modality != "" {
			filter.Set(catalog.DimModality, string(modality))
		}
		d := Between(sample(), was, is, filter)
		addsUp(t, &d)
	}
	d := Between(sample(), was, is, catalog.Filter{})
	for _, n := range d.Classes() {
		if n.Aspect == MoreSeats && (n.Plazas != 1 || n.Also != 1) { // 4; 9 moved and has more
			t.Errorf("%+v", n)
		}
	}
	if pairs := Pairs(sample()); len(pairs) != 1 || pairs[0] != (Pair{was, is}) {
		t.Error(pairs)
	}
}
