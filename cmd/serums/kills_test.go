//go:build !windows

package main

import (
	"context"
	"flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/testsize"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// The long run is
//
//	SERUMS_PRUEBAS=largas go test ./cmd/serums -run TestRecordedRunIsKilled -timeout 0 -args -kills 200
var kills = flag.Int("kills", 3, "how often the recorded run is killed, on each list")

// TestRecordedRunIsKilled plays the recording in a pseudo-terminal on the real
// list of medicine, and on the made-up one where that is absent, and kills the
// program at random moments: while it starts, while keys are on their way,
// between a key and its saving, right after the screen said that it was done.
// What the screen has said is never lost, and nothing is there that was not
// asked for.
func TestRecordedRunIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program many times")
	}
	t.Run("made up", func(t *testing.T) { playAndKill(t, "../../testdata/demo/oferta-2026-I.csv", 66) })
	t.Run("real", func(t *testing.T) {
		needRealLists(t)
		if !testsize.Full() {
			t.Skip("the made-up list stands for the real one; SERUMS_PRUEBAS=largas plays both")
		}
		playAndKill(t, filepath.Join(realLists, "2026-i-remunerado.csv"), 812)
	})
}

func playAndKill(t *testing.T, list string, rank int) {
	dir := t.TempDir()
	command(t, dir, "importar", "oferta", list, "--proceso", "2026-I", "--modalidad", "remunerada")
	line := data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: line.Process, Profession: line.Profession, Modality: line.Modality, Rank: rank}); err != nil {
		t.Fatal(err)
	}
	script := recording(codesOf(t, lib, line))
	p := &player{t: t, dir: dir, line: line, random: rand.New(rand.NewPCG(5, 200)), rate: min(0.25, 2*float64(*kills)/float64(len(script)))}
	for begun := false; !begun || p.killed < *kills; begun = true {
		p.play(script)
	}
	p.quit()
	t.Logf("%d kills, %d starts, %d acts played, %d of them acknowledged, 0 lost", p.killed, p.starts, p.played, p.acknowledged)
}

// codesOf returns the codes that the recording works on: plazas of the line, far
// apart in the list.
func codesOf(t *testing.T, lib *library.Library, line data.Line) (codes []string) {
	t.Helper()
	offer, err := lib.Offer(context.Background(), line.Process, line.Modality)
	if err != nil {
		t.Fatal(err)
	}
	for i := range offer.Plazas {
		if p := &offer.Plazas[i]; p.Profession == line.Profession && !slices.Contains(codes, p.Renipress) {
			codes = append(codes, p.Renipress)
		}
	}
	if len(codes) < planned+crossed {
		t.Fatalf("only %d plazas", len(codes))
	}
	var apart []string
	for i := range planned + crossed {
		apart = append(apart, codes[i*len(codes)/(planned+crossed)])
	}
	return apart
}

// player plays a recording against the oracle of what was acknowledged.
type player struct {
	t      *testing.T
	dir    string
	line   data.Line
	random *rand.Rand
	term   *terminal // nil when the program does not run
	edits  int       // changes of the plan in this run of the program, for undo
	undone int       // of them taken back last, for redo
	seen   int       // bytes of output that were looked at

	rate                                 float64 // of acts that a kill ends
	disk                                 state   // what was acknowledged
	killed, starts, played, acknowledged int
}

// state is what must survive: the plan in its order, and the acts of the log.
type state struct {
	Plan []string
	Acts []string // kind and code
}

func (s state) clone() state { return state{slices.Clone(s.Plan), slices.Clone(s.Acts)} }

func same(a, b state) bool { return cmp.Equal(a, b, cmpopts.EquateEmpty()) }

// play goes through the acts in their order. One that a kill cut off is begun
// again unless it reached the disk.
func (p *player) play(acts []act) {
	p.t.Helper()
	for _, a := range acts {
		next, ok := a.on(p.disk.clone())
		for ok && !p.perform(a, next) {
			p.crash(next)
			if same(p.disk, next) {
				break // it had reached the disk
			}
			next, ok = a.on(p.disk.clone())
		}
	}
}

// perform plays one act; false tells that the program is to be killed now.
func (p *player) perform(a act, next state) bool {
	p.t.Helper()
	if p.term == nil && !p.start() {
		return false
	}
	if a.undo && p.edits == 0 || a.redo && p.undone == 0 {
		return true // begun anew since: there is nothing to take back
	}
	p.played++
	beats := a.beats(p.disk)
	if a.turn {
		beats = slices.Insert(beats, 0, beat{"4", ""})
	}
	doom := -1
	if p.killed < *kills && p.random.Float64() < p.rate {
		doom = p.random.IntN(len(beats) + 1)
	}
	for i, b := range beats {
		p.send(b.keys)
		if i == doom {
			p.wait(25 * time.Millisecond)
			return false
		}
		p.await(b.until)
	}
	p.disk = next
	p.acknowledged++
	switch {
	case a.undo:
		p.undone++
	case a.redo:
		p.undone--
	case a.edits:
		p.edits, p.undone = p.edits+1, 0
	}
	return doom < len(beats) // else it is killed right after it was told
}

func (p *player) wait(most time.Duration) { time.Sleep(time.Duration(p.random.Int64N(int64(most)))) }

// start opens the planner; false tells that it is to be killed while it starts.
func (p *player) start() bool {
	p.t.Helper()
	p.starts++
	p.term = runIn(p.t, roomyWindow, []string{"SERUMS_DATOS=" + p.dir, "COLUMNS=", "LINES="}, "serums")
	p.edits, p.undone, p.seen = 0, 0, 0
	if p.killed < *kills && p.random.IntN(12) == 0 {
		p.wait(300 * time.Millisecond)
		return false
	}
	p.await("SERUMS 2026-I")
	return true
}

// crash kills the program and looks at what it left: what was acknowledged, or
// that and the act that was under way.
func (p *player) crash(next state) {
	p.t.Helper()
	p.killed++
	if err := p.term.cmd.Process.Kill(); err != nil {
		p.t.Fatal(err)
	}
	p.term.ended()
	_ = p.term.pty.Close()
	p.term = nil
	found := p.found()
	if !same(found, p.disk) && !same(found, next) {
		p.t.Fatalf("after kill %d: (-acknowledged +disk) %s", p.killed, cmp.Diff(p.disk, found))
	}
	p.disk = found
}

// found reads the library as the next start will.
func (p *player) found() (s state) {
	p.t.Helper()
	lib, err := library.Open(p.dir)
	if err != nil {
		p.t.Fatal(err)
	}
	e, restored, err := storage.OpenPlan(lib, storage.DefaultPlan)
	if err != nil || restored != "" {
		p.t.Fatalf("the plan does not read: %q %v", restored, err)
	}
	for _, entry := range e.Plan().Entries {
		s.Plan = append(s.Plan, entry.ID.Renipress)
	}
	recorded, err := turn.Read(lib, p.line)
	if err != nil || len(recorded.Notices) > 0 {
		p.t.Fatalf("the log does not read: %q %v", recorded.Notices, err)
	}
	for _, e := range recorded.Events {
		s.Acts = append(s.Acts, strings.TrimSpace(string(e.Kind)+" "+e.Renipress))
	}
	if profile, err := lib.Profile(); err != nil || profile.Profession != p.line.Profession || len(lib.Notices()) > 0 {
		p.t.Fatalf("profile %+v, %q %v", profile, lib.Notices(), err)
	}
	return s
}

// quit ends the program in good order, and compares once more.
func (p *player) quit() {
	p.t.Helper()
	if p.term == nil {
		for !p.start() {
			p.crash(p.disk)
		}
	}
	p.send("\x1b")
	// Esc alone is told from a sequence by time: a starved program may read it
	// with the q as alt+q, and wants another.
	for range 5 {
		p.wait(time.Second)
		p.send("q")
		select {
		case <-p.term.done:
		case <-time.After(3 * time.Second):
			continue
		}
		break
	}
	if code := p.term.ended(); code != 0 {
		p.t.Errorf("exit code %d", code)
	}
	if diff := cmp.Diff(p.disk, p.found(), cmpopts.EquateEmpty()); diff != "" {
		p.t.Error(diff)
	}
}
