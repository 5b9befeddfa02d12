package workspace

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

// RankSpan is the ranks that an applicant may have while the order of merit is not
// published, both ends included; the zero value says nothing.
type RankSpan struct{ From, To int }

// ParseRankSpan reads "640-870", also with a longer dash or «a»; ok is false for
// what is none.
func ParseRankSpan(text string) (s RankSpan, ok bool) {
	text = strings.NewReplacer("–", "-", "—", "-", " a ", "-", " ", "").Replace(strings.ToLower(strings.TrimSpace(text)))
	from, to, found := strings.Cut(text, "-")
	if !found {
		return RankSpan{}, false
	}
	a, errA := strconv.Atoi(from)
	b, errB := strconv.Atoi(to)
	if errA != nil || errB != nil || a < 1 || b < a || b > MostRank {
		return RankSpan{}, false
	}
	return RankSpan{a, b}, true
}

// Known reports whether there is more than one rank in it.
func (s RankSpan) Known() bool { return s.From > 0 && s.To > s.From }

// Holds reports whether a rank is in it.
func (s RankSpan) Holds(rank int) bool { return s.From <= rank && rank <= s.To }

// Middle is the rank to plan with where no other is told.
func (s RankSpan) Middle() int { return (s.From + s.To + 1) / 2 }

// String writes it as ParseRankSpan reads it; "" for the zero value.
func (s RankSpan) String() string {
	if !s.Known() {
		return ""
	}
	return texts.RankSpan(s.From, s.To)
}

// Spread is what the chance of a plaza may be over the ranks of a span: the least
// at its worst end.
type Spread struct {
	RankSpan
	Lo, Hi float64
}

// String states it: "si queda entre 640 y 870: 71–88 %"; "" for the zero one.
func (s Spread) String() string {
	if !s.Known() {
		return ""
	}
	return texts.CardSpanText(s.From, s.To, s.Lo, s.Hi)
}

// OwnSpan is the ranks that the applicant may have, where the look is from one of them;
// the zero value where the rank is sure, or another one is tried.
func (l *Look) OwnSpan() RankSpan {
	if l.Span.Known() && l.Span.Holds(l.Rank) {
		return l.Span
	}
	return RankSpan{}
}

// spread works out the chances at both ends of the look's span, for a line each. A
// look from a rank outside of it is of that rank alone.
func (e *Estimates) spread(f *Forecasts) {
	if !e.Look.OwnSpan().Known() {
		return
	}
	e.ends = make([][2]float64, len(e.at))
	for end, rank := range []int{e.Look.Span.From, e.Look.Span.To} {
		look := e.Look
		look.Rank = rank
		var paid *LineView
		for _, modality := range data.Modalities() {
			base, ok := f.lines[modality]
			if !ok || base.Forecast == nil {
				continue
			}
			view := *base
			if view.place(look, paid, f.model); modality == data.Remunerada {
				paid = &view
			}
			for i, est := range view.Forecast.Estimates(view.K) {
				chance := math.NaN()
				if est.Known && view.Known {
					chance = est.Chance
				}
				e.ends[view.Rows[i]][end] = chance
			}
		}
	}
}

// SpreadOf reports what the chance of a row may be over the ranks that the applicant
// may have; ok is false where they know their rank, or there is no chance.
func (e *Estimates) SpreadOf(w *Workspace, row int) (s Spread, ok bool) {
	if e == nil || e.ends == nil || row >= len(e.at) || e.at[row] < 0 {
		return Spread{}, false
	}
	if v := e.Lines[w.Catalog.Plaza(row).Modality]; v == nil || v.Live != nil {
		return Spread{}, false
	}
	ends := slices.Clone(e.ends[row][:])
	slices.Sort(ends)
	if math.IsNaN(ends[0]) {
		return Spread{}, false
	}
	return Spread{e.Look.Span, ends[0], ends[1]}, true
}
