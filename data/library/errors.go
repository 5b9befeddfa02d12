package library

import "errors"

// What may go wrong; errors.Is finds them in the errors of this package, whose
// text is a Spanish sentence for the user.
var (
	ErrNotFound = errors.New("library: no such list or document")
	ErrDamaged  = errors.New("library: file is damaged or was edited by hand")
	ErrNewer    = errors.New("library: written by a newer version")
	ErrLocked   = errors.New("library: another process is writing")
	ErrChanged  = errors.New("library: changed by another process")
	ErrReadOnly = errors.New("library: folder cannot be written")
	ErrFull     = errors.New("library: disk is full")
)

// Error is how this package reports what went wrong.
type Error struct {
	Kind error  // one of the Err values, or nil
	Path string // the file that it is about
	Text string // for the user
	Err  error  // the cause, may be nil
}

// Error gives the sentence for the user.
func (e *Error) Error() string { return e.Text }

// Unwrap gives kind and cause.
func (e *Error) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}
