package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/imports"
	"brujula/planner/storage"
)

func (a *app) notesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "notas", Short: texts.NotesShort, Long: texts.NotesLong, Example: texts.NotesExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.notesViewCommand(), a.notesAddCommand(), a.notesRemoveCommand(), a.notesExportCommand())
	return cmd
}

// openNotes opens the library and its notes; it tells where those are of the
// version before.
func (a *app) openNotes(ctx context.Context) (*library.Library, *notes.Book, error) {
	lib, err := a.notesLibrary()
	if err != nil {
		return nil, nil, err
	}
	book, restored, err := storage.LoadReports(ctx, lib)
	a.warn(restored)
	return lib, book, err
}

func (a *app) notesLibrary() (*library.Library, error) {
	if a.demo {
		return nil, usage(texts.ImportIntoDemo)
	}
	return a.openLibrary(texts.PurposeNotes)
}

func (a *app) notesViewCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use: "ver " + texts.ArgMaybeCode, Short: texts.NotesViewShort, Args: arguments(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, book, err := a.openNotes(cmd.Context())
			if err != nil {
				return err
			}
			all := book.All()
			if len(args) == 1 {
				code, ok := data.ParseRenipress(args[0])
				if !ok {
					return usage(texts.BadRenipress(args[0]))
				}
				if all = book.Of(code); len(all) == 0 && !asJSON {
					fmt.Fprintln(a.out, texts.NotesNoneOf(code))
					return nil
				}
			}
			if asJSON {
				return a.printJSON(append([]notes.Note{}, all...))
			}
			a.printNotes(book, all)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// printNotes prints the notes of whole establishments, numbered within each as
// quitar takes them.
func (a *app) printNotes(book *notes.Book, all []notes.Note) {
	if len(all) == 0 {
		fmt.Fprintln(a.out, texts.NotesNone)
	}
	for i := 0; i < len(all); {
		code := all[i].Renipress
		fmt.Fprintln(a.out, texts.NotesOf(code, "", book.Count(code)))
		number := 0
		for _, topic := range book.Topics(code) {
			for _, n := range topic.Notes {
				number++
				fmt.Fprintf(a.out, "  %d. %s: %s\n", number, texts.NoteTopic(string(topic.Topic), topic.Disagree), texts.NoteLine(n.Text, n.Source, n.Date))
			}
		}
		i += book.Count(code)
	}
}

func (a *app) notesAddCommand() *cobra.Command {
	var topic, text, source, date string
	yes := false
	cmd := &cobra.Command{
		Use: "agregar " + texts.ArgCode, Short: texts.NotesAddShort, Args: arguments(1, 1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, faults := notes.New(args[0], topic, text, source, date)
			if len(faults) > 0 {
				f := faults[0]
				if f.Column == "renipress" {
					return usage(texts.BadRenipress(args[0]))
				}
				return usage(texts.NoteFault(f.Column, f.Value, f.Reason))
			}
			if !yes {
				if keep, err := a.mayName(cmd.Context(), &n); err != nil || !keep {
					return err
				}
			}
			return a.addNote(cmd.Context(), n)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&topic, "tema", "", texts.FlagTopic)
	flags.StringVar(&text, "nota", "", texts.FlagNote)
	flags.StringVar(&source, "fuente", "", texts.FlagNoteSource)
	flags.StringVar(&date, "fecha", "", texts.FlagNoteDate)
	flags.BoolVar(&yes, "si", false, texts.FlagNoteYes)
	return cmd
}

// mayName asks about a note that looks as if it named a person; where there is nobody to
// ask it is refused.
func (a *app) mayName(ctx context.Context, n *notes.Note) (keep bool, err error) {
	switch {
	case !n.NamesSomeone():
		return true, nil
	case !a.interactive():
		return false, errors.New(texts.NoteNamesNeedsYes)
	}
	asks := &asker{app: a, input: bufio.NewReader(a.in), allowed: true}
	keep, err = asks.confirm(ctx, texts.NoteAskNames+" [s/N] ")
	if err == nil && !keep {
		fmt.Fprintln(a.out, texts.NoteNotKept)
	}
	return keep, err
}

func (a *app) addNote(ctx context.Context, n notes.Note) error {
	lib, err := a.notesLibrary()
	if err != nil {
		return err
	}
	done, err := storage.AddNotes(ctx, lib, a.now(), []notes.Note{n})
	if err != nil {
		return err
	}
	a.warn(lib.Notices()...)
	if !done.Fresh[0] {
		fmt.Fprintln(a.out, texts.NoteRepeated)
		return nil
	}
	offers, _ := lib.Offers(ctx)
	name, offered := imports.Offered(offers)[n.Renipress]
	fmt.Fprintln(a.out, texts.NoteAdded(n.Renipress, name, done.Book.Count(n.Renipress)))
	if len(offers) > 0 && !offered {
		a.warn(texts.NoteUnknownPlaza(n.Renipress))
	}
	return nil
}

func (a *app) notesRemoveCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quitar " + texts.ArgCodeNumber, Short: texts.NotesRemoveShort, Args: arguments(2, 2, texts.ArgCodeNumber),
		RunE: func(cmd *cobra.Command, args []string) error {
			code, ok := data.ParseRenipress(args[0])
			if !ok {
				return usage(texts.BadRenipress(args[0]))
			}
			number, err := strconv.Atoi(args[1])
			if err != nil {
				return usage(texts.BadNumber("N", args[1]))
			}
			lib, book, err := a.openNotes(cmd.Context())
			if err != nil {
				return err
			}
			if _, _, ok := book.Without(code, number-1); !ok {
				return usage(texts.NoteNoSuch(code, number)) // before anything is locked
			}
			gone, ok, err := storage.RemoveNote(cmd.Context(), lib, a.now(), code, number-1)
			switch {
			case err != nil:
				return err
			case !ok: // another program was faster
				return usage(texts.NoteNoSuch(code, number))
			}
			a.warn(lib.Notices()...)
			fmt.Fprintln(a.out, texts.NoteRemoved(texts.NoteLine(gone.Text, gone.Source, gone.Date)))
			return nil
		},
	}
}

func (a *app) notesExportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "exportar " + texts.ArgFile, Short: texts.NotesExportShort, Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, book, err := a.openNotes(cmd.Context())
			if err != nil {
				return err
			}
			if book.Len() == 0 {
				return errors.New(texts.NotesNone)
			}
			rows := [][]string{notes.Columns()}
			for _, n := range book.All() {
				rows = append(rows, n.Row())
			}
			// The agreed form: spreadsheets set to Spanish open it without asking.
			var content bytes.Buffer
			if err := export.WriteTable(&content, rows, true, true); err != nil {
				return err
			}
			if _, err := export.Save(args[0], content.Bytes()); err != nil {
				return err
			}
			fmt.Fprintln(a.out, texts.NotesExported(book.Len(), args[0]))
			return nil
		},
	}
}
