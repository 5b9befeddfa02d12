package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/store/storetest"
)

func planOf(body string) Document { return Document{Version: 1, Body: json.RawMessage(body)} }

func mustSave(t *testing.T, l *Library, name string, bodies ...string) {
	t.Helper()
	for _, body := range bodies {
		if err := l.SavePlan(name, planOf(body)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPlans(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	names := []string{"A", "B", "a", "con", "con-a1b2c3d4", "Mañana / Ñandú", "plan", "日本", "…", strings.Repeat("x", 100)}
	for i, name := range names {
		mustSave(t, l, name, fmt.Sprintf(`{"n": %d}`, i))
	}
	fresh := mustOpen(t, dir)
	plans, err := fresh.Plans()
	if err != nil || len(plans) != len(names) {
		t.Fatalf("%v %v", plans, err)
	}
	for i, name := range names {
		doc, err := fresh.LoadPlan(name)
		if diff := cmp.Diff(planOf(fmt.Sprintf(`{"n":%d}`, i)), doc); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
	for _, name := range []string{"", strings.Repeat("ñ", 101), "a\nb", "a\x1b[2Jb", "a\xff", "a\tb"} {
		if err := l.SavePlan(name, planOf(`{}`)); !errors.Is(err, ErrBadName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := l.SavePlan("A", planOf(`{"n":`)); err == nil {
		t.Error("took what is not JSON")
	}
	if _, err := l.LoadPlan("C"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func TestFileStems(t *testing.T) {
	for _, name := range []string{"..", "/etc/passwd", `c:\x`, "nul", "COM1", "a.b", "x-0a1b2c3d"} {
		stem, err := fileStem(name)
		if err != nil || !hashedPattern().MatchString(stem) || strings.ContainsAny(stem, `./\:`) {
			t.Errorf("%q: %q %v", name, stem, err)
		}
	}
	if stem, _ := fileStem("mi-plan-2"); stem != "mi-plan-2" {
		t.Errorf("%q", stem)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		one, err1 := fileStem(a)
		two, err2 := fileStem(b)
		if err1 == nil && err2 == nil && a != b && strings.EqualFold(one, two) {
			t.Fatalf("%q and %q are both %q", a, b, one)
		}
	})
}

func TestDocumentRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := json.Marshal(anyText().Draw(t, "text"))
		body := fmt.Appendf(nil, `{"b": %s, "a":[1.50, 12345678901234567890, null],"<&>":{}}`, text)
		file, err := encodeEnvelope(kindPlan, 3, anyText().Filter(func(s string) bool { return json.Valid([]byte(fmt.Sprintf("%q", s))) }).Draw(t, "name"), body)
		if err != nil {
			t.Fatal(err)
		}
		back, err := decodeEnvelope(kindPlan, 0, file)
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		compact, _ := compactJSON(body)
		if string(back.Body) != string(compact) || back.Version != 3 {
			t.Fatalf("%s became %s", compact, back.Body)
		}
		if _, err := decodeEnvelope(kindProfile, 0, file); err == nil {
			t.Fatal("a plan was taken for a profile")
		}
	})
}

func FuzzDecodeEnvelope(f *testing.F) {
	file, _ := encodeEnvelope(kindPlan, 1, "A", []byte(`{"a":[1]}`))
	f.Add(file)
	f.Fuzz(func(t *testing.T, file []byte) {
		e, err := decodeEnvelope(kindPlan, 1, file)
		if err == nil && !json.Valid(e.Body) {
			t.Fatalf("%q", e.Body)
		}
	})
}

func FuzzScanLog(f *testing.F) {
	file, _ := encodeLog("turno", []Record{{Seq: 1, Body: json.RawMessage(`{"a":1}`)}, {Seq: 2, Body: json.RawMessage(`2`)}})
	f.Add(file)
	f.Add(file[:len(file)-3])
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := scanLog(raw)
		if err != nil {
			return
		}
		again, err := encodeLog("x", s.records)
		if err != nil {
			t.Fatal(err)
		}
		back, err := scanLog(again)
		if diff := cmp.Diff(s.records, back.records); err != nil || diff != "" || back.bad != 0 || back.torn {
			t.Fatal(err, diff)
		}
	})
}

func TestDamagedPlanGivesTheVersionBefore(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"truncated": truncated,
		"empty":     func([]byte) []byte { return nil },
		"edited":    func(b []byte) []byte { return []byte(strings.Replace(string(b), "dos", "tres", 1)) },
	} {
		dir := t.TempDir()
		mustSave(t, mustOpen(t, dir), "a", `"uno"`, `"dos"`)
		l := mustOpen(t, dir)
		path := l.path(planFolder, "a.json")
		edit(t, path, damage)
		bad, _ := os.ReadFile(path)
		doc, err := l.LoadPlan("a")
		if err != nil || string(doc.Body) != `"uno"` || !strings.Contains(doc.Restored, path) {
			t.Errorf("%s: %+v %v", name, doc, err)
		}
		if plans, err := l.Plans(); err != nil || len(plans) != 1 || plans[0] != (PlanInfo{Name: "a"}) {
			t.Errorf("%s: %v %v", name, plans, err)
		}
		mustSave(t, l, "a", `"cuatro"`)
		if aside, _ := os.ReadFile(l.path(planFolder, "a"+damagedSuffix)); string(aside) != string(bad) {
			t.Errorf("%s: the damaged file was not put aside", name)
		}
		if before, _ := os.ReadFile(l.path(planFolder, "a"+previousSuffix)); !strings.Contains(string(before), `"uno"`) {
			t.Errorf("%s: the good version before was replaced: %s", name, before)
		}
		if doc, err := mustOpen(t, dir).LoadPlan("a"); err != nil || string(doc.Body) != `"cuatro"` || doc.Restored != "" {
			t.Errorf("%s: %+v %v", name, doc, err)
		}
	}
}

func TestPlanLostWithItsVersionBefore(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	mustSave(t, l, "a", `"uno"`)
	edit(t, l.path(planFolder, "a.json"), truncated)
	if _, err := l.LoadPlan("a"); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "a.json") {
		t.Error(err)
	}
	if plans, err := l.Plans(); err != nil || len(plans) != 1 || !errors.Is(plans[0].Err, ErrDamaged) {
		t.Errorf("%v %v", plans, err)
	}
	mustSave(t, l, "b", `"uno"`, `"dos"`)
	if err := os.Remove(l.path(planFolder, "b.json")); err != nil {
		t.Fatal(err)
	}
	if plans, _ := l.Plans(); len(plans) != 2 {
		t.Errorf("%v", plans)
	}
	if doc, err := l.LoadPlan("b"); err != nil || string(doc.Body) != `"uno"` || doc.Restored == "" {
		t.Errorf("%+v %v", doc, err)
	}
}

func TestSecondWindowCannotOverwrite(t *testing.T) {
	dir := t.TempDir()
	one, two := mustOpen(t, dir), mustOpen(t, dir)
	mustSave(t, one, "a", `1`)
	if err := two.SavePlan("a", planOf(`2`)); !errors.Is(err, ErrChanged) { // never read it
		t.Error(err)
	}
	if _, err := two.LoadPlan("a"); err != nil {
		t.Fatal(err)
	}
	mustSave(t, two, "a", `3`, `4`)
	if err := one.SavePlan("a", planOf(`5`)); !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "«a»") {
		t.Error(err)
	}
	if err := one.RemovePlan("a"); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	if doc, err := one.LoadPlan("a"); err != nil || string(doc.Body) != `4` {
		t.Errorf("%+v %v", doc, err)
	}
	mustSave(t, one, "a", `6`)
}

// A plan whose file is damaged while it is open is saved from memory: nobody
// changed it, and what is left of the file is put aside.
func TestAPlanDamagedWhileItIsOpenIsSaved(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"truncated": truncated, "zeros": func(b []byte) []byte { return make([]byte, len(b)) }, "emptied": func([]byte) []byte { return nil },
	} {
		l := mustOpen(t, t.TempDir())
		mustSave(t, l, "a", `1`, `2`)
		path := l.path(planFolder, "a.json")
		edit(t, path, damage)
		bad, _ := os.ReadFile(path)
		mustSave(t, l, "a", `3`, `4`)
		if aside, _ := os.ReadFile(l.path(planFolder, "a"+damagedSuffix)); string(aside) != string(bad) {
			t.Errorf("%s: %q was put aside", name, aside)
		}
		if doc, err := mustOpen(t, l.Path()).LoadPlan("a"); err != nil || string(doc.Body) != `4` {
			t.Errorf("%s: %+v %v", name, doc, err)
		}
		edit(t, path, damage)
		if err := mustOpen(t, l.Path()).SavePlan("a", planOf(`5`)); name != "emptied" && !errors.Is(err, ErrChanged) { // never read it
			t.Errorf("%s: %v", name, err)
		}
		if err := os.Remove(path); err != nil { // taken away by another window
			t.Fatal(err)
		}
		if err := l.SavePlan("a", planOf(`6`)); !errors.Is(err, ErrChanged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRemovedPlanStaysRemoved(t *testing.T) {
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	mustSave(t, l, "a", `1`, `2`)
	if err := l.RemovePlan("a"); err != nil {
		t.Fatal(err)
	}
	for _, crash := range storetest.Crashes() {
		fresh := mustOpen(t, "d", WithFS(fs.After(crash)))
		if doc, err := fresh.LoadPlan("a"); !errors.Is(err, ErrNotFound) {
			t.Errorf("crash %d: %+v %v", crash, doc, err)
		}
		if plans, err := fresh.Plans(); len(plans) != 0 || err != nil {
			t.Errorf("crash %d: %v %v", crash, plans, err)
		}
	}
	if !strings.Contains(fs.Files()["d/planes/a"+removedSuffix], "2") {
		t.Error("the removed plan was erased")
	}
	if err := l.RemovePlan("a"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	mustSave(t, l, "a", `3`)
	if doc, err := l.LoadPlan("a"); err != nil || string(doc.Body) != `3` {
		t.Errorf("%+v %v", doc, err)
	}
}

// The step that makes the new name durable fails: the save is not acknowledged,
// but the file may be in place. Saving again must work and be durable.
func TestSaveAgainAfterTheLastStepFailed(t *testing.T) {
	for _, again := range []string{`2`, `3`} {
		fs := storetest.New()
		l := mustOpen(t, "d", WithFS(fs))
		mustSave(t, l, "a", `1`)
		fs.FailFrom(1, syscall.EIO, storetest.OpDir)
		if err := l.SavePlan("a", planOf(`2`)); err == nil {
			t.Fatal("acknowledged")
		}
		fs.Heal()
		mustSave(t, l, "a", again)
		for _, crash := range storetest.Crashes() {
			if doc, err := mustOpen(t, "d", WithFS(fs.After(crash))).LoadPlan("a"); err != nil || string(doc.Body) != again {
				t.Errorf("crash %d: %+v %v", crash, doc, err)
			}
		}
	}
}

func TestNewerDocumentsAreRefusedAndKept(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	if err := l.SavePlan("a", Document{Version: 7, Body: json.RawMessage(`1`)}); err != nil {
		t.Fatal(err)
	}
	if err := l.SavePlan("a", planOf(`2`)); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
	newFormat := func(b []byte) []byte { return []byte(strings.Replace(string(b), `"formato": 1`, `"formato": 2`, 1)) }
	edit(t, l.path(planFolder, "a.json"), newFormat)
	if _, err := l.LoadPlan("a"); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
	if err := l.SavePlan("a", Document{Version: 9, Body: json.RawMessage(`1`)}); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
	if plans, _ := l.Plans(); len(plans) != 1 || !errors.Is(plans[0].Err, ErrNewer) {
		t.Errorf("%v", plans)
	}
	if err := l.SaveProfile(Profile{Rank: 1}); err != nil {
		t.Fatal(err)
	}
	edit(t, l.path("perfil.json"), newFormat)
	_, err := l.Profile()
	if saveErr := l.SaveProfile(Profile{Rank: 2}); !errors.Is(err, ErrNewer) || !errors.Is(saveErr, ErrNewer) {
		t.Errorf("%v %v", err, saveErr)
	}
	appendActs(t, l, "t", `1`)
	late, _, err := encodeAct(0, []byte(`{"serums":"turno","formato":2,"nombre":"t"}`))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(l.path(logFolder, "t.jsonl"), late, 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, openErr := l.OpenLog("t")
	_, _, readErr := l.ReadLog("t")
	if kept, _ := os.ReadFile(l.path(logFolder, "t.jsonl")); !errors.Is(openErr, ErrNewer) || !errors.Is(readErr, ErrNewer) || string(kept) != string(late) {
		t.Errorf("%v %v %s", openErr, readErr, kept)
	}
	if release, err := l.Lock(); err != nil { // a failed OpenLog holds no lock
		t.Error(err)
	} else {
		release()
	}
}

func TestProfile(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	want := Profile{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Rank: 812, RankEquivalente: 400, PassesAhead: 3, Settings: map[string]string{"tema": "claro"}}
	for _, p := range []Profile{{Rank: 1}, want} {
		if err := l.SaveProfile(p); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := mustOpen(t, dir).Profile(); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%+v %v", got, err)
	}
	edit(t, l.path("perfil.json"), truncated)
	if got, restored, err := mustOpen(t, dir).LoadProfile(); err != nil || got.Rank != 1 || !strings.Contains(restored, "perfil.json") {
		t.Errorf("%+v %q %v", got, restored, err)
	}
	if err := mustOpen(t, dir).SaveProfile(want); err != nil { // never read it
		t.Error(err)
	}
}

func TestCache(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	if _, ok := l.Cache("modelo"); ok {
		t.Error("found what was never stored")
	}
	for _, value := range []string{"uno", "", "dos"} {
		if err := l.PutCache("modelo", []byte(value)); err != nil {
			t.Fatal(err)
		}
		if got, ok := mustOpen(t, dir).Cache("modelo"); !ok || string(got) != value {
			t.Errorf("%q %v", got, ok)
		}
	}
	if _, ok := l.Cache("otro"); ok {
		t.Error("found another key's value")
	}
	edit(t, l.cachePath("modelo"), func(b []byte) []byte { return b[:len(b)-1] })
	if _, ok := l.Cache("modelo"); ok {
		t.Error("took a damaged value")
	}
	for i := range maxCached + 5 {
		if err := l.PutCache(fmt.Sprint(i), []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if names, _ := os.ReadDir(l.path(cacheFolder)); len(names) > maxCached {
		t.Errorf("%d values", len(names))
	}
	if _, ok := l.Cache(fmt.Sprint(maxCached + 4)); !ok {
		t.Error("the last value was not kept")
	}
}

// A part of a value is that part of it, on the disk and in memory; what is not there is
// said to be so, and what ends too soon is an error.
func TestPartsOfTheCache(t *testing.T) {
	mem, err := Open("/biblioteca", WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*Library{"disk": mustOpen(t, t.TempDir()), "memory": mem} {
		if err := l.PutCache("modelo", []byte("cabeza y cuerpo")); err != nil {
			t.Fatal(err)
		}
		got := make([]byte, 6)
		if n, err := l.CacheAt("modelo").ReadAt(got, 9); n != len(got) || err != nil || string(got) != "cuerpo" {
			t.Errorf("%s: %q, %d, %v", name, got, n, err)
		}
		if _, err := l.CacheAt("modelo").ReadAt(got, 10); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: past the end: %v", name, err)
		}
		if _, err := l.CacheAt("otro").ReadAt(got, 0); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: another key: %v", name, err)
		}
	}
	if _, err := (*Library)(nil).CacheAt("modelo").ReadAt(nil, 0); !errors.Is(err, ErrNotFound) {
		t.Errorf("no library: %v", err)
	}
}
