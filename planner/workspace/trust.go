package workspace

import (
	"brujula/data/texts"
	"brujula/planner/conflicts"
)

// Trust returns what can be said at a glance of the loaded lists; book is nil
// while they are not compared yet.
func (w *Workspace) Trust(book *conflicts.Book) texts.Trust {
	t := texts.Trust{Lists: len(w.Infos), Gaps: len(Gaps(w.Infos)), Past: w.HasPast(), Demo: w.Demo, Compared: book != nil}
	for i := range w.Infos {
		t.Rejected += w.Infos[i].Rejected
	}
	for _, tally := range book.Count() {
		t.Conflicts += tally.N
	}
	return t
}
