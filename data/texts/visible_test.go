package texts

import "testing"

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "",
		"Año – «mil» ★":             "Año – «mil» ★",
		"a\x1b[2Jb":                 `a\u001b[2Jb`,
		"a\nb\tc":                   `a\nb\u0009c`,
		"\u202aC:\\x\u202c":         `\u202aC:\x\u202c`,
		"a\xffb\u009bc\u2028\u200b": `a\xffb\u009bc\u2028\u200b`,
		"\ufffd":                    "\ufffd",
	} {
		if got := Visible(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
