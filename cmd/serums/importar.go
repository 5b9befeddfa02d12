package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
)

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
		a.importTable(data.KindCoordinates, "coordenadas "+texts.ArgFile, texts.CoordinatesShort, texts.CoordinatesExample),
		a.importTable(data.KindNotes, "notas "+texts.ArgFile, texts.NotesImportShort, texts.NotesImportEx),
	)
	return cmd
}

func (a *app) importKind(kind data.Kind, use, short, example string) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example,
		Args: arguments(1, -1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, files []string) error {
			return a.runImport(cmd.Context(), &f, func(ctx context.Context, lib *library.Library, o lists.Options, asks *asker) (*importedFiles, error) {
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

// importedFiles is what was read of the files of one import, before it is stored.
type importedFiles struct {
	items    []library.Item
	rejected int                              // rows
	doubts   []string                         // why a list may not be whole
	tell     func(changes []library.Change)   // reports it in words; changes are those that storing makes
	closing  func(lib *library.Library)       // says more once it is stored; may be nil
	keep     func(lib *library.Library) error // remembers what was said of the columns; may be nil
}

// reads reads the files of an import.
type reads func(ctx context.Context, lib *library.Library, o lists.Options, asks *asker) (*importedFiles, error)

// runImport reads, reports and, if the user agrees, stores: all files or none.
func (a *app) runImport(ctx context.Context, f *importFlags, read reads) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	if a.demo {
		return usage(texts.ImportIntoDemo)
	}
	lib, err := a.openLibrary(texts.KeySourceImport)
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
	same := !slices.ContainsFunc(changes, func(c library.Change) bool { return !c.Same }) // the library has all that already
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
		a.warn(lib.Notices()...)
		a.warn(lost)
	}
	if err := a.closeImport(lib, in, changes, f, store, same); err != nil || !doubtful {
		return err
	}
	return errors.New(texts.ImportDoubtful(in.doubts))
}

// closeImport says what became of an import.
func (a *app) closeImport(lib *library.Library, in *importedFiles, changes []library.Change, f *importFlags, stored, same bool) error {
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
