package session

import (
	"slices"
	"time"

	"brujula/data/texts"
)

// Job is work that takes time or touches the disk. It changes nothing of the
// session: it works on what it was given, and its answer is given to Receive.
// What runs it is free to: the screens run it as a command, the linear mode and
// the commands in place.
type Job func() Answer

// Jobs is what an operation leaves to be done, in any order; nil for nothing.
type Jobs []Job

// Answer is what a job brings back, or what the session has to say: a Notice, a
// Question, a Timer, or something for whoever asked. A job that has nothing to
// say answers nil.
type Answer any

// Severity tells how a Notice is meant.
type Severity int

// Info is news, Success confirms what the user did, Warning tells why something
// was not done (a disabled key), Error that it failed.
const (
	Info Severity = iota
	Success
	Warning
	Error
)

type (
	// Notice is one sentence for the user.
	Notice struct {
		Severity Severity
		Text     string
	}
	// Withdraw takes back notices that have come to be untrue, wherever they
	// still wait to be read.
	Withdraw struct{ Texts []string }
	// Question asks the user; Yes is done when they agree.
	Question struct {
		Text string
		Yes  Jobs
	}
	// Timer asks for Answer to be brought back after a while.
	Timer struct {
		After  time.Duration
		Answer Answer
	}
	// DataChanged tells that what the session holds has changed (an import,
	// another profile, another model) and must be asked anew.
	DataChanged struct{}
	// PlanChanged tells that the plan has changed.
	PlanChanged struct{}
	// ShowPlan wishes the plan to be in view.
	ShowPlan struct{}
	// Exported tells what became of an export.
	Exported struct {
		Path  string
		Holds string // what the file holds of the plan, in words
		Err   error
	}
	// Quit ends the program: all is saved, or the user knows what is not.
	Quit struct{}
)

// join puts jobs together.
func join(parts ...Jobs) Jobs { return slices.Concat(parts...) }

// send answers at once.
func send(a Answer) Jobs { return Jobs{func() Answer { return a }} }

func say(text string) Jobs { return send(Notice{Info, text}) }

// done confirms what the user did.
func done(text string) Jobs { return send(Notice{Success, text}) }

// warn reports why something was not done.
func warn(text string) Jobs { return send(Notice{Warning, text}) }

// fail tells of an error; nil is none.
func fail(err error) Jobs {
	if err == nil {
		return nil
	}
	return send(Notice{Error, texts.Spanish(err)})
}

// after answers with a after d.
func after(d time.Duration, a Answer) Jobs { return send(Timer{d, a}) }

// Generation numbers questions that are answered later, such as a search in the
// background. An answer that carries an older number is dropped.
type Generation struct{ n uint64 }

// Next starts a new question and gives its number.
func (g *Generation) Next() uint64 {
	g.n++
	return g.n
}

// Current reports whether n is the number of the last question.
func (g *Generation) Current(n uint64) bool { return n == g.n }

// Post says something at once, before the next key: what is typed right behind
// the key of a question or of another page belongs to that question or page. A
// job would come in its own time. It leaves nothing to be done.
func (d *Session) Post(answers ...Answer) Jobs {
	d.posted = append(d.posted, answers...)
	return nil
}

// Posted returns what was posted since it was asked last, in its order. A change of
// the plan is part of it, so that no key works on lines that are gone already.
func (d *Session) Posted() []Answer {
	posted := d.posted
	d.posted = nil
	return posted
}
