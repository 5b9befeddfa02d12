package storage

import (
	"errors"
	"fmt"
	"strings"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// DefaultPlan is the name of the plan that is meant where none is named.
const DefaultPlan = "A"

// OpenPlan loads a named plan for editing, with what can be taken back of it; one that
// was never saved is empty.
// restored says, in the user's words, that an older version had to be taken.
func OpenPlan(lib *library.Library, name string) (e *plan.Editor, restored string, err error) {
	doc, err := lib.LoadPlan(name)
	if errors.Is(err, library.ErrNotFound) {
		return plan.Edit(plan.Plan{Name: name}), "", nil
	}
	if err != nil {
		return nil, "", err
	}
	if doc.Version > plan.FormatVersion {
		return nil, "", &PlanError{name, plan.ErrNewer} // it could not be saved
	}
	e, err = plan.DecodeEditor(doc.Body)
	if err != nil {
		return nil, "", &PlanError{name, err}
	}
	e.Rename(name)
	return e, doc.Restored, nil
}

// NewerPlan reports whether a later version of the program wrote a plan.
func NewerPlan(doc library.Document) bool {
	_, err := plan.Decode(doc.Body)
	return doc.Version > plan.FormatVersion || errors.Is(err, plan.ErrNewer)
}

// PlanDocument returns a plan as it is stored.
func PlanDocument(p *plan.Plan) (library.Document, error) {
	body, err := plan.Encode(*p)
	return library.Document{Version: plan.FormatVersion, Body: body}, err
}

// SavePlan stores a plan under its name.
func SavePlan(lib *library.Library, p *plan.Plan) error {
	doc, err := PlanDocument(p)
	if err != nil {
		return err
	}
	return lib.SavePlan(p.Name, doc)
}

// EditorDocument returns a plan as it is stored, with what can be taken back of it: a
// plan that was emptied is brought back after a restart too.
func EditorDocument(e *plan.Editor) (library.Document, error) {
	body, err := e.Encode()
	return library.Document{Version: plan.FormatVersion, Body: body}, err
}

// SaveEditor stores a plan under its name, with what can be taken back of it.
func SaveEditor(lib *library.Library, e *plan.Editor) error {
	doc, err := EditorDocument(e)
	if err != nil {
		return err
	}
	return lib.SavePlan(e.Plan().Name, doc)
}

// PlanError says that a plan, stored or to be imported, cannot be read.
type PlanError struct {
	Name string
	Err  error
}

func (e *PlanError) Error() string {
	var entry *plan.EntryError
	switch {
	case errors.Is(e.Err, plan.ErrNewer):
		return texts.PlanNewer(e.Name)
	case errors.As(e.Err, &entry):
		return texts.PlanBadLine(e.Name, entry.Line, entry.Field, entry.Value)
	default:
		return texts.PlanUnreadable(e.Name)
	}
}

// Unwrap returns the cause.
func (e *PlanError) Unwrap() error { return fmt.Errorf("plan %s: %w", e.Name, e.Err) }

// PlanSummary is one stored plan, for a list of versions.
type PlanSummary struct {
	Name  string
	Lines int
	Err   string // why it cannot be read, in the user's words; "" when it can
}

// Plans lists the stored plans by name, but for those that skip names: reading
// a plan that is open would pass over what another program did to it since.
func Plans(lib *library.Library, skip func(name string) bool) ([]PlanSummary, error) {
	infos, err := lib.Plans()
	if err != nil {
		return nil, err
	}
	out := make([]PlanSummary, 0, len(infos))
	for _, info := range infos {
		if skip(info.Name) {
			continue
		}
		s := PlanSummary{Name: info.Name}
		e, _, err := OpenPlan(lib, info.Name)
		switch {
		case info.Err != nil:
			s.Err = info.Err.Error()
		case err != nil:
			s.Err = err.Error()
		default:
			s.Lines = len(e.Plan().Entries)
		}
		out = append(out, s)
	}
	return out, nil
}

// HasPlan reports whether a plan of that name is stored, readable or not.
func HasPlan(lib *library.Library, name string) bool {
	_, err := lib.LoadPlan(name)
	return !errors.Is(err, library.ErrNotFound)
}

// CopyPlan stores a copy of a plan under a name that is not taken.
func CopyPlan(lib *library.Library, p *plan.Plan, name string) error {
	if name = strings.TrimSpace(name); HasPlan(lib, name) {
		return errors.New(texts.PlanNameTaken(name))
	}
	named := p.Clone()
	named.Name = name
	return SavePlan(lib, &named)
}

// RenamePlan stores a plan under another name that is not taken, and only then
// takes the old one away.
func RenamePlan(lib *library.Library, p *plan.Plan, name string) error {
	if err := CopyPlan(lib, p, name); err != nil {
		return err
	}
	if !HasPlan(lib, p.Name) {
		return nil
	}
	return lib.RemovePlan(p.Name)
}
