package imports

import (
	"context"

	"brujula/data/library"
	"brujula/data/lists"
)

// Placed is a draft with what can become of the list that is loaded in its place.
type Placed struct {
	Draft   lists.Draft  // in the place of what is loaded
	Added   *lists.Draft // as a further part of it; nil where that is the same, or cannot be
	Cannot  error        // why it cannot be added; nil where it can, or where nothing is loaded
	Belongs Belongs
	Adds    bool // adding is chosen: by Place, where as far as one can tell it is another part
}

// Open reports that what is loaded has nothing of the draft: only the user can tell
// which of the two is meant.
func (p *Placed) Open() bool { return p.Belongs == Apart && p.Added != nil }

// Placing is how the drafts of one import can be stored.
type Placing []Placed

// Place reports how drafts can be stored beside the lists that are loaded, each by
// itself. What is known as another part of the loaded list is proposed to be added; so
// is what has nothing in common with it, since that loses nothing, but it is for the
// user to say. Errors as those of Belonging.
func Place(ctx context.Context, lib *library.Library, drafts []lists.Draft) (Placing, error) {
	placing := make(Placing, len(drafts))
	for i := range drafts {
		p := &placing[i]
		p.Draft = drafts[i]
		var err error
		if p.Belongs, err = Belonging(ctx, lib, &drafts[i]); err != nil {
			return nil, err
		}
		if p.Belongs == Alone {
			continue
		}
		added, err := Extend(ctx, lib, drafts[i:i+1])
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			p.Cannot = err
		case added[0].Added:
			p.Added, p.Adds = &added[0], p.Belongs != Anew
		}
	}
	return placing, nil
}

// Chosen returns the drafts as they are to be stored.
func (p Placing) Chosen() []lists.Draft {
	return p.each(func(one *Placed) bool { return one.Adds })
}

// Ways returns the two ways that there are for all drafts together: each in the place
// of what is loaded, and added to it. Where some are proposed to be added, only those
// are. adding is nil where there is one way only.
func (p Placing) Ways() (replacing, adding []lists.Draft, proposed bool) {
	can := false
	for i := range p {
		proposed, can = proposed || p[i].Adds, can || p[i].Added != nil
	}
	replacing = p.each(func(*Placed) bool { return false })
	if can {
		adding = p.each(func(one *Placed) bool { return one.Adds || !proposed })
	}
	return replacing, adding, proposed
}

func (p Placing) each(adds func(one *Placed) bool) []lists.Draft {
	out := make([]lists.Draft, len(p))
	for i := range p {
		out[i] = p[i].Draft
		if p[i].Added != nil && adds(&p[i]) {
			out[i] = *p[i].Added
		}
	}
	return out
}

// Open reports whether one of the drafts is; see Placed.Open.
func (p Placing) Open() bool {
	for i := range p {
		if p[i].Open() {
			return true
		}
	}
	return false
}

// Cannot returns the reason why a draft cannot be added; nil where all can.
func (p Placing) Cannot() error {
	for i := range p {
		if p[i].Cannot != nil {
			return p[i].Cannot
		}
	}
	return nil
}
