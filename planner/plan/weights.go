package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Criterion is one thing by which plazas are alike; the words are those of
// plan sugerir --pesos and of the plan's JSON.
type Criterion string

// The criteria, in the order in which they are shown.
const (
	ByPoints   Criterion = "puntos"    // CONAREME points no fewer
	ByDistance Criterion = "distancia" // near in a straight line, or in the same district or province
	ByRisk     Criterion = "riesgo"    // no more notes of risk
	ByBonus    Criterion = "bono"      // the same bonuses, ZAF and ZE
	ByCategory Criterion = "categoria" // the same category of establishment
	ByRegion   Criterion = "region"    // the same region
)

// Criteria lists the criteria.
func Criteria() []Criterion {
	return []Criterion{ByPoints, ByDistance, ByRisk, ByBonus, ByCategory, ByRegion}
}

// MostWeight is what a criterion weighs at most.
const MostWeight = 9

// Weights tell how much each criterion counts, from 0 (not at all) to
// MostWeight; one that is absent does not count.
type Weights map[Criterion]int

// UsualWeights are those of an applicant who has not set any. They are a choice
// of the project: points and place are what applicants write of most.
func UsualWeights() Weights {
	return Weights{ByPoints: 3, ByDistance: 2, ByRisk: 2, ByBonus: 1, ByCategory: 1, ByRegion: 2}
}

// WeightError tells which word of some weights cannot be taken; an empty one
// says that nothing weighs anything.
type WeightError struct{ Word string }

func (e *WeightError) Error() string { return fmt.Sprintf("plan: weight %q", e.Word) }

// ParseWeights reads "puntos=3,distancia=2". A criterion that is not named does
// not count. It fails with a *WeightError.
func ParseWeights(text string) (Weights, error) {
	w := Weights{}
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		name, figure, _ := strings.Cut(word, "=")
		n, err := strconv.Atoi(strings.TrimSpace(figure))
		c := Criterion(strings.ToLower(strings.TrimSpace(name)))
		if _, again := w[c]; err != nil || again {
			return nil, &WeightError{word}
		}
		w[c] = n
	}
	return w, w.check()
}

// check reports whether the weights can be reckoned with.
func (w Weights) check() error {
	sum := 0
	for c, n := range w {
		if !slices.Contains(Criteria(), c) || n < 0 || n > MostWeight {
			return &WeightError{fmt.Sprintf("%s=%d", c, n)}
		}
		sum += n
	}
	if sum == 0 {
		return &WeightError{}
	}
	return nil
}

// String writes the weights as ParseWeights reads them, those of 0 left out.
func (w Weights) String() string {
	var words []string
	for _, c := range Criteria() {
		if w[c] > 0 {
			words = append(words, fmt.Sprintf("%s=%d", c, w[c]))
		}
	}
	return strings.Join(words, ",")
}

// WeightsOrUsual returns the plan's weights, or the usual ones.
func (p *Plan) WeightsOrUsual() Weights {
	if len(p.Weights) == 0 {
		return UsualWeights()
	}
	return p.Weights
}
