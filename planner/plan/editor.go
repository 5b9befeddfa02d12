package plan

import (
	"maps"
	"slices"

	"brujula/data"
)

// Kind names what an act did.
type Kind int

// The acts on a plan.
const (
	Added Kind = iota
	Removed
	Moved
	Noted
	Replaced // the whole list, by an import or a copy
)

// Act is one change of a plan, in terms that can be told to its owner.
type Act struct {
	Kind Kind
	IDs  []data.PlazaID // the plazas concerned
	From int            // old place of the first, from 0; -1 when it had none
	To   int            // new place of the first, from 0; -1 when it has none
}

// Editor changes a plan and can take changes back. It keeps the last
// historyDepth acts.
type Editor struct {
	plan   Plan
	undone []step
	done   []step
}

type step struct {
	act    Act
	before Plan
	after  Plan
}

const historyDepth = 500

// Edit begins editing a copy of the plan.
func Edit(p Plan) *Editor {
	p = p.Clone()
	p.normalize()
	return &Editor{plan: p}
}

// Plan returns the plan as it stands. It must not be changed.
func (e *Editor) Plan() *Plan { return &e.plan }

// Add appends plazas that are not yet in the plan, each at the end of its
// modality's section, or from place at on when at is not negative. It tells
// what was done; ok is false when all were there already.
func (e *Editor) Add(ids []data.PlazaID, at int) (act Act, ok bool) {
	return e.change(Added, func(p *Plan) (Act, bool) {
		act := Act{From: -1, To: -1}
		for _, id := range ids {
			if p.Has(id) {
				continue
			}
			target := at
			if at < 0 {
				target = len(p.Entries)
			} else {
				target += len(act.IDs)
			}
			place := p.insert(Entry{ID: id}, target)
			if act.To < 0 {
				act.To = place
			}
			act.IDs = append(act.IDs, id)
		}
		return act, len(act.IDs) > 0
	})
}

// Remove takes plazas out of the plan.
func (e *Editor) Remove(ids ...data.PlazaID) (act Act, ok bool) {
	return e.change(Removed, func(p *Plan) (Act, bool) {
		act := Act{From: -1, To: -1}
		for _, id := range ids {
			at := p.Index(id)
			if at < 0 {
				continue
			}
			if act.From < 0 {
				act.From = at
			}
			act.IDs = append(act.IDs, id)
			p.Entries = slices.Delete(p.Entries, at, at+1)
		}
		return act, len(act.IDs) > 0
	})
}

// Move brings plazas, in the order that they have in the plan, to place to
// (from 0, of the whole list) or as near as their section allows. ok is false
// when nothing moved.
func (e *Editor) Move(ids []data.PlazaID, to int) (act Act, ok bool) {
	return e.change(Moved, func(p *Plan) (Act, bool) {
		act := Act{From: -1, To: -1}
		before := p.IDs()
		var moving []Entry
		for _, entry := range p.Entries {
			if slices.Contains(ids, entry.ID) {
				moving = append(moving, entry)
			}
		}
		if len(moving) == 0 {
			return act, false
		}
		act.From = p.Index(moving[0].ID)
		p.Entries = slices.DeleteFunc(p.Entries, func(entry Entry) bool { return slices.Contains(ids, entry.ID) })
		next := map[data.Modality]int{}
		for i, entry := range moving {
			at, begun := next[entry.ID.Modality]
			if !begun {
				at = to
			}
			place := p.insert(entry, at)
			next[entry.ID.Modality] = place + 1 // they keep their order, section by section
			if i == 0 {
				act.To = place
			}
			act.IDs = append(act.IDs, entry.ID)
		}
		return act, !slices.Equal(before, p.IDs())
	})
}

// Note sets the applicant's words on a line, made one line of; empty text takes
// them away.
func (e *Editor) Note(id data.PlazaID, note string) (act Act, ok bool) {
	note = OneLine(note)
	return e.change(Noted, func(p *Plan) (Act, bool) {
		at := p.Index(id)
		if at < 0 || p.Entries[at].Note == note {
			return Act{}, false
		}
		p.Entries[at].Note = note
		return Act{IDs: []data.PlazaID{id}, From: at, To: at}, true
	})
}

// SetRanks notes the order of merit of each modality that is given, 0 for one
// that is not known any more; it tells whether any is another than before. That
// is no act: undoing leaves the ranks, which are the applicant's and not the
// list's.
func (e *Editor) SetRanks(ranks map[data.Modality]int) (changed bool) {
	for m, rank := range ranks {
		changed = changed || e.plan.Ranks[m] != rank
	}
	if !changed {
		return false
	}
	setRanks(&e.plan, ranks)
	for _, steps := range [][]step{e.done, e.undone} {
		for i := range steps {
			setRanks(&steps[i].before, ranks)
			setRanks(&steps[i].after, ranks)
		}
	}
	return true
}

func setRanks(p *Plan, ranks map[data.Modality]int) {
	maps.Copy(p.Ranks, ranks)
	maps.DeleteFunc(p.Ranks, func(_ data.Modality, rank int) bool { return rank <= 0 })
}

// SetWeights sets what makes plazas alike; it tells whether that is another than
// before. As with ranks, undoing leaves it.
func (e *Editor) SetWeights(w Weights) (changed bool) {
	if maps.Equal(e.plan.Weights, w) {
		return false
	}
	e.plan.Weights = maps.Clone(w)
	for _, steps := range [][]step{e.done, e.undone} {
		for i := range steps {
			steps[i].before.Weights, steps[i].after.Weights = maps.Clone(w), maps.Clone(w)
		}
	}
	return true
}

// Replace puts another plan in the place of this one; the name stays, and so
// do ranks that the other says nothing of. ok is false when nothing changed.
func (e *Editor) Replace(with Plan) (act Act, ok bool) {
	return e.change(Replaced, func(p *Plan) (Act, bool) {
		with = with.Clone()
		with.Name = p.Name
		with.normalize()
		for m, rank := range p.Ranks {
			if _, known := with.Ranks[m]; !known {
				with.Ranks[m] = rank
			}
		}
		if len(with.Weights) == 0 {
			with.Weights = maps.Clone(p.Weights)
		}
		same := maps.Equal(with.Weights, p.Weights) && slices.Equal(with.Entries, p.Entries) && maps.Equal(with.Ranks, p.Ranks)
		*p = with
		return Act{IDs: p.IDs(), From: -1, To: 0}, !same
	})
}

// Rename gives the plan another name. That is no act: undoing leaves the name.
func (e *Editor) Rename(name string) {
	e.plan.Name = name
	for _, steps := range [][]step{e.done, e.undone} {
		for i := range steps {
			steps[i].before.Name, steps[i].after.Name = name, name
		}
	}
}

// Undo takes the last act back and tells which it was.
func (e *Editor) Undo() (act Act, ok bool) {
	if len(e.done) == 0 {
		return Act{}, false
	}
	last := e.done[len(e.done)-1]
	e.done = e.done[:len(e.done)-1]
	e.undone = append(e.undone, last)
	e.plan = last.before.Clone()
	return last.act, true
}

// Redo does again what Undo took back.
func (e *Editor) Redo() (act Act, ok bool) {
	if len(e.undone) == 0 {
		return Act{}, false
	}
	next := e.undone[len(e.undone)-1]
	e.undone = e.undone[:len(e.undone)-1]
	e.done = append(e.done, next)
	e.plan = next.after.Clone()
	return next.act, true
}

func (e *Editor) change(kind Kind, do func(*Plan) (Act, bool)) (Act, bool) {
	next := e.plan.Clone()
	act, ok := do(&next)
	if !ok {
		return act, false
	}
	act.Kind = kind
	e.done = append(e.done, step{act, e.plan, next.Clone()})
	if len(e.done) > historyDepth {
		e.done = e.done[1:]
	}
	e.undone = nil
	e.plan = next
	return act, true
}

// CanUndo reports whether Undo has a change to take back.
func (e *Editor) CanUndo() bool { return len(e.done) > 0 }
