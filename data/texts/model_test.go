package texts

import (
	"strings"
	"testing"

	"brujula/data"
)

func TestModelTexts(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{ModelBasis(false, []data.Process{"2025-I"}), "con los adjudicados de 2025-I"},
		{ModelBasis(false, []data.Process{"2024-I", "2024-II", "2025-I"}), "con los adjudicados de 2024-I, 2024-II y 2025-I"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if prior := ModelBasis(true, []data.Process{"2025-I"}); !strings.Contains(prior, "trae el programa") || !strings.Contains(prior, "2025-I") {
		t.Errorf("%q", prior)
	}
}

// The card must say all three things, and no band may read as safety.
func TestModelCard(t *testing.T) {
	for _, prior := range []bool{true, false} {
		card := strings.Join(ModelCard(prior, []data.Process{"2025-I"}, 7478), "\n")
		for _, part := range []string{"Qué es", "Con qué se ajustó", "Cuándo desconfiar", "2025-I"} {
			if !strings.Contains(card, part) {
				t.Errorf("the card does not say %q", part)
			}
		}
	}
	for _, letter := range []string{"M", "P", "D", "I", "N", "?"} {
		if name := BandName(letter); strings.Contains(name, "segur") || (name == "") != (letter == "?") {
			t.Errorf("band %s is %q", letter, name)
		}
	}
}
