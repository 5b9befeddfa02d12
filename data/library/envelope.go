package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
)

// envelopeFormat is the newest form of the envelope that this program reads.
const envelopeFormat = 1

// docKind tells one kind of document from another, so that a plan put in the
// place of a profile is not taken for one.
type docKind string

const (
	kindIndex   docKind = "biblioteca"
	kindReport  docKind = "informe"
	kindPlan    docKind = "plan"
	kindProfile docKind = "perfil"
	kindLog     docKind = "turno"
	kindJournal docKind = "restauracion"
	kindMark    docKind = "escritura"
	kindActs    docKind = "actos"
	kindColumns docKind = "columnas"
)

// envelope is how every JSON document is kept: what it is, in which version,
// and a hash by which damage and edits by hand are noticed.
type envelope struct {
	Kind    docKind         `json:"serums"`
	Format  int             `json:"formato"`
	Version int             `json:"version"` // of the body
	Name    string          `json:"nombre"`
	SHA256  string          `json:"sha256"`
	Body    json.RawMessage `json:"contenido"`
}

// newerError says that a document is of a later form than the known one.
type newerError struct{ found, known int }

func (e *newerError) Error() string { return fmt.Sprintf("format %d, known %d", e.found, e.known) }

var errEnvelope = errors.New("library: not the document that was stored")

// encodeEnvelope returns the file of a document. Body is kept as it is but for
// the blanks between its values, which are laid out for a reader.
func encodeEnvelope(kind docKind, version int, name string, body []byte) ([]byte, error) {
	compact, err := compactJSON(body)
	if err != nil {
		return nil, err
	}
	head, err := json.Marshal(name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n \"serums\": %q,\n \"formato\": %d,\n \"version\": %d,\n \"nombre\": %s,\n \"sha256\": %q,\n \"contenido\": ",
		kind, envelopeFormat, version, head, envelopeHash(kind, version, name, compact))
	if err := json.Indent(&b, compact, " ", " "); err != nil {
		return nil, err
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

// decodeEnvelope reads a document of one kind; the body is compact. It fails
// with a *newerError where the envelope or, known being above 0, the version
// of the body is newer, and with errEnvelope for everything else.
func decodeEnvelope(kind docKind, known int, file []byte) (envelope, error) {
	var e envelope
	if err := json.Unmarshal(file, &e); err != nil {
		return envelope{}, errEnvelope
	}
	if e.Kind != kind {
		return envelope{}, errEnvelope
	}
	if e.Format > envelopeFormat {
		return envelope{}, &newerError{e.Format, envelopeFormat}
	}
	compact, err := compactJSON(e.Body)
	if err != nil || e.SHA256 != envelopeHash(kind, e.Version, e.Name, compact) {
		return envelope{}, errEnvelope
	}
	if known > 0 && e.Version > known {
		return envelope{}, &newerError{e.Version, known}
	}
	e.Body = compact
	return e, nil
}

func compactJSON(body []byte) ([]byte, error) {
	var b bytes.Buffer
	if err := json.Compact(&b, body); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func envelopeHash(kind docKind, version int, name string, compact []byte) string {
	return hashOf([]byte(fmt.Sprintf("%s\n%d\n%q\n", kind, version, name)), compact)
}

// hashOf returns the SHA-256 of the parts one after the other.
func hashOf(parts ...[]byte) string {
	h := sha256.New()
	for _, part := range parts {
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// checksum returns the CRC-32C of the parts one after the other. It finds damage
// and slips of an editor as surely as is needed, at the speed of memory.
func checksum(parts ...[]byte) string {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum := uint32(0)
	for _, part := range parts {
		sum = crc32.Update(sum, table, part)
	}
	return fmt.Sprintf("%08x", sum)
}
