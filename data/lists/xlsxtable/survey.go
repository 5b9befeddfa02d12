package xlsxtable

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"brujula/data/cells"
)

// Bounds of what a workbook may hold, far above any list, so that the parsers
// behind cannot be made to allocate more than a few hundred megabytes.
const (
	maxParts   = 4096
	maxDepth   = 256       // nested elements
	maxStrings = 1_000_000 // shared strings
	maxSmall   = 8 << 20   // bytes of a part that is neither sheet nor shared strings
	maxMerges  = 100_000

	// Parsers take their time by element, at most 2.7 µs each (measured: shared
	// strings of rich text, on a busy machine), so 5.4 s in all, and memory, at
	// most 400 bytes each (measured: cell formats). A sheet of 20,000 rows and
	// 16 columns with its texts inside has 1,000,000 elements, and the styles of
	// the most formats that Excel allows have 130,000.
	maxElements      = 2_000_000 // in the whole workbook
	maxSmallElements = 250_000   // in a part that is neither sheet nor shared strings
)

// survey is what is known of a workbook before it is read.
type survey struct {
	layout *layout
	parts  map[string]*partSurvey // by lower-case name
	sheets map[string]*partSurvey // by the name on the tab
	book   []byte

	elements int // of all parts
}

// partSurvey is what a look at the tags of one XML part told.
type partSurvey struct {
	name          string // of the part in the archive
	disordered    bool   // rows or cells do not stand in their order
	rows          int    // row elements
	lastRow       int    // number of the last one
	hiddenRows    int
	hiddenColumns int
	uncached      int // formulas without a stored result
	strings       int
	merges        []string
}

// look inflates one part and surveys it when it is XML.
func (s *survey) look(ctx context.Context, part *zip.File) error {
	name := lower(part.Name)
	isXML := strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") || name == lower(s.layout.book)
	large := strings.HasPrefix(name, "xl/worksheets/") || name == lower(usualStrings) || s.layout.large[name]
	isXML = isXML || large
	if isXML && !large && part.UncompressedSize64 > maxSmall {
		return cells.ErrTooLarge
	}
	content, err := part.Open()
	if err != nil {
		return fmt.Errorf("%w: %w", cells.ErrFormat, err)
	}
	defer content.Close() //nolint:errcheck // read only
	if !isXML {
		_, err = io.Copy(io.Discard, content)
		return asFormat(err)
	}
	var source io.Reader = content
	var keep bytes.Buffer
	if name == lower(s.layout.book) {
		source = io.TeeReader(content, &keep)
	}
	scan := &tagScanner{part: &partSurvey{name: strings.ReplaceAll(part.Name, "\\", "/")}, most: maxElements - s.elements}
	if !large {
		scan.most = min(scan.most, maxSmallElements)
	}
	if err := scan.run(ctx, source); err != nil {
		return damageFirst(err, content)
	}
	s.elements += scan.elements
	s.parts[name] = scan.part
	if name == lower(s.layout.book) {
		s.book = keep.Bytes()
	}
	return nil
}

// damageFirst tells a part that was damaged on its way from one that is made
// too large: what is left of it is inflated, up to the size that it declares,
// and its checksum decides.
func damageFirst(err error, rest io.Reader) error {
	if !errors.Is(err, cells.ErrTooLarge) {
		return err
	}
	if _, damage := io.Copy(io.Discard, rest); damage != nil {
		return asFormat(damage)
	}
	return err
}

func asFormat(err error) error {
	if err == nil || errors.Is(err, cells.ErrTooLarge) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%w: %w", cells.ErrFormat, err)
}

// linkSheets finds the part of each sheet through the workbook's relations.
func (s *survey) linkSheets() error {
	if s.book == nil {
		return fmt.Errorf("%w: no workbook inside", cells.ErrFormat)
	}
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Any  []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(s.book, &book); err != nil {
		return asFormat(err)
	}
	s.sheets = make(map[string]*partSurvey, len(book.Sheets))
	for _, sheet := range book.Sheets {
		for _, attr := range sheet.Any {
			if part := s.parts[lower(s.layout.sheets[attr.Value])]; attr.Name.Local == "id" && part != nil {
				s.sheets[sheet.Name] = part
			}
		}
	}
	return nil
}
