package main

import (
	"os"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"serums": func() { os.Exit(mainCode(nil)) },
		// As serums, but the key "!" makes it panic; see terminals_test.go.
		panicking: func() { os.Exit(mainCode(func(m tea.Model) tea.Model { return &faulty{Model: m} })) },
	})
}

// TestScripts runs the commands as a shell would; each script tells its story.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: scriptCommands(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("SERUMS_DATOS", env.WorkDir+"/biblioteca")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}

const panicking = "serums-falla"

// faulty is the planner with a fault: ! is a panic in Update, " one in View,
// and $ one in a command.
type faulty struct {
	tea.Model
	inView bool
}

func (f *faulty) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := m.(tea.KeyMsg); ok {
		switch k.String() {
		case "!":
			panic("a fault in Update")
		case "\"":
			f.inView = true
		case "$":
			return f, func() tea.Msg { panic("a fault in a command") }
		}
	}
	next, cmd := f.Model.Update(m)
	f.Model = next
	return f, cmd
}

func (f *faulty) View() string {
	if f.inView {
		panic("a fault in View")
	}
	return f.Model.View()
}
