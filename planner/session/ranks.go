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

// ranksOf gives the ranks of a profile, 0 for one that is not known.
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

// of gives the ranks that a plan is to have instead of its own.
func (c rankChange) of(p *plan.Plan) map[data.Modality]int {
	next := map[data.Modality]int{}
	for m, moved := range c {
		if slices.Contains(moved.from, p.Ranks[m]) {
			next[m] = moved.to
		}
	}
	return next
}

// rankChangeTo tells which ranks the applicant's plans are to follow: those that
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
	var jobs []Jobs
	open := maps.Clone(d.saver.aside)
	open[d.Plan().Name] = d.editor
	for name, e := range open {
		if e.SetRanks(change.of(e.Plan())) {
			jobs = append(jobs, d.save(name))
		}
	}
	if d.Writable() == nil {
		d.saver.ranksFailed, d.saver.ranksTold = false, false
		for m, moved := range change {
			before := d.saver.ranks[m] // that some plans have followed, or none
			moved.from = slices.Concat(before.from, moved.from)
			d.saver.ranks[m] = moved
		}
	}
	return join(append(jobs, d.next())...)
}

// ranksMoved tells that the stored plans have followed.
type ranksMoved struct {
	change rankChange
	err    error
}

// followingRanks is what the saver runs meanwhile; no plan is called so.
const followingRanks = "\x00"

// followRanks changes the stored plans that are not open here. It is one of the
// saver's tasks, so that it never writes over a plan that is opened and changed
// meanwhile.
func (d *Session) followRanks() Jobs {
	if d.saver.running != "" || len(d.saver.ranks) == 0 || d.saver.ranksFailed || d.Writable() != nil {
		return nil
	}
	lib, change, open := d.Lib, maps.Clone(d.saver.ranks), d.openNames()
	return d.saver.start(followingRanks, func() ownAnswer { return ranksMoved{change, storeRanks(lib, change, open)} })
}

func (d *Session) openNames() map[string]bool {
	names := map[string]bool{d.Plan().Name: true}
	for name := range d.saver.aside {
		names[name] = true
	}
	return names
}

// storeRanks changes the ranks of the stored plans but those that are open.
func storeRanks(lib *library.Library, change rankChange, open map[string]bool) error {
	stored, err := storage.Plans(lib, func(name string) bool { return open[name] })
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

func (m ranksMoved) apply(d *Session) Jobs {
	d.saver.end()
	if m.err != nil { // plans that have followed are none that the change is of any more
		d.saver.ranksFailed = true
		if !d.saver.ranksTold {
			d.saver.ranksTold = true
			d.refused(texts.Spanish(m.err))
		}
		return d.next()
	}
	for modality, moved := range m.change {
		if later := d.saver.ranks[modality]; len(later.from) > len(moved.from) {
			d.saver.ranks[modality] = rankMove{[]int{moved.to}, later.to}
		} else {
			delete(d.saver.ranks, modality)
		}
	}
	return d.next()
}

// flushRanks does at the end of the program what followRanks could not.
func (d *Session) flushRanks() error {
	if len(d.saver.ranks) == 0 {
		return nil
	}
	return storeRanks(d.Lib, d.saver.ranks, d.openNames())
}

// saveRanks saves the plan on the screen where the profile brought it new ranks.
func (d *Session) saveRanks() Jobs {
	if !d.rank(d.editor) {
		return nil
	}
	return d.Save()
}
