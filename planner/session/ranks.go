package session

import (
	"errors"
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// rank notes the profile's ranks in a plan of the profile's line, so that the
// plan tells by itself from where it is seen; commands read no profile. It tells
// whether any was new.
func (d *Session) rank(e *plan.Editor) (changed bool) {
	for _, entry := range e.Plan().Entries {
		if entry.ID.Process != d.Profile.Process || entry.ID.Profession != d.Profile.Profession {
			return false
		}
	}
	ranks := ranksOf(&d.Profile)
	maps.DeleteFunc(ranks, func(_ data.Modality, rank int) bool { return rank == 0 })
	return len(e.Plan().Entries) > 0 && e.SetRanks(ranks)
}

// ranksOf returns the ranks of a profile, 0 for one that is not known.
func ranksOf(p *library.Profile) map[data.Modality]int {
	return map[data.Modality]int{data.Remunerada: p.Rank, data.Equivalente: p.RankEquivalente}
}

// rankChange is what ranks of a profile become: those of plans that came from
// it follow, in all versions.
type rankChange map[data.Modality]rankMove

// rankMove is what a rank becomes. There are several that it may have been where
// the disk took one change in some plans and not in others.
type rankMove struct {
	from []int
	to   int
}

// of returns the ranks that a plan is to have instead of its own.
func (c rankChange) of(p *plan.Plan) map[data.Modality]int {
	next := map[data.Modality]int{}
	for m, moved := range c {
		if slices.Contains(moved.from, p.Ranks[m]) {
			next[m] = moved.to
		}
	}
	return next
}

// rankChangeTo reports which ranks the applicant's plans are to follow: those that
// are no longer known, and while process and profession stay those that are
// others.
func (d *Session) rankChangeTo(next *library.Profile) rankChange {
	change := rankChange{}
	same := next.Process == d.Profile.Process && next.Profession == d.Profile.Profession
	now := ranksOf(next)
	for m, had := range ranksOf(&d.Profile) {
		if had > 0 && now[m] != had && (same || now[m] == 0) {
			change[m] = rankMove{[]int{had}, now[m]}
		}
	}
	return change
}

// moveRanks lets all versions of the plan follow ranks that the profile has
// changed: those that are open here at once, the stored ones when the command
// has run.
func (d *Session) moveRanks(change rankChange) Jobs {
	if len(change) == 0 || d.Locked != "" {
		return nil
	}
	stored := d.Writable() == nil
	for _, p := range d.plans {
		if p.SetRanks(change.of(p.Plan())) && stored {
			d.box.Put(p)
		}
	}
	if !stored {
		return nil
	}
	for m, moved := range change {
		before := d.ranks.change[m] // that some plans have followed, or none
		moved.from = slices.Concat(before.from, moved.from)
		d.ranks.change[m] = moved
	}
	return d.put(d.ranks)
}

// storedRanks has what the stored plans that are not open here are still to follow.
// It is written between the plans, so that it never writes over one that is opened
// and changed meanwhile.
type storedRanks struct {
	d      *Session
	change rankChange
	sent   rankChange // what the write that runs does
}

// Begin changes the stored plans but those that are open.
func (r *storedRanks) Begin() func() error {
	if len(r.change) == 0 || r.d.Writable() != nil {
		return nil
	}
	lib, change, open := r.d.Lib, maps.Clone(r.change), r.d.openNames()
	r.sent = change
	return func() error { return storeRanks(lib, change, open) }
}

// settled forgets what the plans have followed. Where one has not, those that have
// are none that the change is of any more.
func (r *storedRanks) settled(err error, silent bool) Jobs {
	if err != nil {
		if !silent {
			r.d.refused(texts.Spanish(err))
		}
		return nil
	}
	for modality, moved := range r.sent {
		if later := r.change[modality]; len(later.from) > len(moved.from) {
			r.change[modality] = rankMove{[]int{moved.to}, later.to}
		} else {
			delete(r.change, modality)
		}
	}
	return nil
}

func (*storedRanks) stake() stake                 { return comfort }
func (*storedRanks) carry(*library.Unsaved) error { return nil }

// storeRanks changes the ranks of the stored plans but those that are open.
func storeRanks(lib *library.Library, change rankChange, open []string) error {
	stored, err := storage.Plans(lib, func(name string) bool { return slices.Contains(open, name) })
	failed := []error{err}
	for _, s := range stored {
		e, _, err := storage.OpenPlan(lib, s.Name)
		if err == nil && e.SetRanks(change.of(e.Plan())) {
			err = storage.SaveEditor(lib, e)
		}
		if s.Err == "" { // what cannot be read is told where it is opened
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// saveRanks saves the plan on the screen where the profile brought it new ranks.
func (d *Session) saveRanks() Jobs {
	if !d.rank(d.shown.Editor) {
		return nil
	}
	return d.Save()
}
