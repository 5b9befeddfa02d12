package outbox_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/planner/session/outbox"
)

// errFull is what a full disk answers.
var errFull = errors.New("no hay sitio")

// disk is what is there after a kill.
type disk struct {
	states map[string]int   // the last state of each sheet
	events map[string][]int // of each log, in the order in which they were written
	full   bool
	room   int // writes until it is full; below 0 for no end
	wrote  []string
}

func newDisk() *disk {
	return &disk{states: map[string]int{}, events: map[string][]int{}, room: -1}
}

func (d *disk) refuses() bool {
	if d.room == 0 {
		return true
	}
	d.room--
	return d.full
}

// sheet is one of either kind: of a state only the last counts, of a log each event.
type sheet interface {
	outbox.Sheet
	ended(err error)
}

type box = outbox.Box[sheet]

// state is such as a plan: what is written is what it is when its turn comes.
type state struct {
	*disk
	name string
	now  int
	done []error
}

func (s *state) Begin() func() error {
	value := s.now
	return func() error {
		if s.refuses() {
			return errFull
		}
		s.states[s.name] = value
		s.wrote = append(s.wrote, fmt.Sprint(s.name, value))
		return nil
	}
}

func (s *state) ended(err error) { s.done = append(s.done, err) }

// log is such as an act: every event is written, once, in its order.
type log struct {
	*disk
	name    string
	events  []int // not on the disk
	written int   // of them, by the write that ran last
	done    []error
}

func (l *log) Begin() func() error {
	events := slices.Clone(l.events)
	if len(events) == 0 {
		return nil
	}
	l.written = 0
	return func() error {
		for _, e := range events {
			if l.refuses() {
				return errFull
			}
			l.disk.events[l.name] = append(l.disk.events[l.name], e)
			l.written++
		}
		l.wrote = append(l.wrote, fmt.Sprint(l.name, len(events)))
		return nil
	}
}

func (l *log) ended(err error) {
	l.events = l.events[l.written:]
	l.done = append(l.done, err)
}

// faulty is a fault of the program: at the beginning of a write, in it, or after it.
type faulty struct{ begin, write, end bool }

func (f *faulty) Begin() func() error {
	if f.begin {
		panic("begin")
	}
	return func() error {
		if f.write {
			panic("write")
		}
		return nil
	}
}

func (f *faulty) ended(error) {
	if f.end {
		panic("end")
	}
}

// answer takes the answer of a write, which it carries out where none has.
func answer(b *box, r *outbox.Run[sheet]) bool {
	if r != nil {
		_ = r.Do()
	}
	ok, err := b.End(r)
	if ok {
		r.Sheet.ended(err)
	}
	return ok
}

// run carries out all that waits.
func run(b *box) {
	for r := b.Next(); r != nil; r = b.Next() {
		answer(b, r)
	}
}

func flush(b *box) error {
	return b.Flush(func(r *outbox.Run[sheet], err error) { r.Sheet.ended(err) })
}

// One write runs at a time, in the order in which they were put; changes of a state
// that come meanwhile are written together, with what it is then.
func TestOneWriteAtATime(t *testing.T) {
	d, b := newDisk(), &box{}
	plan, profile := &state{disk: d, name: "plan", now: 1}, &state{disk: d, name: "perfil", now: 1}
	b.Put(plan)
	r := b.Next()
	if b.Next() != nil {
		t.Fatal("a second write began beside the first")
	}
	plan.now = 2
	b.Put(plan)
	b.Put(profile)
	plan.now, profile.now = 3, 2
	b.Put(plan)
	answer(b, r)
	run(b)
	if got := strings.Join(d.wrote, " "); got != "plan1 plan3 perfil2" || b.Busy() {
		t.Errorf("written: %q, busy %v", got, b.Busy())
	}
}

// Each event of a log is written once, also those that come while a write runs.
func TestEveryEventIsWritten(t *testing.T) {
	d, b := newDisk(), &box{}
	act, plan := &log{disk: d, name: "acto"}, &state{disk: d, name: "plan"}
	add := func(n int) { act.events = append(act.events, n); b.Put(act) }
	add(1)
	r := b.Next()
	add(2)
	b.Put(plan)
	add(3)
	answer(b, r)
	run(b)
	if got := d.events["acto"]; !slices.Equal(got, []int{1, 2, 3}) || strings.Join(d.wrote, " ") != "acto1 acto2 plan0" {
		t.Errorf("%v; %q", got, d.wrote)
	}
}

// What a kill leaves on the disk is all that was answered, whether it comes before
// the write, between write and answer, or after.
func TestAKillBetweenWriteAndAnswer(t *testing.T) {
	for name, tt := range map[string]struct {
		kill     string
		told     int
		on, plan int
	}{
		"before the write":  {"begun", 0, 0, 0},
		"before the answer": {"written", 0, 1, 0},
		"before the second": {"answered", 1, 1, 0},
		"after the second":  {"", 1, 1, 7},
	} {
		d, b := newDisk(), &box{}
		act, plan := &log{disk: d, name: "acto", events: []int{1}}, &state{disk: d, name: "plan", now: 7}
		b.Put(act)
		b.Put(plan)
		steps := map[string]func(r *outbox.Run[sheet]){
			"begun":    func(*outbox.Run[sheet]) {},
			"written":  func(r *outbox.Run[sheet]) { _ = r.Do() },
			"answered": func(r *outbox.Run[sheet]) { answer(b, r) },
			"":         func(r *outbox.Run[sheet]) { answer(b, r); run(b) },
		}
		steps[tt.kill](b.Next()) // and then no more
		if len(d.events["acto"]) != tt.on || d.states["plan"] != tt.plan || len(act.done) != tt.told {
			t.Errorf("%s: %v and plan %d on the disk, told %d times", name, d.events, d.states["plan"], len(act.done))
		}
	}
}

// What a full disk refuses is kept, is told where it is a first try, goes through
// when there is room, and is refused no longer then.
func TestAFullDisk(t *testing.T) {
	d, b := newDisk(), &box{}
	act, plan := &log{disk: d, name: "acto", events: []int{1, 2, 3}}, &state{disk: d, name: "plan", now: 1}
	d.room = 1 // in the midst of the events
	b.Put(act)
	b.Put(plan)
	run(b)
	if !errors.Is(b.Why(act), errFull) || !errors.Is(b.Why(plan), errFull) || b.Busy() || len(b.Failed()) != 2 {
		t.Fatalf("refused: %v, %v; busy %v", b.Why(act), b.Why(plan), b.Busy())
	}
	b.Retry(true)
	if r := b.Next(); !r.Silent || r.Sheet != sheet(act) {
		t.Fatalf("%+v", r)
	} else {
		act.events = append(act.events, 4) // while the further try runs
		b.Put(act)
		answer(b, r)
	}
	r := b.Next() // the plan, and then the act, for its change
	d.room = -1
	answer(b, r)
	if next := b.Next(); next.Silent || next.Sheet != sheet(act) {
		t.Fatalf("%+v", next)
	} else {
		answer(b, next)
	}
	if !slices.Equal(d.events["acto"], []int{1, 2, 3, 4}) || d.states["plan"] != 1 || len(b.Failed()) != 0 || b.Why(plan) != nil {
		t.Errorf("%v, %v, failed %v", d.events, d.states, b.Failed())
	}
	b.Retry(false)
	if b.Busy() {
		t.Error("what was written is tried again")
	}
}

// A further try is told once the user asks for it, or changes something meanwhile.
func TestWhichFailuresAreTold(t *testing.T) {
	for name, tt := range map[string]struct {
		then func(b *box, s sheet)
		want bool
	}{
		"by itself":       {func(b *box, _ sheet) { b.Retry(true) }, true},
		"twice by itself": {func(b *box, _ sheet) { b.Retry(true); b.Retry(true) }, true},
		"asked for":       {func(b *box, _ sheet) { b.Retry(true); b.Retry(false) }, false},
		"changed":         {func(b *box, s sheet) { b.Retry(true); b.Put(s) }, false},
		"changed before":  {func(b *box, s sheet) { b.Put(s); b.Retry(true) }, false},
		"put silently":    {func(b *box, s sheet) { b.PutSilently(s); b.Retry(true) }, true},
	} {
		d, b := newDisk(), &box{}
		s := &state{disk: d, name: "plan"}
		d.full = true
		b.Put(s)
		run(b)
		tt.then(b, s)
		if r := b.Next(); r == nil || r.Silent != tt.want {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// The answer of a write that the end of the program has overtaken, or of a box that
// another has replaced, changes nothing; and its write writes nothing.
func TestLateAnswers(t *testing.T) {
	d, b := newDisk(), &box{}
	plan := &state{disk: d, name: "plan", now: 1}
	b.Put(plan)
	late := b.Next()
	plan.now = 2
	b.Put(plan)
	if err := flush(b); err != nil || d.states["plan"] != 2 {
		t.Fatalf("flushed: %v, %v", d.states, err)
	}
	if answer(b, late) || d.states["plan"] != 2 || len(plan.done) != 2 {
		t.Errorf("after the late answer: %v, told %d times", d.states, len(plan.done))
	}
	other := &box{}
	other.Put(plan)
	r := other.Next()
	if answer(b, r) || !other.Busy() || b.Busy() {
		t.Error("an answer went to another box")
	}
	if answer(b, nil) {
		t.Error("no write has ended")
	}
}

// At the end all is written, each kind, what was refused too; an error or a fault of
// one stops none of the others.
func TestFlush(t *testing.T) {
	d, b := newDisk(), &box{}
	act, plan := &log{disk: d, name: "acto", events: []int{1}}, &state{disk: d, name: "plan", now: 1}
	profile := &state{disk: d, name: "perfil", now: 1}
	refused := &state{disk: newDisk(), name: "otro"}
	refused.full = true
	d.full = true
	b.Put(plan)
	run(b)
	d.full = false
	b.Put(&faulty{write: true})
	running := b.Next() // and its job never runs
	for _, s := range []sheet{&faulty{begin: true}, refused, &faulty{end: true}, act, profile} {
		b.Put(s)
	}
	err := flush(b)
	if d.states["plan"] != 1 || d.states["perfil"] != 1 || !slices.Equal(d.events["acto"], []int{1}) {
		t.Errorf("%v, %v", d.states, d.events)
	}
	if err == nil || !strings.Contains(err.Error(), "end") {
		t.Errorf("the fault after a write: %v", err)
	}
	if got := len(b.Failed()); got != 3 || !errors.Is(b.Why(refused), errFull) || !strings.Contains(b.Why(running.Sheet).Error(), "write") {
		t.Errorf("%d failed: %v, %v", got, b.Why(refused), b.Why(running.Sheet))
	}
}

// What the end of one write puts and begins is written by Flush too, though its job
// never runs.
func TestFlushGoesOnWithWhatFollows(t *testing.T) {
	d, b := newDisk(), &box{}
	first, second := &state{disk: d, name: "plan", now: 1}, &state{disk: d, name: "copia", now: 2}
	b.Put(first)
	b.Next()
	err := b.Flush(func(r *outbox.Run[sheet], _ error) {
		if r.Sheet == sheet(first) {
			b.Put(second)
			b.Next()
		}
	})
	if err != nil || d.states["plan"] != 1 || d.states["copia"] != 2 || b.Busy() {
		t.Errorf("%v, %v", d.states, err)
	}
}

// A sheet that is dropped is neither written nor said to be unwritten; one that has
// nothing to write any more was not refused.
func TestNothingToWrite(t *testing.T) {
	d, b := newDisk(), &box{}
	d.full = true
	plan, act := &state{disk: d, name: "plan"}, &log{disk: d, name: "acto", events: []int{1}}
	b.Put(plan)
	b.Put(act)
	run(b)
	b.Retry(false)
	b.Drop(plan)
	act.events = nil
	if got := b.Unwritten(); !slices.Equal(got, []sheet{act}) {
		t.Errorf("unwritten: %v", got)
	}
	if r := b.Next(); r != nil || len(b.Failed()) != 0 || len(b.Unwritten()) != 0 {
		t.Errorf("%+v runs, failed %v", r, b.Failed())
	}
}

// Whatever is put, refused, tried again and answered in whatever order: the disk
// never goes back to an older state, has each event once and in order, and has all
// that was answered; and after Flush it has all.
func TestWhateverHappens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, b := newDisk(), &box{}
		plan, act := &state{disk: d, name: "plan"}, &log{disk: d, name: "acto"}
		events := 0
		var runs []*outbox.Run[sheet]
		check := func() {
			t.Helper()
			for i, e := range d.events["acto"] {
				if e != i+1 {
					t.Fatalf("the log has %v", d.events["acto"])
				}
			}
			if on := len(d.events["acto"]); events-len(act.events) > on {
				t.Fatalf("%d events are said to be on the disk, which has %d", events-len(act.events), on)
			}
			if !b.Has(plan) && b.Why(plan) == nil && d.states["plan"] != plan.now {
				t.Fatalf("the plan is %d, and %d on the disk, of which nothing is known", plan.now, d.states["plan"])
			}
		}
		last := 0
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"change", "act", "next", "do", "end", "full", "room", "retry"}).Draw(t, "step") {
			case "change":
				plan.now++
				b.Put(plan)
			case "act":
				events++
				act.events = append(act.events, events)
				b.Put(act)
			case "next":
				if r := b.Next(); r != nil {
					runs = append(runs, r)
				}
			case "do":
				if len(runs) > 0 {
					_ = rapid.SampledFrom(runs).Draw(t, "of").Do()
				}
			case "end":
				if len(runs) > 0 {
					answer(b, rapid.SampledFrom(runs).Draw(t, "of"))
				}
			case "full":
				d.room = rapid.IntRange(0, 3).Draw(t, "room")
			case "room":
				d.room = -1
			case "retry":
				b.Retry(rapid.Bool().Draw(t, "silent"))
			}
			if d.states["plan"] < last {
				t.Fatalf("the plan went back from %d to %d", last, d.states["plan"])
			}
			last = d.states["plan"]
			check()
		}
		d.room = -1
		if err := flush(b); err != nil || d.states["plan"] != plan.now || len(d.events["acto"]) != events || len(b.Unwritten()) != 0 {
			t.Fatalf("flushed: %v of %d, %v of %d, %v", d.states["plan"], plan.now, d.events["acto"], events, err)
		}
		for _, r := range runs {
			_ = r.Do()
			answer(b, r)
		}
		if check(); d.states["plan"] != plan.now {
			t.Fatal("a late write has written")
		}
	})
}
