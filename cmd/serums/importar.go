package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/tui/desk"
)

// importFlags are those of every kind of import.
type importFlags struct {
	process, modality   string
	upTo                int
	sheet, sep, charset string
	yes, dryRun         bool
	strict, asJSON      bool
}

func (a *app) importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "importar",
		Short: texts.ImportShort,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(texts.ImportWhat)
			}
			return usage(texts.ImportUnknownKind(args[0]))
		},
		RunE: func(*cobra.Command, []string) error { return usage(texts.ImportWhat) },
	}
	cmd.AddCommand(
		a.importKind(data.KindOffer, "oferta ARCHIVO…", texts.ImportOfferShort, texts.ImportOfferExample),
		a.importKind(data.KindAdjudication, "adjudicados ARCHIVO…", texts.ImportTakenShort, texts.ImportTakenExample),
		a.importCoordinatesCommand(), a.importNotesCommand(),
	)
	return cmd
}

func (a *app) importKind(kind data.Kind, use, short, example string) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example,
		Args: arguments(1, -1, "ARCHIVO"),
		RunE: func(cmd *cobra.Command, files []string) error {
			return a.runImport(cmd.Context(), kind, files, &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.process, "proceso", "", texts.FlagProcess)
	flags.StringVar(&f.modality, "modalidad", "", texts.FlagModality)
	if kind == data.KindAdjudication {
		flags.IntVar(&f.upTo, "hasta-puesto", 0, texts.FlagUpTo)
	}
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
	flags.BoolVar(&f.yes, "si", false, texts.FlagYes)
	flags.BoolVar(&f.dryRun, "revisar", false, texts.FlagDryRun)
	flags.BoolVar(&f.strict, "estricto", false, texts.FlagStrict)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// options reads the flags; errors are of usage.
func (f *importFlags) options() (lists.Options, error) {
	o := lists.Options{UpTo: f.upTo, Sheet: f.sheet, Encoding: f.charset}
	if f.process != "" {
		p, err := data.ParseProcess(f.process)
		if err != nil {
			return o, usage(texts.BadProcess(f.process))
		}
		o.Process = p
	}
	if f.modality != "" {
		m, ok := data.ParseModality(f.modality)
		if !ok {
			return o, usage(texts.BadModality(f.modality))
		}
		o.Modality = m
	}
	if f.upTo < 0 {
		return o, usage(texts.BadRank(f.upTo))
	}
	if f.sep != "" {
		sep := strings.ReplaceAll(f.sep, `\t`, "\t")
		if runes := []rune(sep); len(runes) == 1 {
			o.Delimiter = runes[0]
		} else {
			return o, usage(texts.BadDelimiter(f.sep))
		}
	}
	return o, nil
}

// runImport reads, reports and, if the user agrees, stores: all files or none.
func (a *app) runImport(ctx context.Context, kind data.Kind, files []string, f *importFlags) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	if a.demo {
		return usage(texts.ImportIntoDemo)
	}
	lib, err := a.openLibrary(texts.PurposeImport)
	if err != nil {
		return err
	}
	asks := &asker{app: a, input: bufio.NewReader(a.in), allowed: !f.yes && !f.asJSON && a.interactive()}
	drafts, err := a.readFiles(ctx, lib, kind, files, o, asks)
	if err != nil {
		return err
	}
	items := planner.Items(drafts, a.now())
	changes, err := lib.Plan(items)
	if err != nil {
		return err
	}
	if !f.asJSON {
		fmt.Fprint(a.out, texts.ImportReport(planner.Summaries(drafts, changes), alignColumns, f.dryRun))
	}
	rejected := planner.Rejected(drafts)
	store := !f.dryRun && (!f.strict || rejected == 0)
	if store && asks.allowed {
		if store, err = asks.confirm(ctx, texts.ImportAsk); err != nil {
			return err
		}
	}
	if store {
		if changes, err = lib.Commit(ctx, items); err != nil {
			return err
		}
	}
	if f.asJSON {
		if err := a.printJSON(importJSON(drafts, changes)); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(a.out, texts.ImportOutcome(store, f.dryRun, lib.Path()))
		if store {
			a.printGaps(lib.Lists())
		}
	}
	if f.strict && rejected > 0 {
		fmt.Fprintln(a.err, texts.CommandError(texts.ImportStrict(rejected)))
		return errSilent
	}
	return nil
}

// readFiles reads all files; what one of them does not tell is asked where
// that is allowed.
func (a *app) readFiles(ctx context.Context, lib *library.Library, kind data.Kind, files []string, o lists.Options, asks *asker) ([]lists.Draft, error) {
	var all []lists.Draft
	seen := map[string]string{}
	for _, file := range files {
		drafts, err := a.readFile(ctx, lib, kind, file, o, asks)
		if err != nil {
			return nil, importError(err)
		}
		for i := range drafts {
			info := &drafts[i].Info
			key := string(info.Process) + " " + string(info.Modality)
			if first, twice := seen[key]; twice {
				return nil, usage(texts.ImportTwice(first, file, info.Process, info.Modality))
			}
			seen[key] = file
		}
		all = append(all, drafts...)
	}
	return all, nil
}

func (a *app) readFile(ctx context.Context, lib *library.Library, kind data.Kind, file string, o lists.Options, asks *asker) ([]lists.Draft, error) {
	for {
		bar := a.progressBar(file)
		o.Progress = bar.update
		drafts, err := planner.ReadList(ctx, lib, kind, file, o)
		bar.done()
		if err == nil || !asks.allowed {
			return drafts, err
		}
		asked, askErr := asks.fill(ctx, err, file, &o)
		if askErr != nil {
			return nil, askErr
		}
		if !asked {
			return nil, err
		}
	}
}

// importError makes a question that only the command line can answer an error
// of usage.
func importError(err error) error {
	if errors.Is(err, lists.ErrNeedProcess) || errors.Is(err, lists.ErrNeedModality) || errors.Is(err, lists.ErrConflict) {
		return usage(err.Error())
	}
	return err
}

// importRecord is one list in importar --json and fuentes --json.
type importRecord struct {
	data.ListInfo
	Problems *[]data.Problem `json:"problemas,omitempty"`
}

func importJSON(drafts []lists.Draft, changes []library.Change) []importRecord {
	records := make([]importRecord, len(drafts))
	for i := range drafts {
		problems := drafts[i].Problems
		if problems == nil {
			problems = []data.Problem{}
		}
		records[i] = importRecord{changes[i].Info, &problems}
	}
	return records
}

// folders tells the planner where downloaded lists usually are: the folder of
// downloads that the system names, those of the usual names, the home folder.
func (a *app) folders() desk.Folders {
	home := xdg.Home
	start := []string{xdg.UserDirs.Download}
	if home != "" {
		start = append(start, filepath.Join(home, "Descargas"), filepath.Join(home, "Downloads"), home)
	}
	return desk.Folders{Home: home, Start: append(start, ".")}
}
