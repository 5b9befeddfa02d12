// Package archive reads and writes the one file that a backup is: a ZIP whose
// first entry, manifiesto.json, names every other with its size and SHA-256.
//
// An archive may come from anywhere, by mail or from a stick: it is taken for
// hostile until every check has passed. Nothing is ever written under a name
// that an archive chose; the reader gives contents, and who restores them
// decides what the names may be.
package archive

import (
	"encoding/json"
	"errors"
	"time"

	"brujula/data/texts"
)

// Format is the newest form of an archive that this program reads, and the one
// that it writes.
const Format = 1

// Limits of what is read. The library of four offers (34,000 plazas) has some
// twenty files of 11 MB together; these leave twentyfold.
const (
	MaxBytes    = 128 << 20 // of the archive file
	maxFiles    = 4096
	maxFile     = 64 << 20  // of one file unpacked
	maxTotal    = 256 << 20 // of all files unpacked
	maxManifest = 4 << 20
	maxName     = 200 // bytes
)

// ManifestName is the file by which an archive is known.
const ManifestName = "manifiesto.json"

const manifestKind = "respaldo"

// File is one file of an archive.
type File struct {
	Name   string `json:"nombre"` // with slashes, relative to the library
	Size   int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Manifest says what an archive holds, and who made it when.
type Manifest struct {
	Kind    string    `json:"serums"`
	Format  int       `json:"formato"`
	Program string    `json:"programa"`   // version of the program that wrote it
	Library int       `json:"biblioteca"` // form of the library's index
	Created time.Time `json:"creado"`
	Files   []File    `json:"archivos"` // by name
}

// Bytes counts the files' bytes, unpacked.
func (m *Manifest) Bytes() int64 {
	total := int64(0)
	for _, f := range m.Files {
		total += f.Size
	}
	return total
}

// parseManifest reads a manifest; it fails with ErrNewer before it looks at
// what a newer form may have changed.
func parseManifest(content []byte) (Manifest, error) {
	var head struct {
		Kind   string `json:"serums"`
		Format int    `json:"formato"`
	}
	if err := json.Unmarshal(content, &head); err != nil || head.Kind != manifestKind || head.Format < 1 {
		return Manifest{}, damaged(ManifestName)
	}
	if head.Format > Format {
		return Manifest{}, newer(head.Format)
	}
	var m Manifest
	if err := json.Unmarshal(content, &m); err != nil {
		return Manifest{}, damaged(ManifestName)
	}
	return m, nil
}

// What may be wrong with an archive; errors.Is finds them in the errors of this
// package, whose text is a Spanish sentence for the user.
var (
	ErrDamaged = errors.New("archive: truncated, damaged or no archive at all")
	ErrRefused = errors.New("archive: holds what no backup holds")
	ErrNewer   = errors.New("archive: of a newer form")
)

// Error is how this package reports what is wrong with an archive.
type Error struct {
	Kind error  // one of the Err values
	Text string // for the user
}

// Error returns the sentence for the user.
func (e *Error) Error() string { return e.Text }

// Unwrap returns the kind.
func (e *Error) Unwrap() error { return e.Kind }

func damaged(name string) error { return &Error{ErrDamaged, texts.ArchiveDamaged(name)} }

func refused(reason string) error { return &Error{ErrRefused, texts.ArchiveRefused(reason)} }

func newer(found int) error { return &Error{ErrNewer, texts.ArchiveNewer(found, Format)} }
