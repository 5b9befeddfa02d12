package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var about = Manifest{Program: "1.2.3", Library: 1, Created: time.Date(2026, 11, 21, 22, 30, 0, 0, time.UTC)}

func sample() map[string][]byte {
	return map[string][]byte{
		"biblioteca.json":   []byte(`{"a":1}`),
		"listas/oferta.csv": bytes.Repeat([]byte("una;dos;tres\n"), 500),
		"planes/a.json":     {},
	}
}

func mustBytes(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	content, _, err := Bytes(about, files)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// readAll reads every file of an archive; the first fault is the answer.
func readAll(content []byte) (map[string][]byte, error) {
	a, err := Open(content)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range a.Files {
		if files[f.Name], err = a.Read(f.Name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func TestReadsBackWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-bd-z][a-z0-9-]{0,8}(/[a-bd-z][a-z0-9.-]{0,8}[a-z])?`)
		files := rapid.MapOf(name.Filter(safeName), rapid.SliceOf(rapid.Byte())).Draw(t, "files")
		content, m, err := Bytes(about, files)
		if err != nil {
			t.Fatal(err)
		}
		again, _, _ := Bytes(about, files)
		if !bytes.Equal(content, again) {
			t.Fatal("two archives of the same differ")
		}
		back, err := readAll(content)
		if err != nil {
			t.Fatal(err)
		}
		for name, body := range files {
			if !bytes.Equal(back[name], body) {
				t.Fatalf("%s: %q", name, back[name])
			}
		}
		a, _ := Open(content)
		if diff := cmp.Diff(m, a.Manifest); diff != "" || len(back) != len(files) {
			t.Fatal(diff)
		}
	})
}

func TestAnyTruncationIsRefused(t *testing.T) {
	content := mustBytes(t, sample())
	for n := range content {
		if _, err := readAll(content[:n]); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrRefused) {
			t.Fatalf("%d bytes of %d: %v", n, len(content), err)
		}
	}
}

// A changed byte is refused, or is one that means nothing (a date): then what is
// read is what was written.
func TestAnyChangedByteIsRefusedOrMeansNothing(t *testing.T) {
	content := mustBytes(t, sample())
	for n := range content {
		for _, flip := range []byte{1, 0x80, 0xff} {
			broken := bytes.Clone(content)
			broken[n] ^= flip
			got, err := readAll(broken)
			if err == nil && !cmp.Equal(got, sample(), cmp.Comparer(bytes.Equal)) {
				t.Fatalf("byte %d: other contents were taken", n)
			}
		}
	}
}

// entry is one file of a ZIP as a stranger might make it.
type entry struct {
	zip.FileHeader
	body string
}

func file(name, body string) entry {
	return entry{zip.FileHeader{Name: name, Method: zip.Deflate}, body}
}

func link(name, to string) entry {
	e := file(name, to)
	e.SetMode(fs.ModeSymlink | 0o777)
	return e
}

func pack(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range entries {
		f, err := w.CreateHeader(&entries[i].FileHeader)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(entries[i].body)); err != nil && entries[i].body != "" {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// manifestFor names the entries truly, so that only what a case is about is off.
func manifestFor(t testing.TB, entries ...entry) entry {
	t.Helper()
	m := Manifest{Kind: manifestKind, Format: Format, Files: []File{}}
	for _, e := range entries {
		m.Files = append(m.Files, File{Name: e.Name, Size: int64(len(e.body)), SHA256: hashOf([]byte(e.body))})
	}
	head, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return file(ManifestName, string(head))
}

func TestHostileArchivesAreRefused(t *testing.T) {
	with := func(entries ...entry) []byte {
		return pack(t, append([]entry{manifestFor(t, entries...)}, entries...)...)
	}
	good := file("planes/a.json", "{}")
	cases := map[string]struct {
		content []byte
		want    error
	}{
		"nothing":            {nil, ErrDamaged},
		"no zip":             {[]byte("RENIPRESS;PROFESION\n"), ErrDamaged},
		"empty zip":          {pack(t), ErrDamaged},
		"a zip of others":    {pack(t, file("foto.jpg", "x")), ErrDamaged},
		"one twice":          {pack(t, manifestFor(t, good), good, good), ErrRefused},
		"one twice by case":  {with(file("planes/A.json", "1"), file("planes/a.json", "2")), ErrRefused},
		"not in manifest":    {pack(t, manifestFor(t, good), good, file("planes/b.json", "")), ErrRefused},
		"only in manifest":   {pack(t, manifestFor(t, good, file("planes/b.json", "")), good), ErrRefused},
		"wrong hash":         {pack(t, manifestFor(t, file("planes/a.json", "[]")), good), ErrDamaged},
		"wrong size":         {pack(t, manifestFor(t, file("planes/a.json", "{} ")), good), ErrRefused},
		"out of order":       {with(file("planes/b.json", ""), good), ErrRefused},
		"link":               {with(link("planes/a.json", "/etc/passwd")), ErrRefused},
		"folder":             {pack(t, manifestFor(t), file("planes/", "")), ErrRefused},
		"manifest twice":     {pack(t, manifestFor(t), manifestFor(t)), ErrRefused},
		"manifest is a list": {pack(t, file(ManifestName, "[]")), ErrDamaged},
		"manifest cut":       {pack(t, file(ManifestName, `{"serums":"respaldo","formato":1,"arch`)), ErrDamaged},
		"newer":              {pack(t, file(ManifestName, `{"serums":"respaldo","formato":2,"archivos":7}`), link("x", "y")), ErrNewer},
		"bomb of zeros":      {with(file("listas/a.csv", strings.Repeat("\x00", maxFile+1))), ErrRefused},
		"bomb of many":       {bombOfMany(t), ErrRefused},
		"bomb of manifest":   {pack(t, file(ManifestName, strings.Repeat(" ", maxManifest+1))), ErrRefused},
	}
	for _, name := range []string{
		"../a.json", "planes/../../a.json", "/etc/cron.d/a", "C:/a.json", `C:\a.json`, `planes\a.json`, "./a.json", "planes//a.json",
		"con", "NUL.json", "planes/aux.json", "com1.json", "LPT9.tar.gz", "com¹.json", "a.json.", "a ", "a:b", "planes/a\x00.json", "a\nb",
		"a\x1b[2J.json", "\xff.json", "..", "a*b", "a?b", strings.Repeat("a", maxName+1),
	} {
		cases[fmt.Sprintf("name %q", name)] = struct {
			content []byte
			want    error
		}{with(file(name, "x")), ErrRefused}
	}
	for name, tt := range cases {
		files, err := readAll(tt.content)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, %d files", name, err, len(files))
			continue
		}
		if text := err.Error(); strings.ContainsAny(text, "\x1b\x00\n") || !strings.Contains(text, "no se tocó") {
			t.Errorf("%s: %q", name, text)
		}
	}
}

func bombOfMany(t *testing.T) []byte {
	t.Helper()
	entries := make([]entry, 2*maxFiles+1)
	for i := range entries {
		entries[i] = entry{FileHeader: zip.FileHeader{Name: fmt.Sprintf("planes/%06d.json", i), Method: zip.Store}}
	}
	return pack(t, entries...)
}

// An entry that says it is small and unpacks to more is read no further than it
// says, and refused.
func TestEntryThatLiesAboutItsSize(t *testing.T) {
	e := file("listas/a.csv", strings.Repeat("0", 1<<20))
	short := file("listas/a.csv", "00000")
	content := pack(t, manifestFor(t, short), e)
	directory := bytes.LastIndex(content, centralHeader)
	binary.LittleEndian.PutUint32(content[directory+24:], uint32(len(short.body)))
	if _, err := readAll(content); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
}

func TestEncryptedEntryIsRefused(t *testing.T) {
	e := file("planes/a.json", "{}")
	content := pack(t, manifestFor(t, e), e)
	directory := bytes.LastIndex(content, centralHeader)
	content[directory+8] |= encrypted
	if _, err := readAll(content); !errors.Is(err, ErrRefused) {
		t.Error(err)
	}
}

func TestBytesRefusesWhatOpenWould(t *testing.T) {
	for _, name := range []string{"../a", ManifestName, "con.json", ""} {
		if _, _, err := Bytes(about, map[string][]byte{name: nil}); !errors.Is(err, errUnfit) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	good, _, err := Bytes(about, sample())
	if err != nil {
		f.Fatal(err)
	}
	e := file("planes/a.json", "{}")
	for _, seed := range [][]byte{good, good[:len(good)/2], pack(f, manifestFor(f, e), e), pack(f, file(ManifestName, "{}")), pack(f, link("a", "b")), {}} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		files, err := readAll(content)
		var own *Error
		if err != nil {
			if !errors.As(err, &own) || own.Text == "" || own.Kind == nil {
				t.Fatalf("not an error of ours: %v", err)
			}
			return
		}
		a, _ := Open(content)
		packed, _, err := Bytes(a.Manifest, files)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := readAll(packed)
		if err != nil || !cmp.Equal(files, again, cmp.Comparer(bytes.Equal)) {
			t.Fatalf("reads back otherwise: %v", err)
		}
	})
}
