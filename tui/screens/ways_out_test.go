package screens

import (
	"runtime/debug"
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/data/testsize"
	"brujula/tui/bridge"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// visitor presses keys in a window that it opens on a world.
type visitor struct {
	t     *testing.T
	desk  *bridge.Desk
	loose *tuitest.Loose
	trail []string
}

// TestEveryKeyHasAWayOut presses each key of the program on each screen of each
// world: none may panic, leave something that waits for ever to be written, or
// keep esc, q or ctrl+c from their work; and all is saved at the end. Usually a
// world shows every third screen, another third in the next world.
func TestEveryKeyHasAWayOut(t *testing.T) {
	screens := [][]string{{"1"}, {"1", "enter"}, {"1", "Q"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"6", "H"}, {"P"}, {"6", "I"}}
	if testing.Short() {
		screens = [][]string{{"1"}, {"4"}}
	}
	home := furnish(t)
	every := testsize.Of(3, 1)
	for turn, w := range worlds() {
		t.Run(w.name, func(t *testing.T) {
			disk, err := w.disk()
			if err != nil {
				t.Fatal(err)
			}
			if w.locked {
				release, err := openMonkeys(t, disk).Lock()
				if err != nil {
					t.Fatal(err)
				}
				defer release()
			}
			for i, way := range screens {
				if (i+turn)%every != 0 {
					continue
				}
				v := visit(t, openMonkeys(t, disk), home)
				for _, name := range everyKey() {
					v.press(append([]string{"esc", "esc", "esc", "esc"}, way...)...)
					v.press(name)
					v.checkAtRest(name, way)
				}
				v.press(append([]string{"esc", "esc", "esc", "esc"}, way...)...)
				if (i+turn)%2 == 0 { // elsewhere q is text now and then
					v.press("esc", "esc", "esc", "esc", "1", "q")
				} else {
					v.press("ctrl+c")
				}
				v.checkEnded()
			}
		})
	}
}

// everyKey lists each key that means something somewhere once, but for those
// that end the program.
func everyKey() []string {
	all := slices.Clone(bound())
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(name string) bool { return name == "q" || name == "ctrl+c" })
}

func openMonkeys(t *testing.T, disk *storetest.Mem) *library.Library {
	t.Helper()
	lib, err := library.Open(monkeyFolder, library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func visit(t *testing.T, lib *library.Library, home string) *visitor {
	t.Helper()
	v := &visitor{t: t}
	v.desk, v.loose = openWindow(t, lib, false, theme.New(theme.Options{Variant: theme.Plain}), home)
	v.loose.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	v.loose.Drain()
	return v
}

// press sends keys, each of them once all that the one before asked for is done.
func (v *visitor) press(names ...string) {
	v.t.Helper()
	defer func() {
		if fault := recover(); fault != nil {
			v.t.Fatalf("panic after %q: %v\n%s", v.trail, fault, debug.Stack())
		}
	}()
	for _, name := range names {
		k, ok := tuitest.Key(name)
		if !ok {
			v.t.Fatalf("no key is called %q", name)
		}
		v.trail = append(v.trail, name)
		v.trail = v.trail[max(0, len(v.trail)-20):]
		v.loose.Send(k)
		v.loose.Drain()
	}
}

// checkAtRest: what a key asked for has come to its end, and can be seen.
func (v *visitor) checkAtRest(name string, way []string) {
	v.t.Helper()
	switch {
	case v.loose.Quit():
		v.t.Fatalf("%s on %q ends the program", name, way)
	case v.desk.Writing():
		v.t.Fatalf("%s on %q leaves something that is never written", name, way)
	}
	tuitest.CheckFits(v.t, v.loose.View(), 80, 24)
}

// checkEnded: the program has ended, and all is saved.
func (v *visitor) checkEnded() {
	v.t.Helper()
	if !v.loose.Quit() {
		v.t.Fatalf("the program goes on after %q:\n%s", v.trail, tuitest.Text(v.loose.View()))
	}
	if err := v.desk.Flush(); err != nil {
		v.t.Fatal(err)
	}
	v.desk.Close()
}
