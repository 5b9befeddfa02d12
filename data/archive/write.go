package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// errUnfit marks a name or a content that Open would refuse. It is a mistake of
// the calling code.
var errUnfit = errors.New("archive: cannot hold this file")

// Bytes makes an archive of files, by name. Of about, Program, Library and
// Created are taken. The same files and about give the same bytes.
func Bytes(about Manifest, files map[string][]byte) ([]byte, Manifest, error) {
	m := Manifest{
		Kind: manifestKind, Format: Format, Program: about.Program, Library: about.Library,
		Created: about.Created.UTC().Truncate(time.Second), Files: []File{},
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !safeName(name) || name == ManifestName || len(files[name]) > maxFile {
			return nil, m, fmt.Errorf("%w: %q", errUnfit, name)
		}
		m.Files = append(m.Files, File{Name: name, Size: int64(len(files[name])), SHA256: hashOf(files[name])})
	}
	if len(m.Files) > maxFiles || m.Bytes() > maxTotal {
		return nil, m, fmt.Errorf("%w: %d files, %d bytes", errUnfit, len(m.Files), m.Bytes())
	}
	head, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, m, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := add(w, ManifestName, head, m.Created); err != nil {
		return nil, m, err
	}
	for _, f := range m.Files {
		if err := add(w, f.Name, files[f.Name], m.Created); err != nil {
			return nil, m, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, m, err
	}
	if out.Len() > MaxBytes {
		return nil, m, fmt.Errorf("%w: %d bytes packed", errUnfit, out.Len())
	}
	return out.Bytes(), m, nil
}

func add(w *zip.Writer, name string, content []byte, at time.Time) error {
	entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err != nil {
		return err
	}
	_, err = entry.Write(content)
	return err
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
