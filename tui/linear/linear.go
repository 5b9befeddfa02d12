// Package linear is the planner as plain lines: numbered questions and answers
// in place of screens, for screen readers, dumb terminals and scripts. It moves
// no cursor, draws no box, uses no colour and writes no escape sequence; what
// was said stays said.
//
// It stands on the same desk as the screens, and what it does to profile, plan
// and act is done by the desk. The desk's commands are run one after the other,
// to their end, before the next question: what is confirmed is on the disk.
package linear

import (
	"context"
	"errors"
	"io"
	"time"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/session"
)

// Options is what cmd gives.
type Options struct {
	Desk    *session.Session
	Notices []string // told at the start
	Files   []string // looked at for import at the start
	Why     string   // why this mode was chosen, when the user did not ask for it

	In  io.Reader
	Out io.Writer
	// ASCII keeps every other character from the output.
	ASCII bool
	// Echo repeats each answer, for an input that is not typed on the terminal
	// that shows the output.
	Echo bool
	// Patience is after how long a computation is said to be running; 0 never
	// says so.
	Patience time.Duration
}

// dialogue is one run of the mode.
type dialogue struct {
	*console
	desk     *session.Session
	patience time.Duration

	notices []session.Notice // of commands that still run
	timers  []timer
	call    call
	silent  bool // what was done is confirmed in other words
	quit    bool // the desk lets the program end

	looking *exploration // Explorar, as it was left

	forms   []form   // under way, the innermost last
	dropped []string // those that the end of the session has left unfinished
}

// The ways in which a question goes unanswered. They lead out of all menus.
var (
	errEnd  = errors.New("linear: no more answers")
	errQuit = errors.New("linear: the user leaves")
	errHome = errors.New("linear: back to the first menu")
	// errBack leaves a form or a search without a change; the menu before goes on.
	errBack = errors.New("linear: one step back")
)

// Run asks and answers until the user leaves, the input ends or the context
// does. All that can be saved is saved then; the error tells what could not.
func Run(ctx context.Context, o Options) error {
	s := &dialogue{
		console: newConsole(ctx, o.In, o.Out, o.ASCII, o.Echo),
		desk:    o.Desk, patience: o.Patience,
	}
	if s.patience > 0 { // a script is told nothing while it waits
		s.nextDue, s.wake = s.untilDue, s.wakeUp
	}
	defer s.close()
	defer s.stopCall()
	s.remember()
	err := s.begin(&o)
	for err == nil || errors.Is(err, errHome) || errors.Is(err, errQuit) && !s.leave() {
		err = s.home()
	}
	if errors.Is(err, errQuit) || errors.Is(err, errEnd) {
		err = nil
	}
	return errors.Join(err, s.finish())
}

// begin says what this is and asks who the applicant is, unless that is known.
func (s *dialogue) begin(o *Options) error {
	if o.Why != "" {
		s.say(o.Why)
	}
	s.say(texts.LinearWelcome)
	s.say(texts.LinearHowTo)
	for _, notice := range o.Notices {
		s.say(texts.LinearWarning(notice))
	}
	if err := s.do(s.desk.Start()); err != nil {
		return err
	}
	if s.desk.Space.Demo {
		s.say(texts.LinearDemo)
	}
	if len(o.Files) > 0 {
		if err := s.openPaths(o.Files); err != nil {
			return err
		}
	}
	switch {
	case s.desk.FirstStart() && len(o.Files) == 0:
		return s.welcome()
	case !s.desk.HasProfile():
		return s.back(s.profile())
	}
	return nil
}

// back takes the error of a step that was left for no error.
func (s *dialogue) back(err error) error {
	if errors.Is(err, errBack) {
		s.say(texts.LinearNothing)
		return nil
	}
	return err
}

// away returns the error of an answer that leads away from a question; nil for
// any other.
func away(text string) error {
	switch word := fold.Squash(text); {
	case text == "0", texts.IsLinearBack(word):
		return errBack
	case texts.IsLinearQuit(word):
		return errQuit
	case texts.IsLinearHome(word):
		return errHome
	}
	return nil
}

// leave saves once more what is not saved; it tells whether the program may
// end. The desk asks when something would be lost.
func (s *dialogue) leave() bool {
	if err := s.do(s.desk.Leave()); err != nil {
		return true // no answer: Flush tries for the last time
	}
	return s.quit
}

// finish saves what a sudden end has left, and says how it went.
func (s *dialogue) finish() error {
	err := s.desk.Flush()
	if len(s.dropped) > 0 {
		s.say(texts.LinearHalfDone(s.dropped))
	}
	switch {
	case err != nil:
		s.say(texts.LinearByeUnsaved)
	case len(s.dropped) > 0 && s.unstored():
		s.say(texts.LinearByeShort)
	case len(s.dropped) > 0:
		s.say(texts.LinearByeRest)
	case s.unstored():
		s.say(texts.LinearByeDemo)
	default:
		s.say(texts.LinearBye)
	}
	return err
}

// unstored reports that nothing of this session is stored at all.
func (s *dialogue) unstored() bool { return s.desk.Space.Demo || s.desk.Writable() != nil }
