package browse

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Similar finds what a mistyped search of a filter may have been meant for: the rows
// that pass the rest of the filter and hold the letters of its text in their order,
// best first. It may take longer than a key press; when ctx ends it gives up.
func Similar(ctx context.Context, c *catalog.Catalog, f catalog.Filter, fig *catalog.Figures) *catalog.Selection {
	bare := f
	bare.Text = ""
	return c.Similar(ctx, c.Select(bare, fig).Rows, f, fig)
}

// mostMeant is how many names are offered for a mistyped one.
const mostMeant = 3

// Meant tells what the text of a filter that nothing holds may have been meant for: the
// words that slips of the finger lead to, where something holds them, else the
// establishments that resemble it; none where the text is not what keeps everything out.
func Meant(ctx context.Context, w *workspace.Workspace, f catalog.Filter, fig *catalog.Figures) []string {
	words := strings.Fields(f.Text)
	if len(words) == 0 {
		return nil
	}
	bare := f
	bare.Text = ""
	rows := w.Catalog.Select(bare, fig).Rows
	holds := func(text string) bool {
		said := f
		said.Text = text
		return len(w.Catalog.Select(said, fig).Rows) > 0
	}
	known := wordsOf(w.Catalog, rows)
	for i, word := range words {
		if holds(word) {
			continue
		}
		if like := workspace.Similar(word, known); len(like) > 0 {
			words[i] = like[0]
		}
	}
	if text := strings.ToUpper(strings.Join(words, " ")); holds(text) {
		return []string{text}
	}
	var names []string
	for _, row := range Similar(ctx, w.Catalog, f, fig).Rows {
		if name := w.Catalog.Plaza(row).Establishment; !slices.Contains(names, name) {
			names = append(names, name)
		}
		if len(names) == mostMeant {
			break
		}
	}
	return names
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
