package workspace

import (
	"slices"

	"brujula/data"
	"brujula/planner/plan"
)

// ChangeKind tells what became of a line from one version of a plan to another.
type ChangeKind string

// The kinds, as records write them.
const (
	ChangeEnters ChangeKind = "entra"     // only the second has it
	ChangeLeaves ChangeKind = "sale"      // only the first has it
	ChangeMoves  ChangeKind = "se_mueve"  // both have it, at another place among those they share
	ChangeNoted  ChangeKind = "otra_nota" // both have it in its place, with another note
)

// PlanChange is one change from the first version to the second, with what it is
// worth when it alone is made in the first.
type PlanChange struct {
	ID       data.PlazaID
	Kind     ChangeKind
	From, To int // places in the whole of each version, from 0; -1 where it has none
	// Valued tells that the line has a chance, so that the change is worth what
	// follows: by how much it raises the chance to end with a place (0 to 1) and
	// the expected points.
	Valued        bool
	Place, Points float64
}

// worth is what a plan leads to.
type worth struct{ place, points float64 }

func (v worth) minus(o worth) worth { return worth{v.place - o.place, v.points - o.points} }

// Changes lists what was changed and what each change is worth by itself: those of
// the second version in its order, then what left in the order of the first. The
// worths of several changes do not add up to the difference of the versions, since
// one line stands in for another.
func (c *PlanComparison) Changes() []PlanChange {
	base := worthOf(c.First.Lines)
	var out []PlanChange
	add := func(change PlanChange, changed []PlanLine) {
		if change.Valued = changed != nil; change.Valued {
			more := worthOf(changed).minus(base)
			change.Place, change.Points = more.place, more.points
		}
		out = append(out, change)
	}
	for to := range c.Second.Lines {
		line := &c.Second.Lines[to]
		id := line.Entry.ID
		change := PlanChange{ID: id, From: c.First.Place(id), To: to}
		switch change.Kind = c.Kind(id); change.Kind {
		case ChangeEnters, ChangeMoves:
			add(change, c.with(line, change.From))
		case ChangeNoted:
			add(change, nil)
		case ChangeLeaves:
		}
	}
	for _, id := range c.OnlyFirst {
		from := c.First.Place(id)
		add(PlanChange{ID: id, Kind: ChangeLeaves, From: from, To: -1}, without(c.First.Lines, from))
	}
	return out
}

// Kind reports what became of a plaza; "" for one that stands as it stood.
func (c *PlanComparison) Kind(id data.PlazaID) ChangeKind {
	switch {
	case slices.Contains(c.OnlySecond, id):
		return ChangeEnters
	case slices.Contains(c.OnlyFirst, id):
		return ChangeLeaves
	case c.moved(id):
		return ChangeMoves
	case slices.Contains(c.Notes, id):
		return ChangeNoted
	}
	return ""
}

func (c *PlanComparison) moved(id data.PlazaID) bool {
	return slices.ContainsFunc(c.Moved, func(s plan.Shift) bool { return s.ID == id })
}

// with returns the first version's lines with this one of the second at the place
// that it has there: after the nearest line above it that did not move. from is
// its place in the first, -1 for none. It is nil where the line has no chance.
func (c *PlanComparison) with(line *PlanLine, from int) []PlanLine {
	if !line.Known {
		return nil
	}
	lines := slices.Clone(c.First.Lines)
	if from >= 0 {
		lines = slices.Delete(lines, from, from+1)
	}
	at := 0
	for i := c.Second.Place(line.Entry.ID) - 1; i >= 0; i-- {
		above := c.Second.Lines[i].Entry.ID
		if kind := c.Kind(above); kind == ChangeEnters || kind == ChangeMoves {
			continue
		}
		at = 1 + slices.IndexFunc(lines, func(l PlanLine) bool { return l.Entry.ID == above })
		break
	}
	return slices.Insert(lines, at, *line)
}

// without returns lines but for one; nil where that has no chance.
func without(lines []PlanLine, at int) []PlanLine {
	if !lines[at].Known {
		return nil
	}
	return slices.Delete(slices.Clone(lines), at, at+1)
}

// worthOf works out what lines lead to in their order, as ViewPlan does.
func worthOf(lines []PlanLine) worth {
	v, reach := worth{}, 1.0
	for i := range lines {
		line := &lines[i]
		if !line.Known {
			continue
		}
		if line.Points.Known {
			v.points += reach * line.Estimate.Chance * line.Points.Value
		}
		reach *= 1 - line.Estimate.Chance
	}
	v.place = 1 - reach
	return v
}

// PlanPair is one row of two versions side by side: places of lines, from 0, and
// -1 where that side is empty.
type PlanPair struct{ First, Second int }

// Pairs sets the versions side by side: what did not move stands in one row, and
// what changed between in rows of its own.
func (c *PlanComparison) Pairs() []PlanPair {
	var out []PlanPair
	first, second := 0, 0
	fill := func(toFirst, toSecond int) { // the changed lines before a row that both have
		for first < toFirst || second < toSecond {
			pair := PlanPair{-1, -1}
			if first < toFirst {
				pair.First = first
				first++
			}
			if second < toSecond {
				pair.Second = second
				second++
			}
			out = append(out, pair)
		}
	}
	for at := range c.Second.Lines {
		id := c.Second.Lines[at].Entry.ID
		if kind := c.Kind(id); kind == ChangeEnters || kind == ChangeMoves {
			continue
		}
		fill(c.First.Place(id), at)
		out = append(out, PlanPair{first, second})
		first, second = first+1, second+1
	}
	fill(len(c.First.Lines), len(c.Second.Lines))
	return out
}
