package texts

import "testing"

// Nothing to say is no sentence, and no sign is made of it.
func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "  ": "", "x": "X.", "ñandú": "Ñandú.", "¿sí?": "¿sí?", "\xff": "\xff.", "listo…": "Listo…",
	} {
		if got := LinearSentence(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	if got := Capital(""); got != "" {
		t.Errorf("nothing became %q", got)
	}
}
