package inquiry

import (
	"errors"
	"fmt"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Words are a filter as people write it, by the keys of workspace.FilterKeys. Blank ones
// are not said.
type Words map[string]string

// said returns the words without those that are blank.
func (w Words) said() map[string]string {
	said := map[string]string{}
	for key, value := range w {
		if strings.TrimSpace(value) != "" {
			said[key] = value
		}
	}
	return said
}

// Filter reads the words against what is loaded. Without a process the newest is
// meant. An error is a *workspace.RequestError.
func (w Words) Filter(space *workspace.Workspace) (catalog.Filter, error) {
	filter, err := space.ParseFilter(w.said())
	if err != nil {
		return filter, err
	}
	if len(filter.In[catalog.DimProcess]) == 0 && !space.Empty() {
		filter.Set(catalog.DimProcess, string(space.Latest()))
	}
	return filter, nil
}

// Plaza returns the row of the one plaza that a code and the words name. Where they
// leave several, the error lists what tells them apart.
func (w Words) Plaza(space *workspace.Workspace, code string) (row int, err error) {
	renipress, ok := data.ParseRenipress(code)
	if !ok {
		return 0, &WordsError{texts.BadRenipress(code)}
	}
	filter, err := w.Filter(space)
	if err != nil {
		return 0, err
	}
	var rows []int
	var options []string
	for _, row := range space.Catalog.Select(filter, nil).Rows {
		if p := space.Catalog.Plaza(row); p.Renipress == renipress {
			rows = append(rows, row)
			options = append(options, fmt.Sprintf("--profesion %q --modalidad %s", p.Profession, p.Modality))
		}
	}
	switch len(rows) {
	case 0:
		return 0, errors.New(texts.NoSuchPlaza(renipress))
	case 1:
		return rows[0], nil
	}
	return 0, &WordsError{texts.WhichPlaza(renipress, options)}
}
