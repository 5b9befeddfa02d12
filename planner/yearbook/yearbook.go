// Package yearbook tells how a past process went, as a report that can be read,
// printed on four sheets, or taken apart by a program: what was offered and taken,
// when the last seat of each grade went, the hardest and easiest places and regions,
// who passed, what is reported of the places, and what has changed since.
package yearbook

import (
	"cmp"
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/compare"
	"brujula/planner/workspace"
)

// ErrNoPast says that no loaded list tells how the line went in the process.
var ErrNoPast = errors.New("yearbook: no list tells of the line")

// Report is how one line went in a past process, with all lines beside it.
type Report struct {
	Line     data.Line
	Places   int
	Seats    int
	Taken    int
	Ranked   bool // the turns are true ranks; else seats are ordered by marks
	Whole    bool // the list was not cut
	Grades   []Group
	Regions  []Group // the ones whose seats went soonest first
	Hardest  []Place
	Easiest  []Place
	Passed   []Stretch // along the line; none where ranks are not known
	Topics   []Topic
	Grave    []Condition
	Noted    int // places of the line with a note of their own
	Lines    []LineRow
	Since    data.Process // that the offer was compared with; "" for none
	Changes  *compare.Diff
	Meaning  []string
	Sources  []data.ListInfo
	Unplaced int // picks at no plaza of the offer, or in no known order
}

// Turn is when a seat went: its number among the seats, the rank of who took it or
// 0, and the mark or 0.
type Turn struct {
	Pick int     `json:"turno"`
	Rank int     `json:"puesto"`
	Mark float64 `json:"nota"`
}

// Group is a grade or region.
type Group struct {
	Name  string  `json:"nombre"`
	Seats int     `json:"plazas"`
	Left  int     `json:"sobraron"`
	Half  Turn    `json:"la_mitad"`  // when half of its seats were gone; the zero Turn where fewer went
	Last  Turn    `json:"la_ultima"` // of its last seat
	Mean  float64 `json:"linea_ida"` // share of the line that was gone when a seat went, the mean; 1 for a seat that was left
}

// Place is one plaza.
type Place struct {
	Plaza *data.Plaza
	Left  int
	First Turn
	Last  Turn
}

// Stretch is part of the line: of so many turns so many took no seat.
type Stretch struct {
	From   int `json:"desde"`
	To     int `json:"hasta"`
	Passed int `json:"sin_plaza"`
}

// Topic counts the places with a note of their own under a topic.
type Topic struct {
	Topic  string `json:"tema"`
	Places int    `json:"lugares"`
	Grave  int    `json:"con_nota_grave"` // of them, with one of high severity
}

// Condition is one grave note.
type Condition struct{ Place, Text, Source, Date string }

// LineRow is one line of the process.
type LineRow struct {
	Line         data.Line
	Seats, Taken int
}

// Find picks the process and line to report on: the newest past process that tells
// of the profession, where none is named.
func Find(w *workspace.Workspace, line data.Line) (data.Line, bool) {
	found := data.Line{}
	for _, h := range w.Past() {
		if h.Adjudication.Modality != line.Modality || line.Process != "" && h.Adjudication.Process != line.Process {
			continue
		}
		if _, told := availability.OutcomeOf(h, line.Profession); told && (found.Process == "" || found.Process.Before(h.Adjudication.Process)) {
			found = data.Line{Process: h.Adjudication.Process, Profession: line.Profession, Modality: line.Modality}
		}
	}
	return found, found.Process != ""
}

// Closest is Find of a line, or of the newest past process of its profession and
// modality where no list tells of the one that is named.
func Closest(w *workspace.Workspace, line data.Line) (data.Line, bool) {
	if found, ok := Find(w, line); ok {
		return found, true
	}
	line.Process = ""
	return Find(w, line)
}

// Of makes the report of a line; it takes some tens of milliseconds. It fails with
// ErrNoPast.
func Of(w *workspace.Workspace, line data.Line) (*Report, error) {
	line, ok := Find(w, line)
	if !ok {
		return nil, ErrNoPast
	}
	r := &Report{Line: line}
	for _, h := range w.Past() {
		if h.Adjudication.Process != line.Process {
			continue
		}
		for _, o := range availability.Outcomes(h) {
			r.Lines = append(r.Lines, LineRow{o.Line, o.Seats, o.Taken})
			if o.Line == line {
				r.run(&o, h.Adjudication)
			}
		}
	}
	slices.SortStableFunc(r.Lines, func(a, b LineRow) int {
		return cmp.Or(-cmp.Compare(a.Line.Modality, b.Line.Modality), -cmp.Compare(a.Seats, b.Seats))
	})
	r.conditions(w)
	r.since(w)
	for i := range w.Infos {
		if info := w.Infos[i]; info.Process == line.Process && info.Modality == line.Modality {
			r.Sources = append(r.Sources, info)
		}
	}
	return r, nil
}

// since compares the offer with the newest later one.
func (r *Report) since(w *workspace.Workspace) {
	later := w.Latest()
	if !r.Line.Process.Before(later) {
		return
	}
	filter := catalog.Filter{}
	filter.Set(catalog.DimProfession, r.Line.Profession)
	filter.Set(catalog.DimModality, string(r.Line.Modality))
	d := compare.Between(w.Catalog, r.Line.Process, later, filter)
	if len(d.Modalities) == 0 || d.PlazasAfter == 0 {
		return
	}
	r.Since, r.Changes, r.Meaning = later, &d, d.Meaning(w.Rules, r.Line.Profession, r.Line.Modality)
}

// Shown bounds of the lists of places.
const (
	placesShown = 15
	graveShown  = 14
)

// conditions counts what is noted of the places of the line, and tells the grave
// notes.
func (r *Report) conditions(w *workspace.Workspace) {
	rows := w.Catalog.RowsOf(r.Line)
	topics := map[string]*Topic{}
	told := map[string]bool{}
	for _, row := range rows {
		p := w.Catalog.Plaza(row)
		notes := w.RiskNotes(p)
		here := map[string]bool{} // topic: whether grave
		for _, n := range notes.Here {
			grave := n.Severity == gravest
			here[string(n.Topic)] = here[string(n.Topic)] || grave
			if grave && !told[n.Text] && len(r.Grave) < graveShown {
				told[n.Text] = true
				r.Grave = append(r.Grave, Condition{texts.Where(p.District, p.Province, p.Region), n.Text, n.Source, n.Date})
			}
		}
		for _, t := range notes.Reports {
			if _, told := here[string(t.Topic)]; !told {
				here[string(t.Topic)] = false
			}
		}
		if len(here) > 0 {
			r.Noted++
		}
		for topic, grave := range here {
			if topics[topic] == nil {
				topics[topic] = &Topic{Topic: topic}
			}
			topics[topic].Places++
			if grave {
				topics[topic].Grave++
			}
		}
	}
	for _, t := range topics {
		r.Topics = append(r.Topics, *t)
	}
	slices.SortFunc(r.Topics, func(a, b Topic) int { return cmp.Or(cmp.Compare(b.Places, a.Places), cmp.Compare(a.Topic, b.Topic)) })
}
