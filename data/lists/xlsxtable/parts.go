package xlsxtable

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"brujula/data/cells"
)

// layout tells under which names a workbook keeps its parts. Most have the
// names that Excel gives; the relations inside tell of any others.
type layout struct {
	book    string            // the workbook's own part
	sheets  map[string]string // by the identifier of the relation
	strings string            // the shared strings; empty where there are none
	large   map[string]bool   // parts that may be as large as a list
}

// usual are the names that Excel gives.
const (
	usualBook    = "xl/workbook.xml"
	usualStrings = "xl/sharedStrings.xml"
)

// locate follows the relations of the archive to the parts that hold the list.
func locate(archive *zip.Reader) (*layout, error) {
	l := &layout{book: usualBook, sheets: make(map[string]string), large: make(map[string]bool)}
	root, err := readRelations(archive, "_rels/.rels")
	if err != nil {
		return nil, err
	}
	for _, r := range root {
		if r.is("officeDocument") {
			l.book = r.part("")
		}
	}
	folder, file := path.Split(l.book)
	relations, err := readRelations(archive, folder+"_rels/"+file+".rels")
	if err != nil {
		return nil, err
	}
	for _, r := range relations {
		part := r.part(folder)
		switch {
		case r.is("worksheet"):
			l.sheets[r.ID] = part
		case r.is("sharedStrings"):
			l.strings = part
		default:
			continue
		}
		l.large[lower(part)] = true
	}
	return l, nil
}

// relation is a reference from one part of the archive to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// is reports whether the relation leads to a part of the kind; the two variants of
// the standard name kinds alike but for what stands before.
func (r relation) is(kind string) bool { return strings.HasSuffix(r.Type, "/"+kind) }

// part returns the name of the part that a relation of the folder leads to.
func (r relation) part(folder string) string {
	target := strings.ReplaceAll(r.Target, "\\", "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", folder, target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// readRelations reads a part of relations; none where there is no such part.
func readRelations(archive *zip.Reader, name string) ([]relation, error) {
	part := find(archive, name)
	if part == nil {
		return nil, nil
	}
	content, err := readSmall(part)
	if err != nil {
		return nil, err
	}
	var found struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := xml.Unmarshal(content, &found); err != nil {
		return nil, asFormat(err)
	}
	return found.Relations, nil
}

func find(archive *zip.Reader, name string) *zip.File {
	for _, part := range archive.File {
		if lower(part.Name) == lower(name) {
			return part
		}
	}
	return nil
}

// readSmall reads a part that is no list.
func readSmall(part *zip.File) ([]byte, error) {
	if part.UncompressedSize64 > maxSmall {
		return nil, fmt.Errorf("%w: %s", cells.ErrTooLarge, part.Name)
	}
	source, err := part.Open()
	if err != nil {
		return nil, asFormat(err)
	}
	defer source.Close() //nolint:errcheck // read only
	content, err := io.ReadAll(io.LimitReader(source, maxSmall))
	return content, asFormat(err)
}

// lower folds the name of a part: programs differ in its case and slashes.
func lower(name string) string { return strings.ToLower(strings.ReplaceAll(name, "\\", "/")) }
