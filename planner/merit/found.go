package merit

import (
	"brujula/data/rules"
	"brujula/data/texts"
)

// Found is what a lookup of one's rank gave: a place in one list, or what the
// loaded lists say together.
type Found struct {
	File   string // name of the list, as it is shown
	Answer *Answer
	Range  *Range // in its place
}

// Projected tells that it is of earlier processes, and no rank of the applicant's.
func (f *Found) Projected() bool { return f.Answer == nil || f.Answer.Projected }

// Said tells it in sentences.
func (f *Found) Said() []string {
	if f.Answer == nil {
		return f.Range.Said()
	}
	return f.Answer.Said(f.File)
}

// Take is the rank to plan with and the ranks that it may be: of a tie the worst
// one, so as not to count on what is not sure; of a projection the middle.
func (f *Found) Take() (rank, from, to int) {
	switch {
	case f.Answer == nil:
		return f.Range.Middle(), f.Range.From, f.Range.To
	case f.Answer.Projected:
		return (f.Answer.From + f.Answer.To + 1) / 2, f.Answer.From, f.Answer.To
	}
	return f.Answer.Worst, f.Answer.Best, f.Answer.Worst
}

// ScoreSaid tells how a merit score was made of a mark and an average, or that a
// mark is compared as it is; "" where there is no mark.
func ScoreSaid(facts *rules.Rules, mark, average float64) string {
	own := OwnOf(facts, mark, average)
	switch {
	case own.Whole:
		return texts.StandingScore(mark, average, own.Score, facts.Figure(rules.FigureMeritExam).Value, facts.Figure(rules.FigureMeritAverage).Value)
	case mark > 0:
		return texts.StandingAsIs
	}
	return ""
}
