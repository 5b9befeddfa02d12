// Command serums is Brújula SERUMS: a planner for those who are about to
// choose a SERUMS place. Without arguments it opens the planner; its commands
// do the same from the shell.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/mattn/go-isatty"

	_ "brujula/tui/background" // must stand before anything that imports Bubble Tea
)

func main() {
	os.Exit(mainCode(nil))
}

// mainCode runs the program and gives its exit code. Tests put a screen of their
// own before the planner with wrap.
func mainCode(wrap func(tea.Model) tea.Model) int {
	if os.Getenv("GOGC") == "" {
		// Loading makes much that stays: collecting less often halves its time
		// and costs some tens of megabytes.
		debug.SetGCPercent(400)
	}
	var bounded *room
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		bounded = &room{}
	}
	ctx, stop := signal.NotifyContext(context.Background(), ending()...)
	defer stop()
	a := &app{
		in:      os.Stdin,
		out:     os.Stdout,
		err:     os.Stderr,
		env:     os.Getenv,
		environ: os.Environ,
		now:     time.Now,
		pid:     os.Getpid(),
		wrap:    wrap,
		room:    bounded,
		interactive: func() bool {
			return isatty.IsTerminal(os.Stdin.Fd()) && isatty.IsTerminal(os.Stdout.Fd())
		},
	}
	return a.run(ctx, os.Args[1:])
}

// ending is the signals that end the program in good order. SIGQUIT, which a
// terminal sends on ctrl+\, is one of them: what Go does with it, a dump of all
// goroutines, would leave the terminal raw. Who wants the dump sets GOTRACEBACK,
// the variable that shapes it.
func ending() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	if os.Getenv("GOTRACEBACK") == "" {
		signals = append(signals, syscall.SIGQUIT)
	}
	return signals
}
