package main

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

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
// "exec serums" starts the program, as a shell does; "orden" carries the same
// command line out in the process of the tests, which costs a third, and is
// what most scripts use.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Abs("testdata/script")
	if err != nil {
		t.Fatal(err)
	}
	cmds := scriptCommands()
	maps.Copy(cmds, map[string]func(*testscript.TestScript, bool, []string){"orden": runInPlace})
	maps.Copy(cmds, fileCommands())
	testscript.Run(t, testscript.Params{
		Dir:  scripts,
		Cmds: cmds,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SERUMS_DATOS", env.WorkDir+"/biblioteca")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}

// inFolder makes command lines that run in the process of the tests take turns:
// a process has one working folder.
var inFolder sync.Mutex

// runInPlace carries out a command line of serums without a process of its own.
func runInPlace(ts *testscript.TestScript, neg bool, args []string) {
	inFolder.Lock()
	defer inFolder.Unlock()
	found, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer func() { ts.Check(os.Chdir(found)) }()
	a := &app{
		in: strings.NewReader(""), out: ts.Stdout(), err: ts.Stderr(), now: time.Now, pid: os.Getpid(),
		env:         ts.Getenv,
		interactive: func() bool { return false },
	}
	switch code := a.run(context.Background(), args); {
	case neg && code == exitOK:
		ts.Fatalf("unexpected success")
	case !neg && code != exitOK:
		ts.Fatalf("exit code %d", code)
	}
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
