package merit

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
)

// Projection is where a mark would have stood in an earlier process, of which
// the seats are loaded with ranks or marks.
type Projection struct {
	Process data.Process
	Kind    MarkKind
	Mark    float64 // that was compared
	Before  int     // takers with a higher mark
	Equal   int     // takers with exactly the mark
	Unknown int     // takers without a mark, who may stand before as well
	Best    int     // rank in that process
	Worst   int
	Open    bool // no taker has a lower mark: the worst rank may be any
	Then    int  // who stood in that line; 0 where it is not known
	Now     int  // who stand in the applicant's line; 0 where it is not known
	From    int  // Best among Now, where both are known
	To      int
	Answer  float64 // ranks that one more right answer gains, among Now where both are known
}

// Scaled reports whether From and To are of the number who apply now.
func (p *Projection) Scaled() bool { return p.Then > 0 && p.Now > 0 }

// Range is what a mark is worth in ranks, by one list of the process itself or by
// all the earlier ones that are loaded.
type Range struct {
	From, To int
	Of       int // who stand in the line; 0 where it is not known
	Open     bool
	Answer   int // ranks that one more right answer gains, the mean
	By       []Projection
}

// Middle is the rank to plan with.
func (r *Range) Middle() int { return (r.From + r.To + 1) / 2 }

// Below is the share of the line that stands behind the middle of the range, 0 to
// 1; ok is false where it is not known how many there are.
func (r *Range) Below() (share float64, ok bool) {
	if r.Of < r.Middle() {
		return 0, false
	}
	return float64(r.Of-r.Middle()) / float64(r.Of), true
}

// Project sets the mark of a question, which names a profession, among the takers of each
// process before the applicant's, or of all where that is not known. ok is false where
// none of the lists has ranks or marks of the profession. Lists of equivalente tell
// of those who are left, and are passed over.
func Project(past []*data.Adjudication, facts *rules.Rules, q *Ask) (r Range, ok bool) {
	own := OwnOf(facts, q.Mark, q.Average)
	if r.Of = q.Applicants; r.Of == 0 {
		r.Of = facts.Applicants(q.Now, q.Profession)
	}
	answers := 0.0
	for _, a := range past {
		if a.Modality != data.Remunerada || q.Now != "" && !a.Process.Before(q.Now) {
			continue
		}
		l, known := lineOf(a, q.Profession, facts)
		if !known {
			continue
		}
		p := l.project(own)
		p.Now, p.Then = r.Of, facts.Applicants(a.Process, q.Profession)
		p.From, p.To = Scale(p.Best, p.Then, p.Now), Scale(p.Worst, p.Then, p.Now)
		p.Answer = l.gain(facts, own)
		if p.Scaled() {
			p.Answer *= float64(p.Now) / float64(p.Then)
		}
		answers += p.Answer
		r.By = append(r.By, p)
	}
	if len(r.By) == 0 {
		return Range{}, false
	}
	slices.SortFunc(r.By, func(a, b Projection) int { return cmp.Compare(b.Process.Ordinal(), a.Process.Ordinal()) })
	r.From, r.To = r.By[0].From, r.By[0].To
	for i := range r.By {
		p := &r.By[i]
		r.From, r.To, r.Open = min(r.From, p.From), max(r.To, p.To), r.Open || p.Open
	}
	r.Answer = int(math.Round(answers / float64(len(r.By))))
	return r, true
}

// takers are those of a line in one process: their marks, best first, with the
// ranks where the list has them.
type takers struct {
	process data.Process
	kind    MarkKind
	rows    []data.Pick
	ranked  bool
	unknown int // without a mark
	passing availability.Passing
}

func lineOf(a *data.Adjudication, profession string, facts *rules.Rules) (l takers, ok bool) {
	l.process = a.Process
	n := 0
	for i := range a.Picks {
		p := &a.Picks[i]
		switch {
		case p.Profession != profession:
			continue
		case !p.HasMark():
			l.unknown++
		default:
			l.rows = append(l.rows, *p)
			l.ranked = l.ranked || p.Rank > 0
		}
		n++
	}
	if len(l.rows) == 0 {
		return l, false
	}
	if l.ranked {
		l.rows = slices.DeleteFunc(l.rows, func(p data.Pick) bool { return p.Rank == 0 })
	}
	slices.SortFunc(l.rows, func(x, y data.Pick) int {
		return cmp.Or(cmp.Compare(y.Mark, x.Mark), cmp.Compare(x.Rank, y.Rank))
	})
	marks := data.Map(l.rows, func(one data.Pick) float64 { return one.Mark })
	l.kind = kindOf(facts, marks)
	l.passing = availability.DefaultPassing(data.Line{Process: a.Process, Profession: profession, Modality: a.Modality}, n)
	return l, true
}

// project sets the applicant among the takers. They stand behind or among those
// with the same mark. Where the list has ranks those are the true ones, with who
// passed between them; else the takers before are taken to be the share that
// usually chooses of those who come before.
func (l *takers) project(own Own) Projection {
	p := Projection{Process: l.process, Kind: l.kind, Mark: own.of(l.kind), Unknown: l.unknown}
	last, next := 0, 0 // ranks of the last one before, of the first one behind
	for i := range l.rows {
		switch row := &l.rows[i]; {
		case row.Mark > p.Mark+markUnit:
			p.Before++
			last = max(last, row.Rank)
		case row.Mark < p.Mark-markUnit:
			next = cmp.Or(next, row.Rank)
		default:
			p.Equal++
		}
	}
	p.Open = p.Before+p.Equal == len(l.rows)
	switch {
	case !l.ranked:
		p.Best, p.Worst = l.passing.RankAt(float64(p.Before)), l.passing.RankAt(float64(p.Before+p.Equal+p.Unknown))
	case p.Open:
		p.Best, p.Worst = last+1, l.rows[len(l.rows)-1].Rank+1
	default:
		p.Best, p.Worst = last+1, max(last+1, next)
	}
	return p
}

// gain reports how many ranks one more right answer is worth about the mark: half
// of what lies between one fewer and one more, in the middle of each range.
func (l *takers) gain(facts *rules.Rules, own Own) float64 {
	more, fewer := l.project(own.answered(facts, 1)), l.project(own.answered(facts, -1))
	return float64(fewer.Best+fewer.Worst-more.Best-more.Worst) / 4
}

// Said states the range in sentences: by each process, as a whole, what one more
// answer is worth, and what all of it supposes.
func (r *Range) Said() []string {
	var out []string
	for i := range r.By {
		p := &r.By[i]
		out = append(out, texts.Projected{
			Process: p.Process, Kind: p.Kind.Key(), Mark: p.Mark, Before: p.Before, Equal: p.Equal, Best: p.Best, Worst: p.Worst, Open: p.Open,
			Then: p.Then, Now: p.Now, From: p.From, To: p.To, Scaled: p.Scaled(),
		}.String())
	}
	out = append(out, texts.StandingRange(r.From, r.To, r.Of, r.Open))
	if below, ok := r.Below(); ok {
		out = append(out, texts.StandingBelow(below))
	}
	if said := texts.StandingAnswer(r.Answer); said != "" {
		out = append(out, said)
	}
	return append(out, texts.StandingSupposes)
}
