package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/inquiry"
	"brujula/planner/own"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// planFlags are those that all plan commands share.
type planFlags struct {
	name   string
	asJSON bool
}

func (a *app) planCommand() *cobra.Command {
	f := &planFlags{}
	cmd := &cobra.Command{
		Use: "plan", Short: texts.PlanShort,
		Args: noOther("plan"),
	}
	a.seesPlan(cmd, f)
	cmd.PersistentFlags().StringVar(&f.name, "plan", storage.DefaultPlan, texts.FlagPlan)
	cmd.AddCommand(a.seesPlan(&cobra.Command{Use: "ver", Short: texts.PlanSeeShort, Args: arguments(0, 0, "")}, f), a.planAdd(f), a.planRemove(f), a.planMove(f), a.planExport(f), a.planImport(f),
		a.planStep(f, "deshacer", texts.PlanUndoShort, (*plan.Editor).Undo, texts.Undone, texts.NothingToUndo),
		a.planStep(f, "rehacer", texts.PlanRedoShort, (*plan.Editor).Redo, texts.Redone, texts.NothingToRedo), a.planReview(f), a.planSuggest(f), a.planVersions(f), a.planCopy(f), a.planCompare(f))
	return cmd
}

// changePlan loads the plan under the lock, lets do change it, saves it, and
// says what was done.
func (a *app) changePlan(ctx context.Context, f *planFlags, do func(d *inquiry.Inquiry, e *plan.Editor) (string, error)) error {
	done := ""
	err := a.editPlan(ctx, f, func(d *inquiry.Inquiry, e *plan.Editor) (err error) {
		done, err = do(d, e)
		return err
	})
	if err == nil {
		fmt.Fprintln(a.out, done)
	}
	return err
}

// editPlan is changePlan without a word of what was done.
func (a *app) editPlan(ctx context.Context, f *planFlags, do func(d *inquiry.Inquiry, e *plan.Editor) error) error {
	if a.demo {
		return usage(texts.PlanInDemo)
	}
	d, err := a.openLists(ctx, texts.PurposePlan)
	if err != nil {
		return err
	}
	release, err := d.Lib.Lock()
	if err != nil {
		return err
	}
	defer release()
	e, restored, err := storage.OpenPlan(d.Lib, f.name)
	if err != nil {
		return err
	}
	a.warn(restored)
	if err := do(d, e); err != nil {
		return err
	}
	return storage.SaveEditor(d.Lib, e)
}

func (a *app) planAdd(f *planFlags) *cobra.Command {
	var which plazaFlags
	place := 0
	cmd := &cobra.Command{
		Use: "agregar " + texts.ArgCodes, Short: texts.PlanAddShort, Example: texts.PlanAddExample,
		Args: arguments(1, -1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, codes []string) error {
			if cmd.Flags().Changed("en") && place < 1 {
				return usage(texts.BadPlace(strconv.Itoa(place)))
			}
			return a.changePlan(cmd.Context(), f, func(d *inquiry.Inquiry, e *plan.Editor) (string, error) {
				ids := make([]data.PlazaID, 0, len(codes))
				var present []string
				for _, code := range codes {
					row, err := which.given().Plaza(d.Space, code)
					if err != nil {
						return "", err
					}
					id := d.Space.Catalog.Plaza(row).PlazaID
					if e.Plan().Has(id) {
						present = append(present, d.Space.CodedName(id))
					}
					ids = append(ids, id)
				}
				act, ok := e.Add(ids, place-1)
				if !ok {
					return texts.PlanNothingAdded(f.name, present), nil
				}
				return texts.PlanAdded(f.name, len(act.IDs), act.To+1, len(e.Plan().Entries), present), nil
			})
		},
	}
	which.register(cmd.Flags())
	cmd.Flags().IntVar(&place, "en", 0, texts.FlagPlace)
	return cmd
}

// lineOfPlan finds the line that a word names: its place in the plan (#3 or
// a number of up to four digits) or its RENIPRESS.
func lineOfPlan(p *plan.Plan, word string) (data.PlazaID, error) {
	digits := word
	hash := len(word) > 0 && word[0] == '#'
	if hash {
		digits = word[1:]
	}
	if n, err := strconv.Atoi(digits); err == nil && (hash || len(word) <= 4) {
		if n < 1 || n > len(p.Entries) {
			return data.PlazaID{}, errors.New(texts.PlanNoPlace(n, len(p.Entries)))
		}
		return p.Entries[n-1].ID, nil
	}
	code, ok := data.ParseRenipress(word)
	if !ok {
		return data.PlazaID{}, usage(texts.BadPlace(word))
	}
	var hits []data.PlazaID
	for _, e := range p.Entries {
		if e.ID.Renipress == code {
			hits = append(hits, e.ID)
		}
	}
	switch len(hits) {
	case 0:
		return data.PlazaID{}, errors.New(texts.PlanHasNot(code))
	case 1:
		return hits[0], nil
	}
	return data.PlazaID{}, usage(texts.PlanHasSeveral(code))
}

func (a *app) planRemove(f *planFlags) *cobra.Command {
	return &cobra.Command{
		Use: "quitar " + texts.ArgLines, Short: texts.PlanRemoveShort, Example: texts.PlanRemoveExample,
		Args: arguments(1, -1, texts.ArgLine),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.changePlan(cmd.Context(), f, func(_ *inquiry.Inquiry, e *plan.Editor) (string, error) {
				var ids []data.PlazaID
				for _, word := range words {
					id, err := lineOfPlan(e.Plan(), word)
					if err != nil {
						return "", err
					}
					ids = append(ids, id)
				}
				act, _ := e.Remove(ids...)
				return texts.PlanRemoved(f.name, len(act.IDs), len(e.Plan().Entries)), nil
			})
		},
	}
}

// planStep takes the last change of a plan back, or does it again.
func (a *app) planStep(f *planFlags, use, short string, do func(*plan.Editor) (plan.Act, bool), told func(act string) string, nothing string) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.changePlan(cmd.Context(), f, func(d *inquiry.Inquiry, e *plan.Editor) (string, error) {
				act, ok := do(e)
				if !ok {
					return "", errors.New(nothing)
				}
				return told(d.Space.ActText(act)) + ". " + texts.PlanStepped(f.name, len(e.Plan().Entries)), nil
			})
		},
	}
}

func (a *app) planMove(f *planFlags) *cobra.Command {
	return &cobra.Command{
		Use: "mover " + texts.ArgLinePlace, Short: texts.PlanMoveShort, Example: texts.PlanMoveExample,
		Args: arguments(2, 2, texts.ArgLinePlace),
		RunE: func(cmd *cobra.Command, words []string) error {
			place, err := strconv.Atoi(words[1])
			if err != nil || place < 1 {
				return usage(texts.BadPlace(words[1]))
			}
			return a.changePlan(cmd.Context(), f, func(d *inquiry.Inquiry, e *plan.Editor) (string, error) {
				id, err := lineOfPlan(e.Plan(), words[0])
				if err != nil {
					return "", err
				}
				if act, ok := e.Move([]data.PlazaID{id}, place-1); ok {
					return texts.PlanMoved(d.Space.CodedName(id), act.From+1, act.To+1), nil
				}
				return texts.PlanNotMoved(d.Space.CodedName(id), e.Plan().Index(id)+1), nil
			})
		},
	}
}

func (a *app) planImport(f *planFlags) *cobra.Command {
	return &cobra.Command{
		Use: "importar " + texts.ArgFile, Short: texts.PlanImportShort,
		Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			read, err := readPlanFile(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return a.changePlan(cmd.Context(), f, func(d *inquiry.Inquiry, e *plan.Editor) (string, error) {
				e.Replace(read)
				return texts.PlanImported(f.name, len(e.Plan().Entries), d.Space.Absent(e.Plan())), nil
			})
		},
	}
}

// readPlanFile reads a plan, which is known by its content. Another file of ours is
// told for what it is.
func readPlanFile(ctx context.Context, file string) (plan.Plan, error) {
	info, err := os.Stat(file)
	if err != nil {
		return plan.Plan{}, errors.New(texts.CannotRead(file, err))
	}
	if !info.Mode().IsRegular() {
		return plan.Plan{}, errors.New(texts.PlanUnreadable(file))
	}
	switch kind, known, err := own.Look(ctx, file); {
	case err != nil:
		return plan.Plan{}, err
	case kind == own.Page:
		return plan.Plan{}, usage(texts.PlanImportFormats(file))
	case known && kind != own.Plan:
		return plan.Plan{}, &own.Error{Path: file, Kind: kind}
	}
	read, err := export.ReadFile(ctx, file)
	if err != nil {
		return plan.Plan{}, &storage.PlanError{Name: file, Err: err}
	}
	return read, nil
}
