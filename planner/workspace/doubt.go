package workspace

import (
	"brujula/data"
	"brujula/data/texts"
)

// RankDoubt reports a rank of a line that may be a slip: it was taken away, or it
// is one at which the line has no seat left. Before is the rank that stood there,
// 0 for none. It is "" where nothing is to be told.
func (w *Workspace) RankDoubt(line data.Line, before, rank int) string {
	if rank == 0 && before > 0 {
		return texts.RankGone(before)
	}
	if rank == 0 {
		return ""
	}
	if seats := w.Catalog.Seats(w.Catalog.RowsOf(line), nil); seats > 0 && rank > seats && rank != before {
		return texts.RankHigh(rank, seats)
	}
	return ""
}

// RankDoubts states the same of the ranks of a look that nothing was before, in the
// modalities that are looked at: who asks of equivalente alone may well have a rank at
// which remunerada has no seat left.
func (w *Workspace) RankDoubts(look Look, modalities ...data.Modality) []string {
	var out []string
	for _, m := range modalities {
		rank := look.Rank
		if m == data.Equivalente {
			rank = look.RankEquivalente
		}
		if doubt := w.RankDoubt(data.Line{Process: look.Process, Profession: look.Profession, Modality: m}, 0, rank); doubt != "" {
			out = append(out, doubt)
		}
	}
	return out
}
