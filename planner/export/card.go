package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/report"
)

// turnCard writes the lines that are still to be asked for as a message: two
// rows each, the second in the order in which the official screen asks, and
// what it rests on in one line.
func turnCard(p *report.Plan) string {
	var b strings.Builder
	b.WriteString(texts.CardTurnTitle + " · " + headOf(p) + "\n")
	if told := outlook(p); told != "" {
		b.WriteString(told + "\n")
	}
	b.WriteString(texts.CardTurnOrder + "\n")
	if len(p.Lines) == 0 {
		b.WriteString("\n" + texts.CardTurnEmpty + "\n")
	}
	left := stillToAsk(p)
	wide := 0
	for i := range left {
		wide = max(wide, utf8.RuneCountInString(cardName(&left[i])))
	}
	for i := range left {
		b.WriteString("\n" + cardLine(&left[i], min(wide, cardNameWidth)))
	}
	if gone := len(p.Lines) - len(left); gone > 0 {
		b.WriteString("\n" + texts.CardTurnGone(gone) + "\n")
	}
	writeCardReasons(&b, left)
	b.WriteString("\n" + cardSources(p) + "\n")
	return b.String()
}

// writeCardReasons tells what became of each place the last time, a row each, and what
// weighs most in the chances, once for all lines that share it.
func writeCardReasons(b *strings.Builder, left []report.PlanLine) {
	var last, reasons []string
	places := map[string]string{} // by reason
	for i := range left {
		l := &left[i]
		place := strconv.Itoa(l.Place)
		if told := l.LastTime(); told != "" {
			last = append(last, padded(place, 3)+told)
		}
		if l.Why == nil || len(l.Why.Reasons) == 0 {
			continue
		}
		reason, _, _ := strings.Cut(l.Why.Reasons[0].Text, texts.ReasonWithout)
		if places[reason] == "" {
			places[reason], reasons = place, append(reasons, reason)
		} else {
			places[reason] += ", " + place
		}
	}
	for i, reason := range reasons {
		reasons[i] = places[reason] + "  " + reason
	}
	for _, part := range []struct {
		title string
		lines []string
	}{{texts.CardTurnLast, last}, {texts.CardTurnReasons, reasons}} {
		if len(part.lines) > 0 {
			b.WriteString("\n" + part.title + "\n" + strings.Join(part.lines, "\n") + "\n")
		}
	}
}

// cardNameWidth is the widest name that the chances of the card stand in line
// behind.
const cardNameWidth = 36

// Holds reports in words what a file of the format holds of the plan: all its
// lines, or those that the turn card has.
func Holds(f Format, p *report.Plan, o Options) string {
	lines := texts.PlanLines(len(p.Lines))
	if f == Text {
		lines = texts.CardTurnHolds(len(stillToAsk(p)), len(p.Lines))
	}
	return lines + texts.HoldsNotes(HasNotes(p), o.Notes)
}

// stillToAsk returns the lines that are not crossed out.
func stillToAsk(p *report.Plan) []report.PlanLine {
	return slices.DeleteFunc(slices.Clone(p.Lines), func(l report.PlanLine) bool { return l.Gone })
}

func cardName(l *report.PlanLine) string {
	if !l.Found {
		return texts.CardUnknown
	}
	return l.Establishment
}

func cardLine(l *report.PlanLine, wide int) string {
	place := padded(strconv.Itoa(l.Place), 3)
	head := padded(cardName(l), wide+2) + texts.CardTurnLine(chanceCell(l), l.RangeCell(), l.Spread.Cell(), texts.PointsShort(l.Points.Known, l.Points.Value))
	if l.Modality == data.Equivalente {
		head += "  " + strings.ToUpper(string(l.Modality))
	}
	path := slices.DeleteFunc([]string{l.Diresa, l.Institution, l.Province, l.District, l.Renipress}, func(s string) bool { return s == "" })
	out := place + head + "\n   " + strings.Join(path, " > ") + "\n"
	if l.Note != "" {
		out += "   " + texts.FieldOwnNote + ": " + l.Note + "\n"
	}
	return out
}

// cardSources reports in one line what the card rests on.
func cardSources(p *report.Plan) string {
	var files []string
	for _, s := range p.Sources {
		if s.Kind == data.KindOffer && slices.ContainsFunc(p.Lines, func(l report.PlanLine) bool { return l.Process == s.Process }) {
			files = append(files, texts.ListTitle(&s)+" ("+s.File+")")
		}
	}
	var models []texts.StatementModel
	for _, modality := range data.Modalities() {
		if m := p.Models[string(modality)]; m != nil {
			models = append(models, texts.StatementModel{Modality: modality, Base: m.Base, Processes: m.Processes})
		}
	}
	return texts.CardTurnSources(files, models, p.Written, p.Demo)
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
	from, to := p.Between.Ends()
	if len(p.Lines) == 0 {
		return texts.PlanHead(p.Name, "", "", rank, from, to)
	}
	return texts.PlanHead(p.Name, p.Lines[0].Process, p.Lines[0].Profession, rank, from, to)
}
