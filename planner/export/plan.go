package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// Format is a form that a plan can be written in.
type Format string

// The formats, named by their file endings.
const (
	Markdown Format = "md"
	CSV      Format = "csv"
	JSON     Format = "json"
	XLSX     Format = "xlsx"
	HTML     Format = "html"
	Text     Format = "txt" // the turn card: the next five lines
)

// Formats lists all formats.
func Formats() []Format { return []Format{Markdown, CSV, JSON, XLSX, HTML, Text} }

// FormatOf finds the format by the ending of a file name.
func FormatOf(name string) (Format, bool) {
	_, ending, found := strings.Cut(name[strings.LastIndexAny(name, `/\`)+1:], ".")
	if i := strings.LastIndex(ending, "."); i >= 0 {
		ending = ending[i+1:]
	}
	for _, f := range Formats() {
		if found && strings.EqualFold(ending, string(f)) {
			return f, true
		}
	}
	return "", false
}

// Options say what of a plan is written.
type Options struct {
	BOM        bool // a CSV begins with the mark that spreadsheets know UTF-8 by
	Semicolons bool // a CSV has semicolons between its cells, as Excel wants them where commas are for decimals
	Notes      bool // the applicant's own notes too: they are private, and leave only when asked for
}

// KeepsNotes reports whether a file of the format has the own notes unless they
// are refused: the copy that is loaded again would else lose them.
func (f Format) KeepsNotes() bool { return f == JSON }

// Write writes the plan.
func Write(w io.Writer, f Format, p *report.Plan, o Options) error {
	if !o.Notes {
		p = withoutNotes(p)
	}
	switch f {
	case Markdown:
		_, err := io.WriteString(w, markdown(p))
		return err
	case CSV:
		return writeCSV(w, p, o)
	case JSON:
		return WriteJSON(w, p)
	case XLSX:
		return writeXLSX(w, p)
	case HTML:
		return writeHTML(w, p)
	case Text:
		_, err := io.WriteString(w, turnCard(p))
		return err
	}
	return fmt.Errorf("export: unknown format %q", f)
}

// withoutNotes returns the plan without what the applicant wrote for themselves.
func withoutNotes(p *report.Plan) *report.Plan {
	out := *p
	out.Lines = slices.Clone(p.Lines)
	for i := range out.Lines {
		out.Lines[i].Note = ""
	}
	return &out
}

// HasNotes reports whether any line has a note of the applicant's own.
func HasNotes(p *report.Plan) bool {
	return slices.ContainsFunc(p.Lines, func(l report.PlanLine) bool { return l.Note != "" })
}

func writeCSV(w io.Writer, p *report.Plan, o Options) error {
	rows := [][]string{append(texts.PlanCSVHeading(), texts.ListCSVHeading()...)}
	for i := range p.Lines {
		l := &p.Lines[i]
		row := []string{strconv.Itoa(l.Place), l.Note, number(l.Land), number(l.Sum)}
		rows = append(rows, append(row, PlazaFields(&l.Plaza)...))
	}
	// The statement of sources comes last, where it does not disturb the table.
	for _, line := range Statement(p) {
		rows = append(rows, []string{"# " + line})
	}
	return WriteTable(w, rows, o.BOM, o.Semicolons)
}

// ErrNotAPlan tells that a CSV does not have the columns of a plan.
var ErrNotAPlan = errors.New("export: no plan columns")

// readTable reads rows of cells, the first of which is the heading; clean
// undoes what a format did to a cell.
func readTable(rows [][]string, clean func(string) string) (plan.Plan, error) {
	columns := map[string]int{}
	for i, h := range rows[0] {
		columns[fold.Fold(strings.TrimSpace(h))] = i
	}
	for _, need := range []string{"proceso", "renipress", "profesion", "modalidad"} {
		if _, ok := columns[need]; !ok {
			return plan.Plan{}, ErrNotAPlan
		}
	}
	if at, ok := columns["mi nota"]; ok {
		columns["nota"] = at
	}
	return readRows(rows[1:], columns, clean)
}

func readRows(rows [][]string, columns map[string]int, clean func(string) string) (plan.Plan, error) {
	p := plan.Plan{Ranks: map[data.Modality]int{}}
	for i, row := range rows {
		cell := func(name string) string {
			at, ok := columns[name]
			if !ok || at >= len(row) {
				return ""
			}
			return clean(row[at])
		}
		if len(row) == 0 || strings.HasPrefix(row[0], "# ") || strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		entry, err := plan.ParseEntry(i+2, cell("proceso"), cell("renipress"), cell("profesion"), cell("modalidad"), cell("nota"))
		if err != nil {
			return plan.Plan{}, err
		}
		p.Entries = append(p.Entries, entry)
	}
	return p, nil
}

// Statement tells, in sentences, what an export rests on: process, date, lists,
// model and the marks of certainty.
func Statement(p *report.Plan) []string {
	s := statement(p)
	return s.Lines()
}

func statement(p *report.Plan) texts.ExportStatement {
	s := texts.ExportStatement{Name: p.Name, Written: p.Written, Sources: p.Sources, Demo: p.Demo}
	if p.Rank != nil {
		s.Rank = *p.Rank
	}
	for _, modality := range data.Modalities() {
		if m := p.Models[string(modality)]; m != nil {
			s.Models = append(s.Models, texts.StatementModel{Modality: modality, Base: m.Base, Processes: m.Processes})
		}
	}
	for _, modality := range data.Modalities() {
		if act := p.Acts[modality]; act != nil {
			s.Acts = append(s.Acts, texts.FollowedAct(modality, statedAct(act)))
		}
	}
	hint := ""
	if p.Gap == workspace.GapRank {
		hint = texts.GapRankFlag
	}
	if p.HasSpreads() {
		s.From, s.To = p.Between.Ends()
	}
	s.NoChances = texts.GapSaid(p.GapWhy, hint)
	if p.OwnRank != nil {
		s.OwnRank = *p.OwnRank
	}
	if n := p.Nothing; n != nil {
		s.Nothing = texts.NothingFigures{Independent: n.Independent, Bound: n.Bound, Runs: n.Runs}
		if n.Simulated != nil {
			s.Nothing.Simulated = *n.Simulated
		}
		s.HasNothing = true
	}
	if p.Points != nil {
		s.Points = *p.Points
	}
	return s
}

func statedAct(a *report.Act) texts.Act {
	out := texts.Act{Turn: a.Turn, Told: a.Told, Over: a.Over, Took: a.Mine != nil, Passed: a.Declined}
	if a.Ahead != nil {
		out.Known, out.Ahead = true, *a.Ahead
	}
	return out
}

// chanceCell states the chance of a line for people, or what an act says of it.
func chanceCell(l *report.PlanLine) string {
	if fate := l.Fate(); fate != workspace.FateOpen {
		return fate.Short()
	}
	return texts.ChanceWithBand(l.Chance, l.Band)
}

func markdown(p *report.Plan) string {
	var b strings.Builder
	b.WriteString("# " + plainMarkdown(texts.PlanTitle(p.Name)) + "\n\n" + plainMarkdown(headOf(p)) + "\n\n")
	if told := outlook(p); told != "" {
		b.WriteString("**" + plainMarkdown(told) + "**\n\n")
	}
	table := [][]string{texts.PlanMarkdownHeading()}
	for i := range p.Lines {
		l := &p.Lines[i]
		name := l.Establishment
		if !l.Found {
			name = texts.CardUnknown
		}
		table = append(table, []string{
			texts.Thousands(l.Place), chanceCell(l), l.RangeCell(), texts.Chance(l.Land), texts.Chance(l.Sum),
			texts.PointsShort(l.Points.Known, l.Points.Value), texts.Grade(l.Grade), name, l.Renipress,
			texts.Where(l.District, l.Province), texts.PlaceName(l.Region), l.Institution, string(l.Modality), texts.Bonuses(l.ZAF, l.ZE),
			l.RiskSign(), l.Note,
		})
	}
	if !HasNotes(p) {
		for i := range table {
			table[i] = table[i][:len(table[i])-1]
		}
	}
	writeTable(&b, p.WithSpreads(table))
	b.WriteString("\n")
	said := statement(p)
	for _, line := range said.Figures() {
		b.WriteString("- " + plainMarkdown(line) + "\n")
	}
	b.WriteString("\n")
	writeNotes(&b, p)
	b.WriteString("## " + texts.ExportSheetSources + "\n\n")
	for _, line := range append(said.Basis(), texts.ExportNotReadBack) {
		b.WriteString("- " + plainMarkdown(line) + "\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// writeTable writes rows, the first of which is the heading.
func writeTable(b *strings.Builder, table [][]string) {
	for i, row := range table {
		for j := range row {
			if i > 0 { // the heading is the program's own
				row[j] = plainMarkdown(row[j])
			}
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat("---|", len(row)) + "\n")
		}
	}
}

// outlook is the plan's answer in one line; "" where nothing was estimated.
func outlook(p *report.Plan) string {
	chance, ok := p.WithPlace()
	if !ok || p.Points == nil {
		return ""
	}
	return texts.ExportOutlook(chance, *p.Points)
}

// writeNotes lists the notes of each line's place with their sources, then once
// those that hold for more.
func writeNotes(b *strings.Builder, p *report.Plan) {
	write := func(title string, lines []string) {
		fmt.Fprintf(b, "## %s\n\n", plainMarkdown(title))
		for _, line := range lines {
			fmt.Fprintf(b, "- %s\n", plainMarkdown(line))
		}
		b.WriteString("\n")
	}
	for _, n := range placeNotes(p) {
		lines := n.Text
		if n.Why != "" {
			lines = append([]string{n.Why}, lines...)
		}
		write(n.Line, lines)
	}
	if shared := sharedNotes(p); len(shared) > 0 {
		write(texts.RiskSharedTitle, shared)
	}
}

// Bytes is Write into memory, for callers that write files whole.
func Bytes(f Format, p *report.Plan, o Options) ([]byte, error) {
	var b bytes.Buffer
	err := Write(&b, f, p, o)
	return b.Bytes(), err
}
