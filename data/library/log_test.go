package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/store/storetest"
)

func acts(records []Record) string {
	var all []string
	for _, r := range records {
		all = append(all, fmt.Sprintf("%d=%s", r.Seq, r.Body))
	}
	return strings.Join(all, " ")
}

func TestLog(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	appendActs(t, l, "Turno 2026-I", `{"tachar": "00000001"}`, `"dos"`)
	appendActs(t, l, "otro", `1`)
	g, records, err := l.OpenLog("Turno 2026-I")
	if err != nil || acts(records) != `1={"tachar":"00000001"} 2="dos"` || g.Notice() != "" {
		t.Fatalf("%s %v", acts(records), err)
	}
	if record, err := g.Append(json.RawMessage("{\n \"deshacer\": true\n}")); err != nil || record.Seq != 3 || string(record.Body) != `{"deshacer":true}` {
		t.Errorf("%+v %v", record, err)
	}
	if _, err := g.Append(json.RawMessage(`{`)); err == nil {
		t.Error("took what is not JSON")
	}
	if err := errors.Join(g.Close(), g.Close()); err != nil {
		t.Error(err)
	}
	if _, err := g.Append(json.RawMessage(`1`)); !errors.Is(err, fs.ErrClosed) {
		t.Error(err)
	}
	records, notice, err := mustOpen(t, dir).ReadLog("Turno 2026-I")
	if err != nil || notice != "" || len(records) != 3 {
		t.Errorf("%v %q %v", records, notice, err)
	}
	if names, err := l.Logs(); err != nil || !cmp.Equal(names, []string{"Turno 2026-I", "otro"}) {
		t.Errorf("%q %v", names, err)
	}
	if records, notice, err := l.ReadLog("ninguno"); len(records) != 0 || notice != "" || err != nil {
		t.Errorf("%v %q %v", records, notice, err)
	}
	if _, _, err := l.OpenLog(""); !errors.Is(err, ErrBadName) {
		t.Error(err)
	}
}

func TestTornLastLineIsDroppedAtEveryByte(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	appendActs(t, l, "t", `"uno"`, `"dos"`)
	path := l.path(logFolder, "t.jsonl")
	whole, _ := os.ReadFile(path)
	start := strings.LastIndex(string(whole[:len(whole)-1]), "\n") + 1
	for end := start; end < len(whole)-1; end++ {
		if err := os.WriteFile(path, whole[:end], 0o600); err != nil {
			t.Fatal(err)
		}
		g, records, err := l.OpenLog("t")
		if err != nil || acts(records) != `1="uno"` {
			t.Fatalf("%d: %s %v", end, acts(records), err)
		}
		if !strings.Contains(g.Notice(), path) { // cut inside a line or at its end: an act that was closed is missing
			t.Errorf("%d: notice %q", end, g.Notice())
		}
		_, err = g.Append(json.RawMessage(`"tres"`))
		if err := errors.Join(err, g.Close()); err != nil {
			t.Fatal(err)
		}
		if records, notice, _ := l.ReadLog("t"); acts(records) != `1="uno" 2="tres"` || notice != "" {
			t.Fatalf("%d: %s %q", end, acts(records), notice)
		}
	}
}

// An act of which the end of the line alone is lost was acknowledged: its sum is
// right. It stays, and the next one follows it.
func TestAnActWithoutTheEndOfItsLineIsTaken(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	appendActs(t, l, "t", `"uno"`, `"dos"`)
	for range 2 {
		edit(t, l.path(logFolder, "t.jsonl"), func(b []byte) []byte { return b[:len(b)-1] })
		if records, notice, err := l.ReadLog("t"); acts(records) != `1="uno" 2="dos"` || notice != "" || err != nil {
			t.Fatalf("%s %q %v", acts(records), notice, err)
		}
		g, records, err := l.OpenLog("t")
		if err != nil || acts(records) != `1="uno" 2="dos"` || g.Notice() != "" || g.Last() != 2 {
			t.Fatalf("%s %v %q", acts(records), err, g.Notice())
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
	appendActs(t, l, "t", `"tres"`)
	if records, notice, err := l.ReadLog("t"); acts(records) != `1="uno" 2="dos" 3="tres"` || notice != "" || err != nil {
		t.Errorf("%s %q %v", acts(records), notice, err)
	}
}

// An act whose sync fails is not in the log, and where it cannot be taken away
// again either, the log that is opened anew knows: tried again it is there once.
func TestARefusedActIsNotThereTwice(t *testing.T) {
	for name, tt := range map[string]struct {
		ops    []string
		others bool // another process writes between
		want   string
	}{
		"whole":         {[]string{storetest.OpSync, storetest.OpTrunc}, false, `1="uno" 2="dos" 3="tres"`},
		"by half":       {[]string{storetest.OpWrite, storetest.OpTrunc}, false, `1="uno" 2="dos" 3="tres"`},
		"written after": {[]string{storetest.OpSync, storetest.OpTrunc}, true, `1="uno" 2="dos" 3="otro" 4="dos" 5="tres"`},
	} {
		fs := storetest.New()
		l := mustOpen(t, "d", WithFS(fs))
		g, _, err := l.OpenLog("t")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := g.Append(json.RawMessage(`"uno"`)); err != nil {
			t.Fatal(err)
		}
		fs.FailFrom(1, syscall.EIO, tt.ops...)
		if _, err := g.Append(json.RawMessage(`"dos"`)); err == nil {
			t.Fatalf("%s: acknowledged", name)
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
		for heal := range 2 { // opened in vain, and closed with the act still there
			g, records, err := l.OpenLog("t")
			if err != nil || acts(records) != `1="uno"` || g.Notice() != "" {
				t.Fatalf("%s: %s %v %q", name, acts(records), err, g.Notice())
			}
			if heal == 1 && !tt.others {
				fs.Heal()
			}
			if err := g.Close(); err != nil {
				t.Fatal(err)
			}
		}
		fs.Heal()
		if records, notice, err := l.ReadLog("t"); acts(records) != `1="uno"` || notice != "" || err != nil {
			t.Errorf("%s: %s %q %v", name, acts(records), notice, err)
		}
		if tt.others {
			appendActs(t, mustOpen(t, "d", WithFS(fs)), "t", `"otro"`)
		}
		g, _, err = l.OpenLog("t")
		if err != nil || g.Notice() != "" {
			t.Fatalf("%s: %v %q", name, err, g.Notice())
		}
		for _, act := range bodiesOf(`"dos"`, `"tres"`) {
			if _, err := g.Append(act); err != nil {
				t.Fatal(err)
			}
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
		for _, crash := range storetest.Crashes() {
			if records, _, err := mustOpen(t, "d", WithFS(fs.After(crash))).ReadLog("t"); acts(records) != tt.want || err != nil {
				t.Errorf("%s, crash %d: %s %v", name, crash, acts(records), err)
			}
		}
	}
}

// A log whose beginning is damaged is kept aside and told of, whatever could be
// read of it; so is one that was emptied, of which nothing is left to keep.
func TestALogDamagedInItsHeadingIsKeptAside(t *testing.T) {
	for name, tt := range map[string]struct {
		damage func([]byte) []byte
		acts   string
		kept   bool
	}{
		"cut in the heading": {func(b []byte) []byte { return b[:20] }, "", true},
		"all NUL":            {func(b []byte) []byte { return make([]byte, len(b)) }, "", true},
		"no heading":         {func(b []byte) []byte { return b[strings.Index(string(b), "\n")+1:] }, "1=1 2=2", true},
		"another file":       {func([]byte) []byte { return []byte("hola") }, "", true},
		"emptied":            {func([]byte) []byte { return nil }, "", false},
	} {
		l := mustOpen(t, t.TempDir())
		appendActs(t, l, "t", `1`, `2`)
		path := l.path(logFolder, "t.jsonl")
		edit(t, path, tt.damage)
		bad, _ := os.ReadFile(path)
		if records, notice, err := l.ReadLog("t"); acts(records) != tt.acts || !strings.Contains(notice, path) || err != nil {
			t.Errorf("%s: %s %q %v", name, acts(records), notice, err)
		}
		g, records, err := l.OpenLog("t")
		if err != nil || acts(records) != tt.acts || !strings.Contains(g.Notice(), path) || strings.Contains(g.Notice(), logDamaged) != tt.kept {
			t.Fatalf("%s: %s %v", name, acts(records), err)
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
		if aside, err := os.ReadFile(l.path(logFolder, "t"+logDamaged)); string(aside) != string(bad) || (err == nil) != tt.kept {
			t.Errorf("%s: kept aside: %q %v", name, aside, err)
		}
		if _, notice, _ := l.ReadLog("t"); notice != "" {
			t.Errorf("%s: told again: %q", name, notice)
		}
	}
}

func TestUnreadableLinesArePassedOverAndKeptAside(t *testing.T) {
	for name, damage := range map[string]func(string) string{
		"one act":   func(s string) string { return strings.Replace(s, `"dos"`, `"DOS"`, 1) },
		"its sum":   func(s string) string { return strings.Replace(s, `{"n":2,"crc":"`, `{"n":2,"crc":"0`, 1) },
		"zeros":     func(s string) string { return strings.Replace(s, `{"n":2,"crc`, strings.Repeat("\x00", 9), 1) },
		"its order": func(s string) string { return strings.Replace(s, `{"n":2,`, `{"n":1,`, 1) },
	} {
		dir := t.TempDir()
		l := mustOpen(t, dir)
		appendActs(t, l, "t", `"uno"`, `"dos"`, `"tres"`)
		path := l.path(logFolder, "t.jsonl")
		edit(t, path, func(b []byte) []byte { return []byte(damage(string(b))) })
		bad, _ := os.ReadFile(path)
		if records, notice, err := l.ReadLog("t"); err != nil || acts(records) != `1="uno" 3="tres"` || notice == "" {
			t.Errorf("%s: %s %q %v", name, acts(records), notice, err)
		}
		g, records, err := l.OpenLog("t")
		if err != nil || acts(records) != `1="uno" 3="tres"` || !strings.Contains(g.Notice(), "t"+logDamaged) {
			t.Fatalf("%s: %s %v", name, acts(records), err)
		}
		_, err = g.Append(json.RawMessage(`"cuatro"`))
		if err := errors.Join(err, g.Close()); err != nil {
			t.Fatal(err)
		}
		if aside, _ := os.ReadFile(l.path(logFolder, "t"+logDamaged)); string(aside) != string(bad) {
			t.Errorf("%s: not kept aside", name)
		}
		if records, notice, err := l.ReadLog("t"); err != nil || acts(records) != `1="uno" 3="tres" 4="cuatro"` || notice != "" {
			t.Errorf("%s: %s %q %v", name, acts(records), notice, err)
		}
	}
}

func TestLostHeadingIsMadeAgain(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	appendActs(t, l, "t", `1`, `2`)
	edit(t, l.path(logFolder, "t.jsonl"), func(b []byte) []byte { return b[strings.Index(string(b), "\n")+1:] })
	appendActs(t, l, "t", `3`)
	if records, notice, err := l.ReadLog("t"); acts(records) != "1=1 2=2 3=3" || notice != "" || err != nil {
		t.Errorf("%s %q %v", acts(records), notice, err)
	}
}
