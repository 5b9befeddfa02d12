package catalog

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func TestTagsFilterAndCount(t *testing.T) {
	c := sample() // five rows
	held := [][]string{{"acceso", "clima"}, {"clima"}, nil, {"sin_nota"}, {"acceso"}}
	tags := NewTags(5, []string{"acceso", "clima", "sin_nota"}, func(row int) []string { return held[row] })
	fig := &Figures{Tags: map[Dim]*Tags{DimRisk: tags}}
	for _, tt := range []struct {
		in, out string
		want    []string
	}{
		{"acceso", "", []string{"1", "5"}},
		{"", "clima", []string{"3", "4", "5"}}, // a row without any value is not one of "clima"
		{"acceso", "clima", []string{"5"}},
		{"sin_nota", "", []string{"4"}},
	} {
		f := Filter{}
		if tt.in != "" {
			f.Toggle(DimRisk, tt.in)
		}
		if tt.out != "" {
			f.Exclude(DimRisk, tt.out)
		}
		if got := names(c, c.Select(f, fig).Rows); !slices.Equal(got, tt.want) {
			t.Errorf("in %q out %q: %v, want %v", tt.in, tt.out, got, tt.want)
		}
	}
	if diff := cmp.Diff([]Count{{Plazas: 2}, {Plazas: 2}, {Plazas: 1}}, c.Select(Filter{}, fig).Facet(DimRisk)); diff != "" {
		t.Error(diff)
	}
	if got := tags.Of(0); !slices.Equal(got, []string{"acceso", "clima"}) {
		t.Errorf("tags of the first row: %v", got)
	}
}

// Tags that are not known, or are of other lists, pass no row of a filter that
// asks for them, and hinder no other.
func TestUnknownTagsPassNothing(t *testing.T) {
	c := sample()
	f := Filter{}
	f.Toggle(DimSeverity, "alta")
	other := NewTags(3, []string{"alta"}, func(int) []string { return []string{"alta"} })
	for name, fig := range map[string]*Figures{
		"no figures": nil, "no tags": {}, "of other lists": {Tags: map[Dim]*Tags{DimSeverity: other}},
	} {
		if rows := c.Select(f, fig).Rows; len(rows) != 0 {
			t.Errorf("%s: %v pass", name, rows)
		}
		if rows := c.Select(Filter{}, fig).Rows; len(rows) != c.Len() {
			t.Errorf("%s: without the filter only %v pass", name, rows)
		}
	}
}

// A filter over tags gives what looking at each row gives, and the facet
// follows the other filters.
func TestTagsEqualTheNaiveReading(t *testing.T) {
	values := []string{"a", "b", "c"}
	rapid.Check(t, func(t *rapid.T) {
		offer := &data.Offer{}
		var held [][]string
		for i := range rapid.IntRange(0, 30).Draw(t, "n") {
			offer.Plazas = append(offer.Plazas, plaza(fmt.Sprint(i), "X", rapid.SampledFrom([]string{"A", "B"}).Draw(t, "region"), 1))
			held = append(held, slices.DeleteFunc(slices.Clone(values), func(string) bool { return rapid.Bool().Draw(t, "without") }))
		}
		c := New(offer)
		fig := &Figures{Tags: map[Dim]*Tags{DimChange: NewTags(c.Len(), values, func(row int) []string { return held[row] })}}
		f := Filter{}
		for _, v := range values {
			switch rapid.IntRange(0, 2).Draw(t, "choice") {
			case 1:
				f.Toggle(DimChange, v)
			case 2:
				f.Exclude(DimChange, v)
			}
		}
		if rapid.Bool().Draw(t, "place") {
			f.Set(DimRegion, "A")
		}
		var want []int
		counts := make([]int32, len(values))
		for row := range c.Len() {
			if len(f.In[DimRegion]) > 0 && c.Plaza(row).Region != "A" {
				continue
			}
			for i, v := range values {
				if slices.Contains(held[row], v) {
					counts[i]++
				}
			}
			has := func(v string) bool { return slices.Contains(held[row], v) }
			if !slices.ContainsFunc(f.Out[DimChange], has) && (len(f.In[DimChange]) == 0 || slices.ContainsFunc(f.In[DimChange], has)) {
				want = append(want, row)
			}
		}
		sel := c.Select(f, fig)
		if !slices.Equal(sel.Rows, want) {
			t.Fatalf("%v, want %v", sel.Rows, want)
		}
		for i, v := range values {
			if got := sel.Facet(DimChange)[i].Plazas; got != counts[i] {
				t.Fatalf("%s: %d, want %d", v, got, counts[i])
			}
		}
	})
}
