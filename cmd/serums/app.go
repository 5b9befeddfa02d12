package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/spf13/cobra"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/inquiry"
	"brujula/planner/workspace"
)

// Exit codes (.github/CONTRIBUTING.md); scripts depend on them.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// app is the outside world of the commands: streams, clock, environment and
// the flags that all of them share.
type app struct {
	in          io.Reader
	out, err    io.Writer
	env         func(string) string
	environ     func() []string // NAME=value
	now         func() time.Time
	pid         int
	interactive func() bool
	wrap        func(tea.Model) tea.Model // for tests; nil when the program is run
	room        *room                     // nil where the user says what Go may take

	dataDir  string // --datos
	demo     bool   // --demo
	theme    string // --tema
	graphics string // --graficos
	ascii    bool   // --ascii
	linear   bool   // --lineal
}

// usageError is a call whose words are off: exit code 2.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func usage(text string) error { return &usageError{text} }

// errSilent fails without a further word: all was said already.
var errSilent = errors.New("said already")

// run carries out one command line and gives the exit code.
func (a *app) run(ctx context.Context, args []string) int {
	defer func(found io.Writer) { a.out = found }(a.out)
	out := &output{to: a.out}
	a.out = out
	root := a.rootCommand()
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		a.completes(root)
		unquoteFlags(root)
	}
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(quietWriter{out})
	root.SetErr(a.err)
	err := out.outcome(root.ExecuteContext(ctx))
	wrong, off := wrongWords(err)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSilent):
		return exitFailed
	case off:
		fmt.Fprintln(a.err, texts.CommandError(wrong))
		return exitUsage
	default:
		fmt.Fprintln(a.err, texts.CommandError(a.explain(err)))
		return exitFailed
	}
}

// wrongWords returns what is said of a call whose words are off; ok is false for any
// other error.
func wrongWords(err error) (text string, ok bool) {
	var call *usageError
	var words *inquiry.WordsError
	var request *workspace.RequestError
	switch {
	case errors.As(err, &call):
		return call.text, true
	case errors.As(err, &words):
		return words.Text, true
	case errors.As(err, &request):
		return workspace.RequestText(err), true
	}
	return "", false
}

// explain puts an error into the user's words, on one line.
func (a *app) explain(err error) string {
	if errors.Is(err, context.Canceled) {
		return texts.Interrupted
	}
	return texts.Spanish(err)
}

// libraryDir is where the library lives: --datos, else SERUMS_DATOS, else the
// user's data folder. Without a home folder that would be the root of the disk,
// or wherever the program was started.
func (a *app) libraryDir() (string, error) {
	switch {
	case a.dataDir != "":
		return a.dataDir, usableFolder(a.dataDir)
	case a.env(envData) != "":
		return a.env(envData), usableFolder(a.env(envData))
	case !filepath.IsAbs(xdg.DataHome), runtime.GOOS != "windows" && a.env("HOME") == "" && a.env("XDG_DATA_HOME") == "":
		return "", errors.New(texts.NoHome)
	}
	dir := filepath.Join(xdg.DataHome, "serums")
	return dir, usableFolder(dir)
}

// usableFolder refuses what cannot be the library's folder, before whoever comes
// first complains of a file in it. A folder that is not there yet is made later.
func usableFolder(dir string) error {
	stat, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return possibleFolder(dir)
	case err != nil:
		return errors.New(texts.LibraryFolderUnusable(dir, err))
	case !stat.IsDir():
		return errors.New(texts.LibraryFolderIsFile(dir))
	}
	return nil
}

// possibleFolder refuses a folder that can never be made: Windows says no more of one
// beneath a file, or with too long a name, than that it is not there.
func possibleFolder(dir string) error {
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if len([]rune(filepath.Base(at))) > longestName {
			return errors.New(texts.LibraryFolderUnusable(dir, syscall.ENAMETOOLONG))
		}
		stat, err := os.Stat(at)
		if err == nil && !stat.IsDir() {
			return errors.New(texts.LibraryFolderUnusable(dir, syscall.ENOTDIR))
		}
		if err == nil || at == filepath.Dir(at) {
			return nil
		}
	}
}

// longestName is how many characters a name may have on the disks of all systems.
const longestName = 255

// openLibrary opens the user's library; purpose is what a second window is
// told when this one writes.
func (a *app) openLibrary(purpose string) (*library.Library, error) {
	dir, err := a.libraryDir()
	if err != nil {
		return nil, err
	}
	return library.Open(dir, library.WithPurpose(purpose))
}

// rulesFile is the user's own rules, in the library's folder.
const rulesFile = "reglas.toml"

// loadRules returns our rules with the user's on top, if there are any.
func (a *app) loadRules() (*rules.Rules, error) {
	dir, err := a.libraryDir()
	if err != nil {
		return rules.Default(), nil //nolint:nilerr // whoever needs the library tells it
	}
	name := filepath.Join(dir, rulesFile)
	own, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return rules.Default(), nil
	}
	if err != nil {
		return nil, errors.New(texts.CannotRead(name, err))
	}
	return rules.Default().With(rulesFile, own)
}

// source opens what the commands ask: the library, or the demonstration with --demo.
// purpose is what a second window is told when this one writes.
func (a *app) source(purpose string) (s inquiry.Source, err error) {
	s = inquiry.Source{Tell: a.warn, Slow: func() {
		if a.interactive() {
			a.warn(texts.ComputingRanges)
		}
	}}
	if s.Facts, err = a.loadRules(); err != nil || a.demo {
		return s, err
	}
	s.Lib, err = a.openLibrary(purpose)
	return s, err
}

// openLists loads all that there is.
func (a *app) openLists(ctx context.Context, purpose string) (*inquiry.Inquiry, error) {
	s, err := a.source(purpose)
	if err != nil {
		return nil, err
	}
	return s.All(ctx)
}

// openSome is openLists for a command that has nothing to say without a list.
func (a *app) openSome(ctx context.Context, purpose string) (*inquiry.Inquiry, error) {
	d, err := a.openLists(ctx, purpose)
	if err != nil {
		return nil, err
	}
	return d, d.NotEmpty()
}

// warn tells on stderr of what is not as the user may think; blank lines are left out.
func (a *app) warn(lines ...string) {
	for _, line := range lines {
		if line != "" {
			fmt.Fprintln(a.err, texts.CommandNotice(line))
		}
	}
}

func (a *app) printJSON(v any) error { return export.WriteJSON(a.out, v) }

// noOther answers a word that is none of the commands of a group.
func noOther(group string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return usage(texts.UnknownCommand(group+" "+args[0], nil))
	}
}

// arguments checks the number of arguments and answers in Spanish.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage(texts.MissingArgument(cmd.CommandPath(), what))
		case most >= 0 && len(args) > most:
			return usage(texts.TooManyArguments(cmd.CommandPath(), args[most]))
		}
		return nil
	}
}
