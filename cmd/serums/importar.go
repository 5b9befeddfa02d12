package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// importFlags are those of every kind of import.
type importFlags struct {
	process, modality   string
	upTo                int
	sheet, sep, charset string
	yes, dryRun         bool
	strict, asJSON      bool
	partial             bool
	as, profession      string
	add, replace        bool
	columns             []string
	headingRow          int
}

func (a *app) importCommand() *cobra.Command {
	var takeBack, asJSON bool
	cmd := &cobra.Command{
		Use:   "importar",
		Short: texts.ImportShort,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usage(texts.ImportUnknownKind(args[0]))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if takeBack {
				return a.takeBackImport(cmd.Context(), asJSON)
			}
			return usage(texts.ImportWhat)
		},
	}
	cmd.Flags().BoolVar(&takeBack, "deshacer", false, texts.FlagTakeBack)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	cmd.AddCommand(
		a.importKind(data.KindOffer, "oferta "+texts.ArgFiles, texts.ImportOfferShort, texts.ImportOfferExample),
		a.importKind(data.KindAdjudication, "adjudicados "+texts.ArgFiles, texts.ImportTakenShort, texts.ImportTakenExample),
		a.importCoordinatesCommand(), a.importNotesCommand(),
	)
	return cmd
}

func (a *app) importKind(kind data.Kind, use, short, example string) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example,
		Args: arguments(1, -1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, files []string) error {
			return a.runImport(cmd.Context(), &f, func(ctx context.Context, lib *library.Library, o lists.Options, asks *asker) (*incoming, error) {
				return a.readLists(ctx, lib, kind, files, o, asks, &f)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.process, "proceso", "", texts.FlagProcess)
	flags.StringVar(&f.modality, "modalidad", "", texts.FlagModality)
	if kind == data.KindAdjudication {
		flags.IntVar(&f.upTo, "hasta-puesto", 0, texts.FlagUpTo)
	}
	flags.StringVar(&f.profession, "profesion", "", texts.FlagListProfession)
	flags.StringVar(&f.as, "como", "", texts.FlagAs)
	flags.BoolVar(&f.add, "agregar", false, texts.FlagAdd)
	flags.BoolVar(&f.replace, "reemplazar", false, texts.FlagReplaceList)
	cmd.MarkFlagsMutuallyExclusive("agregar", "reemplazar")
	flags.StringArrayVar(&f.columns, "columna", nil, texts.FlagColumn)
	flags.IntVar(&f.headingRow, "encabezado", 0, texts.FlagHeadingRow)
	flags.BoolVar(&f.partial, "incompleta", false, texts.FlagPartial)
	f.define(flags)
	return cmd
}

// define makes the flags that every kind of import has.
func (f *importFlags) define(flags *pflag.FlagSet) {
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
	flags.BoolVar(&f.yes, "si", false, texts.FlagYes)
	flags.BoolVar(&f.dryRun, "revisar", false, texts.FlagDryRun)
	flags.BoolVar(&f.strict, "estricto", false, texts.FlagStrict)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
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
		return o, usage(texts.BadRank(f.upTo, workspace.MostRank))
	}
	if o.HeadingRow = f.headingRow; o.HeadingRow < 0 {
		return o, usage(texts.BadHeadingRow(f.headingRow))
	}
	if err := f.columnOptions(&o); err != nil {
		return o, err
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

// columnOptions reads what the flags say of the list and its columns.
func (f *importFlags) columnOptions(o *lists.Options) error {
	switch as := data.Kind(f.as); as {
	case "", data.KindOffer, data.KindAdjudication:
		o.As = as
	default:
		return usage(texts.BadAs(f.as))
	}
	if f.profession != "" {
		name, ok := lists.ParseProfession(f.profession)
		if !ok {
			return usage(texts.BadListProfession(f.profession))
		}
		o.Profession = name
	}
	for _, text := range f.columns {
		name, column, ok := strings.Cut(text, "=")
		field, known := lists.ParseField(name)
		if !ok || !known || strings.TrimSpace(column) == "" {
			return usage(texts.BadColumn(text, lists.FieldWords()))
		}
		o.Columns = append(o.Columns, lists.ColumnChoice{Field: field, Column: strings.TrimSpace(column)})
	}
	return nil
}

// incoming is what was read of the files of one import, before it is stored.
type incoming struct {
	items    []library.Item
	rejected int                              // rows
	doubts   []string                         // why a list may not be whole
	tell     func(changes []library.Change)   // reports it in words; changes are those that storing makes
	closing  func(lib *library.Library)       // says more once it is stored; may be nil
	keep     func(lib *library.Library) error // remembers what was said of the columns; may be nil
}

// reads reads the files of an import.
type reads func(ctx context.Context, lib *library.Library, o lists.Options, asks *asker) (*incoming, error)

// runImport reads, reports and, if the user agrees, stores: all files or none.
func (a *app) runImport(ctx context.Context, f *importFlags, read reads) error {
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
	in, err := read(ctx, lib, o, asks)
	if err != nil {
		return err
	}
	changes, err := lib.Plan(in.items)
	if err != nil {
		return err
	}
	if !f.asJSON {
		in.tell(changes)
	}
	same := unchanged(changes)
	store := !f.dryRun && (!f.strict || in.rejected == 0)
	doubtful := store && !same && !f.partial && len(in.doubts) > 0
	switch {
	case store && asks.allowed && !same:
		if store, err = asks.confirm(ctx, texts.ImportQuestion(doubtful)); err != nil {
			return err
		}
		doubtful = false // a person has answered
	case doubtful:
		store = false
	}
	lost := ""
	if store {
		if store, lost, err = a.mayLose(ctx, lib, in.items, changes, f, asks); err != nil {
			return err
		}
	}
	if store {
		if changes, err = storage.Store(ctx, lib, in.items); err != nil {
			return err
		}
		if in.keep != nil {
			if err := in.keep(lib); err != nil {
				return err
			}
		}
		a.tellNotices(lib)
		a.tellRestored(lost)
	}
	if err := a.closeImport(lib, in, changes, f, store, same); err != nil || !doubtful {
		return err
	}
	return errors.New(texts.ImportDoubtful(in.doubts))
}

// unchanged tells whether the library has all that already.
func unchanged(changes []library.Change) bool {
	return !slices.ContainsFunc(changes, func(c library.Change) bool { return !c.Same })
}

// closeImport says what became of an import.
func (a *app) closeImport(lib *library.Library, in *incoming, changes []library.Change, f *importFlags, stored, same bool) error {
	if f.asJSON {
		if err := a.printJSON(importJSON(in.items, changes)); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(a.out, texts.ImportOutcome(stored, same, f.dryRun, lib.Path()))
		if stored && in.closing != nil {
			in.closing(lib)
		}
	}
	if f.strict && in.rejected > 0 {
		fmt.Fprintln(a.err, texts.CommandError(texts.ImportStrict(in.rejected)))
		return errSilent
	}
	return nil
}

// readLists reads the files of offers or adjudicated seats. The report shows
// samples where asked.
func (a *app) readLists(ctx context.Context, lib *library.Library, kind data.Kind, files []string, o lists.Options, asks *asker, f *importFlags) (*incoming, error) {
	if o.As != "" {
		kind = o.As
	}
	o.Loose = len(files) > 1
	drafts, err := a.readFiles(ctx, lib, kind, files, o, asks)
	if err == nil {
		err = imports.CheckColumns(drafts, o.Columns)
	}
	if err != nil {
		return nil, err
	}
	if drafts, err = imports.Join(drafts); err != nil {
		return nil, usage(texts.Spanish(err))
	}
	if drafts, err = a.place(ctx, lib, drafts, asks, f); err != nil {
		return nil, err
	}
	return &incoming{
		items: imports.Items(drafts, a.now()), rejected: imports.Rejected(drafts), doubts: imports.Doubts(drafts),
		tell: func(changes []library.Change) {
			fmt.Fprint(a.out, texts.ImportReport(imports.Summaries(drafts, changes), alignColumns, f.dryRun))
		},
		closing: func(lib *library.Library) { a.printGaps(lib.Lists()) },
		keep:    func(lib *library.Library) error { return imports.Remember(lib, drafts, o) },
	}, nil
}

// place joins to the loaded list what is another part of it: where the user says
// so, or where the file is known as one of its parts. What has nothing in common
// with the loaded list is asked about, never put in its place unasked.
func (a *app) place(ctx context.Context, lib *library.Library, drafts []lists.Draft, asks *asker, f *importFlags) ([]lists.Draft, error) {
	if f.replace {
		return drafts, nil
	}
	out := make([]lists.Draft, 0, len(drafts))
	for i := range drafts {
		one := drafts[i : i+1]
		belongs, err := imports.Belonging(ctx, lib, &drafts[i])
		if err != nil {
			return nil, err
		}
		add := f.add || belongs == imports.PartAnew
		if !add && belongs == imports.Apart {
			if add, err = a.askAdd(ctx, lib, &drafts[i], asks); err != nil {
				return nil, err
			}
		}
		if add {
			if one, err = imports.Extend(ctx, lib, one); err != nil {
				return nil, err
			}
		}
		out = append(out, one...)
	}
	return out, nil
}

// askAdd asks whether a list that has nothing of the loaded one is another part
// of it; where nobody can be asked it refuses.
func (a *app) askAdd(ctx context.Context, lib *library.Library, d *lists.Draft, asks *asker) (bool, error) {
	loaded := 0
	for _, info := range lib.Lists() {
		if info.Kind == d.Info.Kind && info.Process == d.Info.Process && info.Modality == d.Info.Modality {
			loaded = info.Seats
		}
	}
	if asks.allowed {
		return asks.confirm(ctx, texts.ImportAskAdd(texts.ListTitle(&d.Info), loaded, d.Info.Seats))
	}
	return false, usage(texts.ImportApart(texts.ListTitle(&d.Info), loaded, d.Info.Seats))
}

// readFiles reads all files; what one of them does not tell is asked where
// that is allowed.
func (a *app) readFiles(ctx context.Context, lib *library.Library, kind data.Kind, files []string, o lists.Options, asks *asker) ([]lists.Draft, error) {
	var all []lists.Draft
	for _, file := range files {
		drafts, err := a.readFile(ctx, lib, kind, file, o, asks)
		if err != nil {
			return nil, importError(err)
		}
		all = append(all, drafts...)
	}
	return all, nil
}

func (a *app) readFile(ctx context.Context, lib *library.Library, kind data.Kind, file string, o lists.Options, asks *asker) ([]lists.Draft, error) {
	for {
		bar := a.progressBar(file)
		o.Progress = bar.update
		drafts, err := imports.ReadList(ctx, lib, kind, file, o)
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
		return usage(texts.Spanish(err))
	}
	return err
}

// importRecord is one list in importar --json and fuentes --json.
type importRecord struct {
	data.ListInfo
	Problems *[]data.Problem `json:"problemas,omitempty"`
}

func importJSON(items []library.Item, changes []library.Change) []importRecord {
	records := make([]importRecord, len(items))
	for i := range items {
		problems := items[i].Problems
		if problems == nil {
			problems = []data.Problem{}
		}
		records[i] = importRecord{changes[i].Info, &problems}
	}
	return records
}

// folders tells the planner where downloaded lists usually are: the folder of
// downloads that the system names, those of the usual names, the home folder.
func (a *app) folders() session.Folders {
	home := xdg.Home
	start := []string{xdg.UserDirs.Download}
	if home != "" {
		start = append(start, filepath.Join(home, "Descargas"), filepath.Join(home, "Downloads"), home)
	}
	work, _ := os.Getwd() // without it the planner names no folder
	return session.Folders{Home: home, Start: append(start, "."), Work: work}
}
