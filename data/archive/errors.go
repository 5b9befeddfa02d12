package archive

import (
	"errors"

	"brujula/data/texts"
)

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
