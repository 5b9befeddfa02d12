package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// optionStyle begins with the name of a value in quotes, or with a small letter.
var optionStyle = regexp.MustCompile("^(`|\\p{Ll})")

// Help reads as if one hand had written it: commands begin with a capital,
// options do not, neither ends in a stop, and nothing of cobra's English is left.
func TestHelpIsOfOneStyle(t *testing.T) {
	a := &app{env: func(string) string { return "" }}
	root := a.rootCommand()
	root.InitDefaultHelpCmd()
	flags := 0
	walk(root, func(cmd *cobra.Command) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cmd.Short, "«¿"))
		if !unicode.IsUpper(first) || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: %q", cmd.CommandPath(), cmd.Short)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			flags++
			if !optionStyle.MatchString(f.Usage) || strings.HasSuffix(f.Usage, ".") {
				t.Errorf("%s --%s: %q", cmd.CommandPath(), f.Name, f.Usage)
			}
		})
		var out bytes.Buffer
		cmd.SetOut(&out)
		if err := cmd.Help(); err != nil {
			t.Error(err)
		}
		for _, english := range []string{"Usage:", "Flags:", "Available", "Use \"", "help for", "(default", "--help"} {
			if strings.Contains(out.String(), english) {
				t.Errorf("%s: help says %q", cmd.CommandPath(), english)
			}
		}
		checkOptionColumns(t, cmd.CommandPath(), out.String())
	})
	if flags < 50 {
		t.Errorf("only %d options were looked at", flags)
	}
}

// option is a line of the help about one option: what is typed, and what it does.
var option = regexp.MustCompile(`^( {2}(?:-\p{L}, | {4})--\S+(?: \S+)?)( {3,})\S`)

// checkOptionColumns wants the explanations of a block of options below one
// another, accents or not.
func checkOptionColumns(t *testing.T, command, help string) {
	t.Helper()
	column := 0
	for line := range strings.Lines(help) {
		found := option.FindStringSubmatch(line)
		if found == nil {
			column = 0
			continue
		}
		at := runewidth.StringWidth(found[1]) + len(found[2])
		if column == 0 {
			column = at
		}
		if at != column {
			t.Errorf("%s: explained at column %d, the others at %d: %q", command, at, column, line)
		}
	}
}
