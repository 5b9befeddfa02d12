package export

import (
	_ "embed"
	"html/template"
	"io"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/report"
)

//go:embed plan.html.tmpl
var pageTemplate string

// page is what the printed page shows, in words.
type page struct {
	Title, Head      string
	Heading          []string
	Sections         []pageSection
	NotesTitle       string
	Notes            []lineNotes
	SharedTitle      string
	Shared           []string // notes that hold for more than one place
	StatementTitle   string
	Statement        []string
	RemarkOnReadBack string
}

type pageSection struct {
	Title string
	Rows  [][]string
	Bands []string // CSS classes, by row
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
		Title: texts.PlanTitle(p.Name), Head: headOf(p), Heading: texts.PlanPageHeading(),
		NotesTitle: texts.ExportNotesTitle, SharedTitle: texts.RiskWideShared, StatementTitle: texts.ExportSources,
		Statement: Statement(p), RemarkOnReadBack: texts.ExportNotReadBack,
	}
	for _, m := range data.Modalities() {
		section := pageSection{Title: texts.SectionTitle(m)}
		for i := range p.Lines {
			if l := &p.Lines[i]; l.Modality == m {
				section.Rows = append(section.Rows, pageRow(l))
				section.Bands = append(section.Bands, bandClass(l.Band))
			}
		}
		if len(section.Rows) > 0 {
			out.Sections = append(out.Sections, section)
		}
	}
	out.Notes, out.Shared = placeNotes(p), sharedNotes(p)
	return out
}

// bandClass names the style of a band; the letter is there as well.
func bandClass(band *string) string {
	if band == nil {
		return ""
	}
	return *band
}

func pageRow(l *report.PlanLine) []string {
	name := l.Establishment
	if !l.Found {
		name = texts.CardUnknown
	}
	return []string{
		texts.Thousands(l.Place), chanceCell(l), l.RangeCell(), texts.Chance(l.Land), texts.Chance(l.Sum),
		texts.PointsShort(l.Points.Known, l.Points.Value), texts.Grade(l.Grade), name, l.Renipress,
		joined(l.District, l.Province, l.Region), texts.ShortInstitution(l.Institution), texts.Bonuses(l.ZAF, l.ZE),
		l.RiskSign(), l.Note,
	}
}
