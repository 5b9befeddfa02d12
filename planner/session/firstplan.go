package session

import (
	"slices"

	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// openPlan shows the plan that was open last, as the session begins. Where that
// cannot be read, or is gone, another is shown, and it is said: a single bad file
// must not keep the good ones from being used. The bad one is left as it is.
func (d *Session) openPlan() (notices []string) {
	name := d.openName()
	editor, restored, err := storage.OpenPlan(d.Lib, name)
	switch {
	case err != nil:
		notices = append(notices, texts.Spanish(err))
	case restored != "":
		notices = append(notices, restored)
	}
	if err == nil && (len(editor.Plan().Entries) > 0 || storage.HasPlan(d.Lib, name)) {
		d.showOnly(editor)
		if len(editor.Plan().Entries) == 0 && editor.CanUndo() {
			notices = append(notices, texts.PlanEmptied(name))
		}
		return notices
	}
	instead, restored := d.readablePlan(name)
	switch {
	case instead != nil && (err != nil || len(instead.Plan().Entries) > 0):
		editor = instead
		if restored != "" {
			notices = append(notices, restored)
		}
	case err != nil:
		editor = plan.Edit(plan.Plan{Name: d.unusedName()})
	default: // an empty plan needs no file
		d.showOnly(editor)
		return notices
	}
	d.showOnly(editor)
	return append(notices, texts.PlanInstead(name, editor.Plan().Name, err != nil))
}

// readablePlan opens, of the stored plans but one, the first with lines that can
// be read, or else the first; nil where there is none. restored says that its
// version before had to be taken.
func (d *Session) readablePlan(but string) (e *plan.Editor, restored string) {
	others, _ := storage.Plans(d.Lib, func(name string) bool { return name == but }) // where none can be listed there is none
	at := slices.IndexFunc(others, func(p storage.PlanSummary) bool { return p.Lines > 0 })
	if at < 0 {
		at = slices.IndexFunc(others, func(p storage.PlanSummary) bool { return p.Err == "" })
	}
	if at < 0 {
		return nil, ""
	}
	if e, restored, err := storage.OpenPlan(d.Lib, others[at].Name); err == nil {
		return e, restored
	}
	return nil, "" // damaged since it was listed
}

// unusedName returns a letter under which nothing is stored, readable or not, so
// that no bad plan is written over.
func (d *Session) unusedName() string {
	for letter := 'A'; letter <= 'Z'; letter++ {
		if name := string(letter); !storage.HasPlan(d.Lib, name) {
			return name
		}
	}
	return storage.DefaultPlan // saving puts a damaged one aside, and is refused over a newer one
}
