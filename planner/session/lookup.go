package session

import (
	"context"
	"errors"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/planner/workspace"
)

// RankQuestion is what is asked of a list, or of those that are loaded: where a mark
// stands, or the row that holds a text.
type RankQuestion struct {
	Path       string // of the list; "" asks the loaded lists
	Text       string // "" to ask by the mark
	Profession string
	Mark       float64
	Average    float64      // of the studies, 0 where it is not told
	Of, Now    data.Process // of the list, where it does not say, and of the applicant
}

// Answer reads the list; errors are in the user's words. Nothing is stored.
func (q *RankQuestion) Answer(ctx context.Context, space *workspace.Workspace) (*merit.Found, error) {
	own := merit.OwnOf(space.Rules, q.Mark, q.Average)
	if q.Path == "" {
		r, ok := space.Project(&merit.Question{Profession: q.Profession, Process: q.Now, Own: own})
		if !ok {
			return nil, errors.New(texts.LookupNothing)
		}
		return &merit.Found{Range: &r}, nil
	}
	ask := merit.Ask{Path: q.Path, Text: q.Text, Own: own, Usual: q.Profession, Now: q.Now, Options: lists.Options{Process: q.Of}}
	a, err := ask.Of(ctx, space.Rules)
	if err != nil {
		return nil, lookupError(err, a.Matches)
	}
	return &merit.Found{File: filename.Shown(q.Path), Answer: &a}, nil
}

// lookupError says what went wrong as the form says it.
func lookupError(err error, n int) error {
	switch {
	case errors.Is(err, merit.ErrNotFound):
		return errors.New(texts.StandingNotFound)
	case errors.Is(err, merit.ErrSeveral):
		return errors.New(texts.StandingSeveral(n))
	case errors.Is(err, merit.ErrNoRankInRow):
		return errors.New(texts.StandingNoRank)
	case errors.Is(err, merit.ErrNoMarks):
		return errors.New(texts.LookupNoMarks)
	case errors.Is(err, merit.ErrUnknown), errors.Is(err, merit.ErrProfession):
		return errors.New(texts.LookupNoProfession)
	}
	return err
}
