// Package inquiry answers one question about what is stored, from beginning to end:
// it loads as much of the library as the question needs, finds the model, and looks
// at lines from the ranks that it is given, or as the act under way has left them. It
// is what a command works on. The planner's window does the same by jobs
// (planner/session), and begins with the profile; here what the profile keeps is read
// only where it is asked for (Own).
package inquiry

import (
	"context"
	"errors"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// Source is what questions are asked of.
type Source struct {
	Lib   *library.Library // nil: the demonstration, which is all in the program
	Facts *rules.Rules
	Tell  func(lines ...string) // hears what is not as the user may think; "" says nothing
	Slow  func()                // is called before work of some seconds
}

// Inquiry is a question with what was loaded to answer it.
type Inquiry struct {
	Source
	Space *workspace.Workspace
	model *availability.Model // where it was read with the lists
}

// All loads all that is stored. Lists that cannot be read are left out and told.
func (s Source) All(ctx context.Context) (*Inquiry, error) {
	if s.Lib == nil {
		return &Inquiry{Source: s, Space: workspace.LoadDemo(s.Facts)}, nil
	}
	space, err := storage.Load(ctx, s.Lib, s.Facts)
	if err != nil {
		return nil, err
	}
	s.Tell(space.Notices...)
	return &Inquiry{Source: s, Space: space}, nil
}

// NotEmpty returns an error where nothing was ever imported.
func (q *Inquiry) NotEmpty() error {
	if q.Space.Empty() {
		return errors.New(texts.NothingLoaded)
	}
	return nil
}

// WordsError says that what was asked means nothing: the words are to be changed, the
// lists are not at fault.
type WordsError struct{ Text string }

func (e *WordsError) Error() string { return e.Text }
