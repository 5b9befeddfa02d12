package catalog

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"brujula/data"
	"brujula/data/fold"
)

// searchText is what a plaza can be found by, folded to one byte a rune:
// plain has n for ñ, enye keeps it apart. Both have the same length.
type searchText struct {
	plain string
	enye  string
}

// named are the fields of a plaza that it can be found by.
type named struct{ establishment, district, province, region, renipress, institution string }

func namedOf(p *data.Plaza) named {
	return named{p.Establishment, p.District, p.Province, p.Region, p.Renipress, p.Institution}
}

func (n named) text() searchText {
	text := strings.Join([]string{n.establishment, n.district, n.province, n.region, n.renipress, n.institution}, " | ")
	out := searchText{plain: fold.Bytes(text, false)}
	out.enye = out.plain
	if strings.ContainsAny(text, "ñÑ\u0303") {
		out.enye = fold.Bytes(text, true)
	}
	return out
}

// Query is a parsed search text. Words are separated by blanks and must all
// be found somewhere; a word after "!" must not be found. Case and accents do
// not count; n finds n and ñ, ñ finds ñ alone.
type Query struct {
	terms []term
	plain string // the wanted words, folded, for the ranking
}

type term struct {
	plain string
	enye  []int // places of ñ in the word
	not   bool
}

// ParseQuery reads a search text. It never fails: any text is a query.
func ParseQuery(text string) Query {
	var q Query
	var wanted []string
	for _, word := range strings.FieldsFunc(text, unicode.IsSpace) {
		t := term{}
		if rest, ok := strings.CutPrefix(word, "!"); ok {
			t.not, word = true, rest
		}
		t.plain = fold.Bytes(word, false)
		for i, b := range []byte(fold.Bytes(word, true)) {
			if b == fold.EnyeByte && t.plain[i] == 'n' {
				t.enye = append(t.enye, i)
			}
		}
		if t.plain == "" {
			continue
		}
		q.terms = append(q.terms, t)
		if !t.not {
			wanted = append(wanted, t.plain)
		}
	}
	q.plain = strings.Join(wanted, " ")
	return q
}

// Empty reports whether the query asks nothing.
func (q *Query) Empty() bool { return len(q.terms) == 0 }

// Match reports whether every word is found and no unwanted one is.
func (q *Query) Match(s *searchText) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if (t.find(s.plain, s.enye, 0) >= 0) == t.not {
			return false
		}
	}
	return true
}

// find returns the first place from which the word matches, or -1.
func (t *term) find(plain, enye string, from int) int {
	for from <= len(plain) {
		at := strings.Index(plain[from:], t.plain)
		if at < 0 {
			return -1
		}
		at += from
		if !slices.ContainsFunc(t.enye, func(i int) bool { return enye[at+i] != fold.EnyeByte }) {
			return at
		}
		from = at + 1
	}
	return -1
}

// Highlight returns the ranges of runes of text that the words of the query
// match, as [from, to) pairs over the NFC form, in order and not overlapping.
func (q *Query) Highlight(text string) [][2]int {
	plain, enye := fold.Bytes(text, false), fold.Bytes(text, true)
	var spans [][2]int
	for i := range q.terms {
		t := &q.terms[i]
		if t.not {
			continue
		}
		for at := t.find(plain, enye, 0); at >= 0; at = t.find(plain, enye, at+len(t.plain)) {
			spans = append(spans, [2]int{at, at + len(t.plain)})
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	return mergeSpans(spans)
}

func mergeSpans(spans [][2]int) [][2]int {
	var out [][2]int
	for _, s := range spans {
		if n := len(out); n > 0 && s[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}

// Rank puts the rows first whose name is the text, then those whose name begins with
// it, has a word that does, holds all its words, and the rest; each group keeps the
// order of rows. When ctx ends it gives up, and what it then gives is to be dropped.
func (c *Catalog) Rank(ctx context.Context, rows []int, text string) []int {
	q := ParseQuery(text)
	if q.plain == "" {
		return rows
	}
	search := c.search()
	var groups [5][]int
	for i, row := range rows {
		if i%rankedAtOnce == 0 && ctx.Err() != nil {
			break
		}
		at := q.distance(search.text(row).plain)
		groups[at] = append(groups[at], row)
	}
	return slices.Concat(groups[:]...)
}

// distance reports how near the name at the head of a search text is to the query, from
// 0 for the same to 4.
func (q *Query) distance(text string) int {
	name, _, _ := strings.Cut(text, " | ")
	switch {
	case name == q.plain:
		return 0
	case strings.HasPrefix(name, q.plain):
		return 1
	case strings.Contains(name, " "+q.plain):
		return 2
	case !slices.ContainsFunc(q.terms, func(t term) bool { return !t.not && !strings.Contains(name, t.plain) }):
		return 3
	}
	return 4
}

// Similar finds among rows those that pass the filter but for its text, and hold
// the letters of the text in order, best first: what a mistyped search gets. When
// ctx ends it gives up, as Rank does. A text of fewer than three letters
// resembles nothing.
func (c *Catalog) Similar(ctx context.Context, rows []int, f Filter, fig *Figures) *Selection {
	q := ParseQuery(f.Text)
	f.Text = ""
	var alike []int
	if len(q.plain) >= 3 {
		alike = c.fuzzyOrder(ctx, rows, q.plain)
	}
	return c.SelectAmong(alike, nil, f, fig)
}

// fuzzyOrder returns the rows that hold the letters of a pattern in their order, by
// sahilm/fuzzy's score.
func (c *Catalog) fuzzyOrder(ctx context.Context, rows []int, pattern string) []int {
	search := c.search()
	pattern = strings.ReplaceAll(pattern, " ", "")
	var matches []fuzzy.Match
	for from := 0; from < len(rows) && ctx.Err() == nil; from += rankedAtOnce {
		some := rows[from:min(from+rankedAtOnce, len(rows))]
		for _, m := range fuzzy.FindFromNoSort(pattern, rowTexts{search, some}) {
			matches = append(matches, fuzzy.Match{Index: from + m.Index, Score: m.Score})
		}
	}
	slices.SortStableFunc(matches, func(a, b fuzzy.Match) int { return b.Score - a.Score })
	out := make([]int, 0, len(matches))
	for _, m := range matches {
		out = append(out, rows[m.Index])
	}
	return out
}

// rankedAtOnce is how many rows are scored between two looks at the context:
// about a millisecond's work.
const rankedAtOnce = 1000

type rowTexts struct {
	search *searchIndex
	rows   []int
}

func (t rowTexts) Len() int            { return len(t.rows) }
func (t rowTexts) String(i int) string { return t.search.text(t.rows[i]).plain }
