package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/names"
	"brujula/data/prior"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/backtest"
	"brujula/planner/workspace"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// evaluateFlags choose what is tested on what.
type evaluateFlags struct {
	process, train, test string
	modality, profession string
	picks, seeds         string
	upTo                 int
	factory              bool
	figures              string // file that the figures of the model card go to
	asJSON               bool
}

func (a *app) evaluateCommand() *cobra.Command {
	var f evaluateFlags
	cmd := &cobra.Command{
		Use: "evaluar", Short: texts.EvaluateShort, Long: texts.EvaluateLong, Example: texts.EvaluateExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.evaluate(cmd.Context(), &f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.process, "proceso", "", texts.FlagEvaluateProcess)
	flags.StringVar(&f.train, "entrenar", "", texts.FlagTrain)
	flags.StringVar(&f.test, "probar", "", texts.FlagTest)
	flags.StringVar(&f.modality, "modalidad", string(data.Remunerada), texts.FlagFilter("modalidad"))
	flags.StringVar(&f.profession, "profesion", "", texts.FlagFilter("profesion"))
	flags.StringVar(&f.picks, "picks", "", texts.FlagPicks)
	flags.StringVar(&f.seeds, "semillas", "1,2,3", texts.FlagSeeds)
	flags.IntVar(&f.upTo, "hasta-puesto", 0, texts.FlagUpTo)
	flags.BoolVar(&f.factory, "previo", false, texts.FlagFactory)
	flags.StringVar(&f.figures, "cifras", "", texts.FlagFigures)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) evaluate(ctx context.Context, f *evaluateFlags) error {
	modality, ok := data.ParseModality(f.modality)
	if !ok {
		return usage(texts.BadModality(f.modality))
	}
	if (f.train == "") != (f.test == "") && !f.factory {
		return usage(texts.TrainAndTest)
	}
	options, err := f.options()
	if err != nil {
		return err
	}
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	if f.figures != "" {
		return a.writeFigures(ctx, d.Space.Past(), modality, f, options)
	}
	bar := a.progressBar(texts.Evaluating)
	options.Progress = bar.update
	parts, err := f.run(ctx, d.Space.Past(), modality, options)
	bar.done()
	if err != nil {
		return err
	}
	if parts, err = f.only(parts); err != nil {
		return err
	}
	result := backtest.Result{Partitions: parts}
	if f.asJSON {
		return a.printJSON(result)
	}
	fmt.Fprint(a.out, evaluationText(&result))
	return nil
}

// writeFigures cross-validates both models, the one fitted in full and the one
// that ships, and writes what the model card and the README say of them: it is
// how data/prior's scores are made.
func (a *app) writeFigures(ctx context.Context, past []availability.History, m data.Modality, f *evaluateFlags, o backtest.Options) error {
	if f.test != "" || f.profession != "" || f.factory || f.upTo > 0 || f.picks != "" || f.asJSON {
		return usage(texts.FiguresAlone)
	}
	all, err := a.figuresOf(ctx, ofModality(past, m), o)
	if err != nil {
		return err
	}
	content, err := prior.WriteScores(all)
	if err != nil {
		return err
	}
	return a.save(outFile{name: f.figures}, content, texts.FiguresWritten)
}

// figuresOf tests both models, the one fitted in full and the one that ships: on
// other years first, then on the newest process by cross-validation.
func (a *app) figuresOf(ctx context.Context, past []availability.History, o backtest.Options) ([]prior.Scores, error) {
	if len(past) == 0 {
		return nil, errors.New(texts.NothingToEvaluate)
	}
	var all []prior.Scores
	for _, model := range []prior.Model{prior.Full, prior.Alone} {
		bar := a.progressBar(texts.Evaluating)
		o.Progress, o.Settings = bar.update, availability.DefaultSettings()
		if model == prior.Alone {
			o.Settings = availability.PriorSettings()
		}
		parts, err := backtest.OtherYears(ctx, past, o)
		if err == nil {
			var within []backtest.Partition
			within, err = backtest.Cross(ctx, backtest.Newest(past), o)
			parts = append(parts, within...)
		}
		bar.done()
		if err != nil {
			return nil, err
		}
		for _, group := range backtest.Split(parts) {
			all = append(all, backtest.Summarise(model, group))
		}
	}
	return all, nil
}

func (f *evaluateFlags) options() (backtest.Options, error) {
	o := backtest.Options{Workers: runtime.GOMAXPROCS(0)}
	for word := range strings.SplitSeq(f.seeds, ",") {
		seed, err := strconv.ParseUint(strings.TrimSpace(word), 10, 64)
		if err != nil {
			return o, usage(texts.BadNumber("semillas", word))
		}
		o.Seeds = append(o.Seeds, seed)
	}
	if f.picks == "" {
		return o, nil
	}
	for word := range strings.SplitSeq(f.picks, ",") {
		pick, err := strconv.ParseFloat(strings.TrimSpace(word), 64)
		if err != nil || !(pick > 0) {
			return o, usage(texts.BadNumber("picks", word))
		}
		o.Picks = append(o.Picks, pick)
	}
	return o, nil
}

// run tests within one process, or across time.
func (f *evaluateFlags) run(ctx context.Context, past []availability.History, modality data.Modality, o backtest.Options) ([]backtest.Partition, error) {
	past = ofModality(past, modality)
	find := func(flag, text string) (availability.History, error) {
		process, err := data.ParseProcess(text)
		if err != nil {
			return availability.History{}, usage(texts.BadProcess(text))
		}
		for _, h := range past {
			if h.Adjudication.Process == process {
				return h, nil
			}
		}
		return availability.History{}, noPastList(flag, process, past, modality)
	}
	switch {
	case f.test != "":
		tested, err := find("probar", f.test)
		if err != nil {
			return nil, err
		}
		if f.upTo > 0 {
			tested.Adjudication = availability.CutAt(tested.Adjudication, f.upTo)
		}
		if f.factory {
			return backtest.Judge(availability.Shipped(), tested, earlier(past, tested), o), nil
		}
		var train []availability.History
		for word := range strings.SplitSeq(f.train, ",") {
			h, err := find("entrenar", word)
			if err != nil {
				return nil, err
			}
			train = append(train, h)
		}
		return backtest.Across(ctx, train, tested, o)
	case f.process != "":
		h, err := find("proceso", f.process)
		if err != nil {
			return nil, err
		}
		return f.within(ctx, h, o)
	case len(past) == 0:
		return nil, errors.New(texts.NothingToEvaluate)
	}
	if f.factory {
		o.Settings = availability.PriorSettings()
	}
	parts, err := backtest.OtherYears(ctx, past, o)
	if err != nil {
		return nil, err
	}
	within, err := f.within(ctx, backtest.Newest(past), o)
	return append(parts, within...), err
}

func (f *evaluateFlags) within(ctx context.Context, h availability.History, o backtest.Options) ([]backtest.Partition, error) {
	if f.upTo > 0 {
		h.Adjudication = availability.CutAt(h.Adjudication, f.upTo)
	}
	if f.factory {
		o.Settings = availability.PriorSettings()
	}
	return backtest.Cross(ctx, h, o)
}

func ofModality(past []availability.History, m data.Modality) []availability.History {
	return slices.DeleteFunc(slices.Clone(past), func(h availability.History) bool { return h.Adjudication.Modality != m })
}

// noPastList reports that none of the past lists of a modality is of the process
// that a flag names.
func noPastList(flag string, p data.Process, past []availability.History, m data.Modality) error {
	processes := data.Map(past, func(h availability.History) string { return string(h.Adjudication.Process) })
	return errors.New(texts.NoPastList(flag, p, m, workspace.Similar(string(p), processes)))
}

// only keeps the lines of the profession that was asked for.
func (f *evaluateFlags) only(parts []backtest.Partition) ([]backtest.Partition, error) {
	if f.profession == "" {
		return parts, nil
	}
	all := data.Map(parts, func(p backtest.Partition) string { return p.Line.Profession })
	wanted := names.Professions().Pick(f.profession, all)
	if len(wanted) > 1 {
		return nil, usage(texts.SeveralValues(f.profession, wanted))
	}
	kept := slices.DeleteFunc(slices.Clone(parts), func(p backtest.Partition) bool { return !slices.Contains(wanted, p.Line.Profession) })
	if len(kept) == 0 {
		return nil, usage(texts.UnknownValue("profesion", f.profession, workspace.Similar(f.profession, all)))
	}
	return kept, nil
}

// Sizes of the reliability plot in characters.
const (
	plotWidth  = 64
	plotHeight = 16
)

func evaluationText(r *backtest.Result) string {
	var b strings.Builder
	for _, group := range backtest.Split(r.Partitions) {
		b.WriteString(groupText(group))
	}
	return b.String()
}

// groupText is the table and the reliability of what was tested in one way.
func groupText(group []backtest.Partition) string {
	var b strings.Builder
	summary := [][]string{texts.EvaluateHeading()}
	for i := range group {
		p := &group[i]
		mean := p.MeanScore()
		constant, region, last := p.MeanBaselines()
		summary = append(summary, texts.EvaluateRow(p.Line.Process, p.Line.Profession, p.Seats, len(p.Cuts), mean.Brier, mean.Log,
			constant.Brier, region.Brier, brierOf(last), p.MeanCoverage(), p.Spearman))
	}
	first := &group[0]
	b.WriteString(texts.EvaluateTitle(first.Kind == backtest.KindAcross, first.Line.Process, string(first.Direction), first.TrainedOn, first.Seeds,
		first.Order == backtest.OrderMarks, first.Theta) + "\n\n")
	b.WriteString(alignColumns(summary) + "\n")
	if len(group) == 1 {
		b.WriteString(alignColumns(cutsTable(first)) + "\n")
	}
	bins := backtest.Pool(group)
	b.WriteString(texts.ReliabilityTitle + "\n\n" + alignColumns(binsTable(bins)) + "\n")
	plain := theme.New(theme.Options{Variant: theme.Plain})
	var points []widget.Bin
	for _, bin := range bins {
		points = append(points, widget.Bin{Predicted: bin.Mean, Observed: bin.Frequency, Lo: bin.Frequency, Hi: bin.Frequency, Count: bin.N})
	}
	for _, line := range widget.Reliability(plain, points, plotWidth, plotHeight) {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String() + "\n"
}

func cutsTable(p *backtest.Partition) [][]string {
	table := [][]string{texts.CutsHeading()}
	for i := range p.Cuts {
		c := &p.Cuts[i]
		table = append(table, texts.CutRow(c.Pick, c.N, c.Brier, c.Log, c.Baselines.Constant.Brier, c.Baselines.Constant.Log,
			c.Baselines.GradeRegion.Brier, c.Baselines.GradeRegion.Log, c.Coverage))
	}
	return table
}

func binsTable(bins []backtest.Bin) [][]string {
	table := [][]string{texts.BinsHeading()}
	for _, bin := range bins {
		table = append(table, texts.BinRow(bin.From, bin.To, bin.N, bin.Mean, bin.Frequency))
	}
	return table
}

func brierOf(s *backtest.Score) *float64 {
	if s == nil {
		return nil
	}
	return &s.Brier
}

// earlier returns the past lists from before the tested one: what the last-taker
// rule may know.
func earlier(past []availability.History, tested availability.History) []availability.History {
	return slices.DeleteFunc(slices.Clone(past), func(h availability.History) bool {
		return !h.Adjudication.Process.Before(tested.Adjudication.Process)
	})
}
