package main

import (
	"fmt"
	"slices"
	"strings"

	"brujula/data/prior"
	"brujula/data/texts"
)

// figures is the table of how right the model was, out of the file that
// `serums evaluar --cifras` writes.
func figures() (string, error) {
	all, err := prior.ShippedScores()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	full := map[string]prior.LineScores{}
	worst := 0.0
	for _, s := range all {
		for _, l := range s.Lines {
			if s.Model == prior.Full {
				full[l.Profession] = l
			} else if l.Seats >= manySeats && full[l.Profession].Brier > 0 {
				worst = max(worst, l.Brier/full[l.Profession].Brier-1)
			}
		}
		if s.Model == prior.Full {
			b.WriteString(table(&s))
		}
	}
	fmt.Fprintf(&b, "\nEl modelo de fábrica por sí solo pierde a lo sumo %.1f %% de Brier frente al ajustado, en profesiones de %d plazas o más.\n", worst*100, manySeats)
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
// was seen, for every second bin.
func hits() (string, error) {
	all, err := prior.ShippedScores()
	if err != nil {
		return "", err
	}
	said, rule, seen, cases := "| dijo |", "|---|", "| estuvo libre |", 0
	for _, s := range all {
		if s.Model != prior.Full {
			continue
		}
		for i, bin := range s.Bins {
			cases += bin.N
			if i%2 == 1 || i == 0 {
				said += fmt.Sprintf(" %.0f %% |", bin.Mean*100)
				rule += "---|"
				seen += fmt.Sprintf(" %.0f %% |", bin.Frequency*100)
			}
		}
	}
	return said + "\n" + rule + "\n" + seen + fmt.Sprintf("\n\n(%s casos)\n", texts.Thousands(cases)), nil
}
