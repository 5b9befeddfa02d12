package importing

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lists"
)

// said is what the user says of files beside the form: of their columns and how
// they are to be read.
type said struct {
	columns    []lists.ColumnChoice
	profession string // canonical; empty: as the rows say
	encoding   string // empty: as it is detected
	headingRow int    // 0: as it is found
}

// apply puts it into the options of a reading.
func (s *said) apply(o *lists.Options) {
	o.Columns, o.Profession, o.Encoding, o.HeadingRow = s.columns, s.profession, s.encoding, s.headingRow
}

// say gives a column a field. What was said of it before, and another column that
// was said to be the same, go.
func (s *said) say(column string, field lists.Field) {
	one := field != lists.Unused && field != lists.Automatic
	s.columns = slices.DeleteFunc(slices.Clone(s.columns), func(c lists.ColumnChoice) bool {
		return fold.Squash(c.Column) == fold.Squash(column) || one && c.Field == field
	})
	s.columns = append(s.columns, lists.ColumnChoice{Field: field, Column: column})
}

// eachRow reports whether it is said that each row is one seat.
func (s *said) eachRow() bool {
	return slices.Contains(s.columns, lists.ColumnChoice{Field: lists.FieldSeats, Column: lists.EachRowOneSeat})
}

func (s *said) setEachRow(yes bool) {
	s.columns = slices.DeleteFunc(slices.Clone(s.columns), func(c lists.ColumnChoice) bool { return c.Field == lists.FieldSeats })
	if yes {
		s.columns = append(s.columns, lists.ColumnChoice{Field: lists.FieldSeats, Column: lists.EachRowOneSeat})
	}
}

// columnName names a column for a choice: by its heading where that is its own,
// since the next list may have its columns elsewhere, else by its letter.
func columnName(headings []lists.HeadingMatch, at int) string {
	h := &headings[at]
	same := 0
	for i := range headings {
		if headings[i].Table == h.Table && fold.Squash(headings[i].Text) == fold.Squash(h.Text) {
			same++
		}
	}
	if fold.Squash(h.Text) == "" || same > 1 {
		return h.Column
	}
	return h.Text
}

// again is what is kept of a file that was left, for when it is opened again.
type again struct {
	said                    said
	kind, process, modality string
	insists                 bool
}

// keepSaid keeps what was said of the file that is left.
func (m *Model) keepSaid() {
	if m.form.Form == nil || m.path == "" {
		return
	}
	m.left[m.path] = m.saidNow()
}

func (m *Model) saidNow() again {
	return again{m.said, m.form.kinds.Value(), m.form.processes.Value(), m.form.modalities.Value(), m.insists}
}

// sayAgain says anew what was said at another time.
func (m *Model) sayAgain(was *again) {
	m.said, m.insists = was.said, was.insists
	m.form.kinds.Put(was.kind)
	m.form.processes.Put(was.process)
	m.form.modalities.Put(was.modality)
	m.form.fit()
}

// restoreSaid takes up what was said of a file before it was left.
func (m *Model) restoreSaid() {
	was, ok := m.left[m.path]
	if !ok {
		return
	}
	m.sayAgain(&was)
	m.form.Focus(m.form.open())
}

// otherKind returns the kind that a list is not taken for.
func otherKind(k data.Kind) data.Kind {
	if k == data.KindAdjudication {
		return data.KindOffer
	}
	return data.KindAdjudication
}

// sampleText joins values of a column for one line.
func sampleText(h *lists.HeadingMatch) string { return strings.Join(h.Samples, ", ") }
