package keys

import "brujula/data/texts"

// Handbook keys move through the sheet of rules.
type Handbook struct{ Next, Previous, Done Binding }

// NewHandbook makes the bindings of the sheet of rules.
func NewHandbook() Handbook {
	return Handbook{
		Next:     bind("tab", texts.KeyRulesNext, "tab"),
		Previous: bind("shift+tab", texts.KeyRulesPrevious, "shift+tab"),
		Done:     bind("enter", texts.KeyRulesFound, "enter"),
	}
}

// Scope lists the bindings for help.
func (k Handbook) Scope() Scope {
	return Scope{texts.ScreenRules, []Binding{k.Next, k.Previous, k.Done}}
}
