package keys

import "brujula/data/texts"

// Panorama keys choose what of the offer as a whole is shown, and how.
type Panorama struct{ Next, Prev, Views, Modality, Profession, Process, Measure, Pick, Open, Changes, Year, Copy Binding }

// NewPanorama makes the bindings of Panorama.
func NewPanorama() Panorama {
	return Panorama{
		Next:       bind("tab", texts.KeyViewNext, "tab"),
		Prev:       bind("shift+tab", texts.KeyViewPrev, "shift+tab"),
		Views:      bind("v", texts.KeyViews, "v"),
		Modality:   bind("o", texts.KeyViewModality, "o"),
		Profession: bind("O", texts.KeyViewProfession, "O"),
		Process:    bind("t", texts.KeyViewProcess, "t"),
		Measure:    bind("m", texts.KeyMeasure, "m").tip(texts.TipMeasure),
		Pick:       bind(texts.KeyNameSpace, texts.KeyPickRegion, " "),
		Open:       bind("enter", texts.KeyToExplore, "enter").tip(texts.TipToExplore),
		Changes:    bind("D", texts.KeyChanges, "D").tip(texts.TipChanges),
		Year:       bind("E", texts.KeyYear, "E").tip(texts.TipYear),
		Copy:       bind("y", texts.KeyCopy, "y"),
	}
}

// Scope lists the bindings for help.
func (k Panorama) Scope() Scope {
	return Scope{texts.ScreenPanorama, []Binding{
		k.Next, k.Prev, k.Views, k.Modality, k.Profession, k.Process, k.Measure, k.Pick, k.Open, k.Changes, k.Year, k.Copy,
	}}
}
