package turn

import "brujula/data/texts"

// Deed is something that a user can do in Mi turno. What is recorded goes by the
// word of its Kind.
type Deed string

// The deeds that are no event.
const (
	ReadBest    Deed = "ver" // what to ask for
	ReadPlan    Deed = "plan"
	ReadFigures Deed = "cuentas"
	ReadLog     Deed = "registro"
	WriteLog    Deed = "exportar"
	KeepPast    Deed = "guardar"
	RemovePast  Deed = "quitar"
)

// readings name the deeds that are no event; said are further words that choose them.
var readings = map[Deed]struct {
	menu string
	said []string
}{
	ReadBest:    {texts.TurnMenuBest, []string{"ver"}},
	ReadPlan:    {texts.TurnMenuPlan, nil},
	ReadFigures: {texts.TurnMenuFigures, []string{"cuentas"}},
	ReadLog:     {texts.TurnMenuLog, nil},
	WriteLog:    {texts.TurnMenuExport, nil},
	KeepPast:    {texts.KeyTurnKeepPast, []string{"guardar"}},
	RemovePast:  {texts.TurnMenuRemove, []string{"quitar"}},
}

// Menu names the deed as a menu has it, with further words that choose it there; an act
// that is started is begun anew.
func (d Deed) Menu(started bool) (label string, said []string) {
	if d == Deed(Start) && started {
		return texts.TurnMenuAgain, nil
	}
	if r, ok := readings[d]; ok {
		return r.menu, r.said
	}
	r := Kind(d).known()
	return r.menu, r.said
}

// Circumstances decide what can be done now.
type Circumstances struct {
	Listed  bool // a list has plazas of the line
	Started bool
	Logged  bool // something is recorded
	Locked  bool // this window only looks
	Kept    bool // the act is held as a past process
}

// Deeds lists what can be done now, as a menu has it.
func (s Circumstances) Deeds() []Deed {
	switch {
	case !s.Listed, s.Locked && !s.Started:
		return nil
	case s.Locked:
		return []Deed{ReadBest, ReadPlan, ReadLog}
	}
	var deeds []Deed
	if s.Started {
		deeds = append(deeds, ReadBest, Deed(Cross), Deed(Pick), Deed(Pass))
	} else {
		deeds = append(deeds, Deed(Start))
	}
	if s.Started || s.Logged {
		deeds = append(deeds, Deed(Undo), Deed(Redo))
	}
	if s.Started {
		deeds = append(deeds, Deed(Release), ReadPlan, ReadFigures, ReadLog, Deed(Import), WriteLog, Deed(Start), Deed(End), Deed(Call), Deed(Timer))
	} else {
		deeds = append(deeds, ReadPlan)
	}
	deeds = append(deeds, Deed(Take), Deed(Decline))
	if s.Started || s.Logged {
		deeds = append(deeds, KeepPast)
		if s.Kept {
			deeds = append(deeds, RemovePast)
		}
	}
	return deeds
}
