package catalog

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Turn is when the last seat of a plaza went in a past process: between two
// turns of its line where the order is not known better. The zero one is not
// known.
type Turn struct{ From, To int32 }

// NotOffered is the turn of a plaza that was not on offer then.
var NotOffered = Turn{-1, -1}

// LeftOver is the turn of a plaza of which a seat was left at the end.
var LeftOver = Turn{math.MaxInt32, math.MaxInt32}

// Past is what became of every row in one past process.
type Past struct {
	Process string
	Turns   []Turn // by row
}

// at returns the turn of a row.
func (p *Past) at(row int) Turn {
	if p == nil || row >= len(p.Turns) {
		return Turn{}
	}
	return p.Turns[row]
}

// middle is what a turn is sorted by: seats that were left come after all turns,
// NaN for what is not known or was not on offer.
func (t Turn) middle() float64 {
	switch {
	case t.From <= 0:
		return math.NaN()
	case t.To == math.MaxInt32:
		return math.Inf(1)
	}
	return (float64(t.From) + float64(t.To)) / 2
}

// turn returns what rows are sorted by of a past process, worked out once for all
// of the comparisons.
func (f *Figures) turn(at int) func(row int) float64 {
	p := f.before(at)
	if p == nil {
		return func(int) float64 { return math.NaN() }
	}
	middles := make([]float64, len(p.Turns))
	for row, t := range p.Turns {
		middles[row] = t.middle()
	}
	return func(row int) float64 {
		if row >= len(middles) {
			return math.NaN()
		}
		return middles[row]
	}
}

// before returns the past process by its place, the newest first.
func (f *Figures) before(at int) *Past {
	if f == nil || at >= len(f.Past) {
		return nil
	}
	return &f.Past[at]
}

// Before asks for what became of a plaza in a past process.
type Before struct {
	Process string // "" for the newest
	// Min and Max bound the turn of its last seat; a tie passes where it lies
	// within as a whole. A seat that was left is there after every turn.
	Min, Max int  // 0 asks nothing
	Left     bool // a seat was left
	Absent   bool // it was not on offer
}

// passes reports whether a turn is asked for.
func (b *Before) passes(t Turn) bool {
	switch {
	case b.Left:
		return t == LeftOver
	case b.Absent:
		return t == NotOffered
	}
	return t.From > 0 && int(t.From) >= b.Min && (b.Max == 0 || int(t.To) <= b.Max)
}

// passesBefore reports whether the row is any of those asked for.
func (f *Filter) passesBefore(fig *Figures, row int) bool {
	return len(f.Before) == 0 || slices.ContainsFunc(f.Before, func(b Before) bool { return b.passes(fig.pastOf(b.Process).at(row)) })
}

// pastOf finds a past process; nil where it is not known.
func (f *Figures) pastOf(process string) *Past {
	if process == "" || f == nil {
		return f.before(0)
	}
	at := slices.IndexFunc(f.Past, func(p Past) bool { return p.Process == process })
	if at < 0 {
		return nil
	}
	return &f.Past[at]
}

// Words of what is asked for beside turns, as they are stored.
const (
	WordLeft   = "sobro"
	WordAbsent = "no_estaba"
)

// ParseBefore reads what is asked for of the past: ">500", "<300", "300-800",
// "300-", "-800", WordLeft, WordAbsent, each with "2024-I:" before it or not, any of them where
// several stand with commas between. ok is false for anything else.
func ParseBefore(text string) (asked []Before, ok bool) {
	for part := range strings.SplitSeq(text, ",") {
		b, ok := parseBefore(strings.TrimSpace(part))
		if !ok {
			return nil, false
		}
		asked = append(asked, b)
	}
	return asked, true
}

func parseBefore(text string) (b Before, ok bool) {
	if process, rest, found := strings.Cut(text, ":"); found {
		b.Process, text = strings.TrimSpace(process), strings.TrimSpace(rest)
		if b.Process == "" {
			return b, false
		}
	}
	switch text {
	case WordLeft:
		b.Left = true
		return b, true
	case WordAbsent:
		b.Absent = true
		return b, true
	}
	from, to, isRange := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	switch {
	case strings.HasPrefix(text, ">="):
		b.Min, ok = turnOf(text[2:])
	case strings.HasPrefix(text, "<="):
		b.Max, ok = turnOf(text[2:])
	case strings.HasPrefix(text, ">"):
		b.Min, ok = turnOf(text[1:])
		b.Min++
	case strings.HasPrefix(text, "<"):
		b.Max, ok = turnOf(text[1:])
		b.Max--
		ok = ok && b.Max > 0
	case isRange:
		ok = from != "" || to != ""
		if from != "" {
			b.Min, ok = turnOf(from)
		}
		if to != "" && ok {
			b.Max, ok = turnOf(to)
		}
		ok = ok && (b.Max == 0 || b.Min <= b.Max)
	default:
		b.Min, ok = turnOf(text)
		b.Max = b.Min
	}
	return b, ok
}

// mostTurn bounds what may be asked for; no line is as long.
const mostTurn = 1_000_000

func turnOf(text string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n >= 1 && n <= mostTurn
}

// FormatBefore is the inverse of ParseBefore.
func FormatBefore(asked []Before) string {
	words := make([]string, len(asked))
	for i, b := range asked {
		if b.Process != "" {
			words[i] = b.Process + ":"
		}
		words[i] += b.word()
	}
	return strings.Join(words, ",")
}

func (b *Before) word() string {
	switch {
	case b.Left:
		return WordLeft
	case b.Absent:
		return WordAbsent
	case b.Max == 0:
		return ">=" + strconv.Itoa(b.Min)
	case b.Min == 0:
		return "<=" + strconv.Itoa(b.Max)
	}
	return strconv.Itoa(b.Min) + "-" + strconv.Itoa(b.Max)
}
