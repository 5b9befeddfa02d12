package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/display"
	"brujula/tui/linear"
	"brujula/tui/root"
	"brujula/tui/screens"
	"brujula/tui/theme"
)

// runPlanner opens the screens: on the library, or on the demonstration when
// nothing is loaded. A terminal that cannot move its cursor gets the linear mode.
// With files it opens with their import.
func (a *app) runPlanner(ctx context.Context, files []string) error {
	dumb := a.dumbTerminal()
	if !a.linear && !a.interactive() {
		return usage(texts.NeedsTerminal)
	}
	files, err := fullPaths(files)
	if err != nil {
		return err
	}
	options, ok := theme.Resolve(a.hints())
	if !ok && a.theme != "" {
		return usage(texts.BadTheme(a.theme))
	}
	if _, ok := theme.ParseGraphics(a.graphics); !ok && a.graphics != "" {
		return usage(texts.BadGraphics(a.graphics))
	}
	d, notices, err := a.openDesk(ctx, theme.New(options))
	if err != nil {
		return err
	}
	defer d.Close()
	if a.linear || dumb {
		return a.runLinear(ctx, d.Session, notices, files, options.Charset == theme.ASCII)
	}
	return a.runScreens(ctx, d, notices, files)
}

// openDesk loads what the planner works on. The demonstration needs no library,
// and opens where there can be none.
func (a *app) openDesk(ctx context.Context, styles *theme.Styles) (*bridge.Desk, []string, error) {
	if a.demo {
		facts, err := a.loadRules()
		if err != nil {
			return nil, nil, err
		}
		d, notices := a.deskOn(ctx, styles, nil, workspace.LoadDemo(facts))
		return d, notices, nil
	}
	loadRules := sync.OnceValues(a.loadRules)
	go loadRules() //nolint:errcheck // whoever asks for the rules gets the error
	lib, libErr := a.openLibrary(texts.PurposePlanner)
	if libErr != nil {
		if _, err := loadRules(); err != nil {
			return nil, nil, err
		}
		return nil, nil, libErr
	}
	a.room.sized(lib.Lists())
	space, err := storage.LoadNewest(ctx, lib, loadRules)
	if err != nil {
		return nil, nil, err
	}
	facts, err := loadRules()
	if err != nil {
		return nil, nil, err
	}
	if space.Empty() {
		notices := space.Notices
		space = workspace.LoadDemo(facts)
		space.Notices = notices
	}
	d, notices := a.deskOn(ctx, styles, lib, space)
	return d, notices, nil
}

func (a *app) deskOn(ctx context.Context, styles *theme.Styles, lib *library.Library, space *workspace.Workspace) (*bridge.Desk, []string) {
	d, notices := bridge.New(ctx, styles, session.Options{Lib: lib, Facts: space.Rules, Space: space, Now: a.now, Folders: a.folders(), Program: version, Room: a.room.enter})
	return d, append(a.environmentNotices(), notices...)
}

func (a *app) runScreens(ctx context.Context, d *bridge.Desk, notices, files []string) error {
	// Signals come by ctx alone: with a handler of its own Bubble Tea may wait for
	// ever to tell a loop that has ended already.
	root.RecallGraphics(d, a.graphics)
	model := root.FrameFirst(screens.New(d, notices, a.copyText, files...))
	if a.wrap != nil {
		model = a.wrap(model)
	}
	if runtime.GOOS == "windows" {
		model = root.Together(model, a.now)
	}
	drawn := display.New(model, os.Stdout)
	defer drawn.Close()
	stops, done := newSuspender(), make(chan struct{})
	defer close(done)
	program := tea.NewProgram(drawn, append(drawn.Options(), fromKeyboard(), tea.WithFilter(stops.filter),
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithAltScreen(), tea.WithMouseCellMotion())...)
	go stops.watch(program, done)
	_, err := program.Run()
	// A signal may have ended the program between a change and its saving.
	if unsaved := d.Flush(); unsaved != nil {
		return unsaved
	}
	// Bubble Tea calls every sudden end "killed", a panic too: only what we were
	// told to do is a good end.
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil && !errors.Is(err, tea.ErrProgramPanic) {
		return nil
	}
	if errors.Is(err, tea.ErrProgramPanic) {
		return errors.New(texts.PlannerFault)
	}
	if err != nil {
		return errors.New(texts.PlannerStopped(err))
	}
	return nil
}

// hints collects what the environment tells of the terminal.
func (a *app) hints() theme.Hints {
	choice := cmp.Or(a.theme, a.env(envTheme))
	h := theme.Hints{
		Choice: choice, NoColor: a.env("NO_COLOR") != "", ColorFGBG: a.env("COLORFGBG"), Term: a.env("TERM"),
		UTF8: runtime.GOOS == "windows" || runtime.GOOS == "darwin",
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if h.Locale == "" {
			h.Locale = a.env(name)
		}
	}
	if a.ascii {
		h.Locale = "C"
	}
	return h
}

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
