// Package losses tells what an import would take away from the user: a good part of
// a list, lines of a plan, seats that are struck in an act under way. What grows a
// list or corrects it takes nothing away.
package losses

import (
	"context"
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// share is the part of a list from which on its loss is asked about: a list that is
// published again corrects some plazas, and never a fifth of them.
const share = 5

// Loss is what an import would take away. The zero value is nothing.
type Loss struct {
	Lists []texts.LostPart  // of lists that lose more than a fifth
	Plans []texts.LostLines // lines whose plaza no offer of its process would have
	Acts  []texts.LostSeats // struck seats that the new offer lacks; they stay struck

	Changed []texts.LostLines // lines whose plaza stays, with other data: nothing to ask about
}

// None reports whether there is nothing to ask about.
func (l *Loss) None() bool { return len(l.Lists)+len(l.Plans)+len(l.Acts) == 0 }

// Text says what would go.
func (l *Loss) Text() string { return texts.ImportLoss(l.Lists, l.Plans, l.Acts) }

// Of returns what storing the items takes away; changes are those of library.Plan, one
// an item. open are the plans as a window has them, in the place of the stored ones
// of their names: those are not read, lest their editing miss another's change.
func Of(ctx context.Context, lib *library.Library, items []library.Item, changes []library.Change, open []plan.Plan) (Loss, error) {
	var l Loss
	gone, altered := map[data.PlazaID]bool{}, map[data.PlazaID]bool{}
	for i := range changes {
		c := &changes[i]
		if !c.Replaced || c.Same {
			continue
		}
		if part, lost := partOf(&items[i], c); lost {
			l.Lists = append(l.Lists, part)
		}
		if items[i].Offer == nil || len(c.Details) == 0 {
			continue
		}
		removed(gone, items[i].Offer, c.Details)
		for _, d := range c.Details {
			if d.Before != nil && d.After != nil {
				altered[d.Before.PlazaID] = true
			}
		}
		seats, err := struck(ctx, lib, items[i].Offer)
		if err != nil {
			return l, err
		}
		l.Acts = append(l.Acts, seats...)
	}
	if len(gone)+len(altered) == 0 {
		return l, nil
	}
	plans, err := plansOf(lib, open)
	l.Plans, l.Changed = linesIn(plans, gone), linesIn(plans, altered)
	return l, err
}

// linesIn counts the lines of each plan that are of the plazas.
func linesIn(plans []plan.Plan, plazas map[data.PlazaID]bool) []texts.LostLines {
	var out []texts.LostLines
	for _, p := range plans {
		found := texts.LostLines{Plan: p.Name}
		for _, e := range p.Entries {
			if plazas[e.ID] {
				found.Lines++
			}
		}
		if found.Lines > 0 {
			out = append(out, found)
		}
	}
	return out
}

// partOf reports whether a list loses more than a fifth. Of adjudications, whose ranks
// a correction shifts, the number tells.
func partOf(item *library.Item, c *library.Change) (texts.LostPart, bool) {
	part := texts.LostPart{Info: item.Info}
	switch {
	case item.Offer != nil:
		part.Before, part.Lost = c.SeatsBefore, c.SeatsBefore-c.SeatsAfter
		for _, d := range c.Details {
			if d.After == nil {
				part.Gone += d.Before.Seats
			}
		}
		part.Lost = max(part.Lost, part.Gone)
	case item.Adjudication != nil:
		part.Before, part.Lost = c.SeatsBefore, c.SeatsBefore-c.SeatsAfter
	case item.Table != nil:
		part.Before, part.Lost = len(item.Table.Rows)-c.Added+c.Removed, c.Removed
	}
	return part, part.Lost*share > part.Before
}

// removed adds the plazas that an offer has no more. One that it had twice may stay.
func removed(gone map[data.PlazaID]bool, offer *data.Offer, details []library.Detail) {
	there := make(map[data.PlazaID]bool, len(offer.Plazas))
	for i := range offer.Plazas {
		there[offer.Plazas[i].PlazaID] = true
	}
	for _, d := range details {
		if d.After == nil && !there[d.Before.PlazaID] {
			gone[d.Before.PlazaID] = true
		}
	}
}

func plansOf(lib *library.Library, open []plan.Plan) ([]plan.Plan, error) {
	infos, err := lib.Plans()
	if err != nil {
		return open, err
	}
	all := open
	for _, info := range infos {
		if info.Err != nil || has(open, info.Name) {
			continue
		}
		e, _, err := storage.OpenPlan(lib, info.Name)
		if err != nil {
			continue // what cannot be read has no line to lose by this
		}
		all = append(all, *e.Plan())
	}
	return all, nil
}

func has(plans []plan.Plan, name string) bool {
	for i := range plans {
		if plans[i].Name == name {
			return true
		}
	}
	return false
}

// struck returns the seats that acts under way have struck and a new offer lacks,
// though the one that it replaces had them.
func struck(ctx context.Context, lib *library.Library, offer *data.Offer) ([]texts.LostSeats, error) {
	logs, err := lib.Logs()
	if err != nil || len(logs) == 0 {
		return nil, err
	}
	old, err := lib.Offer(ctx, offer.Process, offer.Modality)
	if errors.Is(err, library.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	before, after := byProfession(old), byProfession(offer)
	var all []texts.LostSeats
	for profession, plazas := range before {
		line := data.Line{Process: offer.Process, Profession: profession, Modality: offer.Modality}
		if !slices.Contains(logs, turn.LogName(line)) {
			continue
		}
		recorded, err := turn.Read(lib, line)
		if err != nil {
			return all, err
		}
		was, _ := turn.Replay(line, turn.SeatsOf(plazas), recorded.Events)
		next, _ := turn.Replay(line, turn.SeatsOf(after[profession]), recorded.Events)
		seats := count(next.Stray()) - count(was.Stray())
		if state := was.State(); state.Started && seats > 0 {
			all = append(all, texts.LostSeats{Line: line, Seats: seats})
		}
	}
	return all, nil
}

func byProfession(offer *data.Offer) map[string][]data.Plaza {
	all := map[string][]data.Plaza{}
	for i := range offer.Plazas {
		p := &offer.Plazas[i]
		all[p.Profession] = append(all[p.Profession], *p)
	}
	return all
}

func count(seats map[string]int) (n int) {
	for _, more := range seats {
		n += more
	}
	return n
}
