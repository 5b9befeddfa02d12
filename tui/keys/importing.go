package keys

import "brujula/data/texts"

// Import keys work in the import screen. In its file browser every letter
// filters, so that only named keys are commands there.
type Import struct{ Pick, Parent, Home, Filter, Store, Columns, Kind, Add, Replace, Correct, Unused, Other, Stop, Read, TakeBack Binding }

// NewImport makes the bindings of the import screen.
func NewImport() Import {
	return Import{
		Pick:     bind("enter", texts.KeyImportPick, "enter"),
		Parent:   bind("←", texts.KeyImportParent, "left"),
		Home:     bind("ctrl+h", texts.KeyImportHome, "ctrl+h"),
		Filter:   bind("a…z", texts.KeyFilterShort).tip(texts.TipImportFilter),
		Store:    bind("s enter", texts.KeySave, "s", "S", "enter").tip(texts.TipImportStore),
		Other:    bind("enter", texts.KeyImportOther, "enter", "I"),
		Stop:     bind("esc", texts.KeyImportStop, "esc"),
		Read:     bind("enter", texts.KeyImportRead, "enter"),
		TakeBack: bind("u", texts.KeyTakeBack, "u").tip(texts.TipTakeBack),
		Columns:  bind("c", texts.KeyImportColumns, "c").tip(texts.TipImportColumns),
		Kind:     bind("t", texts.KeyImportKind, "t").tip(texts.TipImportKind),
		Add:      bind("a", texts.KeyImportAdd, "a").tip(texts.TipImportAdd),
		Replace:  bind("r", texts.KeyImportReplace, "r"),
		Correct:  bind("a…z enter", texts.KeyImportCorrect, "enter").tip(texts.TipImportCorrect),
		Unused:   bind("tab", texts.KeyImportUnused, "tab"),
	}
}

// Scope lists the bindings for help.
func (k Import) Scope() Scope {
	return Scope{texts.ScreenImport, []Binding{k.Pick, k.Parent, k.Filter, k.Store, k.Columns, k.Kind, k.Add, k.Replace, k.Correct, k.Unused, k.TakeBack}}
}

// Sources keys work in the screen of loaded lists.
type Sources struct{ Problems, Conflicts, Links, Changes, Rules, Scores, Import, RemoveAct, Restore, Level, Copy Binding }

// NewSources makes the bindings of Fuentes.
func NewSources() Sources {
	return Sources{
		Problems:  bind("enter", texts.KeySourceProblems, "enter"),
		Conflicts: bind("x", texts.KeyConflicts, "x").tip(texts.TipConflicts),
		Links:     bind("w", texts.KeyLinks, "w").tip(texts.TipLinks),
		Changes:   bind("D", texts.KeyChanges, "D").tip(texts.TipChanges),
		Rules:     bind("H", texts.KeyRules, "H").tip(texts.TipRules),
		Scores:    bind("M", texts.KeyScores, "M").tip(texts.TipScores),
		Import:    bind("I", texts.KeySourceImport, "I"),
		Restore:   bind("R", texts.KeyBackupRestore, "R").tip(texts.TipBackupRestore),
		RemoveAct: bind("d", texts.KeySourceRemoveAct, "d", "delete"),
		Level:     bind("v", texts.KeySourceLevel, "v").tip(texts.TipSourceLevel),
		Copy:      bind("y", texts.KeyCopy, "y"),
	}
}

// Scope lists the bindings for help.
func (k Sources) Scope() Scope {
	return Scope{texts.ScreenSources, []Binding{k.Problems, k.Conflicts, k.Links, k.Changes, k.Rules, k.Scores, k.Import, k.RemoveAct, k.Restore, k.Level, k.Copy}}
}
