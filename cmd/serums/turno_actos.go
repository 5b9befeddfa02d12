package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

func (a *app) turnStart(f *turnFlags) *cobra.Command {
	mine, now, again := 0, 1, false
	cmd := &cobra.Command{
		Use: "empezar", Short: turn.Start.Short(), Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("puesto") && mine < 1 {
				return usage(texts.BadRank(mine, workspace.MostRank))
			}
			return a.do(cmd.Context(), f, func(t *openedAct) (turn.Event, error) {
				if s := t.act.State(); s.Started && !again {
					return turn.Event{}, errors.New(texts.TurnAgainRefused(len(t.act.History()), s.Turn, s.Told))
				}
				return turn.Event{Kind: turn.Start, Line: t.line, Rank: mine, N: now}, nil
			})
		},
	}
	cmd.Flags().IntVar(&mine, "puesto", 0, texts.FlagTurnMine)
	cmd.Flags().IntVar(&now, "van", 1, texts.FlagTurnNow)
	cmd.Flags().BoolVar(&again, "de-nuevo", false, texts.FlagTurnAgain)
	return cmd
}

// findPlaza finds the one plaza of the line that a code or some letters name, among those
// with a seat left; releasing, among those with one gone.
func (t *openedAct) findPlaza(words []string, releasing bool) (string, error) {
	word := strings.Join(words, " ")
	if code, ok := data.ParseRenipress(word); ok {
		return code, nil
	}
	c, gone := t.Space.Catalog, t.act.State().Gone
	_, rows := c.Line(t.line)
	rows = turn.Meant(c, rows, word, func(data.PlazaID) bool { return false }, gone, releasing)
	if !releasing {
		rows = slices.DeleteFunc(rows, func(row int) bool { return gone[c.Plaza(row).Renipress] >= c.Plaza(row).Seats })
	}
	switch len(rows) {
	case 0:
		return "", errors.New(texts.TurnNoPlazaLike(word))
	case 1:
		return c.Plaza(rows[0]).Renipress, nil
	}
	const shown = 5
	var options []string
	for _, row := range rows[:min(shown, len(rows))] {
		p := c.Plaza(row)
		options = append(options, fmt.Sprintf("%s (%s, %s)", p.Renipress, p.Establishment, p.District))
	}
	return "", usage(texts.TurnWhichPlaza(word, len(rows), options))
}

func (a *app) turnCross(f *turnFlags) *cobra.Command {
	late := false
	cmd := &cobra.Command{
		Use: "tachar " + texts.ArgCodeLetters, Short: turn.Cross.Short(), Args: arguments(1, -1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *openedAct) (turn.Event, error) {
				code, err := t.findPlaza(words, false)
				if s := t.act.State(); err == nil && !late && s.MyTurn(s.Rank) {
					err = usage(texts.TurnWhoTook(t.plazaName(code)))
				}
				return turn.Event{Kind: turn.Cross, Renipress: code, Late: late}, err
			})
		},
	}
	cmd.Flags().BoolVar(&late, "antes", false, texts.FlagTurnLate)
	return cmd
}

// turnEvent is the command of a kind of event, as the planner tells what it needs.
func (a *app) turnEvent(f *turnFlags, kind turn.Kind) *cobra.Command {
	cmd := &cobra.Command{Use: string(kind), Short: kind.Short(), Args: arguments(0, 0, "")}
	e := turn.Event{Kind: kind}
	read := func([]string) error { return nil }
	find := func(*openedAct, []string) error { return nil }
	switch needs := kind.Needs(); needs {
	case turn.NeedsPlaza, turn.NeedsGone:
		cmd.Use, cmd.Args = cmd.Use+" "+texts.ArgCodeLetters, arguments(1, -1, texts.ArgCode)
		find = func(t *openedAct, words []string) (err error) {
			e.Renipress, err = t.findPlaza(words, needs == turn.NeedsGone)
			return err
		}
	case turn.NeedsRank:
		cmd.Use, cmd.Args = cmd.Use+" "+texts.ArgNumber, arguments(1, 1, texts.ArgNumber)
		read = func(words []string) error { return countOf(words[0], &e.N, texts.NotARank) }
	case turn.NeedsCount:
		cmd.Use, cmd.Args = cmd.Use+" "+texts.ArgMaybeNumber, arguments(0, 1, texts.ArgNumber)
		read = func(words []string) error { return countOf(append(words, "1")[0], &e.N, texts.NotPasses) }
	case turn.NeedsNothing, turn.NeedsMore:
	}
	if kind == turn.Decline {
		cmd.Aliases = []string{"no-elegí"}
	}
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		if err := read(words); err != nil {
			return err
		}
		return a.do(cmd.Context(), f, func(t *openedAct) (turn.Event, error) {
			err := find(t, words)
			return e, err
		})
	}
	return cmd
}

// countOf reads a number from 1; wrong says of a text that it is none.
func countOf(text string, n *int, wrong func(string) string) (err error) {
	if *n, err = strconv.Atoi(text); err != nil || *n < 1 {
		return usage(wrong(text))
	}
	return nil
}

// turnTimer sets how long a call lasts and how many there are; the clock itself runs on
// the screen and in the linear mode.
func (a *app) turnTimer(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "reloj " + texts.ArgSecondsCalls, Short: turn.Timer.Short(), Args: arguments(2, 2, texts.ArgSecondsCalls),
		RunE: func(cmd *cobra.Command, words []string) error {
			var given [2]int
			for i, most := range [2]int{turn.MostSeconds, turn.MostCalls} {
				n, err := strconv.Atoi(words[i])
				if err != nil || n < 1 || n > most {
					return usage(texts.NotTimer(words[i], most))
				}
				given[i] = n
			}
			e := turn.Event{Kind: turn.Timer, Seconds: given[0], Calls: given[1]}
			return a.do(cmd.Context(), f, func(*openedAct) (turn.Event, error) { return e, nil })
		},
	}
}

func (a *app) turnImport(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "importar " + texts.ArgFile, Short: turn.Import.Short(), Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *openedAct) (turn.Event, error) { return t.gatherFile(cmd.Context(), words[0]) })
		},
	}
}

func (t *openedAct) gatherFile(ctx context.Context, file string) (turn.Event, error) {
	g, err := session.GatherFile(ctx, t.Lib, file, t.line, t.act.Seats())
	if err != nil {
		return turn.Event{}, err
	}
	if g.Unknown > 0 {
		t.app.warn(texts.TurnLeftOut(g.Unknown))
	}
	if len(g.Taken) == 0 {
		return turn.Event{}, errors.New(texts.TurnNothingNew)
	}
	return g.Event(filename.Shown(file)), nil
}
