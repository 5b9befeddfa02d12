package linear

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNumbersOf(t *testing.T) {
	for text, want := range map[string][]int{
		"3":                      {3},
		"3.":                     {3},
		" 2 5 7 ":                {2, 5, 7},
		"7,2;5, 2":               {2, 5, 7},
		"2, 5 y 7":               {2, 5, 7},
		"2-4":                    {2, 3, 4},
		"4 – 2 y 9":              {2, 3, 4, 9},
		"2 a 4":                  {2, 3, 4},
		"2 AL 4 , 1":             {1, 2, 3, 4},
		"1-9":                    {1, 2, 3, 4, 5, 6, 7, 8, 9},
		"0":                      nil,
		"10":                     nil,
		"5-10":                   nil,
		"-3":                     nil,
		"2-":                     nil,
		"2,":                     nil,
		"2,,3":                   nil,
		"2 3x":                   nil,
		"2-3-4":                  nil,
		"posta 2":                nil,
		"2 postas":               nil,
		"":                       nil,
		"1-99999999999999999999": nil,
	} {
		got, ok := numbersOf(text, 9)
		if diff := cmp.Diff(want, got); diff != "" || ok != (want != nil) {
			t.Errorf("%q: ok %v, %s", text, ok, diff)
		}
	}
}

// What is written of a set of numbers, in any order and way, reads as that set.
func TestNumbersAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const most = 40
		want := map[int]bool{}
		var parts []string
		for range rapid.IntRange(1, 6).Draw(t, "parts") {
			from := rapid.IntRange(1, most).Draw(t, "from")
			to := rapid.IntRange(1, most).Draw(t, "to")
			if rapid.Bool().Draw(t, "one") {
				to = from
			}
			for n := min(from, to); n <= max(from, to); n++ {
				want[n] = true
			}
			part := digits(from)
			if to != from {
				part += rapid.SampledFrom([]string{"-", " - ", "–", " a ", " al "}).Draw(t, "range") + digits(to)
			}
			parts = append(parts, part)
		}
		text := strings.Join(parts, rapid.SampledFrom([]string{" ", ", ", ";", " y ", "   "}).Draw(t, "between"))
		got, ok := numbersOf(text, most)
		if !ok || len(got) != len(want) || !slices.IsSorted(got) || slices.ContainsFunc(got, func(n int) bool { return !want[n] }) {
			t.Fatalf("%q: %v, %v, want %v", text, got, ok, want)
		}
	})
}

func digits(n int) string {
	return strings.TrimLeft(string([]rune{rune('0' + n/10), rune('0' + n%10)}), "0")
}
