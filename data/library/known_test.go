package library

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/store/storetest"
	"brujula/data/texts"
)

// cutLog leaves the heading of a log and its first acts.
func cutLog(t *testing.T, l *Library, name string, acts int) {
	t.Helper()
	path, err := l.logPath(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := l.fs.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(file), "\n")
	l.fs.(*storetest.Mem).Set(path, strings.Join(lines[:1+acts], ""))
}

func someActs(n int) (all []string) {
	for i := range n {
		all = append(all, fmt.Sprint(i+1))
	}
	return all
}

// A log that another program removed or cut shorter is told with how many acts are
// missing at least, by who reads and by who opens it; what the program itself does
// never looks like it.
func TestALogThatWasTakenAwayIsTold(t *testing.T) {
	const file, known = "d/turnos/turno.jsonl", "d/actos.json" // as the double lists them on all systems
	path := filepath.FromSlash(file)
	short := func(there bool, left, missing int) string { return texts.LogShort(path, there, left, missing) }
	for name, tt := range map[string]struct {
		acts   int
		harm   func(t *testing.T, l *Library, fs *storetest.Mem)
		told   string
		left   int
		gone   bool // there is no file
		unsure bool // more is told than what is missing
	}{
		"whole":           {acts: 12, left: 12},
		"removed":         {acts: 12, harm: func(_ *testing.T, _ *Library, fs *storetest.Mem) { _ = fs.Remove(path) }, told: short(false, 0, 12), gone: true},
		"one act removed": {acts: 1, harm: func(_ *testing.T, _ *Library, fs *storetest.Mem) { _ = fs.Remove(path) }, told: short(false, 0, 1), gone: true},
		"cut at a line":   {acts: 12, harm: func(t *testing.T, l *Library, _ *storetest.Mem) { cutLog(t, l, "turno", 5) }, told: short(true, 5, 7), left: 5},
		"to its heading":  {acts: 3, harm: func(t *testing.T, l *Library, _ *storetest.Mem) { cutLog(t, l, "turno", 0) }, told: short(true, 0, 3)},
		"cut inside a line": {acts: 12, harm: func(t *testing.T, l *Library, fs *storetest.Mem) {
			cutLog(t, l, "turno", 5)
			fs.Set(path, strings.TrimSuffix(fs.Files()[file], "}\n"))
		}, told: short(true, 4, 8), left: 4},
		"emptied": {acts: 3, harm: func(_ *testing.T, _ *Library, fs *storetest.Mem) { fs.Set(path, "") }, told: short(true, 0, 3), unsure: true},
		"a line that cannot be read is no loss of its own": {acts: 3, harm: func(_ *testing.T, _ *Library, fs *storetest.Mem) {
			fs.Set(path, strings.Replace(fs.Files()[file], `"acto":3`, `"acto":4`, 1))
		}, told: "", left: 2, unsure: true},
		"of an older program, cut": {acts: 12, harm: func(t *testing.T, l *Library, fs *storetest.Mem) {
			_ = fs.Remove(known)
			cutLog(t, l, "turno", 5)
		}, left: 5},
		"what is known is damaged": {acts: 3, harm: func(_ *testing.T, _ *Library, fs *storetest.Mem) { fs.Set(known, "{") }, left: 3},
		"continued by an older program": {acts: 3, harm: func(t *testing.T, l *Library, fs *storetest.Mem) {
			before := fs.Files()[known]
			appendActs(t, l, "turno", "4", "5")
			fs.Set(known, before)
		}, left: 5},
	} {
		t.Run(name, func(t *testing.T) {
			fs := storetest.New()
			l := mustOpen(t, "d", WithFS(fs))
			appendActs(t, l, "turno", someActs(tt.acts)...)
			if tt.harm != nil {
				tt.harm(t, l, fs)
			}
			l = mustOpen(t, "d", WithFS(fs))
			loss, err := l.LogLoss("turno")
			if loss != tt.told || err != nil {
				t.Errorf("loss %q, %v", loss, err)
			}
			if lost, err := l.LostLogs(); err != nil || len(lost) > 0 != tt.gone {
				t.Errorf("lost logs %q, %v", lost, err)
			}
			agrees := func(notice string) bool {
				return notice == tt.told || tt.unsure && strings.Contains(notice, tt.told)
			}
			records, notice, err := l.ReadLog("turno")
			if err != nil || len(records) != tt.left || !agrees(notice) {
				t.Errorf("read %d: %q %v", len(records), notice, err)
			}
			g, records, err := l.OpenLog("turno")
			if err != nil || len(records) != tt.left || !agrees(g.Notice()) {
				t.Fatalf("opened %d: %v", len(records), err)
			}
			if err := g.Close(); err != nil {
				t.Fatal(err)
			}
			// It is told until something new is written, and the act goes on.
			if loss, _ := l.LogLoss("turno"); !tt.unsure && loss != "" != (tt.told != "") {
				t.Errorf("after looking: %q", loss)
			}
			appendActs(t, l, "turno", `"nuevo"`)
			if records, notice, err := mustOpen(t, "d", WithFS(fs)).ReadLog("turno"); err != nil || notice != "" || len(records) != tt.left+1 {
				t.Errorf("gone on with: %d %q %v", len(records), notice, err)
			}
			// What is written from then on is known again.
			_ = fs.Remove(path)
			if loss, _ := l.LogLoss("turno"); loss == "" {
				t.Error("the log that went on was removed in silence")
			}
		})
	}
}

// While a log is open its first act and every tenth are written down, no other: an
// act costs no second file.
func TestWhatIsKnownLagsBehind(t *testing.T) {
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	g, _, err := l.OpenLog("turno")
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 25; n++ {
		if _, err := g.Append([]byte("1")); err != nil {
			t.Fatal(err)
		}
		known := l.knownActs()
		if want := 1 + (n-1)/knownEvery*knownEvery; known["turno"] != want {
			t.Errorf("after %d acts %d are known, not %d", n, known["turno"], want)
		}
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if known := l.knownActs(); known["turno"] != 25 {
		t.Errorf("closed, %v are known", known)
	}
}

// A backup brings what was known when it was made, or nothing: restoring an older
// one is no loss.
func TestARestoredBackupIsNoLoss(t *testing.T) {
	for name, withKnown := range map[string]bool{"ours": true, "of an older program": false} {
		fs := storetest.New()
		l := mustOpen(t, "d", WithFS(fs))
		appendActs(t, l, "turno", "1", "2")
		after := fs.Files()["d/actos.json"]
		if !withKnown {
			_ = fs.Remove("d/actos.json")
		}
		content, _, err := l.Backup(t.Context(), made, Unsaved{})
		if err != nil {
			t.Fatal(err)
		}
		fs.Set("d/actos.json", after)
		appendActs(t, l, "turno", "3", "4")
		appendActs(t, l, "otro", "1")
		if _, err := l.Restore(t.Context(), mustOpenBackup(t, content), made); err != nil {
			t.Fatal(err)
		}
		l = mustOpen(t, "d", WithFS(fs))
		lost, err := l.LostLogs()
		if records, notice, _ := l.ReadLog("turno"); len(records) != 2 || notice != "" || len(lost) > 0 || err != nil {
			t.Errorf("%s: %d %q, lost %q %v", name, len(records), notice, lost, err)
		}
		if withKnown {
			_ = fs.Remove("d/turnos/turno.jsonl")
			if loss, _ := l.LogLoss("turno"); loss == "" {
				t.Errorf("%s: removed after it was restored, in silence", name)
			}
		}
	}
}

// What a later version of the program knows is left alone, and what is not ours is
// put aside.
func TestAForeignFileOfThatNameStays(t *testing.T) {
	newer := `{"serums":"actos","formato":9,"version":1,"nombre":"","sha256":"","contenido":{"turno":9}}`
	for content, kept := range map[string]string{newer: "d/actos.json", `{"de":"otro"}`: "d/actos.danado.json"} {
		fs := storetest.New()
		fs.Set("d/actos.json", content)
		l := mustOpen(t, "d", WithFS(fs))
		appendActs(t, l, "turno", "1")
		if fs.Files()[kept] != content {
			t.Errorf("%s is %q", kept, fs.Files()[kept])
		}
		if _, notice, err := l.ReadLog("turno"); notice != "" || err != nil {
			t.Errorf("%q %v", notice, err)
		}
	}
}
