package msg

import "brujula/planner/session"

// FilterMsg asks Explorar to filter, in the words of the flags; an empty value
// lifts the filter. Key "" lifts all.
type FilterMsg struct{ Key, Value string }

// NearMsg asks Explorar for distances from a place: "juliaca 60" for those
// within 60 km, "esta" for the plaza under the cursor, "" for none any more.
type NearMsg struct{ Request string }

// OrderMsg asks Explorar to sort, in the words of --orden.
type OrderMsg struct{ Order string }

// EndMsg asks Mi turno to end the act, which it does after a question.
type EndMsg struct{}

// ClockMsg asks Mi turno for other seconds and calls of a turn, as "30 3"; with
// nothing said it asks which.
type ClockMsg struct{ Figures string }

// ExportMsg asks Mi plan to write itself to a file; an empty name asks for one.
type ExportMsg struct{ File string }

// ImportMsg asks the import screen to read a file; an empty name lets the user
// look for one.
type ImportMsg struct{ File string }

// RulesMsg asks the sheet of rules for those that have the words.
type RulesMsg struct{ Words string }

// ExportedMsg tells what became of an export, for the root to say.
type ExportedMsg = session.Exported

// ReopenedMsg tells a page that it is shown again, for what must be read anew.
type ReopenedMsg struct{}

// HiddenMsg tells a page that another one is in view from now on, until it is
// reopened: what takes long can wait.
type HiddenMsg struct{}

// BackedMsg tells a page that its Back has just closed or cleared something,
// for what must be asked anew.
type BackedMsg struct{}
