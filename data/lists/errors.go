package lists

import (
	"errors"
	"strconv"
	"strings"

	"brujula/data"
)

// Causes of an Error that callers act upon, to be told with errors.Is. Those
// of package cells (ErrTooLarge, ErrEncrypted, …) occur as well.
var (
	ErrNeedProcess  = errors.New("lists: neither the file nor the options name the process")
	ErrNeedModality = errors.New("lists: neither the file nor the options name the modality")
	ErrConflict     = errors.New("lists: the options contradict the file")
	ErrNoHeading    = errors.New("lists: no heading row with the needed columns")
	ErrNoSeats      = errors.New("lists: no column of the offer gives the seats")
	ErrNoColumn     = errors.New("lists: the options name a column that the file does not have")
	ErrNoRows       = errors.New("lists: no row under the heading could be read")
	ErrWrongKind    = errors.New("lists: the file holds another kind of list")
	ErrNotRegular   = errors.New("lists: not a regular file")
	ErrEmpty        = errors.New("lists: the file is empty")
	ErrOldFormat    = errors.New("lists: a format that cannot be read")
)

// Error says that a file could not be read as a list, in words for the user:
// what happened and where, and in Hint what to do about it.
type Error struct {
	File   string // base name
	Sheet  string
	Page   int
	Row    int    // 0 when the error is of the whole file
	Column string // letter of the column, or empty
	Text   string
	Hint   string
	Err    error // the cause, for errors.Is

	Problems []data.Problem // what was wrong row by row, where no row could be taken
}

// Error returns one line: file:row:column: text; hint.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Page > 0 {
		b.WriteString(":p" + strconv.Itoa(e.Page))
	}
	if e.Row > 0 {
		b.WriteString(":" + strconv.Itoa(e.Row))
		if e.Column != "" {
			b.WriteString(":" + e.Column)
		}
	}
	b.WriteString(": " + e.Text)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
