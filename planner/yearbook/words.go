package yearbook

import (
	"brujula/data"
	"brujula/data/texts"
)

// Part is one part of the report as a table with what is said over and under it.
type Part struct {
	Title string
	Said  []string
	Head  []string // of the table; none where there is none
	Rows  [][]string
	Bars  []float64 // beside each row, 0 to 1; none for no bars
	Sheet int       // that it is printed on, from 1
}

// Title names the report.
func (r *Report) Title() string { return texts.YearTitle(r.Line) }

// turn writes a turn as the list knows it.
func (r *Report) turn(t Turn) string {
	return texts.YearTurn(t.Pick, t.Rank, t.Mark)
}

// Parts returns the report in the order in which it is read. It is what the page,
// the linear mode and the command show.
func (r *Report) Parts() []Part {
	parts := []Part{r.overview(), r.groupPart(texts.YearGrades, texts.YearGradesSaid, r.Grades, 1), r.passedPart(), r.linesPart()}
	parts = append(parts, r.groupPart(texts.YearRegions, texts.YearRegionsSaid, r.Regions, 2))
	parts = append(parts, r.placesPart(texts.YearHardest, texts.YearHardestSaid, r.Hardest), r.placesPart(texts.YearEasiest, texts.YearEasiestSaid, r.Easiest))
	return append(parts, r.conditionsPart(), r.sincePart(), r.sourcesPart())
}

func (r *Report) overview() Part {
	p := Part{Title: texts.YearOverview, Sheet: 1, Said: []string{texts.YearTaken(r.Places, r.Seats, r.Taken, r.Whole)}}
	if r.Ranked {
		p.Said = append(p.Said, texts.YearByRank)
	} else {
		p.Said = append(p.Said, texts.YearByMark)
	}
	if r.Unplaced > 0 {
		p.Said = append(p.Said, texts.YearUnplaced(r.Unplaced))
	}
	return p
}

func (r *Report) groupPart(title, said string, groups []Group, sheet int) Part {
	p := Part{Title: title, Said: []string{said}, Sheet: sheet, Head: texts.YearGroupHead()}
	for i := range groups {
		g := &groups[i]
		last := r.turn(g.Last)
		if g.Left > 0 {
			last = texts.YearLeft(g.Left)
		}
		p.Rows = append(p.Rows, []string{g.Name, texts.Thousands(g.Seats), r.turn(g.Half), last, texts.Percent(g.Mean)})
		p.Bars = append(p.Bars, g.Mean)
	}
	return p
}

func (r *Report) passedPart() Part {
	p := Part{Title: texts.YearPassed, Sheet: 1}
	if len(r.Passed) == 0 {
		p.Said = []string{texts.YearPassedUnknown}
		return p
	}
	n := 0
	p.Head = texts.YearPassedHead()
	for _, s := range r.Passed {
		n += s.Passed
		share := float64(s.Passed) / float64(max(1, s.To-s.From+1))
		p.Rows = append(p.Rows, []string{texts.YearStretch(s.From, s.To), texts.Thousands(s.Passed), texts.PlainPercent(share)})
		p.Bars = append(p.Bars, share)
	}
	p.Said = []string{texts.YearPassedSaid(n, r.Passed[len(r.Passed)-1].To)}
	return p
}

func (r *Report) linesPart() Part {
	p := Part{Title: texts.YearLines, Sheet: 1, Head: texts.YearLinesHead()}
	for _, l := range r.Lines {
		p.Rows = append(p.Rows, []string{texts.PlaceName(l.Line.Profession), string(l.Line.Modality), texts.Thousands(l.Seats), texts.Thousands(l.Taken), texts.Thousands(l.Seats - l.Taken)})
	}
	return p
}

func (r *Report) placesPart(title, said string, places []Place) Part {
	p := Part{Title: title, Sheet: 3, Said: []string{said}, Head: texts.YearPlacesHead()}
	for i := range places {
		one := &places[i]
		when := r.turn(one.Last)
		if one.Left > 0 {
			when = texts.YearLeft(one.Left)
		}
		p.Rows = append(p.Rows, []string{
			one.Plaza.Establishment, texts.Where(one.Plaza.District, one.Plaza.Province, one.Plaza.Region),
			grade(one.Plaza), texts.Bonuses(one.Plaza.ZAF, one.Plaza.ZE), texts.Thousands(one.Plaza.Seats), when,
		})
	}
	return p
}

func (r *Report) conditionsPart() Part {
	p := Part{Title: texts.YearConditions, Sheet: 4, Said: []string{texts.YearNoted(r.Noted, r.Places), texts.RiskDisclaimer}}
	if len(r.Topics) > 0 {
		p.Head = texts.YearTopicsHead()
	}
	for _, t := range r.Topics {
		p.Rows = append(p.Rows, []string{texts.Capital(texts.RiskTopic(t.Topic)), texts.Thousands(t.Places), texts.Thousands(t.Grave)})
	}
	for _, c := range r.Grave {
		p.Said = append(p.Said, texts.YearCondition(c.Place, c.Text, c.Source, c.Date))
	}
	return p
}

func (r *Report) sincePart() Part {
	p := Part{Title: texts.YearSince(r.Since), Sheet: 4}
	if r.Changes == nil {
		p.Said = []string{texts.YearNothingSince}
		return p
	}
	p.Head, p.Rows = texts.DiffCountHeading(r.Changes.Before, r.Changes.After), r.Changes.Table()
	p.Said = r.Meaning
	return p
}

func (r *Report) sourcesPart() Part {
	p := Part{Title: texts.ExportSources, Sheet: 4}
	for i := range r.Sources {
		p.Said = append(p.Said, texts.YearSource(&r.Sources[i]))
	}
	p.Said = append(p.Said, texts.YearCaveat)
	return p
}

// Record is the report as it leaves the program.
type Record struct {
	data.Line
	Places  int           `json:"lugares"`
	Seats   int           `json:"plazas"`
	Taken   int           `json:"tomadas"`
	Ranked  bool          `json:"con_puestos"`
	Whole   bool          `json:"completa"`
	Grades  []Group       `json:"grados"`
	Regions []Group       `json:"regiones"`
	Hardest []PlaceRecord `json:"dificiles"`
	Easiest []PlaceRecord `json:"faciles"`
	Passed  []Stretch     `json:"pasaron"`
	Topics  []Topic       `json:"condiciones"`
	Noted   int           `json:"lugares_con_nota_propia"`
	Since   data.Process  `json:"comparado_con"`
}

// PlaceRecord is one plaza.
type PlaceRecord struct {
	Renipress     string `json:"renipress"`
	Establishment string `json:"establecimiento"`
	Region        string `json:"region"`
	Grade         int    `json:"gd"`
	Seats         int    `json:"plazas"`
	Left          int    `json:"sobraron"`
	Last          Turn   `json:"la_ultima"`
}

// RecordOf returns the record of a report.
func RecordOf(r *Report) Record {
	return Record{
		Line: r.Line, Places: r.Places, Seats: r.Seats, Taken: r.Taken,
		Ranked: r.Ranked, Whole: r.Whole, Grades: data.OrEmpty(r.Grades), Regions: data.OrEmpty(r.Regions),
		Hardest: placeRecords(r.Hardest), Easiest: placeRecords(r.Easiest), Passed: data.OrEmpty(r.Passed), Topics: data.OrEmpty(r.Topics), Noted: r.Noted, Since: r.Since,
	}
}

func placeRecords(places []Place) []PlaceRecord {
	out := []PlaceRecord{}
	for i := range places {
		p := &places[i]
		out = append(out, PlaceRecord{p.Plaza.Renipress, p.Plaza.Establishment, p.Plaza.Region, p.Plaza.Grade, p.Plaza.Seats, p.Left, p.Last})
	}
	return out
}
