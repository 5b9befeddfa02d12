package session

import (
	"context"
	"errors"

	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/planner/workspace"
)

// LookUp answers for a profession where a mark stands, or the row that holds a text, in a
// list or in those that are loaded; errors are in the user's words. Nothing is stored.
func LookUp(ctx context.Context, space *workspace.Workspace, profession string, q merit.Ask) (*merit.Found, error) {
	if q.Path == "" {
		q.Profession = profession
		r, ok := space.Project(&q)
		if !ok {
			return nil, errors.New(texts.LookupNothing)
		}
		return &merit.Found{Range: &r}, nil
	}
	q.Usual = profession
	a, err := q.Of(ctx, space.Rules)
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
