package lists

import (
	"context"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

// ReadMerit reads the ranks and marks of the file at path: an order of merit,
// a list of marks, or a list of adjudicated seats. Nothing about persons is
// read. Errors are of type *Error, or those of the context.
func ReadMerit(ctx context.Context, path string, o Options) (*Merit, error) {
	s, err := inspect(path)
	if err != nil {
		return nil, err
	}
	t, err := s.table(ctx, o, 0)
	if err != nil {
		return nil, err
	}
	kind := KindMerit
	if t.heading != nil && t.verdict.kind == data.KindAdjudication {
		kind = data.KindAdjudication
	}
	if err := s.expect(t, kind, &o); err != nil {
		return nil, err
	}
	m := newMapper(o, s.base, t, true)
	for i := range t.lines {
		m.readKey(&t.lines[i])
	}
	merit := &Merit{Process: o.Process, Headings: t.matches(KindMerit)}
	err = m.each(ctx, func(l *line) {
		if row, ok := m.meritRow(l); ok {
			merit.Rows = append(merit.Rows, row)
			if merit.Process == "" {
				merit.Process = l.key.process
			}
		}
	})
	if err != nil {
		return nil, err
	}
	m.report.finish()
	merit.Problems = m.report.problems
	for i := range t.lines {
		switch l := &t.lines[i]; {
		case l.rejected:
			merit.Rejected++
		case l.foreign:
			t.skipped++
		}
	}
	merit.Skipped = t.skipped
	if m.scale != nil {
		merit.OtherScale = *m.scale
	}
	if len(merit.Rows) == 0 {
		failed := s.failure(ErrNoRows, texts.ListNoRows, texts.ListNoRowsHint)
		failed.Problems = merit.Problems
		return nil, failed
	}
	return merit, nil
}

// meritRow takes rank and mark of a row that has at least one of them.
func (m *mapper) meritRow(l *line) (row MeritRow, ok bool) {
	row.Source = m.source(l)
	if l.heading.has(FieldProfession) {
		if row.Profession, ok = m.profession(l); !ok {
			return row, false
		}
	}
	if row.Mark, ok = m.mark(l); !ok {
		return row, false
	}
	raw := l.cell(FieldRank)
	if row.Rank, ok = parseCount(raw, maxRank); !ok && strings.TrimSpace(raw) != "" {
		if row.Mark == 0 {
			m.report.reject(l, FieldRank, texts.ListBadRank)
			return row, false
		}
		m.report.warn(l, FieldRank, texts.ListRankIgnored) // 3-A, put in afterwards: its mark still counts
	}
	row.Took = took(l.cell(FieldTook))
	if row.Rank == 0 && row.Mark == 0 {
		m.report.reject(l, FieldMark, texts.ListNoRankInRow)
		return row, false
	}
	return row, true
}

func took(text string) Took {
	yes, ok := parseFlag(text)
	switch {
	case !ok || strings.TrimSpace(text) == "":
		return 0
	case yes:
		return TookPlace
	}
	return TookNone
}
