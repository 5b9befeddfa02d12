package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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
		for _, english := range []string{"Usage:", "Flags:", "Available", "Use \"", "help for", "(default false)"} {
			if strings.Contains(out.String(), english) {
				t.Errorf("%s: help says %q", cmd.CommandPath(), english)
			}
		}
	})
	if flags < 50 {
		t.Errorf("only %d options were looked at", flags)
	}
}
