package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/store"
	"brujula/data/store/storetest"
)

func TestWriteFileIsOldOrNewAfterAnyFault(t *testing.T) {
	const name, before, after = "d/f", "old", "new content"
	begin := func() *storetest.Mem {
		m := storetest.New()
		if err := m.MkdirAll("d"); err != nil {
			t.Fatal(err)
		}
		if err := store.WriteFile(m, name, []byte(before)); err != nil {
			t.Fatal(err)
		}
		m.Heal()
		return m
	}
	whole := begin()
	if err := store.WriteFile(whole, name, []byte(after)); err != nil {
		t.Fatal(err)
	}
	steps := len(whole.Steps())
	if steps != 5 { // create, write, sync, rename, syncdir
		t.Fatalf("%d steps: %v", steps, whole.Steps())
	}
	for n := 1; n <= steps; n++ {
		for _, crash := range storetest.Crashes() {
			m := begin()
			m.StopAt(n)
			if err := store.WriteFile(m, name, []byte(after)); !errors.Is(err, storetest.ErrStopped) {
				t.Fatalf("step %d: %v", n, err)
			}
			got, err := m.After(crash).ReadFile(name)
			if err != nil || string(got) != before && string(got) != after {
				t.Errorf("step %d crash %d: %q %v", n, crash, got, err)
			}
		}
		m := begin()
		m.FailAt(n, storetest.ErrFull)
		if err := store.WriteFile(m, name, []byte(after)); !store.IsFull(err) {
			t.Errorf("step %d: %v", n, err)
		}
		for path := range m.Files() {
			if store.IsTemp(filepath.Base(path)) {
				t.Errorf("step %d left %s", n, path)
			}
		}
	}
	for _, crash := range storetest.Crashes() {
		if got, _ := whole.After(crash).ReadFile(name); string(got) != after {
			t.Errorf("crash %d after success: %q", crash, got)
		}
	}
}

// The double must tell a careless writer from a careful one, or the tests that
// stand on it prove nothing.
func TestMemFindsCarelessWriters(t *testing.T) {
	m := storetest.New()
	_ = m.MkdirAll("d")
	f, _ := m.CreateTemp("d")
	_, _ = f.Write([]byte("abcdef"))
	_ = m.Rename(f.Name(), "d/f")
	want := map[storetest.Crash]string{storetest.Kill: "abcdef", storetest.PowerNames: "", storetest.PowerTorn: "abc\x00\x00\x00"}
	for crash, content := range want {
		if got, err := m.After(crash).ReadFile("d/f"); err != nil || string(got) != content {
			t.Errorf("crash %d: %q %v, want %q", crash, got, err, content)
		}
	}
	if _, err := m.After(storetest.Power).ReadFile("d/f"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a name that was not synced survived a power loss: %v", err)
	}
}

func TestOS(t *testing.T) {
	var disk store.OS
	dir := filepath.Join(t.TempDir(), "a", "b")
	if names, err := disk.ReadDir(dir); err != nil || names != nil {
		t.Errorf("missing folder: %v %v", names, err)
	}
	if err := disk.MkdirAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := disk.MkdirAll(dir); err != nil {
		t.Errorf("second time: %v", err)
	}
	name := filepath.Join(dir, "f")
	for _, content := range []string{"one", "two"} {
		if err := store.WriteFile(disk, name, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := disk.ReadFile(name); err != nil || string(got) != content {
			t.Errorf("%q %v", got, err)
		}
	}
	if names, _ := disk.ReadDir(dir); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
	if err := disk.MkdirAll(filepath.Join(name, "under-a-file")); err == nil {
		t.Error("made a folder under a file")
	}
}

func TestOSLock(t *testing.T) {
	var disk store.OS
	name := filepath.Join(t.TempDir(), "lock")
	release, err := disk.Lock(name, "first")
	if err != nil {
		t.Fatal(err)
	}
	_, err = disk.Lock(name, "second")
	var held *store.HeldError
	if !errors.As(err, &held) || !strings.HasSuffix(held.Holder, "first") {
		t.Errorf("%v", err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	release, err = disk.Lock(name, "third")
	if err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
}

func TestErrorKinds(t *testing.T) {
	for _, tt := range []struct {
		err            error
		full, readOnly bool
	}{
		{&os.PathError{Op: "write", Path: "f", Err: storetest.ErrFull}, true, false},
		{&os.PathError{Op: "open", Path: "f", Err: fs.ErrPermission}, false, true},
		{storetest.ErrReadOnly, false, true},
		{errors.New("other"), false, false},
		{nil, false, false},
	} {
		if store.IsFull(tt.err) != tt.full || store.IsReadOnly(tt.err) != tt.readOnly {
			t.Errorf("%v: full %v, read-only %v", tt.err, store.IsFull(tt.err), store.IsReadOnly(tt.err))
		}
	}
}

func TestAppendGoesOnAfterTruncate(t *testing.T) {
	dir := t.TempDir()
	mem := storetest.New()
	if err := mem.MkdirAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, fs := range []store.FS{store.OS{}, mem} {
		name := filepath.Join(dir, "log")
		if err := store.WriteFile(fs, name, []byte("head ")); err != nil {
			t.Fatal(err)
		}
		f, err := fs.Append(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte("torn"))
		if err := f.Truncate(5); err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte("whole"))
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			t.Fatal(err)
		}
		if got, _ := fs.ReadFile(name); string(got) != "head whole" {
			t.Errorf("%T: %q", fs, got)
		}
	}
}
