// Package outbox is the one writer of a window: all that is to reach the disk goes
// through it. One write runs at a time, so that nothing older is ever written over
// something newer; what the disk refuses is kept until a later try has brought it
// there; and at the end of the program all is written that is not on the disk yet.
//
// It knows neither what is written nor who is told: it keeps the order. What runs
// its writes is free to: each is done once, by its job or by Flush, whichever comes
// first.
package outbox

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"brujula/data"
	"brujula/data/texts"
)

// Sheet is what is written as one. Of a plan or a profile only the last state
// counts: Begin takes it as it is then, whatever has become of it since Put. Of the
// events of an act each counts: Begin takes all that are not on the disk, and the
// sheet keeps them until it was told what became of them.
type Sheet interface {
	// Begin takes what is to be written, as it is now; nil when there is nothing.
	// The write runs elsewhere: it changes nothing that others read meanwhile.
	Begin() (write func() error)
}

// Key is how the sheets of a box are known: by what they are, not by what they hold.
type Key interface {
	comparable
	Sheet
}

// Box has the sheets that are not on the disk. The zero value is empty.
type Box[S Key] struct {
	running *Run[S]
	waiting []wish[S]
	failed  []failure[S] // in the order in which they were refused
}

// wish is a sheet that waits; silent, a failure is not to be told again.
type wish[S Key] struct {
	sheet  S
	silent bool
}

type failure[S Key] struct {
	sheet S
	err   error
}

// Run is one write.
type Run[S Key] struct {
	Sheet  S
	Silent bool // a further try: a failure was told already
	once   func() error
}

// Do writes, or waits for whoever is at it already, and returns what became of it.
func (r *Run[S]) Do() error { return r.once() }

// Put has a sheet written once nothing else runs. One that waits already is written
// once for all its changes; one that runs is written again.
func (b *Box[S]) Put(s S) { b.put(s, false) }

// PutSilently does what Put does; where the sheet did not wait already, a failure is
// not to be told.
func (b *Box[S]) PutSilently(s S) { b.put(s, true) }

func (b *Box[S]) put(s S, silent bool) {
	if at := b.place(s); at >= 0 {
		b.waiting[at].silent = b.waiting[at].silent && silent
		return
	}
	b.waiting = append(b.waiting, wish[S]{s, silent})
}

func (b *Box[S]) place(s S) int {
	return slices.IndexFunc(b.waiting, func(w wish[S]) bool { return w.sheet == s })
}

// Retry puts all that the disk has refused. Where it is not silent, what fails is
// told again, also of sheets that wait already.
func (b *Box[S]) Retry(silent bool) {
	for i := range b.waiting {
		b.waiting[i].silent = b.waiting[i].silent && silent
	}
	for _, f := range b.failed {
		if !b.Has(f.sheet) {
			b.put(f.sheet, silent)
		}
	}
}

// Next begins the write of the sheet that has waited longest; nil when one runs
// already, or none waits.
func (b *Box[S]) Next() *Run[S] { return b.next(S.Begin) }

func (b *Box[S]) next(begin func(S) func() error) *Run[S] {
	if b.running != nil {
		return nil
	}
	for len(b.waiting) > 0 {
		w := b.waiting[0]
		write := begin(w.sheet) // should it panic, the sheet still waits for Flush
		b.waiting = b.waiting[1:]
		if write == nil {
			b.settle(w.sheet, nil)
			continue
		}
		b.running = &Run[S]{w.sheet, w.silent, sync.OnceValue(write)}
		return b.running
	}
	return nil
}

// End takes that a write has ended, and how; ok is false for one that the box does
// not know any more.
func (b *Box[S]) End(r *Run[S]) (ok bool, err error) {
	if r == nil || b.running != r {
		return false, nil
	}
	err = r.Do()
	b.running = nil
	b.settle(r.Sheet, err)
	return true, err
}

func (b *Box[S]) settle(s S, err error) {
	at := slices.IndexFunc(b.failed, func(f failure[S]) bool { return f.sheet == s })
	switch {
	case err == nil && at >= 0:
		b.failed = slices.Delete(b.failed, at, at+1)
	case err == nil:
	case at >= 0:
		b.failed[at].err = err
	default:
		b.failed = append(b.failed, failure[S]{s, err})
	}
}

// Excuse forgets that the disk has refused a sheet: nothing of it is missing there.
func (b *Box[S]) Excuse(s S) { b.settle(s, nil) }

// Drop forgets a sheet: there is nothing of it to be written any more. A write of it
// that runs is not stopped.
func (b *Box[S]) Drop(s S) {
	b.Excuse(s)
	if at := b.place(s); at >= 0 {
		b.waiting = slices.Delete(b.waiting, at, at+1)
	}
}

// Waits reports whether a sheet is still to be written, one that runs left out.
func (b *Box[S]) Waits(s S) bool { return b.place(s) >= 0 }

// Has reports whether a sheet waits or is being written.
func (b *Box[S]) Has(s S) bool { return b.running != nil && b.running.Sheet == s || b.Waits(s) }

// Busy reports whether anything is on its way to the disk.
func (b *Box[S]) Busy() bool { return b.running != nil || len(b.waiting) > 0 }

// Why returns why the disk has refused a sheet; nil where it has not.
func (b *Box[S]) Why(s S) error {
	for _, f := range b.failed {
		if f.sheet == s {
			return f.err
		}
	}
	return nil
}

// Failed lists what the disk has refused.
func (b *Box[S]) Failed() []S {
	return data.Map(b.failed, func(f failure[S]) S { return f.sheet })
}

// OnItsWay lists what runs and what waits.
func (b *Box[S]) OnItsWay() (all []S) {
	if b.running != nil {
		all = append(all, b.running.Sheet)
	}
	for _, w := range b.waiting {
		all = append(all, w.sheet)
	}
	return all
}

// Unwritten lists all that is not on the disk: what is on its way to it and what was
// refused, each once.
func (b *Box[S]) Unwritten() []S {
	all := append(b.OnItsWay(), b.Failed()...)
	seen := map[S]bool{}
	return slices.DeleteFunc(all, func(s S) bool {
		twice := seen[s]
		seen[s] = true
		return twice
	})
}

// Flush writes at the end of the program, when no job is taken back any more, all
// that is not on the disk: it waits for the write that runs, tries once more what
// was refused, and goes on until nothing waits. ended is told of each write, as
// after End, and may put and begin more. What fails, even by a fault of the program, keeps
// nothing else from being written; it is among Failed then. faults returns what went
// wrong in ended.
func (b *Box[S]) Flush(ended func(r *Run[S], err error)) (faults error) {
	for retried := false; ; {
		if b.running == nil && !retried {
			b.Retry(true)
			retried = true
		}
		b.next(guardedBegin[S])
		if b.running == nil {
			return faults
		}
		faults = errors.Join(faults, b.finish(b.running, ended))
	}
}

// finish ends a write whose fault, if it has one, is an error of it.
func (b *Box[S]) finish(r *Run[S], ended func(r *Run[S], err error)) (fault error) {
	err := Guarded(r.Do)
	b.running = nil
	b.settle(r.Sheet, err)
	return Guarded(func() error { ended(r, err); return nil })
}

// guardedBegin begins a write; a fault of that is an error of the write.
func guardedBegin[S Key](s S) (write func() error) {
	fault := Guarded(func() error { write = s.Begin(); return nil })
	if fault != nil {
		return func() error { return fault }
	}
	return write
}

// Guarded runs one of the last works of the program and returns a panic of it as an
// error, so that those after it are done all the same.
func Guarded(do func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.New(texts.SaveFault(fmt.Sprint(fault)))
		}
	}()
	return do()
}
