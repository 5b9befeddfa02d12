package export

import (
	_ "embed"
	"html/template"
	"io"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

//go:embed plan.html.tmpl
var pageTemplate string

// page is what the printed page shows, in words and pictures.
type page struct {
	Title, Head      string
	Outlook          string // the answer in one line
	EndsTitle        string
	Ends             []pageEnd
	Sections         []pageSection
	NotesTitle       string
	Notes            []lineNotes
	SharedTitle      string
	Shared           []string // notes that hold for more than one place
	StatementTitle   string
	Statement        []string
	RemarkOnReadBack string
}

// pageEnd is a place where the applicant may end, as a part of a bar.
type pageEnd struct {
	Band, Label, Name, Chance string
	Share                     float64 // of 1
}

type pageSection struct {
	Title   string
	Heading []pageCell
	Rows    []pageLine
}

// pageLine is a line of the plan: a row of the table, a card on a telephone.
type pageLine struct {
	Band  string // the CSS class
	Cells []pageCell
}

// pageCell is a cell with the CSS class of its column and the label that it has
// on a card.
type pageCell struct {
	Class, Label, Text string
	Bar                *float64 // a share of 100, drawn as a bar
	Curve              *pageCurve
}

// pageCurve is the chance along the line, as bars of a picture of 108 × 20.
type pageCurve struct {
	Bars []curveBar
	Mine int // left edge of the mark; -1 for none
}

type curveBar struct {
	Band string
	X    int
	Y, H float64
}

// writeHTML writes a page that needs no other file and prints on one or two
// sheets. html/template escapes every text.
func writeHTML(w io.Writer, p *report.Plan) error {
	t, err := template.New("plan").Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, pageOf(p))
}

func pageOf(p *report.Plan) page {
	out := page{
		Title: texts.PlanTitle(p.Name), Head: headOf(p), Outlook: outlook(p), EndsTitle: texts.PlanEnds, Ends: endsOf(p),
		NotesTitle: texts.ExportNotesTitle, SharedTitle: texts.RiskSharedTitle, StatementTitle: texts.ExportSources,
		Statement: Statement(p), RemarkOnReadBack: texts.ExportNotReadBack,
	}
	for _, m := range data.Modalities() {
		section := pageSection{Title: texts.SectionTitle(m)}
		for i := range p.Lines {
			if l := &p.Lines[i]; l.Modality == m {
				section.Rows = append(section.Rows, pageLine{bandClass(l.Band), pageCells(l)})
			}
		}
		if len(section.Rows) > 0 {
			section.dropEmpty()
			out.Sections = append(out.Sections, section)
		}
	}
	out.Notes, out.Shared = placeNotes(p), sharedNotes(p)
	return out
}

// dropEmpty takes away the columns that no row fills, and names the others.
func (s *pageSection) dropEmpty() {
	filled := make([]bool, len(s.Rows[0].Cells))
	for _, row := range s.Rows {
		for i, c := range row.Cells {
			filled[i] = filled[i] || c.Text != "" || c.Curve != nil
		}
	}
	for r := range s.Rows {
		at := 0
		s.Rows[r].Cells = slices.DeleteFunc(s.Rows[r].Cells, func(pageCell) bool { at++; return !filled[at-1] })
	}
	s.Heading = s.Rows[0].Cells
}

// endsOf tells with which chance the applicant ends with each line, and with none.
func endsOf(p *report.Plan) []pageEnd {
	var out []pageEnd
	left := 1.0
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Land == nil || *l.Land <= 0 {
			continue
		}
		left -= *l.Land
		out = append(out, pageEnd{bandClass(l.Band), texts.Thousands(l.Place), l.Establishment, texts.Percent(*l.Land), *l.Land})
	}
	if len(out) > 0 {
		out = append(out, pageEnd{"none", "–", texts.ExportEndsNothing, texts.Percent(max(left, 0)), max(left, 0)})
	}
	return out
}

// Wide reports whether a label fits into the part.
func (e *pageEnd) Wide() bool { return e.Share >= 0.03 }

// bandClass names the style of a band; the letter is there as well.
func bandClass(band *string) string {
	if band == nil {
		return ""
	}
	return *band
}

// pageCells returns the cells of a line; the order is that of the printed table.
func pageCells(l *report.PlanLine) []pageCell {
	name := l.Establishment
	if !l.Found {
		name = texts.CardUnknown
	}
	chance := pageCell{Class: "chance", Text: chanceCell(l)}
	if l.Chance != nil && l.Fate() == workspace.FateOpen {
		share := 100 * *l.Chance
		chance.Bar = &share
	}
	cells := []pageCell{
		{Class: "place", Text: texts.Thousands(l.Place)},
		chance,
		{Class: "figure", Text: l.RangeCell()},
		{Class: "figure", Text: l.Spread.Cell()},
		{Class: "curve", Curve: curveOf(l)},
		{Class: "figure", Text: texts.Chance(l.Land)},
		{Class: "figure", Text: texts.Chance(l.Sum)},
		{Class: "figure", Text: texts.PointsShort(l.Points.Known, l.Points.Value)},
		{Class: "figure", Text: texts.Grade(l.Grade)},
		{Class: "name", Text: name},
		{Class: "code", Text: l.Renipress},
		{Class: "where", Text: texts.Where(l.District, l.Province, l.Region)},
		{Class: "who", Text: texts.ShortInstitution(l.Institution)},
		{Class: "who", Text: texts.Bonuses(l.ZAF, l.ZE)},
		{Class: "risk", Text: l.RiskSign()},
		{Class: "note", Text: l.Note},
	}
	for i, label := range texts.PlanPageHeading() {
		cells[i].Label = label
	}
	return cells
}

// Size of the picture of a chance along the line.
const (
	curveBarWidth = 3
	curveHeight   = 20
)

// curveOf draws the chance along the line; nil where it is not known.
func curveOf(l *report.PlanLine) *pageCurve {
	if len(l.Along.Chances) == 0 || l.Fate() != workspace.FateOpen {
		return nil
	}
	out := &pageCurve{Mine: -1}
	for i, chance := range l.Along.Chances {
		height := max(0.5, chance*curveHeight)
		out.Bars = append(out.Bars, curveBar{availability.BandOf(chance).Key(), i * curveBarWidth, curveHeight - height, height})
	}
	if l.Along.Mine >= 0 {
		out.Mine = l.Along.Mine*curveBarWidth + 1
	}
	return out
}
