package merit

import (
	"math"
	"strconv"
	"strings"

	"brujula/data/rules"
)

// MarkKind tells what the marks of a list are.
type MarkKind uint8

// The kinds. The marks of the evaluation are multiples of what an answer gives
// (100 questions of 0.20), which merit scores, of three or four decimals, are not.
const (
	Score MarkKind = iota // of merit: evaluation and average together
	Exam                  // of the evaluation alone
)

// Key names the kind in JSON.
func (k MarkKind) Key() string {
	if k == Exam {
		return "evaluacion"
	}
	return "merito"
}

// Own is what an applicant has: the mark of the evaluation and, where the average
// of their studies is known, the merit score.
type Own struct {
	Exam  float64
	Score float64 // the mark as it is where there is no average
	Whole bool    // there is an average
}

// OwnOf makes it of a mark and of an average, 0 where that is not known. Without
// one the mark is compared with either kind as it is.
func OwnOf(facts *rules.Rules, mark, average float64) Own {
	if average <= 0 {
		return Own{Exam: mark, Score: mark}
	}
	exam, rest := facts.Figure(rules.FigureMeritExam).Value, facts.Figure(rules.FigureMeritAverage).Value
	return Own{Exam: mark, Score: math.Round((exam*mark+rest*average)*scoreUnits) / scoreUnits, Whole: true}
}

// scoreUnits: merit scores have four decimals from 2026-II on.
const scoreUnits = 1e4

// of returns the mark that is compared with marks of a kind.
func (o Own) of(k MarkKind) float64 {
	if k == Exam {
		return o.Exam
	}
	return o.Score
}

// answered is what the applicant would have with more right answers, or fewer.
func (o Own) answered(facts *rules.Rules, n float64) Own {
	one := n * facts.Figure(rules.FigureExamAnswer).Value
	o.Exam += one
	o.Score += one * facts.Figure(rules.FigureMeritExam).Value
	return o
}

// kindOf reports what marks are, 0 for none; of a few that cannot be told they are
// taken for scores.
func kindOf(facts *rules.Rules, marks []float64) MarkKind {
	k, _ := KindOf(facts, marks)
	return k
}

// KindOf reports what marks are, 0 for none; ok is false where they are too few to
// tell.
func KindOf(facts *rules.Rules, marks []float64) (k MarkKind, ok bool) {
	answer := facts.Figure(rules.FigureExamAnswer).Value
	n := 0
	for _, mark := range marks {
		if mark <= 0 {
			continue
		}
		if n++; answer <= 0 || math.Abs(math.Remainder(mark, answer)) > markUnit {
			return Score, answer > 0
		}
	}
	if n < fewMarks {
		return Score, false
	}
	return Exam, true
}

// fewMarks is of how many marks nothing is said: a few may be round by chance.
const fewMarks = 20

// ParseMark reads a mark, with a point or a comma; ok is false for what is none.
func ParseMark(text string) (float64, bool) {
	mark, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	return mark, err == nil && mark > 0 && mark <= 20
}
