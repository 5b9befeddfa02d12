package main

import (
	"context"
	"runtime"
	"time"

	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/linear"
)

// linearPatience is after how long the linear mode says that it computes.
const linearPatience = 2 * time.Second

// dumbTerminal reports whether the planner is asked for on a terminal that knows no
// cursor: the screens would be a heap of escape sequences there. Windows sets no
// TERM and has terminals that can do all.
func (a *app) dumbTerminal() bool {
	term := a.env("TERM")
	return a.interactive() && (term == "dumb" || term == "" && runtime.GOOS != "windows")
}

// runLinear opens the planner as questions and answers. Input that is not typed
// on a terminal is repeated in the output, which then reads as a whole.
func (a *app) runLinear(ctx context.Context, d *session.Session, notices, files []string, ascii bool) error {
	o := linear.Options{Desk: d, Notices: notices, Files: files, In: a.in, Out: a.out, ASCII: ascii, Echo: true}
	if a.interactive() {
		o.Echo, o.Patience = false, linearPatience
	}
	if !a.linear {
		o.Why = texts.LinearDumb
	}
	return linear.Run(ctx, o)
}
