// Package cells is the common form into which every file reader brings a
// table: rows of positioned text cells, not yet interpreted.
package cells

import (
	"context"
	"errors"
	"fmt"
)

// Row is one row of a table as the file has it. Cells keep inner line breaks
// as '\n'; nothing else about them was changed but the removal of the file
// format's own dressing.
type Row struct {
	Sheet  string // empty for formats without sheets
	Page   int    // 0 for formats without pages
	Number int    // from 1, as the file's own program counts (in a PDF, within the page)
	Cells  []string
}

// Reader yields the rows of a table in the order of the file.
type Reader interface {
	// Next returns the next row, or io.EOF after the last. The row and its
	// cells stay valid after further calls. Errors are final.
	Next() (Row, error)
	// Close frees what the reader holds. It may be called at any time.
	Close() error
}

// Progress tells how far a reader is: done of total steps (pages, bytes), of
// a unit that is the reader's own. Total is 0 while it is not known.
type Progress func(done, total int)

// Limits bound what a reader may use, so that no file can exhaust the machine.
type Limits struct {
	Bytes   int64 // size of the file
	Rows    int
	Columns int
	Cell    int   // bytes of one cell
	Inflate int64 // bytes of a compressed file once inflated
	Pages   int
}

// DefaultLimits are far above any list that the ministry published (20,000
// rows, 16 columns, 300 pages) and within 512 MB of memory.
func DefaultLimits() Limits {
	return Limits{Bytes: 256 << 20, Rows: 500_000, Columns: 512, Cell: 32 << 10, Inflate: 512 << 20, Pages: 5000}
}

// Errors that every reader uses; texts for the user are made from them.
var (
	ErrTooLarge  = errors.New("cells: file exceeds the limits")
	ErrEncrypted = errors.New("cells: file is encrypted")
	ErrFormat    = errors.New("cells: not the format that was expected")
	ErrNoText    = errors.New("cells: file has no text, only images")
)

// LastRow is the number of the last row that a sheet can have in Excel. Files
// that go beyond it, with blank rows too, are no lists.
const LastRow = 1_048_576

// ErrPastLastRow is an ErrTooLarge: the file has, or names, a row beyond LastRow.
var ErrPastLastRow = fmt.Errorf("%w: a row beyond the last of Excel", ErrTooLarge)

// PageError says on which page a file cannot be read.
type PageError struct {
	Page int // from 1
	Err  error
}

func (e *PageError) Error() string { return fmt.Sprintf("page %d: %v", e.Page, e.Err) }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }

// Open is how each format is plugged in: it opens the file at path for
// reading under the limits. The context stops long work.
type Open func(ctx context.Context, path string, limits Limits, progress Progress) (Reader, error)

// NoticeKind names something that a reader took note of while it read.
type NoticeKind string

// What a Notice can say.
const (
	HiddenRows      NoticeKind = "hidden rows"            // they were read
	HiddenColumns   NoticeKind = "hidden columns"         // they were read
	HiddenSheet     NoticeKind = "hidden sheet"           // it was not read
	MergedCells     NoticeKind = "merged cells"           // the value was taken for every row that it spans
	UncachedFormula NoticeKind = "formula without result" // read as blank

	TextOfDOS        NoticeKind = "text of MS-DOS"
	TextOfMac        NoticeKind = "text of a Mac"
	TextEncodedTwice NoticeKind = "text encoded twice" // it was brought back

	BlankPage      NoticeKind = "blank page"               // it shows no text
	PicturePage    NoticeKind = "page of pictures"         // it shows pictures and no text
	UnreadablePage NoticeKind = "page without letters"     // the file does not say which letters it shows, all or many
	NarrowPage     NoticeKind = "text outside of the page" // on a page of another size than the others
	DamagedFile    NoticeKind = "damaged file"             // it was read around the damage
)

// Notice tells the user about a property of the file that may surprise.
type Notice struct {
	Kind  NoticeKind
	Sheet string
	Page  int // 0 where it is not about a page
	Count int
}

// Noticer is a Reader that may have taken note of something. Notices is asked
// after the last row.
type Noticer interface {
	Notices() []Notice
}
