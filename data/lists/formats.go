package lists

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"brujula/data/cells"
	"brujula/data/lists/csvtable"
	"brujula/data/lists/xlsxtable"
	"brujula/data/pdf"
	"brujula/data/texts"
)

// format is one file format that can be read: how its first bytes look and
// what opens it. To add a format is to add a line to formats.
type format struct {
	name    string
	matches func(prefix []byte) bool
	open    func(Options) cells.Open
}

// Names of the formats.
const (
	formatPDF  = "PDF"
	formatXLSX = "XLSX"
	formatCSV  = "CSV"
)

// formats lists what can be read. The last one matches any text.
func formats() []format {
	return []format{
		{formatPDF, isPDF, func(o Options) cells.Open { return pdf.First(o.pages) }},
		{formatXLSX, isXLSX, func(o Options) cells.Open { return xlsxtable.Sheet(o.Sheet) }},
		{formatCSV, isText, func(o Options) cells.Open {
			return csvtable.Dialect{Delimiter: o.Delimiter, Encoding: o.Encoding}.Open
		}},
	}
}

// foreign is a format that cannot be read, with what the user can do about it.
type foreign struct {
	matches func(prefix []byte) bool
	cause   error
	text    string
	hint    string
}

func foreigns() []foreign {
	return []foreign{
		{isEncryptedOffice, cells.ErrEncrypted, texts.ListEncrypted, texts.ListEncryptedHint},
		{starts("\xd0\xcf\x11\xe0"), ErrOldFormat, texts.ListOldExcel, texts.ListSaveAsXLSXHint},
		{isHTML, ErrOldFormat, texts.ListHTML, texts.ListHTMLHint},
		{isXML, ErrOldFormat, texts.ListXML, texts.ListSaveAsXLSXHint},
		{isArchive, ErrOldFormat, texts.ListArchive, texts.ListArchiveHint},
		{isImage, cells.ErrNoText, texts.ListImage, texts.ListNoTextHint},
	}
}

// detectFormat goes by the content: names of files are not to be trusted.
func detectFormat(s *source) (*format, error) {
	for _, known := range formats() {
		if known.name != formatCSV && known.matches(s.prefix) {
			return &known, nil
		}
	}
	claimed := s.claimed()
	if claimed == formatXLSX && isZip(s.prefix) {
		return nil, s.failure(ErrOldFormat, texts.ListArchiveNamedBook, texts.ListArchiveNamedBookHint)
	}
	for _, other := range foreigns() {
		if other.matches(s.prefix) {
			return nil, s.failure(other.cause, other.text, other.hint)
		}
	}
	for _, known := range formats() {
		if known.matches(s.prefix) {
			return &known, nil
		}
	}
	if claimed != "" {
		return nil, s.failure(cells.ErrFormat, texts.ListNotNamedFormat(claimed), texts.ListDamagedHint)
	}
	return nil, s.failure(cells.ErrFormat, texts.ListUnknownFormat, texts.ListUnknownFormatHint)
}

func starts(marks ...string) func([]byte) bool {
	return func(prefix []byte) bool {
		return slices.ContainsFunc(marks, func(mark string) bool { return bytes.HasPrefix(prefix, []byte(mark)) })
	}
}

// isPDF allows for the few bytes of rubbish that readers of PDF allow for.
func isPDF(prefix []byte) bool {
	return bytes.Contains(prefix[:min(len(prefix), 1024)], []byte("%PDF-"))
}

func isZip(prefix []byte) bool { return starts("PK\x03\x04", "PK\x05\x06")(prefix) }

// isXLSX takes every archive that does not show that it is something else:
// the part that tells may lie behind the prefix.
func isXLSX(prefix []byte) bool {
	if !isZip(prefix) {
		return false
	}
	for _, other := range []string{"mimetypeapplication/vnd.oasis", "word/", "ppt/", "xl/workbook.bin", "Index/Document.iwa", ".csv", ".pdf", ".xlsx"} {
		if bytes.Contains(prefix, []byte(other)) {
			return false
		}
	}
	return bytes.Contains(prefix, []byte("xl/")) || bytes.Contains(prefix, []byte("[Content_Types].xml")) ||
		bytes.Contains(prefix, []byte("_rels/")) || bytes.Contains(prefix, []byte("docProps/"))
}

func isArchive(prefix []byte) bool {
	return isZip(prefix) || starts("Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ")(prefix)
}

// isEncryptedOffice tells a workbook with a password from an old one: both are
// compound files, and this one names its stream in UTF-16.
func isEncryptedOffice(prefix []byte) bool {
	if !starts("\xd0\xcf\x11\xe0")(prefix) {
		return false
	}
	return bytes.Contains(prefix, wide("EncryptedPackage")) || bytes.Contains(prefix, wide("EncryptionInfo"))
}

func wide(text string) []byte {
	out := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		out = append(out, text[i], 0)
	}
	return out
}

func isHTML(prefix []byte) bool {
	head := bytes.ToLower(trimText(prefix)[:min(len(trimText(prefix)), 1024)])
	return starts("<!doctype html", "<html", "<table", "<head", "<meta", "<style")(head) ||
		head != nil && bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html"))
}

func isXML(prefix []byte) bool { return starts("<?xml", "<")(trimText(prefix)) }

// trimText takes off the byte order mark and blanks in front.
func trimText(prefix []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(prefix, []byte("\ufeff")), " \t\r\n")
}

func isImage(prefix []byte) bool {
	return starts("\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*", "BM", "RIFF", "\x00\x00\x00\x20ftyp", "\x00\x00\x00\x1cftyp", "\x00\x00\x00\x18ftyp")(prefix) &&
		!isPlain(prefix)
}

// isText takes what has no zero bytes, or a few by some damage, and UTF-16.
func isText(prefix []byte) bool {
	return starts("\xff\xfe", "\xfe\xff")(prefix) || csvtable.FewZeros(bytes.Count(prefix, []byte{0}), len(prefix)) || isWide(prefix)
}

// isWide recognizes UTF-16 without its mark: in Western text every second byte is 0.
func isWide(prefix []byte) bool {
	zeros := bytes.Count(prefix, []byte{0})
	return 10*zeros > 4*len(prefix) && 10*zeros <= 5*len(prefix)+10
}

// isPlain reports whether the first bytes are ordinary text.
func isPlain(prefix []byte) bool {
	head := prefix[:min(len(prefix), 64)]
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return utf8.Valid(prefix[:min(len(prefix), 32)])
}

// Encodings lists the names of the encodings that a text may be said to have.
func Encodings() []string {
	return []string{csvtable.UTF8, csvtable.CP1252, csvtable.CP850, csvtable.MacRoman, csvtable.UTF16LE, csvtable.UTF16BE}
}

// IsText reports whether files of a format, as a Guess names it, have an encoding.
func IsText(format string) bool { return format == formatCSV }
