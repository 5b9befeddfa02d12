package myplan

import (
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/risks"
	"brujula/tui/table"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Heights that the parts need, in lines.
const (
	leastTable   = 6  // heading and five lines of the plan
	roomyFrom    = 28 // body height from which the bar of the outcome has a title
	legendFrom   = 16 // body height from which the headings are explained
	previewLines = 8
	ruleRoom     = 8 // cells that a rule needs beside its title
)

// arrange shares the room out between outcome, table, detail and summary.
func (m *Model) arrange() {
	if m.w == 0 || m.view == nil {
		return
	}
	m.table.Empty = texts.PlanScreenEmpty
	m.table.Drop(columnNote, !m.desk.Plan().HasNotes())
	m.table.Drop(columnSpan, !m.view.Estimated())
	m.nameAlong()
	m.table.Focused = m.panes.open != inAdvice
	m.table.Resize(m.w, m.h-len(m.outcome())-len(m.below()))
}

// nameAlong heads the pictures of chances along the line with its ends and my rank,
// and takes them out where the plan has none. They are worth their cells in a wide
// window only.
func (m *Model) nameAlong() {
	est := m.desk.Est
	for i := range m.view.Lines {
		if !m.view.Lines[i].Known {
			continue
		}
		if a, ok := est.Along(m.desk.Space, m.view.Lines[i].Row, alongCells); ok {
			m.table.Drop(columnAlong, false)
			sign, _ := m.desk.Styles.Stand(m.desk.Tried())
			m.table.Rename(columnAlong, texts.AlongTitle(alongCells, a.Mine, est.Look.Rank, sign))
			return
		}
	}
	m.table.Drop(columnAlong, true)
}

// View draws the screen.
func (m *Model) View() string {
	switch m.panes.open {
	case inWeights:
		return strings.Join(layout.Block(m.weightsLines(), m.w, m.h, ""), "\n")
	case inCompare:
		return strings.Join(layout.Block(m.compareLines(), m.w, m.h, ""), "\n")
	case inTable, inAdvice, inVersions, inExport:
	}
	lines := m.listLines()
	if m.panes.open == inVersions && m.panes.menu != nil {
		box := m.panes.menu.Box(min(m.w, layout.ReadableWidth), m.h)
		if len(box) > 0 {
			lines = layout.Over(lines, box, max(0, (m.w-layout.Width(box[0]))/2), max(0, (m.h-len(box))/3))
		}
	}
	if m.panes.open == inExport {
		if box := m.exportBox(); len(box) > 0 {
			lines = layout.Over(lines, box, max(0, (m.w-layout.Width(box[0]))/2), max(0, (m.h-len(box))/3))
		}
	}
	return strings.Join(lines, "\n")
}

// listLines draws the list with what the plan leads to over it, and what explains
// it below.
func (m *Model) listLines() []string {
	m.arrange()
	lines := m.table.Lines()
	m.rule(lines)
	return slices.Concat(m.outcome(), lines, m.below())
}

// outcome draws where the plan ends: a bar of which each line has its share.
func (m *Model) outcome() []string {
	st, v := m.desk.Styles, m.view
	if place, _ := m.desk.MyPlace(); !v.Estimated() || place != "" || m.h < legendFrom {
		return nil
	}
	if m.panes.open == inAdvice && m.h < roomyFrom {
		return nil
	}
	bar, labels := outcomeBar(st, v, max(1, m.w-2))
	lines := []string{" " + bar, " " + labels, ""}
	if m.h >= roomyFrom {
		lines = slices.Insert(lines, 0, " "+st.Strong.Render(texts.PlanEnds))
	}
	return lines
}

// outcomeBar draws where a plan ends in w cells, and names the parts under it.
func outcomeBar(st *theme.Styles, v *workspace.PlanView, w int) (bar, labels string) {
	parts := make([]draw.Part, 0, len(v.Lines)+1)
	for i := range v.Lines {
		if line := &v.Lines[i]; line.Known {
			parts = append(parts, draw.Part{
				Share: line.Land, Label: texts.PlanPart(i+1, line.Land), Short: strconv.Itoa(i + 1),
				Style: draw.BandStyle(st, line.Estimate.Chance),
			})
		}
	}
	parts = append(parts, draw.Part{Share: v.Nothing, Label: texts.PlanPartNone(v.Nothing), Style: st.Error})
	return draw.Stacked(st, parts, w)
}

// rule draws the separator over its row, where it is in view.
func (m *Model) rule(lines []string) {
	split := m.split()
	at := split - m.table.Start() + 1
	if split < 0 || at < 1 || at >= len(lines) {
		return
	}
	lines[at] = widget.Rule(m.desk.Styles, " "+texts.PlanFallback(m.turn(data.Equivalente)), m.w)
}

// below returns what stands under the table: the advice where it has the keys, else as
// much of it as there is room for, and detail, legend and summary at the bottom, as
// much as leaves the table its lines.
func (m *Model) below() []string {
	if m.view == nil || len(m.view.Lines) == 0 && m.panes.open != inAdvice {
		return nil
	}
	w, all := m.w, m.h-len(m.outcome()) // lines of all that is under the outcome
	table := m.table.Len() + 2          // with its heading and a blank below
	if m.panes.open == inAdvice {
		w -= m.curveRoom()
		list, _ := m.adviceList(w)
		return m.besideCurve(m.advicePane(w, max(all-table, min(all-leastTable, len(list)+leastTable))))
	}
	room, left := all-leastTable, w-m.curveRoom()
	summary := m.summary(left)
	var legend, detail []string
	if m.h >= legendFrom {
		legend = []string{m.legend(left)}
		if m.view.Estimated() {
			legend = append(legend, m.bandLegend(left))
		}
	}
	if rest := room - len(summary) - len(legend); m.preview.On && rest >= 4 {
		free := all - len(summary) - len(legend) - table + 1 // that a table with all its lines leaves
		detail = m.detail(left, min(max(previewLines+1, free), rest))
	}
	out := slices.Concat(detail, legend, summary)
	if len(out) > room {
		out = out[:max(0, room)]
	}
	out = m.besideCurve(out)
	if strip := m.adviceStrip(w, all-table-len(out)); strip != nil {
		out = slices.Concat(strip, make([]string, all-table-len(out)-len(strip)), out)
	}
	return layout.Block(out, w, len(out), m.desk.Styles.Glyphs.Ellipsis)
}

// legend explains the headings, or shows the note of the line under the cursor
// where the detail does not.
func (m *Model) legend(w int) string {
	st := m.desk.Styles
	if line, place, ok := m.current(); ok && !m.preview.On {
		about := gapText(line.Gap, line.Why)
		if line.Entry.Note != "" {
			about = texts.PlanNoteOf(place+1, line.Entry.Note)
		}
		if about != "" && m.view.Estimated() {
			return " " + st.Info.Render(layout.Cut(about, w-2, st.Glyphs.Ellipsis))
		}
	}
	text := texts.PlanLegend
	if layout.Width(text) > w-2 {
		text = texts.PlanLegendNarrow
	}
	return " " + st.Muted.Render(layout.Cut(text, w-2, st.Glyphs.Ellipsis))
}

// bandLegend explains the letters beside the chances, as fully as fits.
func (m *Model) bandLegend(w int) string {
	st, legends := m.desk.Styles, texts.BandLegends()
	text := legends[len(legends)-1]
	for _, fuller := range slices.Backward(legends[:len(legends)-1]) {
		if layout.Width(fuller) <= w-2 {
			text = fuller
		}
	}
	return " " + st.Muted.Render(layout.Cut(text, w-2, st.Glyphs.Ellipsis))
}

// summary reports what the plan leads to and what that stands on; the least
// important sentence goes first where room is short.
func (m *Model) summary(w int) []string {
	st, v := m.desk.Styles, m.view
	wide := min(w-2, layout.ReadableWidth+20)
	out := []string{widget.Rule(st, m.summaryTitle(w), w)}
	add := func(text string, muted bool) {
		lines := layout.Wrap(layout.Whole(text), wide)
		if muted {
			lines = st.Muted.RenderAll(lines)
		}
		out = append(out, layout.Indent(lines)...)
	}
	if place, modality := m.desk.MyPlace(); place != "" { // what else the plan could lead to matters no more
		add(place+".", false)
		add(texts.TurnAfterPlace(modality), false)
		return out
	}
	why := ""
	if v.Estimated() {
		add(texts.PlanWorst(v.NothingBound), false)
		if v.Unknown > 0 {
			add(texts.PlanUnknownLines(v.Unknown), false)
		}
	} else if line, _, ok := m.current(); ok {
		why = gapText(line.Gap, line.Why)
		add(why, false)
	}
	if basis := m.basis(); m.h >= legendFrom && basis != why && (v.Estimated() || !m.desk.Working()) {
		add(basis, true)
	}
	return out
}

// summaryTitle heads the summary; while an act is followed it says so, in as
// many words as there is room for.
func (m *Model) summaryTitle(w int) string {
	title := texts.PlanSummary
	for _, modality := range data.Modalities() {
		act, ok := m.desk.ActText(modality)
		if !ok || !m.has(modality) {
			continue
		}
		if long := title + " " + act.String(); layout.Width(long)+ruleRoom <= w {
			title = long
		} else {
			title += " " + act.Short()
		}
	}
	return title
}

// basis reports what the figures stand on: the model, and when my turn comes.
func (m *Model) basis() string {
	var basis availability.Basis
	var turns []string
	for _, modality := range data.Modalities() {
		if v := m.desk.Est.Lines[modality]; v != nil && m.has(modality) {
			if modality != data.Equivalente || m.split() == 0 { // else the separator tells it
				turns = append(turns, m.turn(modality).String())
			}
			if basis.Kind == "" {
				basis = v.Basis
			}
		}
	}
	if gap, why := m.view.Gap(); gap == workspace.GapOtherLine {
		return gapText(gap, why)
	}
	return texts.PlanBasis(string(basis.Kind), basis.Processes, turns)
}

// has reports whether the plan has lines of a modality that my turn is for.
func (m *Model) has(modality data.Modality) bool {
	for i := range m.view.Lines {
		line := &m.view.Lines[i]
		if line.Entry.ID.Modality == modality && line.Gap != workspace.GapOtherLine && line.Gap != workspace.GapAbsent {
			return true
		}
	}
	return false
}

// turn reports when my turn comes in a line.
func (m *Model) turn(modality data.Modality) texts.PlanTurn {
	t := texts.PlanTurn{Modality: modality}
	if v := m.desk.Est.Lines[modality]; v != nil && m.has(modality) {
		t.Here = true
		t.K, t.Seats, t.Known, t.Derived, t.Exhausted = v.K, v.Seats, v.Known, v.Derived, v.Exhausted()
		t.RankEquivalente = m.desk.Est.Look.RankEquivalente
	}
	return t
}

// gapText reports why a line has no chance, and the key that mends it; "" for one
// that has.
func gapText(gap workspace.PlanGap, why string) string {
	hint := map[workspace.PlanGap]string{
		workspace.GapAbsent: texts.GapAbsentKey, workspace.GapOtherLine: texts.GapLineKey,
		workspace.GapRank: texts.GapRankKey, workspace.GapModel: texts.GapModelKey,
	}
	return texts.GapSaid(why, hint[gap])
}

// detail states the line under the cursor in words.
func (m *Model) detail(w, h int) []string {
	st := m.desk.Styles
	line, place, ok := m.current()
	if !ok {
		return nil
	}
	name := texts.PlanAbsent
	if line.Plaza != nil {
		name = line.Plaza.Establishment
	}
	out := []string{widget.Rule(st, texts.PlanLineTitle(place+1, name, line.Entry.ID.Renipress), w)}
	out = append(out, layout.Indent(widget.Card(st, m.pairs(line), min(w-2, layout.ReadableWidth+20)))...)
	if len(out) > h && h > 1 {
		out = append(out[:h-1:h-1], " "+st.Muted.Render(texts.PlanMoreInCard))
	}
	return layout.Block(out, w, min(h, len(out)), st.Glyphs.Ellipsis)
}

func (m *Model) pairs(line *workspace.PlanLine) []widget.Pair {
	st := m.desk.Styles
	var out []widget.Pair
	fate := m.desk.Fate(line.Entry.ID)
	switch {
	case fate != workspace.FateOpen:
		out = append(out, widget.Pair{Label: texts.FieldChance, Value: fate.Text(), Style: st.FateStyle(fate == workspace.FateMine)})
	case line.Known:
		e := &line.Estimate
		out = append(out,
			widget.Pair{Label: texts.FieldChance, Value: texts.CardChanceText(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange), Style: st.BandStyle(int(e.Band) - 1)},
			widget.Pair{Label: texts.CardSpan, Value: line.Spread.String()},
			widget.Pair{Label: texts.MoveLabel, Value: m.moved(line.Entry.ID)},
			widget.Pair{Label: texts.PlanLandLabel, Value: texts.PlanLandText(line.Land, line.Sum)},
			widget.Pair{Label: texts.FieldEvidence, Value: texts.EvidenceText(e.Evidence.Level.Key(), e.Evidence.N)})
	default:
		out = append(out, widget.Pair{Label: texts.FieldChance, Value: gapText(line.Gap, line.Why)})
	}
	if line.Entry.Note != "" {
		out = append(out, widget.Pair{Label: texts.FieldOwnNote, Value: line.Entry.Note, Style: st.Info})
	}
	if p := line.Plaza; p != nil {
		out = append(out, widget.Pair{Label: texts.FieldWhere, Value: texts.Where(p.District, p.Province, p.Region) + ", " + texts.ShortInstitution(p.Institution)})
		noted := m.desk.Space.RiskNotes(p)
		out = append(out, risks.Brief(st, &noted, texts.RiskInCard)...)
	}
	return slices.DeleteFunc(out, func(p widget.Pair) bool { return p.Value == "" })
}

// moved reports how the chance of a line has changed, and why; "" where it has not.
func (m *Model) moved(id data.PlazaID) string {
	move, ok := m.desk.Moved(id)
	if !ok {
		return ""
	}
	text := move.Text()
	return text.String()
}

var _ table.Source[data.PlazaID] = (*source)(nil)
