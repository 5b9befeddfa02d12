package imports

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
)

// remembered returns what the user said of the columns of former lists, by the
// signatures of their headings. lib may be nil.
func remembered(lib *library.Library) map[string][]lists.ColumnChoice {
	if lib == nil {
		return nil
	}
	said := map[string][]lists.ColumnChoice{}
	for _, h := range lib.Headings() {
		for _, c := range h.Columns {
			said[h.Signature] = append(said[h.Signature], lists.ColumnChoice{Field: lists.Field(c.Field), Column: c.Column})
		}
	}
	return said
}

// rememberedKind returns what the user said that lists with a heading are.
func rememberedKind(lib *library.Library, signature string) data.Kind {
	if lib == nil {
		return ""
	}
	for _, h := range lib.Headings() {
		if h.Signature == signature && (h.Kind == data.KindOffer || h.Kind == data.KindAdjudication) {
			return h.Kind
		}
	}
	return ""
}

// Remember keeps what the user said of drafts, of their columns and in o.As of
// what they are, for the next lists with the same headings. Errors as those of
// library.RememberHeading.
func Remember(lib *library.Library, drafts []lists.Draft, o lists.Options) error {
	if lib == nil || len(o.Columns) == 0 && o.As == "" {
		return nil
	}
	before := remembered(lib)
	done := map[string]bool{}
	for i := range drafts {
		for table, signature := range drafts[i].Signatures {
			said := choicesOf(drafts[i].Headings, table, o.Columns)
			if done[signature] || len(said) == 0 && o.As == "" {
				continue
			}
			done[signature] = true
			h := library.Heading{Signature: signature, Kind: rememberedKind(lib, signature)}
			switch o.As {
			case "":
			case drafts[i].Seems: // it needs no memory
				h.Kind = ""
			default:
				h.Kind = o.As
			}
			for _, c := range lists.Merged(before[signature], said) {
				h.Columns = append(h.Columns, library.ColumnChoice{Field: string(c.Field), Column: c.Column})
			}
			if err := lib.RememberHeading(h); err != nil {
				return err
			}
		}
	}
	return nil
}

// HeadingsOf returns the headings of drafts, those of several files one after the
// other.
func HeadingsOf(drafts []lists.Draft) []lists.HeadingMatch {
	var all lists.Draft
	for i := range drafts {
		all.Headings, all.Signatures = joinedHeadings(&all, &drafts[i])
	}
	return all.Headings
}

// choicesOf returns those choices whose column one of the headings has.
func choicesOf(headings []lists.HeadingMatch, table int, said []lists.ColumnChoice) []lists.ColumnChoice {
	return slices.DeleteFunc(slices.Clone(said), func(c lists.ColumnChoice) bool {
		return !c.IsEach() && !slices.ContainsFunc(headings, func(h lists.HeadingMatch) bool { return h.Table == table && isColumn(&h, c.Column) })
	})
}

// isColumn reports whether a column is called so, by its heading or its letter.
func isColumn(h *lists.HeadingMatch, name string) bool {
	return strings.EqualFold(h.Column, strings.TrimSpace(name)) || h.Text != "" && fold.Squash(h.Text) == fold.Squash(name)
}

// CheckColumns fails with ErrNoColumn where a choice is of a column that none of
// several files has; see lists.Options.Loose.
func CheckColumns(drafts []lists.Draft, said []lists.ColumnChoice) error {
	var all []lists.HeadingMatch
	var names []string
	for i := range drafts {
		all = append(all, drafts[i].Headings...)
		names = append(names, drafts[i].Info.File)
	}
	for _, c := range said {
		if !c.IsEach() && !slices.ContainsFunc(all, func(h lists.HeadingMatch) bool { return isColumn(&h, c.Column) }) {
			return &lists.Error{File: texts.ListOfParts(slices.Compact(names)), Text: texts.ListNoColumn(c.Column), Err: lists.ErrNoColumn}
		}
	}
	return nil
}
