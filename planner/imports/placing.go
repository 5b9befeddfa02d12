package imports

import (
	"context"
	"slices"

	"brujula/data/library"
	"brujula/data/lists"
)

// Placing is how drafts can be stored beside the lists that are loaded.
type Placing struct {
	Replacing []lists.Draft // in the place of what is loaded
	Adding    []lists.Draft // as further parts of it; nil where that is the same, or cannot be
	Adds      bool          // adding is what is proposed: as far as one can tell they are other parts
	Open      bool          // what is loaded has nothing of them: only the user can tell which is meant
	Cannot    string        // why they cannot be added; empty where they can, or where nothing is loaded
}

// Place tells how drafts can be stored. What is known as another part of the loaded
// list is proposed to be added; so is what has nothing in common with it, since that
// loses nothing, but it is for the user to say. Errors as those of Belonging.
func Place(ctx context.Context, lib *library.Library, drafts []lists.Draft) (Placing, error) {
	p := Placing{Replacing: drafts}
	beside := false
	for i := range drafts {
		belongs, err := Belonging(ctx, lib, &drafts[i])
		if err != nil {
			return p, err
		}
		p.Adds = p.Adds || belongs == PartAnew || belongs == Apart
		p.Open = p.Open || belongs == Apart
		beside = beside || belongs != Alone
	}
	if !beside {
		return p, nil
	}
	added, err := Extend(ctx, lib, drafts)
	switch {
	case ctx.Err() != nil:
		return p, ctx.Err()
	case err != nil:
		p.Cannot, p.Adds, p.Open = err.Error(), false, false
	case slices.ContainsFunc(added, func(d lists.Draft) bool { return d.Added }):
		p.Adding = added
	default:
		p.Adds, p.Open = false, false
	}
	return p, nil
}
