package lists

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/lists/csvtable"
	"brujula/data/texts"
)

// prepare reads a file up to where its rows become records.
func prepare(ctx context.Context, path string, o Options, kind data.Kind) (*source, *mapper, error) {
	s, err := inspect(path)
	if err != nil {
		return nil, nil, err
	}
	t, err := s.table(ctx, o, 0)
	if err != nil {
		return nil, nil, err
	}
	if err := s.expect(t, kind, &o); err != nil {
		return nil, nil, err
	}
	m := newMapper(o, s.base, t, kind != data.KindOffer)
	m.noteFile(kind)
	return s, m, nil
}

// noteFile reports what concerns the file as a whole.
func (m *mapper) noteFile(kind data.Kind) {
	for _, notice := range m.table.notices {
		if !isDoubtful(notice.Kind) {
			m.report.note(notice.Sheet, noticeText(notice))
		}
	}
	if kind == data.KindOffer {
		m.noteExtras()
	}
	m.noteDoubts()
	for _, sheet := range m.table.bare {
		m.report.note(sheet, texts.ListSheetWithoutList)
	}
	var missing []string
	for _, field := range useful(kind) {
		if !m.table.heading.has(field) {
			missing = append(missing, string(field))
		}
	}
	if len(missing) > 0 {
		m.report.note("", texts.ListMissingColumns(missing))
	}
	if kind == data.KindOffer && !m.table.heading.seated() {
		m.report.note("", texts.ListMissingSeats)
	}
	if v := m.table.verdict; v.doubt || v.kind != kind {
		m.report.note("", texts.ListDoubtfulKind(string(kind), v.why))
	}
}

// useful are the fields whose absence is worth an aviso.
func useful(kind data.Kind) []Field {
	if kind == data.KindOffer {
		return []Field{FieldRegion, FieldProvince, FieldDistrict, FieldGrade, FieldEstablishment, FieldInstitution, FieldCategory}
	}
	return []Field{FieldRenipress, FieldEstablishment}
}

func noticeText(n cells.Notice) string {
	switch n.Kind {
	case cells.HiddenRows:
		return texts.ListHiddenRows(n.Count)
	case cells.HiddenColumns:
		return texts.ListHiddenColumns(n.Count)
	case cells.HiddenSheet:
		return texts.ListHiddenSheet
	case cells.TextOfDOS:
		return texts.ListGuessedEncoding("MS-DOS", csvtable.CP850)
	case cells.TextOfMac:
		return texts.ListGuessedEncoding("Mac", csvtable.MacRoman)
	case cells.TextEncodedTwice:
		return texts.ListEncodedTwice
	case cells.MergedCells:
		return texts.ListMergedCells(n.Count)
	default:
		return texts.ListUncachedFormulas(n.Count)
	}
}

// each calls take with every line that might be a record of this import.
func (m *mapper) each(ctx context.Context, take func(*line)) error {
	loose := m.table.spills()
	for i := range m.table.lines {
		if i%512 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		l := &m.table.lines[i]
		column := spill(l)
		switch {
		case l.foreign:
		case l.damaged():
			m.report.reject(l, "", texts.ListZeroBytes)
		case column >= 0 && !loose:
			m.report.reject(l, "", texts.ListSpills(letters(column)))
		default:
			take(l)
		}
	}
	if loose {
		m.report.note("", texts.ListUntitledColumn)
	}
	return nil
}

// damaged reports whether a cell holds a zero byte: what it replaced is lost.
func (l *line) damaged() bool {
	return slices.ContainsFunc(l.row.Cells, func(cell string) bool { return strings.IndexByte(cell, 0) >= 0 })
}

// spill is the column of the first text beyond the heading, or -1.
func spill(l *line) int {
	for column := l.heading.width; column < len(l.row.Cells); column++ {
		if l.row.Cells[column] != "" && removeBlanks(l.row.Cells[column]) != "" {
			return column
		}
	}
	return -1
}

// spills reports whether so many rows have text beyond the heading that it is a
// column without a heading rather than rows out of step.
func (t *table) spills() bool {
	n := 0
	for i := range t.lines {
		if spill(&t.lines[i]) >= 0 {
			n++
		}
	}
	return n > 3 && 4*n > len(t.lines)
}

// keyed reports whether the process and modality of the line are known, and
// rejects it otherwise.
func (m *mapper) keyed(l *line) bool {
	switch {
	case l.key.process == "":
		m.report.reject(l, FieldProcess, texts.ListNeedProcess)
	case l.key.modality == "":
		m.report.reject(l, FieldModality, texts.ListNeedModality)
	default:
		return true
	}
	return false
}

// finish shares out the problems and counts among the drafts, in the order in
// which the lists are adjudicated. What belongs to no draft goes to the first.
func (m *mapper) finish(s *source, drafts map[key]*Draft) ([]Draft, error) {
	m.report.finish()
	if len(drafts) == 0 {
		failed := s.failure(ErrNoRows, texts.ListNoRows, texts.ListNoRowsHint)
		failed.Problems = m.report.problems
		if len(failed.Problems) > 0 {
			p := failed.Problems[0]
			for _, problem := range failed.Problems {
				if problem.Level == data.Rejected {
					p = problem
					break
				}
			}
			failed.Sheet, failed.Page, failed.Row, failed.Column = p.Sheet, p.Page, p.Row, p.Column
			failed.Text = texts.ListAllRejected(p.Reason)
		}
		return nil, failed
	}
	keys := slices.SortedFunc(maps.Keys(drafts), func(a, b key) int {
		return cmp.Or(cmp.Compare(a.process.Ordinal(), b.process.Ordinal()), -cmp.Compare(a.modality, b.modality))
	})
	first := drafts[keys[0]]
	first.Info.Skipped, first.Doubts, first.Contradictions, first.Named = m.table.skipped, m.doubts, m.contradictions, m.named
	owner := func(l *line) *Draft {
		if l != nil && drafts[l.key] != nil {
			return drafts[l.key]
		}
		return first
	}
	for i := range m.table.lines {
		if l := &m.table.lines[i]; l.rejected {
			owner(l).Info.Rejected++
		}
	}
	for i, problem := range m.report.problems {
		d := owner(m.report.lines[i])
		d.Problems = append(d.Problems, problem)
	}
	out := data.Map(keys, func(k key) Draft { return *drafts[k] })
	return out, nil
}

// draft returns the draft of a line's key, made at its first record.
func (m *mapper) draft(drafts map[key]*Draft, l *line, kind data.Kind, sum string) *Draft {
	d := drafts[l.key]
	if d == nil {
		d = &Draft{
			Info: data.ListInfo{
				Kind: kind, Process: l.key.process, Modality: l.key.modality,
				File: m.file, SHA256: sum, UpTo: m.options.UpTo,
			},
			Headings: m.table.matches(kind), Seems: m.table.verdict.kind, Why: m.table.verdict.why, Signatures: m.table.signatures(), HeadingRow: m.table.heading.row,
		}
		drafts[l.key] = d
	}
	return d
}
