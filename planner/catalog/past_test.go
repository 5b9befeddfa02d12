package catalog

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func pastFigures() *Figures {
	return &Figures{Past: []Past{
		{"2025-I", []Turn{{500, 500}, {480, 520}, LeftOver, NotOffered, {}}},
		{"2024-I", []Turn{{7, 7}, NotOffered, {3, 3}, LeftOver, {9, 9}}},
	}}
}

func TestPastFiltersAndSorts(t *testing.T) {
	c, fig := sample(), pastFigures()
	for text, want := range map[string][]string{
		">499":           {"1", "3"}, // of the tie 480–520 nobody knows
		">479":           {"1", "2", "3"},
		"<521":           {"1", "2"},
		"<=500":          {"1"},
		"500":            {"1"},
		"490-":           {"1", "3"},
		"-500":           {"1"},
		"300–520":        {"1", "2"},
		"sobro":          {"3"},
		"no_estaba":      {"4"},
		"sobro,490-510":  {"1", "3"},
		"2024-I:<8":      {"1", "3"},
		"2024-I:sobro":   {"4"},
		"2023-II:>1":     {},
		"2024-I:>8,<501": {"1", "4", "5"},
	} {
		asked, ok := ParseBefore(text)
		if !ok {
			t.Errorf("%q is refused", text)
			continue
		}
		f := Filter{Before: asked}
		if got := names(c, c.Select(f, fig).Rows); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		if got := c.Select(f, nil).Rows; len(got) != 0 || f.Empty() {
			t.Errorf("%q without past lists: %v, empty %v", text, got, f.Empty())
		}
	}
	// What was left goes after all turns; what is not known is last either way.
	for order, want := range map[string][]string{
		"antes,-renipress": {"2", "1", "3", "5", "4"}, "-antes,renipress": {"3", "1", "2", "4", "5"}, "antes2": {"3", "1", "5", "4", "2"},
	} {
		orders, unknown := ParseOrder(order)
		if unknown != "" {
			t.Fatal(unknown)
		}
		if got := names(c, c.Sort(c.All(), orders, fig)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", order, got, want)
		}
	}
}

func TestParseBeforeRefuses(t *testing.T) {
	for _, text := range []string{"", ",", "-", ">", ">0", "<1", ">-3", "0", "800-300", ":>5", "5..9", "sobró mucho", ">9999999", "1-2-3"} {
		if got, ok := ParseBefore(text); ok {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestBeforeReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"", "2024-I:", "2023-II:"}).Draw(t, "process") +
			rapid.StringMatching(`[<>]=?[0-9]{1,4}|[0-9]{1,3}[-–][0-9]{0,4}|-[0-9]{1,4}|[0-9]{1,4}|sobro|no_estaba`).Draw(t, "word")
		asked, ok := ParseBefore(text)
		if !ok {
			return
		}
		again, ok := ParseBefore(FormatBefore(asked))
		if diff := cmp.Diff(asked, again, cmpopts.EquateEmpty()); !ok || diff != "" {
			t.Fatalf("%q as %q: %s", text, FormatBefore(asked), diff)
		}
	})
}
