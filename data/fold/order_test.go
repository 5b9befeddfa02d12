package fold

import (
	"cmp"
	"slices"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

func TestOrder(t *testing.T) {
	want := []string{
		"", "I-1", "I-2", "I-10", "II-1", "II-E", "NANA", "NIÑO", "NIÑO 02", "NIÑO 2", "NIÑO 09", "NIÑO 10", "NUÑEZ", "NZ", "ÑAÑA", "OCROS",
		"SAN JOSE", "SAN JOSÉ", "SAN JOSE 1", "SANTA", "ZORRITOS",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, func(a, b string) int { return cmp.Compare(Order(a), Order(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if Order("Posta MÉDICA") != Order("POSTA médica") {
		t.Error("case tells names apart")
	}
}

// For names in which there are letters, digits and blanks the order is that of the
// Unicode Collation Algorithm for Spanish.
func TestOrderIsThatOfTheLanguage(t *testing.T) {
	collator := collate.New(language.Spanish, collate.Numeric, collate.IgnoreCase)
	name := rapid.StringMatching(`[A-ZÑÁÉÍÓÚÜa-zñáéíóúü]{1,6}( [A-ZÑÁÉÍÓÚ]{1,4})?( [1-9][0-9]{0,3})?`)
	rapid.Check(t, func(rt *rapid.T) {
		a, b := name.Draw(rt, "a"), name.Draw(rt, "b")
		if got, want := cmp.Compare(Order(a), Order(b)), collator.CompareString(a, b); got != want {
			rt.Fatalf("%q and %q: %d, want %d", a, b, got, want)
		}
	})
}
