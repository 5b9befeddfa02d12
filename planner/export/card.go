package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"brujula/data/texts"
	"brujula/planner/report"
)

// cardLines is how many plazas the turn card has: as many as an eye takes in
// at the turn.
const cardLines = 5

// turnCard writes the next five lines as the official screen asks for them,
// large print first and what it rests on last, in plain text.
func turnCard(p *report.Plan) string {
	var b strings.Builder
	b.WriteString(texts.CardTurnTitle + " · " + headOf(p) + "\n" + texts.CardTurnOrder + "\n")
	if len(p.Lines) == 0 {
		b.WriteString("\n" + texts.CardTurnEmpty + "\n")
	}
	left := stillToAsk(p)
	for i := range left[:min(cardLines, len(left))] {
		b.WriteString("\n" + cardLine(&left[i]))
	}
	if more := len(left) - cardLines; more > 0 {
		b.WriteString("\n" + texts.CardTurnMore(more) + "\n")
	}
	if gone := len(p.Lines) - len(left); gone > 0 {
		b.WriteString("\n" + texts.CardTurnGone(gone) + "\n")
	}
	b.WriteString("\n----\n")
	for _, line := range append(Statement(p), texts.ExportNotReadBack) {
		b.WriteString(line + "\n")
	}
	return b.String()
}

// Holds tells in words what a file of the format holds of the plan: all its
// lines, or those of the turn card.
func Holds(f Format, p *report.Plan) string {
	if f != Text {
		return texts.PlanLines(len(p.Lines))
	}
	return texts.CardTurnHolds(min(cardLines, len(stillToAsk(p))), len(p.Lines))
}

// stillToAsk gives the lines that are not crossed out.
func stillToAsk(p *report.Plan) []report.PlanLine {
	return slices.DeleteFunc(slices.Clone(p.Lines), func(l report.PlanLine) bool { return l.Gone })
}

func cardLine(l *report.PlanLine) string {
	name := l.Establishment
	if !l.Found {
		name = texts.CardUnknown
	}
	var b strings.Builder
	b.WriteString(texts.CardTurnLine(l.Place, l.Modality, texts.ChanceWithBand(l.Chance, l.Band), texts.PointsShort(l.Points.Known, l.Points.Value)) + "\n")
	for _, field := range [][2]string{
		{texts.CardDiresaAsk, l.Diresa},
		{texts.CardInstitutionAsk, l.Institution},
		{texts.CardProvinceAsk, l.Province},
		{texts.CardDistrictAsk, l.District},
		{texts.CardNameAsk, l.Renipress + "  " + name},
	} {
		if field[1] != "" {
			b.WriteString("    " + padded(field[0], 12) + field[1] + "\n")
		}
	}
	if l.Note != "" {
		b.WriteString("    " + padded(texts.ColumnNote, 12) + l.Note + "\n")
	}
	return b.String()
}

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(1, width-utf8.RuneCountInString(text)))
}

// headOf names plan, process, profession and rank; process and profession are
// those of the first line.
func headOf(p *report.Plan) string {
	rank := 0
	if p.Rank != nil {
		rank = *p.Rank
	}
	if len(p.Lines) == 0 {
		return texts.PlanHead(p.Name, "", "", rank)
	}
	return texts.PlanHead(p.Name, p.Lines[0].Process, p.Lines[0].Profession, rank)
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
