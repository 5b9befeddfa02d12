package main

import (
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"brujula/data/texts"
)

func init() { cobra.AddTemplateFunc("optionLines", optionLines) }

// optionLines lays the options of a command out, one a line. pflag's own layout
// counts bytes, so that accents shift a line, and is in English.
func optionLines(flags *pflag.FlagSet) string {
	var names, explained []string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, usage := optionNames(f)
		names, explained = append(names, name), append(explained, usage+defaultOf(f))
		width = max(width, runewidth.StringWidth(name))
	})
	var b strings.Builder
	for i, name := range names {
		b.WriteString(name + strings.Repeat(" ", width-runewidth.StringWidth(name)+3) + explained[i] + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// optionNames returns what is typed for an option, its value named as in its
// explanation, and the explanation.
func optionNames(f *pflag.Flag) (name, usage string) {
	value, usage := pflag.UnquoteUsage(f)
	name = f.Name
	if name == "help" {
		name = texts.HelpOption
	}
	name = "--" + name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	} else {
		name = "    " + name
	}
	if value != "" {
		name += " " + value
	}
	return "  " + name, usage
}

// defaultOf tells what an option is worth that nobody gives, unless that is
// nothing.
func defaultOf(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "0", "false", "[]":
		return ""
	}
	return texts.ByDefault(f.DefValue)
}
