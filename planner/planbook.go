package planner

import (
	"errors"
	"fmt"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// DefaultPlan is the name of the plan that is meant where none is named.
const DefaultPlan = "A"

// OpenPlan loads a named plan for editing; one that was never saved is empty.
// restored says, in the user's words, that an older version had to be taken.
func OpenPlan(lib *library.Library, name string) (e *plan.Editor, restored string, err error) {
	doc, err := lib.LoadPlan(name)
	if errors.Is(err, library.ErrNotFound) {
		return plan.Edit(plan.Plan{Name: name}), "", nil
	}
	if err != nil {
		return nil, "", err
	}
	p, err := plan.Decode(doc.Body)
	if err != nil {
		return nil, "", &PlanError{name, err}
	}
	p.Name = name
	return plan.Edit(p), doc.Restored, nil
}

// SavePlan stores a plan under its name.
func SavePlan(lib *library.Library, p *plan.Plan) error {
	body, err := plan.Encode(*p)
	if err != nil {
		return err
	}
	return lib.SavePlan(p.Name, library.Document{Version: plan.FormatVersion, Body: body})
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

// Unwrap gives the cause.
func (e *PlanError) Unwrap() error { return fmt.Errorf("plan %s: %w", e.Name, e.Err) }
