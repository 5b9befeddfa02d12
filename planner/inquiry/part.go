package inquiry

import (
	"context"
	"strings"

	"brujula/data"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// Parts of the library are loaded where they answer as the whole would, so that the
// cost of a question grows with it and not with what is stored.

// Listing loads what a listing by a filter's words needs: the lines of one profession
// where it names one. seen reports whether it asks for chances. What q asks for beside
// the profession is the caller's.
func (s Source) Listing(ctx context.Context, words Words, seen bool, q *storage.Question) (*Inquiry, error) {
	q.Profession = workspace.OneProfession(words[catalog.DimProfession.Key()])
	if q.Profession == nil {
		return s.All(ctx)
	}
	part, err := s.part(ctx, q)
	if err != nil {
		return nil, err
	}
	if part == nil || !part.answers(words, seen, q.Profession) {
		return s.whole(ctx)
	}
	s.Tell(part.Space.Notices...)
	return part, nil
}

// answers reports whether the part of the lists that a profession has is enough for a
// filter.
func (q *Inquiry) answers(words Words, seen bool, meant func(profession string) bool) bool {
	filter, err := words.Filter(q.Space)
	if err != nil || !q.Space.Plain(words.said()) {
		return false
	}
	all := filter.In[catalog.DimProfession]
	line, one := browse.LineOf(&filter)
	return len(all) == 1 && meant(all[0]) && (!seen || !one || q.hasModel(line))
}

// Card loads what the card of a plaza needs: all that is known of its establishment,
// and of its line. The words say which plaza of the code is meant.
func (s Source) Card(ctx context.Context, code string, words Words, seen bool) (*Inquiry, error) {
	renipress, ok := data.ParseRenipress(code)
	if !ok {
		return s.All(ctx)
	}
	asked := storage.Question{Renipress: renipress, Profession: workspace.OneProfession(words[catalog.DimProfession.Key()])}
	part, err := s.part(ctx, &asked)
	if err != nil {
		return nil, err
	}
	line, found := part.lineOf(code, words)
	if found && asked.Profession == nil {
		asked.Profession = func(name string) bool { return name == line.Profession }
		if part, err = s.part(ctx, &asked); err != nil {
			return nil, err
		}
		line, found = part.lineOf(code, words)
	}
	if !found || seen && !part.hasModel(line) {
		return s.whole(ctx)
	}
	s.Tell(part.Space.Notices...)
	return part, nil
}

// lineOf finds the line of a plaza in a part of the lists, which may be nil; ok is
// false where the whole may know better what is meant.
func (q *Inquiry) lineOf(code string, words Words) (line data.Line, ok bool) {
	if q == nil {
		return line, false
	}
	row, err := words.Plaza(q.Space, code)
	if err != nil {
		return line, false
	}
	line = q.Space.Catalog.Plaza(row).Line()
	said := words[catalog.DimProfession.Key()]
	if strings.TrimSpace(said) == "" {
		return line, true
	}
	meant := workspace.OneProfession(said)
	return line, meant != nil && meant(line.Profession)
}

// hasModel reads the model for one line, and reports whether a part of the lists has
// all that its chances need: it cannot be fitted on a part.
func (q *Inquiry) hasModel(line data.Line) bool {
	if !q.Space.HasPast() {
		return true // that of the program
	}
	model, ok := q.Space.CachedModel(q.Lib, line)
	if !ok || !model.HasRanges() {
		return false
	}
	q.model = model
	return true
}

// part loads what a question is about; nil where that cannot be enough.
func (s Source) part(ctx context.Context, q *storage.Question) (*Inquiry, error) {
	if s.Lib == nil {
		return nil, nil
	}
	space, ok, err := storage.LoadAsked(ctx, s.Lib, s.Facts, q)
	if err != nil || !ok {
		return nil, err
	}
	return &Inquiry{Source: s, Space: space}, nil
}

// whole loads all, and keeps what parts must know of it for the next time.
func (s Source) whole(ctx context.Context) (*Inquiry, error) {
	q, err := s.All(ctx)
	if err == nil && q.Lib != nil {
		storage.Remember(q.Lib, q.Space)
	}
	return q, err
}
