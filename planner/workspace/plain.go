package workspace

import (
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/names"
	"brujula/planner/catalog"
)

// Plain reports whether the words of a filter name values as the lists write them, or
// ask of what is no value of a list: then the loaded lists can read them though they
// are a part of the whole. A word for a value that is not among them, or may be short
// for several, needs the whole. The line is not looked at.
func (w *Workspace) Plain(words map[string]string) bool {
	for key, value := range words {
		d, ok := catalog.DimOf(key)
		switch {
		case key == KeyRefused:
			return false // reckons with the surroundings of all plazas
		case !ok || d.Tagged() || slices.Contains([]catalog.Dim{
			catalog.DimBand, catalog.DimGrade, catalog.DimZAF, catalog.DimZE, catalog.DimProcess, catalog.DimProfession, catalog.DimModality,
		}, d):
			continue
		}
		for part := range strings.SplitSeq(value, ",") {
			if _, ok := w.Catalog.Resolve(d, strings.TrimPrefix(strings.TrimSpace(part), "!")); !ok {
				return false
			}
		}
	}
	return true
}

// OneProfession returns what tells the profession that a word names from all others,
// however it is written; nil for a word that may stand for several.
func OneProfession(word string) func(name string) bool {
	word = strings.TrimSpace(word)
	if word == "" || strings.ContainsAny(word, ",!") {
		return nil
	}
	want := fold.Squash(word)
	known, ok := names.Professions().Find(word)
	return func(name string) bool { return ok && name == known || fold.Squash(name) == want }
}
