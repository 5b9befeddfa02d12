package merit

import (
	"cmp"
	"context"
	"math"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/data/texts"
)

// Ask is what is asked of a list, or of those that are loaded: where a mark stands, or
// the row that holds a text. The list is read and nothing of it is stored.
type Ask struct {
	Path       string       // of the list; "" asks the loaded lists
	Text       string       // "" to ask by the mark
	Mark       float64      // of the exam
	Average    float64      // of the studies, 0 where it is not told
	Profession string       // that the rows must be of; "" where the list has but one
	Usual      string       // the profession that is meant where the list has several
	Now        data.Process // the applicant's: an earlier list only projects
	Applicants int          // who apply now, 0 to take it from the rules
	Options    lists.Options
}

// Answer is where the applicant stands in a list.
type Answer struct {
	Standing
	Process     data.Process // of the list, "" where that is not known
	Professions []string     // of the list, sorted
	Matches     int          // rows that hold the text
	Then, Now   int          // who stood in the list's line, and who stand in the applicant's; 0 where it is not known
	From, To    int          // Best and Worst among Now where the list only projects, else the same
}

// Of reads the list. Errors are those of lists.ReadMerit, ByMark and Find; what was
// found before one is in the answer.
func (q *Ask) Of(ctx context.Context, facts *rules.Rules) (a Answer, err error) {
	list, err := lists.ReadMerit(ctx, q.Path, q.Options)
	if err != nil {
		return a, err
	}
	a.Process, a.Professions = list.Process, Professions(list)
	projected := q.Now != "" && list.Process != "" && list.Process.Before(q.Now)
	if a.Standing, a.Matches, err = q.standing(ctx, facts, list, a.Professions, projected); err != nil {
		return a, err
	}
	a.Projected = projected
	a.From, a.To = a.Best, a.Worst
	if a.Projected {
		// A list of adjudicated seats leaves out those who took none; the rules know how
		// many there were in some processes.
		of := cmp.Or(a.Profession, q.Profession, q.Usual)
		a.Then = max(a.Of, facts.Applicants(a.Process, of))
		if a.Now = q.Applicants; a.Now == 0 {
			a.Now = facts.Applicants(q.Now, of)
		}
		a.From, a.To = Scale(a.Best, a.Then, a.Now), Scale(a.Worst, a.Then, a.Now)
	}
	return a, nil
}

func (q *Ask) standing(ctx context.Context, facts *rules.Rules, list *lists.Merit, professions []string, projected bool) (s Standing, matches int, err error) {
	if q.Text == "" {
		profession := q.Profession
		if profession == "" && len(professions) > 1 {
			profession = q.Usual
		}
		s, err = ByMark(list, facts, profession, OwnOf(facts, q.Mark, q.Average), projected)
		return s, 0, err
	}
	silent := q.Options
	silent.Progress = nil
	at, matches, err := Find(ctx, q.Path, q.Text, silent, list)
	if err != nil {
		return s, matches, err
	}
	return OfRow(list, at), matches, nil
}

// Scaled reports whether From and To are of the number who apply now.
func (a *Answer) Scaled() bool { return a.Then > 0 && a.Now > 0 }

// Said states the place in sentences: the list by the name that is given, the place,
// what stands behind it, what an answer is worth, and what belongs beside it.
func (a *Answer) Said(file string) []string {
	out := []string{
		texts.StandingList(file, a.Process, a.Profession, a.Of),
		texts.StandingPlace(a.Mark, a.Before, a.Equal, a.Best, a.Worst, a.Rank),
	}
	if below, ok := a.Below(); ok {
		out = append(out, texts.StandingBelow(below))
	}
	if said := texts.StandingAnswer(int(math.Round(a.Answer))); said != "" {
		out = append(out, said)
	}
	out = append(out, a.Notes()...)
	if a.Scaled() {
		out = append(out, texts.StandingScaled(a.From, a.To, a.Then, a.Now))
	}
	return out
}

// Found is what a lookup of one's rank gave: a place in one list, or what the
// loaded lists say together.
type Found struct {
	File   string // name of the list, as it is shown
	Answer *Answer
	Range  *Range // in its place
}

// Projected reports that it is of earlier processes, and no rank of the applicant's.
func (f *Found) Projected() bool { return f.Answer == nil || f.Answer.Projected }

// Said states it in sentences.
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

// ScoreSaid reports how a merit score was made of a mark and an average, or that a
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
