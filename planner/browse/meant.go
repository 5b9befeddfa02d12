package browse

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// mostMeant is how many names are offered for a mistyped one.
const mostMeant = 3

// shortestSlip is the fewest letters of a word that is taken for another one: what is
// shorter resembles too much.
const shortestSlip = 4

// Slip is a word that nothing holds, and the word that it is read as.
type Slip struct{ Said, Read string }

// Reading is what a text that nothing holds may have been meant for.
type Reading struct {
	// Text is the text without its slips, which something holds; "" where none are
	// known, and what is found only resembles the text.
	Text  string
	Slips []Slip
	Found *catalog.Selection // best first
	names []string           // of establishments that resemble the text
}

// Told says it of the text: which words were read as which, or that what was found only
// resembles it; "" where nothing was found.
func (r *Reading) Told(text string) string {
	switch {
	case len(r.Slips) > 0:
		said := data.Map(r.Slips, func(s Slip) string { return texts.ReadAs(s.Said, s.Read) })
		return strings.Join(said, ", ")
	case r.Found != nil && len(r.Found.Rows) > 0:
		return texts.OnlySimilar(text)
	}
	return ""
}

// Meant lists what to propose in the place of the text; none where nothing resembles it.
func (r *Reading) Meant() []string {
	if r.Text != "" {
		return []string{r.Text}
	}
	return r.names
}

// Read finds what the text of a filter that nothing holds may have been meant for: the
// words that slips of the finger lead to, where something holds them, else the rows
// that hold the letters of the text in their order, best first. It may take longer than
// a key press; when ctx ends it gives up.
func Read(ctx context.Context, w *workspace.Workspace, f catalog.Filter, fig *catalog.Figures) Reading {
	bare := f
	bare.Text = ""
	rows := w.Catalog.Select(bare, fig).Rows
	r := mend(w, rows, f, fig)
	if r.Text != "" {
		said := f
		said.Text = r.Text
		held := w.Catalog.Rank(ctx, w.Catalog.Select(said, fig).Rows, r.Text)
		r.Found = w.Catalog.SelectAmong(held, nil, bare, fig)
		return r
	}
	r.Found = w.Catalog.Similar(ctx, rows, f, fig)
	for _, row := range r.Found.Rows {
		if name := w.Catalog.Plaza(row).Establishment; !slices.Contains(r.names, name) {
			r.names = append(r.names, name)
		}
		if len(r.names) == mostMeant {
			break
		}
	}
	return r
}

// mend reads the words of a text that none of the rows holds as those that resemble
// them most; without a text where nothing holds these together either.
func mend(w *workspace.Workspace, rows []int, f catalog.Filter, fig *catalog.Figures) (r Reading) {
	holds := func(text string) bool {
		said := f
		said.Text = text
		return len(w.Catalog.Select(said, fig).Rows) > 0
	}
	known := wordsOf(w.Catalog, rows)
	words := strings.Fields(f.Text)
	for i, word := range words {
		if utf8.RuneCountInString(word) < shortestSlip || strings.ContainsAny(word, "0123456789") || holds(word) {
			continue // of a code, one digit more or less is another place
		}
		if like := workspace.Similar(word, known); len(like) > 0 {
			r.Slips = append(r.Slips, Slip{word, like[0]})
			words[i] = like[0]
		}
	}
	if text := strings.ToUpper(strings.Join(words, " ")); len(r.Slips) > 0 && holds(text) {
		r.Text = text
		return r
	}
	return Reading{}
}

// wordsOf lists the words of the names of some rows and of where they are, each once,
// the shortest first: of those that hold the letters of a word, the nearest.
func wordsOf(c *catalog.Catalog, rows []int) []string {
	seen := map[string]bool{}
	for _, row := range rows {
		p := c.Plaza(row)
		for _, text := range []string{p.Establishment, p.District, p.Province, p.Region} {
			for word := range strings.FieldsSeq(text) {
				seen[word] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b string) int { return cmp.Or(len(a)-len(b), cmp.Compare(a, b)) })
}
