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
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

func (a *app) turnStart(f *turnFlags) *cobra.Command {
	mine, now, again := 0, 1, false
	cmd := &cobra.Command{
		Use: "empezar", Short: texts.TurnStartShort, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("puesto") && mine < 1 {
				return usage(texts.BadRank(mine, workspace.MostRank))
			}
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) {
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

// plaza finds the one plaza of the line that a code or some letters name.
func (t *acting) plaza(word string, among func(p *data.Plaza) bool) (string, error) {
	if code, ok := data.ParseRenipress(word); ok {
		return code, nil
	}
	_, rows := t.space.Catalog.Line(t.line)
	rows = turn.Find(t.space.Catalog, rows, word, func(data.PlazaID) bool { return false })
	rows = slices.DeleteFunc(rows, func(row int) bool { return !among(t.space.Catalog.Plaza(row)) })
	switch len(rows) {
	case 0:
		return "", errors.New(texts.TurnNoPlazaLike(word))
	case 1:
		return t.space.Catalog.Plaza(rows[0]).Renipress, nil
	}
	const shown = 5
	var options []string
	for _, row := range rows[:min(shown, len(rows))] {
		p := t.space.Catalog.Plaza(row)
		options = append(options, fmt.Sprintf("%s (%s, %s)", p.Renipress, p.Establishment, p.District))
	}
	return "", usage(texts.TurnWhichPlaza(word, len(rows), options))
}

func (a *app) turnCross(f *turnFlags) *cobra.Command {
	late := false
	cmd := &cobra.Command{
		Use: "tachar " + texts.ArgCodeLetters, Short: texts.TurnCrossShort, Args: arguments(1, -1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) {
				s := t.act.State()
				code, err := t.plaza(strings.Join(words, " "), func(p *data.Plaza) bool { return s.Left(t.act.Seats(), p.Renipress) > 0 })
				if err == nil && !late && s.MyTurn(s.Rank) {
					err = usage(texts.TurnWhoTook(t.name(code)))
				}
				return turn.Event{Kind: turn.Cross, Renipress: code, Late: late}, err
			})
		},
	}
	cmd.Flags().BoolVar(&late, "antes", false, texts.FlagTurnLate)
	return cmd
}

func (a *app) turnTake(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "tomar " + texts.ArgCodeLetters, Short: texts.TurnTakeShort, Args: arguments(1, -1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) {
				s := t.act.State()
				code, err := t.plaza(strings.Join(words, " "), func(p *data.Plaza) bool { return s.Left(t.act.Seats(), p.Renipress) > 0 })
				return turn.Event{Kind: turn.Take, Renipress: code, Rank: s.Rank}, err
			})
		},
	}
}

func (a *app) turnDecline(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "no-elegi", Aliases: []string{"no-elegí"}, Short: texts.TurnDeclineShort, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) {
				return turn.Event{Kind: turn.Decline, Rank: t.act.State().Rank}, nil
			})
		},
	}
}

func (a *app) turnRelease(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "liberar " + texts.ArgCodeLetters, Short: texts.TurnReleaseShort, Args: arguments(1, -1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) {
				s := t.act.State()
				code, err := t.plaza(strings.Join(words, " "), func(p *data.Plaza) bool { return s.Gone[p.Renipress] > 0 })
				return turn.Event{Kind: turn.Release, Renipress: code}, err
			})
		},
	}
}

func (a *app) turnPick(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "puesto " + texts.ArgNumber, Short: texts.TurnPickShort, Args: arguments(1, 1, texts.ArgNumber),
		RunE: func(cmd *cobra.Command, words []string) error {
			n, err := strconv.Atoi(words[0])
			if err != nil || n < 1 {
				return usage(texts.NotARank(words[0]))
			}
			return a.do(cmd.Context(), f, func(*acting) (turn.Event, error) { return turn.Event{Kind: turn.Pick, N: n}, nil })
		},
	}
}

func (a *app) turnPass(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "pasan " + texts.ArgMaybeNumber, Short: texts.TurnPassShort, Args: arguments(0, 1, texts.ArgNumber),
		RunE: func(cmd *cobra.Command, words []string) error {
			n := 1
			if len(words) == 1 {
				var err error
				if n, err = strconv.Atoi(words[0]); err != nil || n < 1 {
					return usage(texts.NotPasses(words[0]))
				}
			}
			return a.do(cmd.Context(), f, func(*acting) (turn.Event, error) { return turn.Event{Kind: turn.Pass, N: n}, nil })
		},
	}
}

func (a *app) turnStep(f *turnFlags, word, short string, kind turn.Kind) *cobra.Command {
	return &cobra.Command{
		Use: word, Short: short, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.do(cmd.Context(), f, func(*acting) (turn.Event, error) { return turn.Event{Kind: kind}, nil })
		},
	}
}

func (a *app) turnImport(f *turnFlags) *cobra.Command {
	return &cobra.Command{
		Use: "importar " + texts.ArgFile, Short: texts.TurnImportShort, Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.do(cmd.Context(), f, func(t *acting) (turn.Event, error) { return t.gather(cmd.Context(), words[0]) })
		},
	}
}

func (t *acting) gather(ctx context.Context, file string) (turn.Event, error) {
	drafts, err := imports.ReadList(ctx, t.lib, data.KindAdjudication, file, lists.Options{Process: t.line.Process, Modality: t.line.Modality})
	if err != nil {
		return turn.Event{}, err
	}
	var all []*data.Adjudication
	for i := range drafts {
		all = append(all, drafts[i].Adjudication)
	}
	g := turn.GatherAll(all, t.line, t.act.Seats())
	g.Unknown += imports.Rejected(drafts)
	if g.Unknown > 0 {
		fmt.Fprintln(t.app.err, texts.CommandNotice(texts.TurnLeftOut(g.Unknown)))
	}
	if len(g.Taken) == 0 {
		return turn.Event{}, errors.New(texts.TurnNothingNew)
	}
	return g.Event(filename.Shown(file)), nil
}
