package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/data/lists/csvtable"
	"brujula/data/rules"
	"brujula/data/store"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/export"
	"brujula/planner/panorama"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// completionCommand writes the script that makes a shell complete our words.
func (a *app) completionCommand() *cobra.Command {
	write := map[string]func(*cobra.Command) error{
		"bash":       func(root *cobra.Command) error { return root.GenBashCompletionV2(a.out, true) },
		"zsh":        func(root *cobra.Command) error { return root.GenZshCompletion(a.out) },
		"fish":       func(root *cobra.Command) error { return root.GenFishCompletion(a.out, true) },
		"powershell": func(root *cobra.Command) error { return root.GenPowerShellCompletionWithDesc(a.out) },
	}
	return &cobra.Command{
		Use: "completar " + texts.ArgShell, Aliases: []string{"completion"},
		Short: texts.CompletionShort, Long: texts.CompletionLong, Example: texts.CompletionExample,
		Args: arguments(1, 1, texts.ArgShell), ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			script, ok := write[args[0]]
			if !ok {
				return usage(texts.CompletionUnknownShell(args[0]))
			}
			return script(cmd.Root())
		},
	}
}

// mostCompleted bounds what is offered for a code; typing on narrows it.
const mostCompleted = 200

// completes gives every command and flag of the tree its completion: commands by
// the first word that they take, flags by their name. What has none offers
// nothing, rather than the names of files that would be no answer. It is called when a
// shell asks: to do it for each command takes longer than some of them.
func (a *app) completes(root *cobra.Command) {
	walk(root, func(cmd *cobra.Command) {
		if cmd.ValidArgs == nil && cmd.ValidArgsFunction == nil && !cmd.HasSubCommands() {
			cmd.ValidArgsFunction = a.argumentsOf(cmd)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "bool" || f.Name == "help" {
				return
			}
			if _, set := cmd.GetFlagCompletionFunc(f.Name); !set {
				_ = cmd.RegisterFlagCompletionFunc(f.Name, a.flagOf(cmd, f.Name)) // the flag is there
			}
		})
	})
}

func (a *app) argumentsOf(cmd *cobra.Command) cobra.CompletionFunc {
	_, takes, _ := strings.Cut(cmd.Use, " ")
	word, _, _ := strings.Cut(strings.Trim(takes, "[]…"), " ")
	word = strings.TrimRight(word, "…")
	switch {
	case cmd.Parent() != nil && cmd.Parent().Name() == "respaldo":
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"zip"}, cobra.ShellCompDirectiveFilterFileExt
		}
	case word == texts.ArgFile:
		return nil // names of files, which is what shells do by themselves
	case strings.HasPrefix(word, texts.ArgCode):
		return a.offer((*completion).codes)
	case word == texts.ArgLine:
		return a.offer((*completion).planLines)
	case word == texts.ArgName:
		return a.offer((*completion).plans)
	case word == texts.ArgProcess:
		return a.offer((*completion).processes)
	}
	return cobra.NoFileCompletions
}

func (a *app) flagOf(cmd *cobra.Command, name string) cobra.CompletionFunc {
	switch name {
	case "archivo":
		return nil
	case "datos":
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	case "plan":
		return a.offer((*completion).plans)
	case "proceso", "entrenar", "probar":
		return a.offer((*completion).processes)
	case "orden":
		return a.offer(func(*completion) []string { return sortWords() })
	case "formato":
		return a.offer(func(*completion) []string { return data.Words(export.Formats()) })
	case "medida":
		return a.offer(func(*completion) []string { return data.Words(panorama.Measures()) })
	case "contar":
		return a.offer(func(*completion) []string { return countWords() })
	case "por", "curvas":
		return a.offer(func(*completion) []string { return dimWords() })
	case "codificacion":
		return a.offer(func(*completion) []string {
			return []string{csvtable.UTF8, csvtable.UTF16LE, csvtable.UTF16BE, csvtable.CP1252, csvtable.CP850, csvtable.MacRoman}
		})
	case "graficos":
		return a.offer(func(*completion) []string {
			return []string{texts.GraphicsBraille, texts.GraphicsBlocks, texts.GraphicsASCII}
		})
	case "tema":
		if cmd.HasParent() { // a note's
			return a.offer(func(*completion) []string { return data.Words(rules.Topics()) })
		}
		return a.offer(func(*completion) []string {
			return []string{texts.ThemeAuto, texts.ThemeLight, texts.ThemeDark, texts.ThemeMono}
		})
	}
	if dim, ok := catalog.DimOf(name); ok {
		return a.offer(func(q *completion) []string { return q.values(dim) })
	}
	return cobra.NoFileCompletions
}

func sortWords() []string {
	var words []string
	for _, k := range catalog.SortKeys() {
		words = append(words, string(k), "-"+string(k))
	}
	return words
}

// unquoteFlags takes away the quotes by which help finds the name of a flag's
// value: shells show the text as it is.
func unquoteFlags(root *cobra.Command) {
	walk(root, func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") })
	})
}

// completion is one question of the shell. Lists are read when a value needs them,
// without writing anything, and whatever is wrong offers nothing: there is
// nowhere to tell it.
type completion struct {
	app  *app
	ctx  context.Context
	cmd  *cobra.Command
	word string // the last item of what was typed
}

// offer returns the values that begin with what was typed; accents and case do not
// matter. Of a list separated by commas the last item is completed.
func (a *app) offer(values func(*completion) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		done, word := "", typed
		if at := strings.LastIndexByte(typed, ','); at >= 0 {
			done, word = typed[:at+1], typed[at+1:]
		}
		word, not := strings.CutPrefix(word, "!")
		if not {
			done += "!"
		}
		ctx := cmd.Context()
		if ctx == nil {
			ctx = context.Background()
		}
		q := &completion{app: a, ctx: ctx, cmd: cmd, word: word}
		var out []string
		for _, value := range values(q) {
			plain, _, _ := strings.Cut(value, "\t")
			if plain != "" && strings.HasPrefix(fold.Fold(plain), fold.Fold(word)) && len(out) < mostCompleted {
				out = append(out, done+value)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// library opens the user's library to look; nil where that cannot be done.
func (q *completion) library() *library.Library {
	if q.app.demo {
		return nil
	}
	dir, err := q.app.libraryDir()
	if err != nil {
		return nil
	}
	lib, err := library.Open(dir, library.WithFS(store.ReadOnly{FS: store.OS{}}))
	if err != nil {
		return nil
	}
	return lib
}

// space loads the newest offers; nil where they cannot be read.
func (q *completion) space() *workspace.Workspace {
	if q.app.demo {
		return workspace.LoadDemo(rules.Default())
	}
	if lib := q.library(); lib != nil {
		if space, err := storage.LoadNewest(q.ctx, lib, storage.Known(rules.Default())); err == nil {
			return space
		}
	}
	return nil
}

func (q *completion) values(dim catalog.Dim) []string {
	space := q.space()
	if space == nil {
		return nil
	}
	return space.ValuesOf(dim)
}

func (q *completion) processes() []string {
	lib := q.library()
	if lib == nil {
		return q.values(catalog.DimProcess)
	}
	var out []string
	seen := map[string]bool{}
	for _, info := range lib.Lists() {
		if p := string(info.Process); p != "" && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	return out
}

// codes offers establishments, each with its name and place, of the line that
// the other flags name.
func (q *completion) codes() []string {
	space := q.space()
	if space == nil {
		return nil
	}
	c := space.Catalog
	var out []string
	seen := map[string]bool{}
	for _, row := range c.All() {
		p := c.Plaza(row)
		if len(out) == mostCompleted {
			break
		}
		if seen[p.Renipress] || !strings.HasPrefix(p.Renipress, q.word) || !q.ofLine(p.Profession, string(p.Modality)) {
			continue
		}
		seen[p.Renipress] = true
		out = append(out, p.Renipress+"\t"+texts.CompletionPlaza(p.Establishment, p.Province, p.Region))
	}
	return out
}

func (q *completion) ofLine(profession, modality string) bool {
	for name, value := range map[string]string{"profesion": profession, "modalidad": modality} {
		if f := q.cmd.Flags().Lookup(name); f != nil && f.Changed && fold.Squash(f.Value.String()) != fold.Squash(value) {
			return false
		}
	}
	return true
}

func (q *completion) plans() []string {
	lib := q.library()
	if lib == nil {
		return nil
	}
	plans, err := lib.Plans()
	if err != nil {
		return nil
	}
	return data.Map(plans, func(p library.PlanInfo) string { return p.Name })
}

// planLines offers the lines of the plan by their codes.
func (q *completion) planLines() []string {
	lib := q.library()
	name := storage.DefaultPlan
	if f := q.cmd.Flags().Lookup("plan"); f != nil {
		name = f.Value.String()
	}
	if lib == nil {
		return nil
	}
	e, _, err := storage.OpenPlan(lib, name)
	if err != nil {
		return nil
	}
	space := q.space()
	if space == nil {
		return nil
	}
	var out []string
	for i, entry := range e.Plan().Entries {
		out = append(out, entry.ID.Renipress+"\t"+texts.CompletionLine(i+1, space.CodedName(entry.ID)))
	}
	return out
}
