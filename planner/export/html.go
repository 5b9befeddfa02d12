package export

import (
	_ "embed"
	"html/template"
	"io"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/report"
	"brujula/planner/risk"
)

//go:embed plan.html.tmpl
var pageTemplate string

// page is what the printed page shows, in words.
type page struct {
	Title, Head      string
	Heading          []string
	Sections         []pageSection
	NotesTitle       string
	Notes            []pageNote
	StatementTitle   string
	Statement        []string
	RemarkOnReadBack string
}

type pageSection struct {
	Title string
	Rows  [][]string
	Bands []string // CSS classes, by row
}

type pageNote struct {
	Line string
	Text []string
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
		NotesTitle: texts.ExportNotesTitle, StatementTitle: texts.ExportSources,
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
	for i := range p.Lines {
		if note := notesOf(&p.Lines[i]); len(note.Text) > 0 {
			out.Notes = append(out.Notes, note)
		}
	}
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
		texts.Thousands(l.Place), chanceCell(l), texts.Chance(l.Land), texts.Chance(l.Sum),
		texts.PointsShort(l.Points.Known, l.Points.Value), texts.Grade(l.Grade), name, l.Renipress,
		joined(l.District, l.Province, l.Region), texts.ShortInstitution(l.Institution), texts.Bonuses(l.ZAF, l.ZE),
		texts.Thousands(l.LocalRisks()), l.Note,
	}
}

// notesOf lists the notes said of the plaza itself, its district or its
// attributes; wider ones would fill the sheet and hold for half the list.
func notesOf(l *report.PlanLine) pageNote {
	note := pageNote{Line: texts.Thousands(l.Place) + ". " + l.Establishment}
	for _, n := range l.Risks {
		if n.Local() {
			note.Text = append(note.Text, riskText(n))
		}
	}
	return note
}

func riskText(n risk.Note) string {
	return texts.RiskLine(string(n.Severity), n.Text, n.Source, string(n.Certainty))
}
