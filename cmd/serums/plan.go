package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/own"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/planner/workspace"
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
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usage(texts.UnknownCommand("plan "+args[0], nil))
		},
	}
	a.seesPlan(cmd, f)
	cmd.PersistentFlags().StringVar(&f.name, "plan", storage.DefaultPlan, texts.FlagPlan)
	cmd.AddCommand(a.planSee(f), a.planAdd(f), a.planRemove(f), a.planMove(f), a.planExport(f), a.planImport(f),
		a.planStep(f, "deshacer", texts.PlanUndoShort, (*plan.Editor).Undo, texts.NothingToUndo),
		a.planStep(f, "rehacer", texts.PlanRedoShort, (*plan.Editor).Redo, texts.NothingToRedo), a.planReview(f), a.planSuggest(f), a.planVersions(f), a.planCopy(f), a.planCompare(f))
	return cmd
}

// changePlan loads the plan under the lock, lets do change it, saves it, and
// says what was done.
func (a *app) changePlan(ctx context.Context, f *planFlags, do func(d *loaded, e *plan.Editor) (string, error)) error {
	done := ""
	err := a.editPlan(ctx, f, func(d *loaded, e *plan.Editor) (err error) {
		done, err = do(d, e)
		return err
	})
	if err == nil {
		fmt.Fprintln(a.out, done)
	}
	return err
}

// editPlan is changePlan without a word of what was done.
func (a *app) editPlan(ctx context.Context, f *planFlags, do func(d *loaded, e *plan.Editor) error) error {
	if a.demo {
		return usage(texts.PlanInDemo)
	}
	d, err := a.openLists(ctx, texts.PurposePlan)
	if err != nil {
		return err
	}
	release, err := d.lib.Lock()
	if err != nil {
		return err
	}
	defer release()
	e, restored, err := storage.OpenPlan(d.lib, f.name)
	if err != nil {
		return err
	}
	a.tellRestored(restored)
	if err := do(d, e); err != nil {
		return err
	}
	return storage.SaveEditor(d.lib, e)
}

func (a *app) tellRestored(restored string) {
	if restored != "" {
		fmt.Fprintln(a.err, texts.CommandNotice(restored))
	}
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
			return a.changePlan(cmd.Context(), f, func(d *loaded, e *plan.Editor) (string, error) {
				ids := make([]data.PlazaID, 0, len(codes))
				var present []string
				for _, code := range codes {
					row, err := which.find(d.space, code)
					if err != nil {
						return "", err
					}
					id := d.space.Catalog.Plaza(row).PlazaID
					if e.Plan().Has(id) {
						present = append(present, d.space.CodedName(id))
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
	which.register(cmd)
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
			return a.changePlan(cmd.Context(), f, func(_ *loaded, e *plan.Editor) (string, error) {
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
func (a *app) planStep(f *planFlags, use, short string, do func(*plan.Editor) (plan.Act, bool), nothing string) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.changePlan(cmd.Context(), f, func(d *loaded, e *plan.Editor) (string, error) {
				if _, ok := do(e); !ok {
					return "", errors.New(nothing)
				}
				return texts.PlanStepped(f.name, len(e.Plan().Entries)), nil
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
			return a.changePlan(cmd.Context(), f, func(d *loaded, e *plan.Editor) (string, error) {
				id, err := lineOfPlan(e.Plan(), words[0])
				if err != nil {
					return "", err
				}
				if act, ok := e.Move([]data.PlazaID{id}, place-1); ok {
					return texts.PlanMoved(d.space.CodedName(id), act.From+1, act.To+1), nil
				}
				return texts.PlanNotMoved(d.space.CodedName(id), e.Plan().Index(id)+1), nil
			})
		},
	}
}

// seenPlan is a plan that was loaded for reading, seen from the flags' rank, or
// else from its own; est is nil without any.
type seenPlan struct {
	*loaded
	plan plan.Plan
	est  *workspace.Estimates
}

// seePlan loads a plan for reading.
func (a *app) seePlan(ctx context.Context, name string, rank *filterFlags) (*seenPlan, error) {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	s := &seenPlan{loaded: d}
	if s.plan, err = a.readPlan(d, name); err != nil {
		return nil, err
	}
	look, ok, err := planLook(&s.plan, rank)
	if err != nil || !ok {
		return s, err
	}
	look.Limits = d.limits()
	s.est, err = a.see(ctx, d, rank, look)
	return s, err
}

// planLook is where a plan is seen from: the rank of the flags, which the whole
// plan must be of one line for, or else the ranks that the plan keeps, for the
// line that it begins with. ok is false without any rank.
func planLook(p *plan.Plan, rank *filterFlags) (look workspace.Look, ok bool, err error) {
	line, err := planLine(p)
	if rank.hasRank() {
		return rank.look(line), true, err
	}
	if len(p.Entries) == 0 {
		return workspace.Look{}, false, nil
	}
	look = rank.look(p.Entries[0].ID.Line())
	look.Rank, look.RankEquivalente = p.Ranks[data.Remunerada], p.Ranks[data.Equivalente]
	return look, rank.follow || look.Rank > 0 || look.RankEquivalente > 0, nil
}

// readPlan loads a plan; in the demonstration there is none.
func (a *app) readPlan(d *loaded, name string) (plan.Plan, error) {
	if d.lib == nil {
		return plan.Plan{Name: name}, nil
	}
	e, restored, err := storage.OpenPlan(d.lib, name)
	if err != nil {
		return plan.Plan{}, err
	}
	a.tellRestored(restored)
	return *e.Plan(), nil
}

// report gives the record of the plan with all its figures.
func (s *seenPlan) report(ctx context.Context, now time.Time) (*report.Plan, error) {
	out := report.PlanOf(s.space, &s.plan, s.est, now)
	if s.est == nil {
		return &out, nil
	}
	simulated, err := s.space.ViewPlan(&s.plan, s.est).Simulate(ctx, workspace.SimulationRuns)
	out.AddSimulated(simulated)
	return &out, err
}

// planLine gives the process and profession of a plan, which must be one each
// for a rank to mean something.
func planLine(p *plan.Plan) (data.Line, error) {
	var line data.Line
	for i, e := range p.Entries {
		if i > 0 && (e.ID.Process != line.Process || e.ID.Profession != line.Profession) {
			return line, usage(texts.PlanMixed)
		}
		line = e.ID.Line()
	}
	return line, nil
}

func (a *app) planSee(f *planFlags) *cobra.Command {
	cmd := &cobra.Command{Use: "ver", Short: texts.PlanSeeShort, Args: arguments(0, 0, "")}
	a.seesPlan(cmd, f)
	return cmd
}

// seesPlan makes a command show the plan: ver, and plan without a further word.
func (a *app) seesPlan(cmd *cobra.Command, f *planFlags) {
	var rank filterFlags
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := rank.checkRank(cmd); err != nil {
			return err
		}
		return a.showPlan(cmd.Context(), f, &rank)
	}
	rank.registerRank(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
}

func (a *app) showPlan(ctx context.Context, f *planFlags, rank *filterFlags) error {
	seen, err := a.seePlan(ctx, f.name, rank)
	if err != nil {
		return err
	}
	p, err := seen.report(ctx, a.now())
	switch {
	case err != nil:
		return err
	case f.asJSON:
		return a.printJSON(p)
	case len(p.Lines) == 0:
		fmt.Fprintln(a.out, texts.PlanEmpty(f.name))
		return nil
	}
	fmt.Fprint(a.out, alignColumns(planTable(p)))
	fmt.Fprintln(a.out)
	for _, line := range export.Statement(p) {
		fmt.Fprintln(a.out, line)
	}
	return nil
}

func planTable(p *report.Plan) [][]string {
	table := [][]string{texts.PlanHeading()}
	for i := range p.Lines {
		l := &p.Lines[i]
		table = append(table, []string{
			texts.Thousands(l.Place), l.ChanceCell(), texts.BandLetter(l.Band), l.RangeCell(), texts.Chance(l.Land), texts.Chance(l.Sum),
			texts.PointsShort(l.Points.Known, l.Points.Value), texts.Grade(l.Grade), l.Renipress, l.Establishment,
			l.Province, l.Region, string(l.Modality), l.RiskSign(), l.Note,
		})
	}
	return table
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
			return a.changePlan(cmd.Context(), f, func(d *loaded, e *plan.Editor) (string, error) {
				e.Replace(read)
				missing := 0
				for _, entry := range e.Plan().Entries {
					if _, ok := d.space.Catalog.Row(entry.ID); !ok {
						missing++
					}
				}
				return texts.PlanImported(f.name, len(e.Plan().Entries), missing), nil
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
