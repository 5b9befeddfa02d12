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
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/merit"
)

// standingFlags are those of puesto.
type standingFlags struct {
	reading    importFlags
	profession string
	mark       float64
	text       string
	of, now    string // processes of the list and of the one who asks
	applicants int
	asJSON     bool
}

func (a *app) standingCommand() *cobra.Command {
	var f standingFlags
	cmd := &cobra.Command{
		Use: "puesto " + texts.ArgFile, Short: texts.StandingShort, Long: texts.StandingLong, Example: texts.StandingExample,
		Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			byMark, byText := cmd.Flags().Changed("nota"), strings.TrimSpace(fold.Fold(f.text)) != ""
			switch {
			case byMark == byText:
				return usage(texts.StandingOne)
			case byMark && !(f.mark > 0 && f.mark <= 20):
				return usage(texts.BadMark(f.mark))
			case cmd.Flags().Changed("postulantes") && f.applicants < 1:
				return usage(texts.BadApplicants(f.applicants))
			}
			return a.standing(cmd.Context(), args[0], &f)
		},
	}
	flags := cmd.Flags()
	flags.Float64Var(&f.mark, "nota", 0, texts.FlagMark)
	flags.StringVar(&f.text, "texto", "", texts.FlagFindText)
	flags.StringVar(&f.profession, "profesion", "", texts.FlagStandingOf)
	flags.StringVar(&f.of, "de", "", texts.FlagListOf)
	flags.StringVar(&f.now, "para", "", texts.FlagFor)
	flags.IntVar(&f.applicants, "postulantes", 0, texts.FlagApplicants)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	f.reading.registerReading(cmd)
	return cmd
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
}

func (a *app) standing(ctx context.Context, file string, f *standingFlags) error {
	o, err := f.reading.options()
	if err != nil {
		return err
	}
	now := data.Process("")
	for _, p := range []struct {
		text string
		to   *data.Process
	}{{f.of, &o.Process}, {f.now, &now}} {
		if p.text == "" {
			continue
		}
		if *p.to, err = data.ParseProcess(p.text); err != nil {
			return usage(texts.BadProcess(p.text))
		}
	}
	bar := a.progressBar(file)
	o.Progress = bar.update
	list, err := lists.ReadMerit(ctx, file, o)
	bar.done()
	if err != nil {
		return err
	}
	s, err := f.place(ctx, file, o, list, now)
	if err != nil {
		return err
	}
	return a.tellStanding(file, list.Process, &s, f)
}

// place finds the standing; errors are in the user's words.
func (f *standingFlags) place(ctx context.Context, file string, o lists.Options, list *lists.Merit, now data.Process) (merit.Standing, error) {
	earlier := now != "" && list.Process != "" && list.Process.Before(now)
	if f.text != "" {
		o.Progress = nil
		at, n, err := merit.Find(ctx, file, f.text, o, list)
		switch {
		case errors.Is(err, merit.ErrNotFound):
			return merit.Standing{}, errors.New(texts.StandingNotFound)
		case errors.Is(err, merit.ErrSeveral):
			return merit.Standing{}, usage(texts.StandingSeveral(n))
		case errors.Is(err, merit.ErrNoRankInRow):
			return merit.Standing{}, errors.New(texts.StandingNoRank)
		case err != nil:
			return merit.Standing{}, err
		}
		s := merit.OfRow(list, at)
		s.Projected = earlier
		return s, nil
	}
	s, err := merit.ByMark(list, f.profession, f.mark, earlier)
	switch {
	case errors.Is(err, merit.ErrProfession):
		return s, usage(texts.StandingWhich(merit.Professions(list)))
	case errors.Is(err, merit.ErrUnknown):
		return s, usage(texts.StandingUnknown(f.profession, merit.Professions(list)))
	case errors.Is(err, merit.ErrNoMarks):
		return s, errors.New(texts.StandingNoMarks)
	}
	return s, err
}

func (a *app) tellStanding(file string, process data.Process, s *merit.Standing, f *standingFlags) error {
	base := filename.Shown(file)
	scaled := s.Projected && f.applicants > 0
	then, err := a.applicantsThen(process, s)
	if err != nil {
		return err
	}
	best, worst := merit.Scale(s.Best, then, f.applicants), merit.Scale(s.Worst, then, f.applicants)
	if f.asJSON {
		r := standingRecord{
			File: base, Process: process, Profession: s.Profession, Of: s.Of, Before: s.Before, Equal: s.Equal,
			Best: s.Best, Worst: s.Worst, Projected: s.Projected, Unread: s.Unread,
		}
		if s.Passed >= 0 {
			r.Passed = &s.Passed
		}
		if s.Rank > 0 {
			r.Stated = &s.Rank
		}
		if s.Mark > 0 {
			r.Mark = &s.Mark
		}
		if scaled {
			r.ScaledBest, r.ScaledLast = &best, &worst
		}
		return a.printJSON(r)
	}
	if s.Projected {
		fmt.Fprintln(a.out, texts.StandingProjected)
	}
	fmt.Fprintln(a.out, texts.StandingList(base, process, s.Profession, s.Of))
	fmt.Fprintln(a.out, texts.StandingPlace(s.Mark, s.Before, s.Equal, s.Best, s.Worst, s.Rank))
	for _, note := range s.Notes() {
		fmt.Fprintln(a.out, note)
	}
	if scaled {
		fmt.Fprintln(a.out, texts.StandingScaled(best, worst, then, f.applicants))
	}
	return nil
}

// applicantsThen gives how many stood in the line that a list is of. A list of
// adjudicated seats leaves out those who took none; the rules know the number
// of physicians of some processes.
func (a *app) applicantsThen(process data.Process, s *merit.Standing) (int, error) {
	facts, err := a.loadRules()
	if err != nil {
		return 0, err
	}
	if size, ok := facts.Size(process); ok && s.Profession == medicine && size.MedicineApplicants > s.Of {
		return size.MedicineApplicants, nil
	}
	return s.Of, nil
}

// medicine is the one profession whose applicants the rules count (data/rules/README.md).
const medicine = "MEDICINA"
