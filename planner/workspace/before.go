package workspace

import (
	"math"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/past"
)

// KeyBefore is the filter of what became of a plaza in a past process.
const KeyBefore = "antes"

// Before returns what became of every plaza in the past processes. It is worked out
// when first asked for, which takes some tens of milliseconds and is meant for
// the background.
func (w *Workspace) Before() *past.Book { return w.before() }

// BeforeTurns returns the turns of every row for catalog.Figures, in the order of
// BeforeProcesses. As Before it is meant for the background.
func (w *Workspace) BeforeTurns() []catalog.Past { return w.turns() }

// BeforeProcesses lists the past processes whose turns are known, newest first,
// or will be once the lists are read: it is told from the first moment on.
func (w *Workspace) BeforeProcesses() []data.Process {
	var out []data.Process
	for _, info := range Pairs(w.Infos) {
		if !slices.Contains(out, info.Process) {
			out = append(out, info.Process)
		}
	}
	slices.SortFunc(out, func(a, b data.Process) int { return b.Ordinal() - a.Ordinal() })
	return out
}

// LineSeats counts the seats of a line; 0 where it is not loaded.
func (w *Workspace) LineSeats(process data.Process, profession string, m data.Modality) int {
	rows := w.Catalog.RowsOf(data.Line{Process: process, Profession: profession, Modality: m})
	return w.Catalog.Seats(rows, nil)
}

// lineName is a line whatever its process.
type lineName struct {
	profession string
	modality   data.Modality
}

// Offering lists the processes whose loaded offer has a profession and modality, the
// newest first. All are worked out when the first is asked for, which takes a
// millisecond or two.
func (w *Workspace) Offering(profession string, m data.Modality) []data.Process {
	return w.offering()[lineName{profession, m}]
}

func (w *Workspace) offeringOf() map[lineName][]data.Process {
	out := map[lineName][]data.Process{}
	for _, l := range w.Catalog.Lines() {
		k := lineName{l.Profession, l.Modality}
		out[k] = append(out[k], l.Process)
	}
	for _, processes := range out {
		slices.SortFunc(processes, func(a, b data.Process) int { return b.Ordinal() - a.Ordinal() })
	}
	return out
}

// turnsOf puts what a book says of each row into the form of the figures.
func turnsOf(b *past.Book, c *catalog.Catalog) []catalog.Past {
	processes := b.Processes()
	out := make([]catalog.Past, len(processes))
	for at, process := range processes {
		out[at] = catalog.Past{Process: string(process), Turns: make([]catalog.Turn, c.Len())}
		for row := range c.Len() {
			if s, ok := b.In(at, c.Plaza(row)); ok {
				out[at].Turns[row] = turnOf(&s)
			}
		}
	}
	return out
}

// turnOf is the turn by which a plaza is filtered and sorted.
func turnOf(s *past.Story) catalog.Turn {
	switch s.Kind {
	case past.NotOffered:
		return catalog.NotOffered
	case past.Left:
		return catalog.LeftOver
	case past.Open:
		return catalog.Turn{From: turn(s.Cut + 1), To: math.MaxInt32}
	case past.Gone:
		last, _ := s.Last()
		return catalog.Turn{From: turn(last.From), To: turn(last.To)}
	case past.Unordered:
	}
	return catalog.Turn{}
}

func turn(n int) int32 { return int32(min(max(n, 0), math.MaxInt32-1)) } //nolint:gosec // within its bounds

// parseBefore reads the filter in the user's words: "sobró" and "nueva" beside
// turns, a process in any spelling.
func (w *Workspace) parseBefore(f *catalog.Filter, value string) error {
	bad := &RequestError{Key: KeyBefore, Value: value, Reason: NotBefore}
	var words []string
	for part := range strings.SplitSeq(value, ",") {
		process, word, found := strings.Cut(part, ":")
		if !found {
			process, word = "", part
		}
		if found {
			p, err := data.ParseProcess(strings.TrimSpace(process))
			if err != nil {
				return bad
			}
			if known := w.BeforeProcesses(); !slices.Contains(known, p) {
				return &RequestError{Key: KeyBefore, Value: string(p), Reason: UnknownValue, Similar: data.Words(known)}
			}
			process = string(p) + ":"
		}
		words = append(words, process+beforeWord(word))
	}
	asked, ok := catalog.ParseBefore(strings.Join(words, ","))
	if !ok {
		return bad
	}
	if len(w.BeforeProcesses()) == 0 {
		return &RequestError{Key: KeyBefore, Value: value, Reason: NoBefore}
	}
	f.Before = asked
	return nil
}

// beforeWord returns the stored word of what a user writes.
func beforeWord(text string) string {
	folded := fold.Squash(text)
	switch {
	case slices.Contains(texts.BeforeLeftWords(), folded):
		return catalog.WordLeft
	case slices.Contains(texts.BeforeAbsentWords(), folded):
		return catalog.WordAbsent
	}
	return strings.ReplaceAll(strings.TrimSpace(text), " ", "")
}

// keptBefore returns those of what a filter asks of the past that the loaded lists
// can tell, and what it asks of others.
func (w *Workspace) keptBefore(asked []catalog.Before) (kept []catalog.Before, lost []Lost) {
	known := data.Words(w.BeforeProcesses())
	for _, b := range asked {
		if len(known) > 0 && (b.Process == "" || slices.Contains(known, b.Process)) {
			kept = append(kept, b)
		} else {
			lost = append(lost, Lost{KeyBefore, texts.BeforeShown(b.Process, b.Min, b.Max, b.Left, b.Absent)})
		}
	}
	return kept, lost
}

// BeforeShown reports what a filter asks of the past.
func BeforeShown(asked []catalog.Before) string {
	return texts.BeforeAny(data.Map(asked, func(b catalog.Before) string {
		return texts.BeforeShown(b.Process, b.Min, b.Max, b.Left, b.Absent)
	}))
}
