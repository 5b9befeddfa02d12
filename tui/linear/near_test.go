package linear_test

import (
	"strings"
	"testing"

	"brujula/tui/tuitest"
)

// Where two past processes are loaded it is asked which, the newest first; each tells of
// its own takings.
func TestNearOfEitherProcess(t *testing.T) {
	for name, tt := range map[string]struct{ answers, want, lacks string }{
		"the newest, by enter": {"1\nquien\n\n", "2025-I remunerada: puesto 20 ", "POSTA DE 2024-I"},
		"the one before":       {"1\nquien\n2\n", "2024-I remunerada: puesto 20 ", "POSTA DE 2025-I"},
		"by its name":          {"1\nquien\n2024-i\n", "POSTA DE 2024-I", "POSTA DE 2025-I"},
	} {
		lib, space := tuitest.TwoPasts(t)
		said := flat(converse(t, open(t, lib, space), tt.answers))
		if !strings.Contains(said, "1. 2025-I 2. 2024-I") || !strings.Contains(said, tt.want) || strings.Contains(said, tt.lacks) {
			t.Errorf("%s:\n%s", name, said)
		}
	}
}
