package importing

import (
	"path/filepath"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
)

// What the linear mode shares with the screen.

// Entry is one name of a folder.
type Entry struct {
	Name   string // fit for the terminal
	Path   string
	Folder bool
}

// Entries lists what of a folder may be a list, or lead to one: the newest
// lists first, then the folders. Files that cannot be lists are left out.
func Entries(path string) (entries []Entry, full string, err error) {
	m := readFolder(0, path)
	for _, e := range m.entries {
		if e.rank != rankOther {
			entries = append(entries, Entry{e.shown, filepath.Join(m.path, e.name), e.rank != rankList})
		}
	}
	return entries, m.path, m.err
}

// ImportedPlan tells that a file is no list, but a plan of the user's.
func ImportedPlan(err error) bool { return importedPlan(err) }

// Explain puts an error of a reader into what happened and what to do about it,
// with the rows that could not be read.
func Explain(err error) (text, hint string, rows []data.Problem) {
	p := explain(err)
	return p.text, p.hint, p.details
}

// Summaries makes of what was read the words for the review.
func Summaries(r session.FilesRead) []texts.ImportSummary { return summaries(r) }

// FieldWord names what a column is.
func FieldWord(f lists.Field) string {
	switch f {
	case "", lists.Unused:
		return texts.ImportUnusedColumn
	case lists.Automatic:
		return texts.ImportAutomatic
	}
	return texts.FieldName(string(f))
}

// FieldChoices are the fields that a column of a list of a kind can be said to be,
// and their names.
func FieldChoices(kind data.Kind) (fields []lists.Field, words []string) {
	fields = append([]lists.Field{lists.Unused}, lists.Choosable(kind)...)
	fields = append(fields, lists.Automatic)
	for _, f := range fields {
		words = append(words, FieldWord(f))
	}
	return fields, words
}

// aliasesOf gives the other words by which people call fields.
func aliasesOf(fields []lists.Field, words []string) func(word string) []string {
	return func(word string) []string { return lists.FieldAliases(fields[index(words, word)]) }
}

func noNames(string, []string) []string { return nil }
