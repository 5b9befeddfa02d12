package budgets

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// timed is a model with a watch on what a person waits for: Update and View of
// a key, and of the answers that come from the background.
type timed struct {
	tea.Model
	keys, answers stopwatch
}

func (m *timed) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	watch := &m.answers
	if _, ok := message.(tea.KeyMsg); ok {
		watch = &m.keys
	}
	watch.start()
	inner, cmd := m.Model.Update(message)
	_ = inner.View()
	watch.stop()
	m.Model = inner
	return m, cmd
}

// openPlanner opens the planner at 120×40 on the library of a folder, with all
// plazas in view: no profession or modality is chosen.
func openPlanner(b *testing.B, dir string) (*tuitest.Driver, *timed) {
	b.Helper()
	lib := openLibrary(b, dir)
	d, notices := bridge.New(b.Context(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Lib: lib, Facts: rules.Default(), Space: loadSpace(b, lib), Now: time.Now})
	b.Cleanup(d.Close)
	model := &timed{Model: screens.New(d, notices, func(string) (string, error) { return "", nil })}
	driver := tuitest.New(b, model, 120, 40)
	driver.Type(":profesion").Press("enter").Type(":modalidad").Press("enter")
	return driver, model
}

// scene is one thing that people do: the keys that lead to it, those that are
// measured, again and again, and those that lead back.
type scene struct {
	name         string
	before, keys []string
	after        []string
}

// repeat returns n times the same keys.
func repeat(n int, keys ...string) []string {
	var out []string
	for range n {
		out = append(out, keys...)
	}
	return out
}

func scenes() []scene {
	typed := strings.Split("posta ma", "")
	typed[5] = "space"
	back := []string{"esc", "esc", "esc"}
	return []scene{
		{"mover", nil, []string{"down", "down", "up", "down"}, nil},
		{"pagina", nil, []string{"pgdown", "pgdown", "pgup", "G", "g"}, nil},
		{"columnas", nil, []string{"right", "right", "right", "left", "left", "left"}, nil},
		{"buscar", []string{"/"}, append(typed, repeat(8, "backspace")...), back},
		{"filtrar", []string{"f"}, []string{"down", "space", "space"}, append([]string{"X"}, back...)},
		{"ordenar", nil, []string{"]", "[", "right", "]", "[", "=", "left"}, []string{"="}},
		{"frecuencias", []string{"right", "right", "right", "right"}, []string{"F", "esc"}, repeat(4, "left")},
		{"puesto", nil, []string{"<", "<", ">", ">"}, back},
		{"vista", nil, []string{"p"}, nil},
		{"estrella", nil, []string{"space", "up", "space", "up"}, nil},
		{"plan", []string{"2"}, []string{"down", "J", "K", "up"}, []string{"1"}},
		{"comparar", []string{"3"}, []string{"down", "right", "up", "left"}, []string{"1"}},
		{"turno", []string{"4"}, []string{"down", "down", "up"}, []string{"1"}},
		{"panorama", []string{"5"}, []string{"down", "tab", "right", "up"}, []string{"1"}},
		{"fuentes", []string{"6"}, []string{"down", "tab", "up"}, []string{"1"}},
		{"ficha", []string{"enter"}, []string{"down", "pgdown", "up"}, back},
	}
}

// keysMeasured is how many keys of a scene are pressed for one result: enough
// for a 99th percentile.
const keysMeasured = 400

// key is one key and the frame after it on every screen, and the
// answers from the background with their frames. Budget: 5 ms at p99 at 17,000
// plazas, 16 ms at 200,000.
func (s *stage) key(b *testing.B) {
	for _, n := range sizes() {
		var driver *tuitest.Driver
		var model *timed
		for _, c := range scenes() {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				if driver == nil { // only for a size that is asked for
					driver, model = openPlanner(b, s.library(b, n))
				}
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
				driver.Press(c.before...)
				model.keys, model.answers = stopwatch{}, stopwatch{}
				for b.Loop() {
					for len(model.keys.wall) < keysMeasured {
						driver.Press(c.keys...)
					}
				}
				model.keys.report(b, "")
				model.answers.report(b, "answer-")
				b.ReportMetric(0, "ns/op") // of some hundred keys at once: says nothing
				driver.Press(c.after...)
			})
		}
	}
}
