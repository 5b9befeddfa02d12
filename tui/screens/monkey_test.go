package screens

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/testsize"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// The long run is
//
//	go test -race ./tui/screens -run 'TestMonkey$' -v -timeout 0 -args -monkeys 20 -acts 10000
//
// from one world after the other, two minutes of a processor a run; -seed N
// plays one run again.
var (
	monkeys    = flag.Int("monkeys", testsize.Of(3, 15), "runs of the monkey")
	monkeyActs = flag.Int("acts", testsize.Of(400, 1000), "keys, pastes, clicks and resizes in a run")
	monkeySeed = flag.Uint64("seed", 1, "seed of the first run; the next ones count on")
)

// TestMonkey lets a monkey at the planner, in one world after the other: any
// key, paste, click and size, with the answers of commands late and out of order
// and a disk that fills up now and then. What must hold all the same is in the
// checks.
func TestMonkey(t *testing.T) {
	runs, acts := *monkeys, *monkeyActs
	if testing.Short() {
		runs, acts = min(runs, 2), min(acts, 400)
	}
	for i := range runs {
		seed := *monkeySeed + uint64(i)
		w := worlds()[int(seed-1)%len(worlds())]
		t.Run(fmt.Sprintf("seed=%d %s", seed, w.name), func(t *testing.T) {
			m := newMonkey(t, seed, &w)
			for m.step = range acts {
				m.act()
			}
			m.rest()
			m.stop()
			t.Logf("%d acts, %d starts, %d kills, %d full disks, most answers open %d", acts, m.starts, m.kills, m.fills, m.most)
		})
	}
}

// monkeySimulation is three blocks of runs, for two workers: nine tenths of a
// long run went into figures that no check looks at.
const monkeySimulation = 130

const monkeyFolder = "/biblioteca"

// monkey is one run: what it knows of the world and what it did last.
type monkey struct {
	t      *testing.T
	random *rand.Rand
	home   string // where it may leave files

	disk   *storetest.Mem
	lib    *library.Library
	desk   *bridge.Desk
	loose  *tuitest.Loose
	styles *theme.Styles
	w, h   int
	seen   string // the last view, without escape sequences
	full   bool   // the disk refuses
	other  func() // gives back the lock that another window holds; nil for none
	locked bool   // another window holds it at the first start
	demo   bool   // opened with --demo

	step, starts, kills, fills, most int
	trail                            []string
}

func newMonkey(t *testing.T, seed uint64, w *world) *monkey {
	disk, err := w.disk()
	if err != nil {
		t.Fatal(err)
	}
	m := &monkey{t: t, random: rand.New(rand.NewPCG(seed, 20)), disk: disk.After(storetest.Kill), home: furnish(t), locked: w.locked}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("play it again with -args -seed %d -monkeys 1 -acts %d; the last acts before number %d:\n%s",
				seed, *monkeyActs, m.step, strings.Join(m.trail, "\n"))
		}
	})
	m.start()
	return m
}

// start opens the planner in one of the ways in which it may find the world.
func (m *monkey) start() {
	m.t.Helper()
	m.starts++
	lib, err := library.Open(monkeyFolder, library.WithFS(m.disk))
	if err != nil {
		m.t.Fatalf("the library does not open: %v", err)
	}
	m.lib, m.demo = lib, m.random.IntN(8) == 0
	if m.random.IntN(10) == 0 || m.locked && m.starts == 1 {
		m.lockElsewhere()
	}
	options := tuitest.Themes()
	m.styles = theme.New(options[m.random.IntN(len(options))])
	m.desk, m.loose = openWindow(m.t, lib, m.demo, m.styles, m.home)
	m.notef("start demo=%v locked=%v theme=%v", m.demo, m.other != nil, m.styles.Options)
	m.resize(80, 24)
}

// openWindow opens the planner on a library as cmd does.
func openWindow(t *testing.T, lib *library.Library, demo bool, st *theme.Styles, home string) (*bridge.Desk, *tuitest.Loose) {
	t.Helper()
	space, err := storage.LoadNewest(background(), lib, storage.Known(rules.Default()))
	if err != nil {
		t.Fatal(err)
	}
	if demo {
		lib = nil
	}
	if demo || space.Empty() {
		space = tuitest.Demo()
	}
	clock := time.Date(2026, 4, 20, 9, 0, 0, 0, time.UTC)
	d, notices := bridge.New(background(), st, session.Options{
		Lib: lib, Facts: rules.Default(), Space: space, Now: func() time.Time { return clock },
		Folders: session.Folders{Home: home, Start: []string{home}}, SimulationRuns: monkeySimulation,
	})
	return d, tuitest.NewLoose(t, New(d, notices, func(string) (string, error) { return "aquí", nil }))
}

// lockElsewhere opens a second window that holds the lock.
func (m *monkey) lockElsewhere() {
	other, err := library.Open(monkeyFolder, library.WithFS(m.disk))
	if err != nil {
		m.t.Fatal(err)
	}
	if m.other, err = other.Lock(); err != nil {
		m.other = nil // a full disk has no room for the lock either
	}
}

func (m *monkey) notef(format string, args ...any) {
	const kept = 80
	m.trail = append(m.trail, fmt.Sprintf("%d ", m.step)+fmt.Sprintf(format, args...))
	m.trail = m.trail[max(0, len(m.trail)-kept):]
}

// act does one thing, lets some answers come, and checks.
func (m *monkey) act() {
	m.t.Helper()
	defer func() {
		if fault := recover(); fault != nil {
			m.t.Fatalf("panic at act %d: %v\n%s", m.step, fault, debug.Stack())
		}
	}()
	m.choose()
	if m.random.IntN(2) == 0 {
		m.loose.Advance(100 * time.Millisecond) // else it is no person who types
	}
	m.most = max(m.most, m.loose.Running())
	for range m.random.IntN(4) {
		if n := m.loose.Running(); n > 0 {
			m.loose.Deliver(m.random.IntN(n))
		}
	}
	m.check()
	switch {
	case m.loose.Quit():
		m.leave()
	case m.loose.Running() > 50 || m.random.IntN(60) == 0:
		m.rest()
	case m.random.IntN(400) == 0:
		m.backOut()
	case m.random.IntN(500) == 0:
		m.kill()
	}
}

// rest lets all answers come and checks what must hold then.
func (m *monkey) rest() {
	m.t.Helper()
	m.loose.Drain()
	m.check()
	if !m.loose.Quit() {
		m.checkAtRest()
	}
}

// leave ends the program as cmd does, and opens it again.
func (m *monkey) leave() {
	m.t.Helper()
	m.notef("quit")
	m.stop()
	m.start()
}

func (m *monkey) stop() {
	m.t.Helper()
	m.loose.Wait()
	err := m.desk.Flush()
	if err == nil {
		m.checkStored("after the end")
	} else if !m.full {
		m.t.Fatalf("the end could not save: %v", err)
	}
	m.desk.Close()
	m.unlock()
}

func (m *monkey) unlock() {
	if m.other != nil {
		m.other()
		m.other = nil
	}
}

// kill ends the program in a random way while nothing is on its way to the
// disk, and opens it again on what that leaves there.
func (m *monkey) kill() {
	m.t.Helper()
	m.fill(false)
	m.rest()
	m.waitForTries()
	if m.loose.Quit() || m.desk.Unsaved() != "" {
		return
	}
	crashes := storetest.Crashes()
	crash := crashes[m.random.IntN(len(crashes))]
	m.notef("kill %d", crash)
	m.kills++
	m.disk = m.disk.After(crash)
	m.lib, m.other = m.reopened(), nil
	m.checkStored("after a kill")
	m.start()
}

// waitForTries lets the time pass in which the desk tries again by itself what a
// full disk has refused: with room again, nothing is left unsaved.
func (m *monkey) waitForTries() {
	m.t.Helper()
	for range 2 { // a try that is on its way may have begun before there was room
		m.loose.Advance(10 * time.Second)
		m.rest()
	}
	if left := m.desk.Unsaved() + m.desk.NotesFailure(); !m.loose.Quit() && m.desk.Writable() == nil && left != "" {
		m.t.Fatalf("not tried again: %s", left)
	}
}

func (m *monkey) reopened() *library.Library {
	m.t.Helper()
	lib, err := library.Open(monkeyFolder, library.WithFS(m.disk))
	if err != nil {
		m.t.Fatalf("the library does not open: %v", err)
	}
	return lib
}

// fill makes the disk refuse what grows, or take it again.
func (m *monkey) fill(full bool) {
	if full == m.full {
		return
	}
	m.notef("full %v", full)
	if m.full = full; !full {
		m.disk.Heal()
		return
	}
	m.fills++
	m.disk.FailFrom(1, storetest.ErrFull, storetest.OpCreate, storetest.OpWrite, storetest.OpSync)
}

func (m *monkey) resize(w, h int) {
	m.w, m.h = w, h
	m.loose.Send(tea.WindowSizeMsg{Width: w, Height: h})
}
