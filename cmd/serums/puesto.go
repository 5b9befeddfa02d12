package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/merit"
)

// standingFlags are those of puesto.
type standingFlags struct {
	merit.Ask
	reading importFlags
	of, now string // processes of the list and of the one who asks
	asJSON  bool
}

func (a *app) standingCommand() *cobra.Command {
	var f standingFlags
	cmd := &cobra.Command{
		Use: "puesto [" + texts.ArgFile + "]", Short: texts.StandingShort, Long: texts.StandingLong, Example: texts.StandingExample,
		Args: arguments(0, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			err := f.check(cmd, len(args) > 0)
			if err != nil {
				return err
			}
			if f.Now, err = processOf(f.now); err != nil {
				return err
			}
			facts, err := a.loadRules()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return a.project(cmd.Context(), facts, &f)
			}
			return a.standing(cmd.Context(), facts, args[0], &f)
		},
	}
	flags := cmd.Flags()
	flags.Float64Var(&f.Mark, "nota", 0, texts.FlagMark)
	flags.Float64Var(&f.Average, "promedio", 0, texts.FlagAverage)
	flags.StringVar(&f.Text, "texto", "", texts.FlagFindText)
	flags.StringVar(&f.Profession, "profesion", "", texts.FlagStandingOf)
	flags.StringVar(&f.of, "de", "", texts.FlagListOf)
	flags.StringVar(&f.now, "para", "", texts.FlagFor)
	flags.IntVar(&f.Applicants, "postulantes", 0, texts.FlagApplicants)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	f.reading.registerReading(cmd)
	return cmd
}

// check refuses what cannot be asked; withFile tells that a list is named.
func (f *standingFlags) check(cmd *cobra.Command, withFile bool) error {
	given := cmd.Flags().Changed
	byMark, byText := given("nota"), strings.TrimSpace(fold.Fold(f.Text)) != ""
	switch {
	case !withFile && (!byMark || f.Profession == ""):
		return usage(texts.StandingNeeds)
	case byMark == byText:
		return usage(texts.StandingOne)
	case byMark && !(f.Mark > 0 && f.Mark <= 20):
		return usage(texts.BadMark(f.Mark))
	case given("promedio") && !byMark:
		return usage(texts.StandingAlone)
	case given("promedio") && !(f.Average > 0 && f.Average <= 20):
		return usage(texts.BadMark(f.Average))
	case given("postulantes") && f.Applicants < 1:
		return usage(texts.BadApplicants(f.Applicants))
	}
	return nil
}

// standingRecord is puesto --json.
type standingRecord struct {
	File       string       `json:"archivo"`
	Process    data.Process `json:"proceso"`
	Profession string       `json:"profesion"`
	Of         int          `json:"filas"`
	Before     int          `json:"delante"`
	Equal      int          `json:"misma_nota"`
	Best       int          `json:"puesto_desde"`
	Worst      int          `json:"puesto_hasta"`
	Stated     *int         `json:"puesto_en_la_lista"`
	Mark       *float64     `json:"nota"`
	Projected  bool         `json:"proyectado"`
	Passed     *int         `json:"delante_sin_plaza"`
	Unread     int          `json:"filas_sin_leer"`
	ScaledBest *int         `json:"proyectado_desde"`
	ScaledLast *int         `json:"proyectado_hasta"`
	Kind       string       `json:"tipo_de_nota"`
	Below      *float64     `json:"por_encima_de"` // share of the list, 0 to 1
	Answer     float64      `json:"puestos_por_pregunta"`
}

func (a *app) standing(ctx context.Context, facts *rules.Rules, file string, f *standingFlags) error {
	o, err := f.reading.options()
	if err != nil {
		return err
	}
	if o.Process, err = processOf(f.of); err != nil {
		return err
	}
	bar := a.progressBar(file)
	o.Progress = bar.update
	f.Path, f.Options = file, o
	found, err := f.Of(ctx, facts)
	bar.done()
	if err != nil {
		return f.explain(err, &found)
	}
	return a.tellStanding(facts, file, &found, f)
}

// processOf reads the name of a process; "" is none.
func processOf(text string) (data.Process, error) {
	if text == "" {
		return "", nil
	}
	p, err := data.ParseProcess(text)
	if err != nil {
		return "", usage(texts.BadProcess(text))
	}
	return p, nil
}

// explain puts an error of a lookup into the words of the flags.
func (f *standingFlags) explain(err error, found *merit.Answer) error {
	switch {
	case errors.Is(err, merit.ErrNotFound):
		return errors.New(texts.StandingNotFound)
	case errors.Is(err, merit.ErrSeveral):
		return usage(texts.StandingSeveral(found.Matches))
	case errors.Is(err, merit.ErrNoRankInRow):
		return errors.New(texts.StandingNoRank)
	case errors.Is(err, merit.ErrProfession):
		return usage(texts.StandingWhich(found.Professions))
	case errors.Is(err, merit.ErrUnknown):
		return usage(texts.StandingUnknown(f.Profession, found.Professions))
	case errors.Is(err, merit.ErrNoMarks):
		return errors.New(texts.StandingNoMarks)
	}
	return err
}

func (a *app) tellStanding(facts *rules.Rules, file string, s *merit.Answer, f *standingFlags) error {
	base := filename.Shown(file)
	if !f.asJSON {
		a.say(merit.ScoreSaid(facts, f.Mark, f.Average))
		if s.Projected {
			a.say(texts.StandingProjected)
		}
		a.say(s.Said(base)...)
		return nil
	}
	r := standingRecord{
		File: base, Process: s.Process, Profession: s.Profession, Of: s.Of, Before: s.Before, Equal: s.Equal,
		Best: s.Best, Worst: s.Worst, Stated: data.OrNull(s.Rank), Mark: data.OrNull(s.Mark), Projected: s.Projected, Unread: s.Unread, Kind: s.Kind.Key(), Answer: s.Answer,
	}
	if s.Passed >= 0 {
		r.Passed = &s.Passed
	}
	if below, ok := s.Below(); ok {
		r.Below = &below
	}
	if s.Scaled() {
		r.ScaledBest, r.ScaledLast = &s.From, &s.To
	}
	return a.printJSON(r)
}

// say prints lines, blank ones left out.
func (a *app) say(lines ...string) {
	for _, line := range lines {
		if line != "" {
			fmt.Fprintln(a.out, line)
		}
	}
}
