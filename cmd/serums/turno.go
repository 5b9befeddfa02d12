package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/inquiry"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// turnFlags name the line of the act, and are shared by all turno commands.
type turnFlags struct {
	lineFlags
	plan   string
	asJSON bool
}

func (a *app) turnCommand() *cobra.Command {
	f := &turnFlags{}
	cmd := &cobra.Command{
		Use: "turno", Short: texts.TurnShort, Long: texts.TurnLong, Example: texts.TurnExample,
		Args: noOther("turno"),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := cmd.PersistentFlags()
	f.register(flags)
	flags.StringVar(&f.plan, "plan", storage.DefaultPlan, texts.FlagPlan)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	own := map[turn.Kind]func(*turnFlags) *cobra.Command{turn.Start: a.turnStart, turn.Cross: a.turnCross, turn.Timer: a.turnTimer, turn.Import: a.turnImport}
	for _, kind := range turn.Kinds() {
		if command := own[kind]; command != nil {
			cmd.AddCommand(command(f))
		} else {
			cmd.AddCommand(a.turnEvent(f, kind))
		}
	}
	cmd.AddCommand(a.turnKeep(f), a.turnExport(f), a.turnSee(f))
	return cmd
}

// line finds the line that the flags name, or the one that has an act.
func (f *turnFlags) line(d *inquiry.Inquiry) (data.Line, error) {
	filter, err := f.given().Filter(d.Space)
	if err != nil {
		return data.Line{}, err
	}
	if line, ok := browse.LineOf(&filter); ok {
		return line, nil
	}
	logs, err := d.Lib.Logs()
	if err != nil {
		return data.Line{}, err
	}
	lost, err := d.Lib.LostLogs() // of an act that is gone something is to be told
	if err != nil {
		return data.Line{}, err
	}
	logs = append(logs, lost...)
	var found []data.Line
	for _, line := range d.Space.Catalog.Lines() {
		if filter.Has(catalog.DimProcess, string(line.Process)) && slices.Contains(logs, turn.LogName(line)) &&
			(f.profession == "" || filter.Has(catalog.DimProfession, line.Profession)) &&
			(f.modality == "" || filter.Has(catalog.DimModality, string(line.Modality))) {
			found = append(found, line)
		}
	}
	if len(found) != 1 {
		return data.Line{}, usage(texts.TurnWhichLine(len(found)))
	}
	return found[0], nil
}

// openedAct is an act that a command works on.
type openedAct struct {
	*inquiry.Inquiry
	app  *app
	line data.Line
	act  *turn.Act
}

func (t *openedAct) plazaName(code string) string { return t.Space.Name(t.line.Plaza(code)) }

// openAct loads the lists and finds the line.
func (a *app) openAct(ctx context.Context, f *turnFlags, purpose string) (*openedAct, error) {
	if a.demo {
		return nil, usage(texts.TurnInDemo)
	}
	d, err := a.openSome(ctx, purpose)
	if err != nil {
		return nil, err
	}
	line, err := f.line(d)
	if err != nil {
		return nil, err
	}
	return &openedAct{Inquiry: d, app: a, line: line}, nil
}

// replay replays a log and tells what of it cannot be taken.
func (t *openedAct) replay(r turn.Recorded) {
	t.app.warn(r.Notices...)
	plazas, _ := t.Space.Catalog.Line(t.line)
	var refused int
	if t.act, refused = turn.Replay(t.line, turn.SeatsOf(plazas), r.Events); refused > 0 {
		t.app.warn(texts.TurnReplayRefused(refused))
	}
	t.app.warn(texts.TurnStray(t.act.Stray()))
}

// writeAct opens an act for writing, under the lock.
func (a *app) writeAct(ctx context.Context, f *turnFlags, do func(t *openedAct, book *turn.Book) error) error {
	t, err := a.openAct(ctx, f, texts.PurposeTurn)
	if err != nil {
		return err
	}
	book, recorded, err := turn.Open(t.Lib, t.line)
	if err != nil {
		return err
	}
	defer func() { _ = book.Close() }() // each event was synced already
	t.replay(recorded)
	return do(t, book)
}

// do lets an event happen: under the lock, on the disk, then told.
func (a *app) do(ctx context.Context, f *turnFlags, build func(t *openedAct) (turn.Event, error)) error {
	return a.writeAct(ctx, f, func(t *openedAct, book *turn.Book) error {
		e, err := build(t)
		if err != nil {
			return err
		}
		if e.Kind.Mine() {
			e.Rank = t.act.State().Rank
		}
		said, err := t.write(book, e)
		switch {
		case err != nil:
			return err
		case f.asJSON:
			return t.printReport(ctx, f, &limitsFlag{})
		}
		t.tellEvent(said)
		return nil
	})
}

// write puts an event on the disk, and returns what it did.
func (t *openedAct) write(book *turn.Book, e turn.Event) (said string, err error) {
	e.At = t.app.now()
	if err := t.act.Check(e); err != nil {
		return "", errors.New(turn.Said(err, t.plazaName))
	}
	if err := book.Write(e); err != nil {
		return "", err
	}
	return t.act.ApplyTold(e, t.plazaName, texts.TurnDone)
}

func (t *openedAct) tellEvent(text string) {
	s := t.act.State()
	fmt.Fprintln(t.app.out, text)
	if s.Started || s.Mine.Known() {
		fmt.Fprintln(t.app.out, texts.Capital(s.Now(s.Rank))+".")
	}
	t.printMine(s.Mine)
}

// readAct opens an act for reading, without the lock.
func (a *app) readAct(ctx context.Context, f *turnFlags) (*openedAct, error) {
	t, err := a.openAct(ctx, f, texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	recorded, err := turn.Read(t.Lib, t.line)
	if err != nil {
		return nil, err
	}
	t.replay(recorded)
	return t, nil
}
