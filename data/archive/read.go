package archive

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"brujula/data/filename"
	"brujula/data/texts"
)

// Archive is an archive whose names and sizes were checked. Contents are
// checked by Read, each when it is read.
type Archive struct {
	Manifest
	entries map[string]*zip.File
}

// centralHeader begins each entry of a ZIP's directory.
var centralHeader = []byte("PK\x01\x02")

// Open reads the directory and the manifest of an archive. It fails with
// ErrDamaged for what is truncated or no archive, ErrRefused for what no backup
// holds (names that lead elsewhere, links, the same name twice, more than can be
// unpacked), and ErrNewer.
func Open(content []byte) (*Archive, error) {
	if len(content) > MaxBytes {
		return nil, refused(texts.ArchiveTooBig)
	}
	// The reader makes a value of each entry before it gives any: a directory of
	// millions would take gigabytes.
	if bytes.Count(content, centralHeader) > 2*maxFiles {
		return nil, refused(texts.ArchiveTooMany)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damaged("")
	}
	a := &Archive{entries: make(map[string]*zip.File, len(z.File))}
	if a.Manifest, err = readManifest(z); err != nil {
		return nil, err
	}
	if err := a.index(z); err != nil {
		return nil, err
	}
	return a, a.agree()
}

func readManifest(z *zip.Reader) (Manifest, error) {
	for _, f := range z.File {
		if f.Name != ManifestName {
			continue
		}
		if f.UncompressedSize64 > maxManifest {
			return Manifest{}, refused(texts.ArchiveTooBig)
		}
		content, err := unpack(f)
		if err != nil {
			return Manifest{}, damaged(ManifestName)
		}
		return parseManifest(content)
	}
	return Manifest{}, damaged("")
}

// index notes the entries by name and refuses those that no backup has.
func (a *Archive) index(z *zip.Reader) error {
	if len(z.File) > maxFiles+1 {
		return refused(texts.ArchiveTooMany)
	}
	seen := make(map[string]bool, len(z.File))
	total := uint64(0)
	for _, f := range z.File {
		key := strings.ToLower(f.Name) // one file to Windows and macOS
		switch {
		case !safeName(f.Name):
			return refused(texts.ArchiveBadName(f.Name))
		case seen[key]:
			return refused(texts.ArchiveTwice(f.Name))
		case !plain(f):
			return refused(texts.ArchiveNotPlain(f.Name))
		case f.UncompressedSize64 > maxFile:
			return refused(texts.ArchiveTooBig)
		}
		if total += f.UncompressedSize64; total > maxTotal {
			return refused(texts.ArchiveTooBig)
		}
		seen[key] = true
		a.entries[f.Name] = f
	}
	delete(a.entries, ManifestName)
	return nil
}

// agree checks the entries against the manifest.
func (a *Archive) agree() error {
	if len(a.Files) != len(a.entries) {
		return refused(texts.ArchiveDisagrees)
	}
	for i, f := range a.Files {
		entry := a.entries[f.Name]
		if entry == nil || f.Size < 0 || uint64(f.Size) != entry.UncompressedSize64 {
			return refused(texts.ArchiveDisagrees)
		}
		if i > 0 && a.Files[i-1].Name >= f.Name {
			return refused(texts.ArchiveDisagrees)
		}
	}
	return nil
}

// Read returns the content of a file; it fails with ErrDamaged when that is not
// what the manifest says, or there is no such file.
func (a *Archive) Read(name string) ([]byte, error) {
	at := slices.IndexFunc(a.Files, func(f File) bool { return f.Name == name })
	if at < 0 {
		return nil, damaged(name)
	}
	content, err := unpack(a.entries[name])
	if err != nil || hashOf(content) != a.Files[at].SHA256 {
		return nil, damaged(name)
	}
	return content, nil
}

// unpack reads no more than the entry says that it has, whatever follows.
func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // all was read, and its hash is checked
	var out bytes.Buffer
	if _, err := io.Copy(&out, io.LimitReader(r, int64(f.UncompressedSize64)+1)); err != nil {
		return nil, err
	}
	if uint64(out.Len()) != f.UncompressedSize64 {
		return nil, io.ErrUnexpectedEOF
	}
	return out.Bytes(), nil
}

const encrypted = 1 // of a ZIP entry's flags

// plain reports whether an entry is an ordinary file: no folder, link or device,
// packed in a way that every reader knows.
func plain(f *zip.File) bool {
	return f.Mode()&fs.ModeType == 0 && f.Flags&encrypted == 0 && (f.Method == zip.Deflate || f.Method == zip.Store)
}

// safeName reports whether a name means one and the same file below the library
// on every system: no way up, no drive, no backslash, nothing that Windows
// reserves or drops.
func safeName(name string) bool {
	if len(name) > maxName || !utf8.ValidString(name) || !fs.ValidPath(name) || name == "." {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if !filename.Ordinary(part) {
			return false
		}
	}
	return true
}
