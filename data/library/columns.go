package library

import (
	"encoding/json"
	"errors"
	"slices"

	"brujula/data"
)

const (
	columnsName    = "columnas"
	columnsVersion = 1
)

// mostHeadings bounds how many headings are remembered, the latest of them.
const mostHeadings = 100

// Heading is what the user said of lists with one heading, for the next of them.
type Heading struct {
	Signature string         `json:"encabezado"`     // of its texts; see lists.Draft
	Kind      data.Kind      `json:"tipo,omitempty"` // what the lists are; empty: as their columns tell
	Columns   []ColumnChoice `json:"columnas,omitempty"`
}

// ColumnChoice is what the user said of one column of a list.
type ColumnChoice struct {
	Field  string `json:"campo"`
	Column string `json:"columna"` // heading or letter
}

// Headings returns what was said of headings; none where nothing was said or the
// file cannot be read: it saves questions, and holds nothing that cannot be said
// again.
func (l *Library) Headings() []Heading {
	doc, err := l.loadDocument(l.columnsSlot())
	var said []Heading
	if err != nil || doc.Version > columnsVersion || json.Unmarshal(doc.Body, &said) != nil {
		return nil
	}
	return said
}

// RememberHeading keeps what was said of one heading, in the place of what was
// said of it before. What a later version of the program keeps stays as it is.
// Errors as SaveProfile.
func (l *Library) RememberHeading(h Heading) error {
	all := slices.DeleteFunc(l.Headings(), func(old Heading) bool { return old.Signature == h.Signature })
	if h.Kind != "" || len(h.Columns) > 0 {
		all = append(all, h)
	}
	body, err := json.Marshal(all[max(0, len(all)-mostHeadings):])
	if err != nil {
		return err
	}
	err = l.writing(func() error {
		return l.saveDocument(l.columnsSlot(), Document{Version: columnsVersion, Body: body}, false)
	})
	if errors.Is(err, ErrNewer) {
		return nil
	}
	return err
}

func (l *Library) columnsSlot() slot { return slot{kind: kindColumns, path: l.path(columnsName)} }
