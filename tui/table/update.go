package table

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/keys"
)

// wheelRows is how far one step of the mouse wheel moves.
const wheelRows = 3

// Update moves the cursor and the current column; it tells whether the key was
// one of k's.
func (m *Model[K]) Update(msg tea.KeyMsg, k *keys.Navigation) bool {
	if to, ok := k.To(msg, m.row, m.Len(), m.PageLen()); ok {
		m.MoveTo(to)
		return true
	}
	switch {
	case k.Left.Matches(msg):
		m.MoveColumn(-1)
	case k.Right.Matches(msg):
		m.MoveColumn(1)
	case k.FirstField.Matches(msg):
		m.MoveColumn(-len(m.columns))
	case k.LastField.Matches(msg):
		m.MoveColumn(len(m.columns))
	default:
		return false
	}
	return true
}

// Hit is what stands at a place in the table.
type Hit struct {
	Row     int    // -1 for none
	Column  string // ID; empty for none
	Heading bool   // the heading of Column
}

// At reports what stands at cell x of line y, counted from the table's left
// upper corner.
func (m *Model[K]) At(x, y int) Hit {
	hit := Hit{Row: -1}
	if x < 0 || x >= m.width || y < 0 || y >= m.height {
		return hit
	}
	_, _, shown := m.arrange()
	left := m.gutter()
	for _, p := range shown {
		left += p.before
		if x >= left && x < left+p.width {
			hit.Column = m.columns[p.index].ID
		}
		left += p.width
	}
	if y == 0 {
		hit.Heading = hit.Column != ""
		return hit
	}
	if row := m.start + y - 1; row < m.Len() {
		hit.Row = row
	}
	return hit
}

// Mouse acts on a mouse message whose place is counted from the table's left
// upper corner: the wheel moves the cursor, a click puts it on a row and makes
// the column current. It gives what was hit, for the caller to sort by a
// heading.
func (m *Model[K]) Mouse(msg tea.MouseMsg) Hit {
	if msg.Action != tea.MouseActionPress {
		return Hit{Row: -1}
	}
	switch msg.Button {
	case tea.MouseButtonWheelDown:
		m.Move(wheelRows)
	case tea.MouseButtonWheelUp:
		m.Move(-wheelRows)
	case tea.MouseButtonLeft:
		return m.click(msg.X, msg.Y)
	default: // the other buttons do nothing
	}
	return Hit{Row: -1}
}

func (m *Model[K]) click(x, y int) Hit {
	hit := m.At(x, y)
	for i, c := range m.columns {
		if hit.Column != "" && c.ID == hit.Column {
			m.current = i
		}
	}
	if hit.Row >= 0 {
		m.MoveTo(hit.Row)
	}
	return hit
}
