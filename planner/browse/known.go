package browse

import (
	"slices"

	"brujula/planner/catalog"
	"brujula/planner/compare"
	"brujula/planner/history"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// Known is what is found out about every row of the lists beside points, marks and
// chances; the zero one knows nothing.
type Known struct {
	Space *workspace.Workspace // that it is of
	Tags  map[catalog.Dim]*catalog.Tags
	Marks *compare.Ledger // how each differs from the offer before
	Past  *past.Book      // what became of each in past processes
	Turns []catalog.Past
}

// Learn finds it all out, which takes some tenths of a second the first time.
func Learn(w *workspace.Workspace) Known {
	k := Known{Space: w, Marks: compare.LedgerOf(w), Past: w.Before(), Turns: w.BeforeTurns()}
	k.Tags = map[catalog.Dim]*catalog.Tags{}
	k.Tags[catalog.DimRisk], k.Tags[catalog.DimSeverity] = w.RiskTags()
	if changes := k.Marks.Tags(); changes != nil {
		k.Tags[catalog.DimChange] = changes
	}
	k.learnOffers()
	return k
}

// learnOffers adds in how many processes each was on offer, and its grade of before.
func (k *Known) learnOffers() {
	if offered, grades := history.TagsOf(k.Space); offered != nil {
		k.Tags[catalog.DimOffered], k.Tags[catalog.DimGradeWas] = offered, grades
	}
}

// LearnAsked finds out what one filter, its orders and what is counted by ask for, and
// no more.
func LearnAsked(w *workspace.Workspace, f *catalog.Filter, orders []catalog.Order, counted ...catalog.Dim) Known {
	k := Known{Space: w, Tags: map[catalog.Dim]*catalog.Tags{}}
	if f.AsksNotes() || slices.ContainsFunc(counted, catalog.Dim.OfNotes) {
		k.Tags[catalog.DimRisk], k.Tags[catalog.DimSeverity] = w.RiskTags()
	}
	if f.Asks(catalog.DimChange) || slices.Contains(counted, catalog.DimChange) {
		k.Marks = compare.LedgerOf(w)
		k.Tags[catalog.DimChange] = k.Marks.Tags()
	}
	if f.Asks(catalog.DimOffered) || f.Asks(catalog.DimGradeWas) || slices.ContainsFunc(counted, ofOffers) || slices.ContainsFunc(orders, byOffers) {
		k.learnOffers()
	}
	if refused := w.Refused(f); refused != nil {
		k.Tags[catalog.DimRefused] = refused.Tags()
	}
	if len(f.Before) > 0 || slices.ContainsFunc(orders, byPast) {
		k.Turns = w.BeforeTurns()
	}
	return k
}

func ofOffers(d catalog.Dim) bool { return d == catalog.DimOffered || d == catalog.DimGradeWas }

func byOffers(o catalog.Order) bool {
	return o.Key == catalog.SortOffered || o.Key == catalog.SortGradeWas
}

func byPast(o catalog.Order) bool {
	return o.Key == catalog.SortBefore || o.Key == catalog.SortLongBefore
}

// ByKnown reports whether rows are sorted by what Learn finds out.
func ByKnown(orders []catalog.Order) bool {
	return slices.ContainsFunc(orders, byPast) || slices.ContainsFunc(orders, byOffers)
}

// Figures are what the rows of a workspace are filtered and sorted by: those of its
// estimates, with what is known of it, the distances in it and what is refused of it.
func Figures(w *workspace.Workspace, fig catalog.Figures, refused *workspace.Refusals, k *Known, n *Near) *catalog.Figures {
	if k.Space == w {
		fig.Tags, fig.Past = k.Tags, k.Turns
	}
	if n.Of(w) {
		fig.Distance = n.Km
	}
	withRefusals(&fig, refused)
	return &fig
}

// Facts returns what is known of a row of the catalog, with its distance, its change
// and its history as far as they were asked for; est may be nil.
func Facts(w *workspace.Workspace, est *workspace.Estimates, row int, k *Known, n *Near) workspace.Facts {
	f := w.Facts(row, est)
	if k.Space == w {
		f.Change = k.Marks.Sign(row)
		f.Offered, f.GradesBefore = history.Cells(w, row)
	}
	if n.Of(w) {
		f.Far = n.Far(row)
	}
	return f
}
