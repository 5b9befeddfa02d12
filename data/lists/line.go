package lists

import "brujula/data/cells"

// line is one row that might be a record.
type line struct {
	row      cells.Row
	raw      *[]string // its cells before those that say nothing were made blank; nil where there are none
	heading  *heading
	section  *section
	key      key
	name     int    // of its establishment, in mapper.names
	place    *place // what placer.learn found
	half     half
	foreign  bool // it says another process or modality than the options
	rejected bool
}

// cell returns the raw text of a field, empty where the row has none.
func (l *line) cell(field Field) string {
	return l.text(l.heading.at[field.ordinal()] - 1)
}

// text returns the raw text of a column, empty where the row has none.
func (l *line) text(column int) string {
	if column < 0 || column >= len(l.row.Cells) {
		return ""
	}
	return l.row.Cells[column]
}

// written returns the text of a field as the file has it, N/A and the like
// included.
func (l *line) written(field Field) string {
	column := l.heading.at[field.ordinal()]
	if l.raw == nil || column == 0 || column > len(*l.raw) {
		return l.cell(field)
	}
	return (*l.raw)[column-1]
}
