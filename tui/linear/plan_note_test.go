package linear_test

import (
	"testing"

	"brujula/data/store/storetest"
	"brujula/planner/storage"
)

// The note of a line is content: what leads away elsewhere does not replace it
// unasked, and only a dash erases it.
func TestThePlanNoteIsNotOverwritten(t *testing.T) {
	const kept = "nota larga importante"
	for name, tt := range map[string]struct{ answers, want string }{
		"help":          {"?\n\n", kept},
		"back":          {"0\n", kept},
		"enter":         {"\n", kept},
		"leave":         {"salir\nn\n", kept},
		"leave, meant":  {"salir\ns\n", "salir"},
		"word for help": {"ayuda\nn\n", kept},
		"another":       {"otra nota\n", "otra nota"},
		"erased":        {"-\n", ""},
	} {
		lib, space := onDisk(t, storetest.New())
		withProfile(t, lib, space)
		said := flat(converse(t, open(t, lib, space), "1\n1\n1\n1\ninicio\n2\nnota\n1\n"+kept+"\nnota\n1\n"+tt.answers))
		e, _, err := storage.OpenPlan(lib, "A")
		if err != nil || len(e.Plan().Entries) != 1 {
			t.Fatalf("%s: %v:\n%s", name, err, said)
		}
		if got := e.Plan().Entries[0].Note; got != tt.want {
			t.Errorf("%s: the note is %q, want %q:\n%s", name, got, tt.want, said)
		}
	}
}
