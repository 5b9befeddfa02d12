package keys

import (
	tea "github.com/charmbracelet/bubbletea"

	"github.com/charmbracelet/bubbles/key"

	"brujula/data/texts"
)

// Moved is what a key did once, and the binding that does it now. The old key is
// answered where who knows it by heart would else lose time, or do another thing.
type Moved struct {
	Old string
	Now Binding
}

// Told reports which key does now what k did once; "" where k did nothing.
func Told(k tea.KeyMsg, moved []Moved) string {
	for _, m := range moved {
		if key.Matches(k, key.NewBinding(key.WithKeys(m.Old))) {
			return texts.KeyMoved(m.Old, m.Now.Help().Key, m.Now.Help().Desc)
		}
	}
	return ""
}

// Moved lists the keys of Mi turno that are others now.
func (k Turn) Moved() []Moved {
	return []Moved{{"v", k.Pick}, {"a", k.Pass}, {"T", k.TimerSet}, {"X", k.End}}
}

// Moved lists the keys of Panorama that are others now.
func (k Panorama) Moved() []Moved {
	return []Moved{{"]", k.Next}, {"[", k.Prev}, {"a", k.Profession}}
}

// Moved lists the keys of the differences that are others now.
func (k Changes) Moved() []Moved { return []Moved{{"a", k.All}} }

// Moved lists the keys of Comparar that are others now.
func (k Compare) Moved() []Moved { return []Moved{{"s", k.Diffs}} }

// Moved lists the keys of Explorar that are others now.
func (k Explore) Moved() []Moved { return []Moved{{"D", k.Near}} }

// Moved lists the keys of Fuentes that are others now.
func (k Sources) Moved() []Moved { return []Moved{{"X", k.RemoveAct}} }

// Moved lists the keys of the menu of versions that are others now.
func (k Versions) Moved() []Moved { return []Moved{{"=", k.Diff}} }
