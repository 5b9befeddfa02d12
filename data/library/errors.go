package library

import (
	"errors"
	"io/fs"
	"strings"

	"brujula/data"
	"brujula/data/store"
	"brujula/data/texts"
)

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
	ErrBadName  = errors.New("library: name cannot be used")
)

// Error is how this package reports what went wrong.
type Error struct {
	Kind error  // one of the Err values, or nil
	Path string // the file that it is about
	Text string // for the user
	Err  error  // the cause, may be nil
}

// Error returns the sentence for the user.
func (e *Error) Error() string { return e.Text }

// Unwrap returns kind and cause.
func (e *Error) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

// writeError tells the user why a file could not be written.
func writeError(path string, err error) error {
	var own *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return err
	case store.IsFull(err):
		return &Error{Kind: ErrFull, Path: path, Text: texts.LibraryFull(path), Err: err}
	case store.IsReadOnly(err):
		return &Error{Kind: ErrReadOnly, Path: path, Text: texts.LibraryReadOnly(path), Err: err}
	}
	return &Error{Path: path, Text: texts.LibraryWriteFailed(path, cause(err)), Err: err}
}

// inForce tells the user that a change is made, though it may not survive a power
// loss: the name of its file could not be made durable.
func inForce(path string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Kind: kindOf(writeError(path, err)), Path: path, Text: texts.LibraryInForce(path, cause(err)), Err: err}
}

// readError tells the user why a file could not be read.
func readError(path string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Path: path, Text: texts.LibraryReadFailed(path, cause(err)), Err: err}
}

// cause drops the path that the system puts before its reason: the sentence
// has it already.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func newer(path string, err *newerError) error {
	return &Error{Kind: ErrNewer, Path: path, Text: texts.LibraryNewer(path, err.found, err.known), Err: err}
}

func lockError(path string, err error) error {
	var held *store.HeldError
	if !errors.As(err, &held) {
		return writeError(path, err)
	}
	process, purpose, _ := strings.Cut(held.Holder, " ")
	return &Error{Kind: ErrLocked, Path: path, Text: texts.LibraryLocked(process, purpose), Err: err}
}

func damagedList(path string, info *data.ListInfo) error {
	text := texts.LibraryDamagedList(path, string(info.Kind), info.File)
	if keepsEarlier(info.Kind) { // there may be no file to import again; of the notes themselves readTable tells
		text = texts.LibraryNotesReportDamaged(path)
	}
	return &Error{Kind: ErrDamaged, Path: path, Text: text}
}

func noList(k listKey) error {
	return &Error{Kind: ErrNotFound, Text: texts.LibraryNoList(string(k.kind), string(k.process), string(k.modality))}
}
