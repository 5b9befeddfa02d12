// Package past tells what became of each plaza in the processes whose offer and
// adjudicated list are loaded. It knows a plaza again as the model does: by
// profession and RENIPRESS, within a modality.
package past

import (
	"cmp"
	"slices"
	"sync"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
)

// Kind is what became of a plaza in one process.
type Kind uint8

// The kinds. A list that says nothing of a profession gives no story at all.
const (
	NotOffered Kind = iota // its profession was offered, the plaza was not
	Gone                   // its last seat went in a known turn, or a tie of turns
	Unordered              // all its seats went; the order of some is not known
	Left                   // a seat was there to the end
	Open                   // a seat was there where the list was cut
)

// Key names the kind in JSON.
func (k Kind) Key() string {
	switch k {
	case Gone:
		return "se_fue"
	case Unordered:
		return "se_fue_sin_orden"
	case Left:
		return "sobro"
	case Open:
		return "seguia"
	case NotOffered:
	}
	return "no_estaba"
}

// Story is what became of a plaza in one process.
type Story struct {
	Process data.Process
	Kind    Kind
	Seats   int                // offered; at least those taken
	Taken   int                // of them
	Went    []availability.Tie // the turns of those that went in a known order, first to last
	Late    int                // of Went, the last ones: special cases after the line was over
	Line    int                // seats of the whole line
	Cut     int                // picks of the line that the list tells of in their order
}

// Last returns the turn in which its last seat went, as exactly as the list tells
// it; ok is false where a seat was left or the order is not known.
func (s *Story) Last() (turn availability.Tie, ok bool) {
	if s.Kind != Gone || len(s.Went) == 0 {
		return availability.Tie{}, false
	}
	return s.Went[len(s.Went)-1], true
}

// Text puts the story into the form of the texts.
func (s *Story) Text() texts.Story {
	t := texts.Story{Process: s.Process, Kind: s.Kind.Key(), Seats: s.Seats, Taken: s.Taken, Late: s.Late, Line: s.Line, Cut: s.Cut}
	for _, tie := range s.Went {
		t.Went = append(t.Went, texts.StoryTurn(tie))
	}
	return t
}

// Book tells the story of every plaza. It does not change and may be shared; how a
// line went is worked out when it is first asked for, so that a question about one
// line does not pay for all of them.
type Book struct {
	years   []*year // newest first
	grouped bool    // the groups are known beside the lists, which are a part: see NewOfPart
}

// year is one process.
type year struct {
	process data.Process
	lists   []availability.History
	groups  map[data.Modality]func() *groups

	mu    sync.Mutex
	lines map[lineKey]*line // those that were asked for
}

type lineKey struct {
	modality   data.Modality
	profession string
}

// New makes the book of the past lists.
func New(lists []availability.History) *Book {
	b := &Book{}
	for _, list := range lists {
		if list.Offer != nil {
			y := b.year(list.Offer.Process)
			y.lists = append(y.lists, list)
		}
	}
	for _, y := range b.years {
		y.groups = map[data.Modality]func() *groups{}
		for _, m := range data.Modalities() {
			y.groups[m] = sync.OnceValue(func() *groups { return y.allGroups(m) })
		}
	}
	slices.SortFunc(b.years, func(a, c *year) int { return cmp.Compare(c.process.Ordinal(), a.process.Ordinal()) })
	return b
}

// year finds the year of a process, or begins it.
func (b *Book) year(p data.Process) *year {
	at := slices.IndexFunc(b.years, func(y *year) bool { return y.process == p })
	if at < 0 {
		at = len(b.years)
		b.years = append(b.years, &year{process: p, lines: map[lineKey]*line{}})
	}
	return b.years[at]
}

// line returns how a line went, which takes some milliseconds the first time.
func (y *year) line(k lineKey) *line {
	y.mu.Lock()
	defer y.mu.Unlock()
	l, done := y.lines[k]
	if done {
		return l
	}
	for _, list := range y.lists {
		if list.Offer.Modality != k.modality {
			continue
		}
		if o, told := availability.OutcomeOf(list, k.profession); told {
			l = newLine(&o, list.Adjudication)
		}
	}
	y.lines[k] = l
	return l
}

// Processes lists the processes that it tells of, newest first.
func (b *Book) Processes() []data.Process {
	return data.Map(b.years, func(y *year) data.Process { return y.process })
}

// Of reports what became of a plaza in each process that tells of its line,
// newest first.
func (b *Book) Of(p *data.Plaza) []Story {
	var out []Story
	for i := range b.years {
		if s, ok := b.In(i, p); ok {
			out = append(out, s)
		}
	}
	return out
}

// In reports what became of a plaza in one process, by its place in Processes; ok
// is false where its lists do not tell of the line.
func (b *Book) In(at int, p *data.Plaza) (s Story, ok bool) {
	if at < 0 || at >= len(b.years) {
		return Story{}, false
	}
	y := b.years[at]
	l := y.line(lineKey{p.Modality, p.Profession})
	if l == nil {
		return Story{}, false
	}
	if s, ok := l.story(p.Renipress); ok {
		return s, true
	}
	return Story{Process: y.process}, true
}
