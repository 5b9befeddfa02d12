package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"brujula/data/prior"
	"brujula/data/texts"
)

// figures are the tables of how right the model was, out of the file that
// `serums evaluar --cifras` writes: another year first, lists of the exact order
// before those of marks, the same year last.
func figures() (string, error) {
	all, err := prior.ShippedScores()
	if err != nil {
		return "", err
	}
	type test struct {
		on, by     string
		profession string
	}
	var b strings.Builder
	full := map[test]float64{}
	worst := 0.0
	for i := range all {
		s := &all[i]
		for _, l := range s.Lines {
			t := test{string(s.Process), fmt.Sprint(s.TrainedOn), l.Profession}
			if s.Model == prior.Full {
				full[t] = l.Brier
			} else if l.Seats >= manySeats && full[t] > 0 {
				worst = max(worst, l.Brier/full[t]-1)
			}
		}
		if s.Model == prior.Full {
			fmt.Fprintf(&b, "**%s**\n\n%s\n", texts.ScoresHead(false, s.Process, s.Modality, len(s.Seeds), s.TrainedOn, s.MarksOnly()), table(s))
		}
	}
	fmt.Fprintf(&b, "El modelo de fábrica por sí solo pierde a lo sumo %.1f %% de Brier frente al ajustado, en profesiones de %d plazas o más.\n", worst*100, manySeats)
	return b.String(), nil
}

// manySeats is from how many seats on the shipped coefficients are held to the
// full model.
const manySeats = 200

func table(s *prior.Scores) string {
	var b strings.Builder
	b.WriteString("| profesión | plazas | Brier | log | Brier: tasa base | grado × región | «se va entre» acierta |\n|---|---|---|---|---|---|---|\n")
	lines := slices.Clone(s.Lines)
	slices.SortStableFunc(lines, func(a, b prior.LineScores) int { return b.Seats - a.Seats })
	for _, l := range lines {
		if l.Seats >= prior.BinCases && l.Coverage != nil {
			fmt.Fprintf(&b, "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.0f %% |\n", l.Profession, texts.Thousands(l.Seats), l.Brier, l.Log, l.Constant, l.GradeRegion, *l.Coverage*100)
		}
	}
	fmt.Fprintf(&b, "\nPor profesión y momento de la línea, en %d de %d casilleros con %d plazas o más lo dicho se aparta más de 5 puntos de lo que pasó. En conjunto:\n\n| dijo, de media | estuvo libre | casos |\n|---|---|---|\n", s.Astray, s.Checked, prior.BinCases)
	for _, bin := range s.Bins {
		fmt.Fprintf(&b, "| %.0f %% | %.0f %% | %s |\n", bin.Mean*100, bin.Frequency*100, texts.Thousands(bin.N))
	}
	return b.String()
}

// hits is the short table of README.md: what the fitted model said beside what
// was seen in another year whose order is known, for every second bin.
func hits() (string, error) {
	all, err := prior.ShippedScores()
	if err != nil {
		return "", err
	}
	for i := range all {
		if s := &all[i]; s.Model == prior.Full && !s.Within() && !s.MarksOnly() {
			return hitsOf(s), nil
		}
	}
	return "", errors.New("scores: no other year in exact order")
}

func hitsOf(s *prior.Scores) string {
	said, rule, seen, cases := "| dijo |", "|---|", "| estuvo libre |", 0
	for i, bin := range s.Bins {
		cases += bin.N
		if i%2 == 1 || i == 0 {
			said += fmt.Sprintf(" %.0f %% |", bin.Mean*100)
			rule += "---|"
			seen += fmt.Sprintf(" %.0f %% |", bin.Frequency*100)
		}
	}
	return said + "\n" + rule + "\n" + seen + fmt.Sprintf("\n\n(%s casos)\n", texts.Thousands(cases))
}
