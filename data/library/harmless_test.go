package library

import "testing"

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"\ufeffa;b\r\nÑAÑA – «x»;2\n":        "\ufeffa;b\r\nÑAÑA – «x»;2\n",
		"\ufeffa;\x1b[2J\u202eb\u009b\x00\n": "\ufeffa;[2Jb\n",
		"\ufeffa;\ufeffb\xff\n":              "\ufeffa;b\ufffd\n",
		"\ufeffa\\rb;c\\\\rd\\nq\n":          "\ufeffa\\nb;c\\\\rd\\nq\n",
		"\ufeffc\\\\rd\n":                    "\ufeffc\\\\rd\n",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
