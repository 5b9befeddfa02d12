package library

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/store/storetest"
)

// A journal from a newer version or a damaged one, or one that names what is
// not the library's, is never acted on.
func TestForeignJournal(t *testing.T) {
	journalOf := func(version int, body string) string {
		file, err := encodeEnvelope(kindJournal, version, "", []byte(body))
		if err != nil {
			t.Fatal(err)
		}
		return string(file)
	}
	for name, tt := range map[string]struct {
		file string
		want error
	}{
		"newer":   {journalOf(journalVersion+1, `{}`), ErrNewer},
		"damaged": {"{", ErrDamaged},
		"removes": {journalOf(1, `{"archivos":[],"quitar":["../x"]}`), ErrDamaged},
		"places":  {journalOf(1, `{"archivos":[{"nombre":"/etc/x"}],"quitar":[]}`), ErrDamaged},
	} {
		fs, _ := filled(t)
		before := ownedFiles(fs, "d")
		fs.Set("d/"+journalName, tt.file)
		if _, err := Open("d", WithFS(fs)); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(before, ownedFiles(fs, "d")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestJournalWhoseStageIsGoneIsTold(t *testing.T) {
	r := rehearse(t)
	fs, l := filled(t)
	fs.StopAt(r.promised + 2)
	_, _ = l.Restore(t.Context(), r.backup, made)
	half := fs.After(storetest.Kill)
	for path := range half.Files() {
		if strings.HasSuffix(path, stageSuffix) {
			_ = half.Remove(path)
		}
	}
	l, err := Open("d", WithFS(half))
	if err != nil {
		t.Fatal(err)
	}
	if notices := strings.Join(l.Notices(), "\n"); !strings.Contains(notices, "perfil.json") || !strings.Contains(notices, keptFolder) {
		t.Errorf("%q", notices)
	}
}
