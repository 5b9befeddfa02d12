package turn

import (
	"iter"
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/planner/session"
	"brujula/tui/root"
	"brujula/tui/screen"
)

// turnOf returns the act behind the screen in front.
func turnOf(m *root.Model) *session.Turn { return pageOf(m).desk.Turn() }

func modelOf(s *stage) *Model { return pageOf(s.Model().(*root.Model)) }

func pageOf(m *root.Model) *Model {
	pages := reflect.ValueOf(m).Elem().FieldByName("pages")
	page := pages.MapIndex(reflect.ValueOf(screen.Page{Kind: screen.Turn}))
	return (*Model)(page.Elem().UnsafePointer())
}

// messages runs a command and what it batches.
func messages(cmd tea.Cmd) iter.Seq[tea.Msg] {
	return func(yield func(tea.Msg) bool) {
		pending := []tea.Cmd{cmd}
		for len(pending) > 0 {
			one := pending[0]
			pending = pending[1:]
			if one == nil {
				continue
			}
			switch m := one().(type) {
			case nil:
			case tea.BatchMsg:
				pending = append(pending, m...)
			default:
				if !yield(m) {
					return
				}
			}
		}
	}
}
