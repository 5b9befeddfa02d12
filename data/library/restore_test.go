package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/archive"
	"brujula/data/store/storetest"
)

var made = About{Program: "1.2.3", At: time.Date(2026, 11, 21, 22, 30, 0, 0, time.UTC)}

// fill puts one of each thing into a library; two seeds give two libraries of
// which each has files that the other has not.
func fill(t *testing.T, l *Library, seed int) {
	t.Helper()
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 3+seed, seed), day(1)),
		fakeAdjudicationItem(fakeAdjudication(data.Process(fmt.Sprintf("202%d-I", seed)), data.Remunerada, 3), day(2)))
	for i := range 2 {
		for _, name := range []string{"A", fmt.Sprintf("Plan %d", seed)} {
			body := fmt.Sprintf(`{"lineas":[%d,%d]}`, seed, i)
			if err := l.SavePlan(name, Document{Version: 1, Body: json.RawMessage(body)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := l.SaveProfile(Profile{Process: "2026-I", Profession: "MEDICINA", Rank: 800 + seed}); err != nil {
		t.Fatal(err)
	}
	appendActs(t, l, "turno", fmt.Sprint(seed), "2")
	if mem, ok := l.fs.(*storetest.Mem); ok {
		mem.Set(l.path(rulesName), fmt.Sprintf("# reglas %d\n", seed))
		mem.Set(l.path("apuntes.txt"), "de otro") // a file of others
		mem.Set(l.path(cacheFolder, "x.bin"), "cache")
	}
}

// backupOf makes an archive of a library that fill has filled.
func backupOf(t *testing.T, seed int) (content []byte, files map[string]string) {
	t.Helper()
	fs := storetest.New()
	l := mustOpen(t, "otra", WithFS(fs))
	fill(t, l, seed)
	content, _, err := l.Backup(t.Context(), made, Unsaved{})
	if err != nil {
		t.Fatal(err)
	}
	return content, ownedFiles(fs, "otra")
}

// ownedFiles returns what a backup takes along, by name.
func ownedFiles(fs *storetest.Mem, dir string) map[string]string {
	files := map[string]string{}
	for path, content := range fs.Files() {
		rel, err := filepath.Rel(dir, path)
		if name := filepath.ToSlash(rel); err == nil && owned(name) {
			files[name] = content
		}
	}
	return files
}

func mustOpenBackup(t *testing.T, content []byte) *Contents {
	t.Helper()
	c, err := OpenBackup(t.Context(), content, Newer{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestBackupTakesAllThatIsTheUsers(t *testing.T) {
	content, files := backupOf(t, 4)
	c := mustOpenBackup(t, content)
	got := map[string]string{}
	for name, body := range c.files {
		got[name] = string(body)
	}
	if diff := cmp.Diff(files, got); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{indexName, rulesName, "perfil.json", "planes/a-559aead0.json", "planes/a-559aead0.anterior.json", "turnos/turno.jsonl"} {
		if _, ok := got[want]; !ok {
			t.Errorf("%s is missing of %v", want, slices.Sorted(maps.Keys(got)))
		}
	}
	for name := range got {
		if strings.Contains(name, "cache") || strings.Contains(name, "cerrojo") || strings.Contains(name, "apuntes") {
			t.Errorf("%s was taken along", name)
		}
	}
	plans, err := c.Plans()
	if err != nil || len(plans) != 2 || len(c.Lists()) != 2 || !c.HasProfile || string(c.Rules) != "# reglas 4\n" {
		t.Errorf("%v %v %v %v %q", plans, err, c.Lists(), c.HasProfile, c.Rules)
	}
	if m := c.Manifest(); m.Program != "1.2.3" || !m.Created.Equal(made.At) || m.Library != FormatVersion {
		t.Errorf("%+v", m)
	}
	if err := c.SaveProfile(Profile{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("an archive was written to: %v", err)
	}
}

func TestBackupOfNothing(t *testing.T) {
	if _, _, err := mustOpen(t, t.TempDir()).Backup(t.Context(), made, Unsaved{}); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

// A backup is made while another window writes: it needs no lock.
func TestBackupWhileLocked(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	fill(t, l, 4)
	release, err := l.Lock()
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	other := mustOpen(t, dir)
	content, _, err := other.Backup(t.Context(), made, Unsaved{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Restore(t.Context(), mustOpenBackup(t, content), made); !errors.Is(err, ErrLocked) {
		t.Errorf("restored under the lock of another: %v", err)
	}
}

func TestRestore(t *testing.T) {
	content, want := backupOf(t, 5)
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	fill(t, l, 4)
	before := ownedFiles(fs, "d")
	done, err := l.Restore(t.Context(), mustOpenBackup(t, content), made)
	if err != nil || done.Same || done.Kept == "" {
		t.Fatalf("%+v %v", done, err)
	}
	if diff := cmp.Diff(want, ownedFiles(fs, "d")); diff != "" {
		t.Error(diff)
	}
	if fs.Files()["d/apuntes.txt"] != "de otro" {
		t.Error("a file of others was touched")
	}
	for path := range fs.Files() {
		if strings.Contains(path, stageFolder+"/") || strings.HasSuffix(path, journalName) {
			t.Errorf("%s was left behind", path)
		}
	}
	if p, err := l.Profile(); err != nil || p.Rank != 805 { // the open library sees what was restored
		t.Errorf("%+v %v", p, err)
	}
	if offers, err := l.Offers(t.Context()); err != nil || len(offers) != 1 || len(offers[0].Plazas) != 8 {
		t.Errorf("%v %v", offers, err)
	}
	if _, err := l.LoadPlan("A"); err != nil {
		t.Error(err)
	}
	if err := l.SavePlan("A", Document{Version: 1, Body: json.RawMessage("{}")}); err != nil {
		t.Error(err)
	}
	// What was there can be had back.
	kept, _ := fs.ReadFile(done.Kept)
	if _, err := l.Restore(t.Context(), mustOpenBackup(t, kept), made); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, ownedFiles(fs, "d")); diff != "" {
		t.Error(diff)
	}
	again, err := l.Restore(t.Context(), mustOpenBackup(t, kept), made)
	if err != nil || !again.Same || again.Kept != "" {
		t.Errorf("%+v %v", again, err)
	}
	if names, _ := fs.ReadDir("d/" + keptFolder); len(names) != 2 { // of one second: none in the place of the other
		t.Errorf("%v", names)
	}
}

// A JSON file in the library's folder that is not the library's, such as an
// exported plan, is neither taken along nor touched; nor is it brought by one of
// the first backups, which took it along.
func TestAFileOfOthersIsNeitherTakenNorRestored(t *testing.T) {
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	fill(t, l, 4)
	fs.Set("d/mi-plan.json", "mío")
	own, _, err := l.Backup(t.Context(), made, Unsaved{})
	if err != nil {
		t.Fatal(err)
	}
	c := mustOpenBackup(t, own)
	if _, taken := c.files["mi-plan.json"]; taken {
		t.Error("taken along")
	}
	first := map[string]string{"mi-plan.json": "de antes", "otro-plan.json": "de antes"}
	for name, content := range c.files {
		first[name] = string(content)
	}
	if done, err := l.Restore(t.Context(), mustOpenBackup(t, hostile(t, first)), made); err != nil || !done.Same {
		t.Errorf("%+v %v", done, err)
	}
	content, _ := backupOf(t, 5)
	if _, err := l.Restore(t.Context(), mustOpenBackup(t, content), made); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Restore(t.Context(), mustOpenBackup(t, hostile(t, first)), made); err != nil {
		t.Fatal(err)
	}
	if got := fs.Files(); got["d/mi-plan.json"] != "mío" || got["d/otro-plan.json"] != "" {
		t.Errorf("%q %q", got["d/mi-plan.json"], got["d/otro-plan.json"])
	}
}

func TestRestoreIntoNothing(t *testing.T) {
	content, want := backupOf(t, 5)
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	done, err := l.Restore(t.Context(), mustOpenBackup(t, content), made)
	if err != nil || done.Kept != "" {
		t.Fatalf("%+v %v", done, err)
	}
	if diff := cmp.Diff(want, ownedFiles(fs, "d")); diff != "" {
		t.Error(diff)
	}
}

// hostile makes an archive of any files, such as no library has.
func hostile(t *testing.T, files map[string]string) []byte {
	t.Helper()
	all := map[string][]byte{}
	for name, body := range files {
		all[name] = []byte(body)
	}
	content, _, err := archive.Bytes(archive.Manifest{}, all)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestOpenBackupRefuses(t *testing.T) {
	newerPlan, _ := encodeEnvelope(kindPlan, 1, "a", []byte("{}"))
	newerIndex, _ := encodeEnvelope(kindIndex, indexVersion+1, "", []byte("{}"))
	head, _ := encodeLog("t", nil)
	for name, tt := range map[string]struct {
		files map[string]string
		want  error
	}{
		"foreign file":     {map[string]string{"apuntes.txt": "x"}, archive.ErrRefused},
		"foreign folder":   {map[string]string{"otros/a.json": "x"}, archive.ErrRefused},
		"the journal":      {map[string]string{journalName: "{}"}, archive.ErrRefused},
		"the lock":         {map[string]string{lockName: ""}, archive.ErrRefused},
		"the cache":        {map[string]string{"cache/x.bin": ""}, archive.ErrRefused},
		"a program":        {map[string]string{"planes/a.exe": ""}, archive.ErrRefused},
		"newer index":      {map[string]string{indexName: string(newerIndex)}, ErrNewer},
		"newer plan":       {map[string]string{"planes/a.json": strings.Replace(string(newerPlan), `"formato": 1`, `"formato": 9`, 1)}, ErrNewer},
		"newer log":        {map[string]string{"turnos/t.jsonl": newerLog(t, head)}, ErrNewer},
		"a damaged index":  {map[string]string{indexName: "{"}, nil},
		"a damaged plan":   {map[string]string{"planes/a.json": "{"}, nil},
		"nothing but ours": {map[string]string{rulesName: ""}, nil},
	} {
		if _, err := OpenBackup(t.Context(), hostile(t, tt.files), Newer{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func newerLog(t *testing.T, head []byte) string {
	t.Helper()
	var line logLine
	if err := json.Unmarshal(head, &line); err != nil {
		t.Fatal(err)
	}
	act := strings.Replace(string(line.Act), `"formato":1`, `"formato":9`, 1)
	file, _, err := encodeAct(0, []byte(act))
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}
