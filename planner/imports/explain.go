package imports

import (
	"errors"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/own"
)

// Explain puts an error of a reader into what happened and what to do about it, with
// the rows that could not be read.
func Explain(err error) (text, hint string, rows []data.Problem) {
	known, ok := errors.AsType[*lists.Error](err)
	if !ok {
		return texts.Spanish(err), "", nil
	}
	bare := *known
	bare.Hint = ""
	return filename.Clean(bare.Error()), known.Hint, known.Problems
}

// IsPlan reports whether a file is no list, but a plan of the user's.
func IsPlan(err error) bool {
	mine, ok := errors.AsType[*own.Error](err)
	return ok && mine.Kind == own.Plan
}

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

// Tone says how something that is told of a list is meant.
type Tone int

// Lead: how much was read. Reason: what the list is taken for. Warning: what may be
// wrong with it.
const (
	Plain Tone = iota
	Lead
	Reason
	Good
	Warning
)

// Statement is one thing that is told of a list before it is stored.
type Statement struct {
	Tone Tone
	Text string
}

// Statements tell how much of a list was read, what it was taken for, and all that may
// be wrong with it as a whole.
func Statements(s *texts.ImportSummary) []Statement {
	total, differs := s.Total()
	tone := Good
	if differs {
		tone = Warning
	}
	all := []Statement{{Lead, s.Counts()}, {Reason, s.Why()}, {tone, total}, {Warning, s.NamedBy()}}
	for _, doubt := range s.Doubts {
		all = append(all, Statement{Warning, texts.ImportDoubt(doubt)})
	}
	for _, c := range s.Contradictions {
		all = append(all, Statement{Warning, texts.ImportContradiction(c)})
	}
	for _, told := range s.Told[min(1, len(s.Told)):] {
		all = append(all, Statement{Plain, told})
	}
	kept := all[:0]
	for _, one := range all {
		if one.Text != "" {
			kept = append(kept, one)
		}
	}
	return kept
}
