package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/drop"
)

// rootCommand builds the command tree in Spanish.
func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "serums",
		Short:         texts.RootShort,
		Long:          texts.RootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.filesOrNoSuchCommand,
		RunE: func(cmd *cobra.Command, files []string) error {
			return a.runPlanner(cmd.Context(), files)
		},
	}
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return a.checkSurroundings(cmd) }
	flags := root.PersistentFlags()
	flags.StringVar(&a.dataDir, "datos", "", texts.FlagDatos)
	flags.BoolVar(&a.demo, "demo", false, texts.FlagDemo)
	root.Flags().StringVar(&a.theme, "tema", "", texts.FlagTema)
	root.Flags().StringVar(&a.graphics, "graficos", "", texts.FlagGraphics)
	root.Flags().BoolVar(&a.ascii, "ascii", false, texts.FlagASCII)
	root.Flags().BoolVar(&a.linear, "lineal", false, texts.FlagLinear)
	root.AddCommand(
		a.importCommand(), a.listCommand(), a.cardCommand(), a.sidesCommand(), a.planCommand(), a.sourcesCommand(), a.versionCommand(),
		a.evaluateCommand(), a.adjustCommand(), a.panoramaCommand(), a.diffCommand(), a.yearCommand(), a.notesCommand(), a.standingCommand(),
		a.findCommand(), a.rulesCommand(), a.turnCommand(), a.nearCommand(), a.backupCommand(), a.completionCommand(), a.manualCommand(),
	)
	spanish(root)
	return root
}

// filesOrNoSuchCommand takes files, which the planner then opens with (systems
// call a program so when files are dropped on its icon), and answers a first
// word that is neither a file nor a command.
func (a *app) filesOrNoSuchCommand(cmd *cobra.Command, args []string) error {
	for i, name := range args {
		_, err := os.Stat(name)
		switch {
		case err == nil:
		case i > 0 || drop.LooksLikePath(name) || filepath.Ext(name) != "":
			return errors.New(texts.PathMissing(fold.Clean(name)))
		default:
			return usage(texts.UnknownCommand(fold.Clean(name), cmd.SuggestionsFor(name)))
		}
	}
	return nil
}

// spanish turns cobra's own words into ours, in the whole tree.
func spanish(root *cobra.Command) {
	root.SetUsageTemplate(texts.UsageTemplate)
	root.SetHelpTemplate(texts.HelpTemplate)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(texts.FlagError(err, cmd.CommandPath()))
	})
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{
		Use:    "ayuda " + texts.ArgMaybeCommand,
		Short:  texts.HelpShort,
		Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, _, err := cmd.Root().Find(args)
			if err != nil || target == nil {
				return usage(texts.UnknownCommand(args[0], nil))
			}
			return target.Help()
		},
	})
	walk(root, func(c *cobra.Command) { c.DisableFlagsInUseLine = true })
	root.PersistentFlags().BoolP("help", "h", false, texts.FlagAyuda)
	root.SetGlobalNormalizationFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == texts.HelpOption {
			name = "help"
		}
		return pflag.NormalizedName(name)
	})
}

func walk(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, child := range cmd.Commands() {
		walk(child, visit)
	}
}

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

// defaultOf reports what an option is worth that nobody gives, unless that is
// nothing.
func defaultOf(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "0", "false", "[]":
		return ""
	}
	return texts.ByDefault(f.DefValue)
}
