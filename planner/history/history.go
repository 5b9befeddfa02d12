// Package history tells how a plaza fared over all processes that are loaded: in
// how many it was on offer, on what terms, and when each of its seats was taken.
// A plaza is known again by profession and RENIPRESS, within a modality, as the
// model knows it.
package history

import (
	"slices"

	"brujula/data"
	"brujula/planner/compare"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// History is how a plaza fared.
type History struct {
	Offered int    // in how many of the years it was on offer
	Years   []Year // one for each process with an offer of its line, newest first
}

// Year is one process.
type Year struct {
	Process data.Process
	Plaza   *data.Plaza   // as it was on offer; nil where it was not
	Other   *data.Plaza   // where it was not: as it was on offer in the other modality, nil for neither
	Told    bool          // an adjudicated list tells of the line
	Story   past.Story    // what it tells
	Takings []past.Taking // each seat that was taken
	// Changes is how its terms differ from those of Since, the last process before
	// this one that had it on offer; "" for none.
	Changes []compare.Field
	Since   data.Process
}

// Of tells the history of the plaza in a row of the catalog.
// What became of the plazas is worked out when it is first asked for.
func Of(w *workspace.Workspace, row int) History {
	p := w.Catalog.Plaza(row)
	h := Offers(w, row)
	book := w.Before()
	known := book.Processes()
	for i := range h.Years {
		y := &h.Years[i]
		n := slices.Index(known, y.Process)
		if y.Story, y.Told = book.In(n, p); y.Told {
			y.Takings = book.Takings(n, p)
		}
	}
	return h
}

// Offers is Of without what became of the plaza: when it was on offer and on what
// terms, which needs no look at an adjudicated list.
func Offers(w *workspace.Workspace, row int) History {
	var h History
	p := w.Catalog.Plaza(row)
	newer := -1 // the year above that has the plaza
	for _, process := range w.Offering(p.Profession, p.Modality) {
		y := Year{Process: process, Plaza: at(w, p, process, p.Modality)}
		if y.Plaza == nil {
			y.Other = at(w, p, process, p.Modality.Other())
		} else {
			h.Offered++
			if newer >= 0 {
				above := &h.Years[newer]
				above.Since, above.Changes = process, compare.Terms(y.Plaza, above.Plaza)
			}
			newer = len(h.Years)
		}
		h.Years = append(h.Years, y)
	}
	return h
}

// Previous is the plaza as it was on offer in the last process before its own that had
// it; nil for none.
func (h *History) Previous(own data.Process) *data.Plaza {
	for i := range h.Years {
		if y := &h.Years[i]; y.Plaza != nil && y.Process.Before(own) {
			return y.Plaza
		}
	}
	return nil
}

// at finds the plaza in another offer.
func at(w *workspace.Workspace, p *data.Plaza, process data.Process, m data.Modality) *data.Plaza {
	id := p.PlazaID
	id.Process, id.Modality = process, m
	row, ok := w.Catalog.Row(id)
	if !ok {
		return nil
	}
	return w.Catalog.Plaza(row)
}
