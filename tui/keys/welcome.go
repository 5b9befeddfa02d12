package keys

import "brujula/data/texts"

// Welcome keys answer the question of the first screen. What is written there is
// text.
type Welcome struct{ Next, Demo, Quit Binding }

// NewWelcome makes the bindings of the first screen.
func NewWelcome() Welcome {
	return Welcome{
		Next: bind("enter", texts.WelcomeKeyNext, "enter"),
		Demo: bind("esc", texts.WelcomeKeyDemo, "esc"),
		Quit: bind("ctrl+c", texts.KeyQuit, "ctrl+c"),
	}
}

// Scope lists the bindings for help.
func (k Welcome) Scope() Scope {
	return Scope{texts.ScreenWelcome, []Binding{k.Next, k.Demo, k.Quit}}
}
