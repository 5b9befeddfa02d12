package workspace

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/rules"
	"brujula/planner/catalog"
)

// slipsNaive tries every slip at the first letters.
func slipsNaive(a, b []rune) int {
	switch {
	case len(a) == 0:
		return len(b)
	case len(b) == 0:
		return len(a)
	}
	changed := slipsNaive(a[1:], b[1:])
	if a[0] != b[0] {
		changed++
	}
	least := min(1+slipsNaive(a[1:], b), 1+slipsNaive(a, b[1:]), changed)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		least = min(least, 1+slipsNaive(a[2:], b[2:]))
	}
	return least
}

func TestSlipsAreTheFewest(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abñ")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if got, want := slips(a, b), slipsNaive([]rune(a), []rune(b)); got != want {
			t.Errorf("slips(%q, %q) = %d, want %d", a, b, got, want)
		}
	})
}

func TestSimilarValues(t *testing.T) {
	cities := []string{"JULIACA", "JULI", "CUSCO", "ILAVE", "ÑAÑA", ""}
	for word, want := range map[string][]string{
		"juliaka": {"JULIACA"}, "cuzco": {"CUSCO"}, "jul": {"JULI", "JULIACA"}, "ilabe": {"ILAVE"}, "cucso": {"CUSCO"}, "ujliaca": {"JULIACA"}, "xyzxyz": nil, "": nil, "x": nil,
	} {
		if diff := cmp.Diff(want, Similar(word, cities)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
	if diff := cmp.Diff([]string{"2026-I"}, Similar("2026-l", []string{"2025-I", "2026-I"})); diff != "" {
		t.Error(diff)
	}
}

// A process is taken as it is in the import: 2026-1 is 2026-I.
func TestProcessInOtherWords(t *testing.T) {
	w := LoadDemo(rules.Default())
	latest := string(w.Latest())
	for _, text := range []string{latest, latest[:5] + "1", latest[:4] + " " + latest[5:]} {
		f, err := w.ParseFilter(map[string]string{"proceso": text})
		if err != nil || !f.Has(catalog.DimProcess, latest) {
			t.Errorf("%q: %+v, %v", text, f, err)
		}
	}
	_, err := w.ParseFilter(map[string]string{"proceso": latest[:3] + "9-1"})
	var bad *RequestError
	if !errors.As(err, &bad) || !slices.Contains(bad.Similar, latest) {
		t.Errorf("a process that is not loaded: %v, similar to it %v", err, bad)
	}
}
