package table

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// View draws the table: exactly the lines and cells that Resize gave.
func (m *Model[K]) View() string { return strings.Join(m.Lines(), "\n") }

// Lines draws the table as lines, for setting beside others.
func (m *Model[K]) Lines() []string {
	if m.width == 0 || m.height == 0 {
		return nil
	}
	_, _, shown := m.arrange()
	lines := make([]string, 0, m.height)
	lines = append(lines, m.heading(shown))
	n := m.source.Len()
	if n == 0 {
		return append(lines, m.emptyLines()...)
	}
	for row := m.start; row < min(n, m.start+m.PageLen()); row++ {
		lines = append(lines, m.line(row, shown))
	}
	for len(lines) < m.height {
		lines = append(lines, layout.Blank(m.width))
	}
	return lines
}

func (m *Model[K]) emptyLines() []string {
	room := max(1, m.width-4)
	text := []string{""}
	for _, line := range layout.Wrap(m.Empty, room) {
		text = append(text, "  "+m.styles.Muted.Render(line))
	}
	return layout.Block(text, m.width, m.height-1, "")
}

// heading draws the titles; in the gutter stands an arrow for each side where
// there are more columns.
func (m *Model[K]) heading(shown []placed) string {
	current, _ := m.Column()
	var b strings.Builder
	b.WriteString(m.styles.Muted.Render(m.hiddenLabel()))
	used := m.gutter()
	for _, p := range shown {
		b.WriteString(layout.Blank(p.before))
		c := m.columns[p.index]
		style := m.styles.Header
		if m.Focused && c.ID == current.ID {
			style = m.styles.HeaderCurrent
		}
		b.WriteString(m.headingCell(c, p.width, style))
		used += p.before + p.width
	}
	b.WriteString(layout.Blank(m.width - used))
	return layout.Fit(b.String(), m.width, layout.Left, "")
}

// headingCell draws one title. The arrow of a sort key stays in view when the
// title is cut; only the title is set off, not the blanks beside it.
func (m *Model[K]) headingCell(c Column, width int, style theme.Style) string {
	arrow := m.sortArrow(c.ID)
	title := layout.Cut(c.Title, width-layout.Width(arrow), "") + arrow
	if layout.Width(title) > width {
		title = layout.Cut(title, width, "")
	}
	return layout.Fit(style.Render(title), width, c.Align, "")
}

// sortArrow returns the arrow of a column that the rows are sorted by, with its
// place among the keys where there are several.
func (m *Model[K]) sortArrow(id string) string {
	at := slices.IndexFunc(m.sort, func(k SortKey) bool { return k.Column == id })
	if at < 0 {
		return ""
	}
	arrow := m.styles.Glyphs.Ascending
	if m.sort[at].Descending {
		arrow = m.styles.Glyphs.Descending
	}
	if len(m.sort) > 1 {
		arrow += strconv.Itoa(at + 1)
	}
	return arrow
}

// hiddenLabel points in the gutter to where columns are out of view: "‹›".
// HiddenNote says it in words.
func (m *Model[K]) hiddenLabel() string {
	left, right, _ := m.HiddenColumns()
	label := ""
	if left > 0 {
		label = m.styles.Glyphs.Before
	}
	if right > 0 {
		label += m.styles.Glyphs.After
	}
	return layout.Fit(label, m.gutter(), layout.Left, "")
}

// HiddenNote states for the status line how many columns are out of view, and
// where; "" where all are in view.
func (m *Model[K]) HiddenNote(short bool) string {
	left, right, byUser := m.HiddenColumns()
	return texts.HiddenColumns(left, right, byUser, m.styles.Glyphs.Before, m.styles.Glyphs.After, short)
}

// line draws one row. Its style is applied once to all that stands between two
// pictures.
func (m *Model[K]) line(row int, shown []placed) string {
	id := m.source.ID(row)
	m.fillRow(row)
	selected := row == m.row
	var done, b strings.Builder
	b.Grow(2 * m.width)
	m.writeGutter(&b, id, selected)
	used := m.gutter()
	for _, p := range shown {
		c := &m.columns[p.index]
		b.WriteString(layout.Blank(p.before))
		cell := layout.Fit(m.cells[p.index], p.width, c.Align, m.styles.Glyphs.Ellipsis)
		if c.Picture && selected {
			done.WriteString(m.setOff(b.String(), row, id, selected) + m.backed(cell))
			b.Reset()
		} else {
			b.WriteString(cell)
		}
		used += p.before + p.width
	}
	b.WriteString(layout.Blank(m.width - used))
	done.WriteString(m.setOff(b.String(), row, id, selected))
	if used > m.width {
		return layout.Fit(done.String(), m.width, layout.Left, "")
	}
	return done.String()
}

// backed lays the bar of the selected row under the blanks of a picture, so that the
// bar goes on through it. Without colours a blank in reverse video is a full column.
func (m *Model[K]) backed(picture string) string {
	if v := m.styles.Options.Variant; !m.Focused || v != theme.Dark && v != theme.Light {
		return picture
	}
	var b strings.Builder
	style := "" // that is open
	for rest := picture; rest != ""; {
		switch n := blanks(rest); {
		case n > 0:
			if style != "" {
				b.WriteString(ansi.ResetStyle)
			}
			b.WriteString(m.styles.Selected.Render(rest[:n]) + style)
			rest = rest[n:]
		case strings.HasPrefix(rest, "\x1b["):
			end := strings.IndexByte(rest, 'm') + 1
			if end == 0 {
				return picture // no style: it is left as it is
			}
			if style += rest[:end]; rest[:end] == ansi.ResetStyle {
				style = ""
			}
			b.WriteString(rest[:end])
			rest = rest[end:]
		default:
			_, size := utf8.DecodeRuneInString(rest)
			b.WriteString(rest[:size])
			rest = rest[size:]
		}
	}
	return b.String()
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// fillRow asks for the cells of a row.
func (m *Model[K]) fillRow(row int) {
	for i := range m.cells {
		m.cells[i] = ""
	}
	m.source.Cells(row, m.cells)
}

func (m *Model[K]) writeGutter(b *strings.Builder, id K, selected bool) {
	if selected {
		b.WriteString(m.styles.Glyphs.Cursor + " ")
	} else {
		b.WriteString(layout.Blank(cursorCells))
	}
	if m.Marked == nil {
		return
	}
	if m.Marked(id) {
		b.WriteString(m.styles.Star.Render(m.styles.Glyphs.Star) + " ")
	} else {
		b.WriteString(layout.Blank(markCells))
	}
}

func (m *Model[K]) setOff(text string, row int, id K, selected bool) string {
	if selected {
		if m.Focused {
			return m.styles.Selected.Render(text)
		}
		return m.styles.SelectedIdle.Render(text)
	}
	if m.RowStyle != nil {
		return m.RowStyle(row, id).Render(text)
	}
	return text
}
