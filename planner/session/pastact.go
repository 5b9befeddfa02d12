package session

import (
	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// PastDraft is the act as a past list of its line; why says what keeps it from
// being stored, "" for nothing.
func (t *Turn) PastDraft() (d lists.Draft, why string) {
	switch {
	case !t.Stored():
		return d, texts.TurnInDemo
	case t.ReadOnly() != "":
		return d, t.ReadOnly()
	case !t.Ready():
		return d, texts.TurnNotReady
	case t.Unsaved() > 0:
		return d, texts.ActPastUnsaved
	}
	d, ok := t.ledger.act.Past(t.Name)
	if !ok {
		return d, texts.ActPastNothing
	}
	return d, ""
}

// KeepPast stores the act as a past list of its line, and then ends it: an act
// that cannot be stored goes on. The lists are loaded anew, as after an import.
func (t *Turn) KeepPast() Jobs {
	d, why := t.PastDraft()
	if why != "" {
		return warn(why)
	}
	now, line, said := t.session.Now(), t.Line(), texts.ActPastDone(&d.Info)
	end := func() Jobs {
		if t.Line() != line || !t.State().Started {
			return nil
		}
		t.kept = said
		return t.Do(turn.Event{Kind: turn.End})
	}
	return t.session.changePast(said, func() error {
		return imports.StorePastAct(t.session.ctx, t.session.Lib, d, now)
	}, end)
}

// HeldPast reports whether the library holds the act of the line as a past list.
func (t *Turn) HeldPast() bool {
	_, ok := imports.PastActOf(t.session.Space.Infos, t.Line())
	return ok && t.Stored()
}

// RemovePast takes the act of a line out of the past lists; its log stays.
func (d *Session) RemovePast(line data.Line) Jobs {
	now := d.Now()
	return d.changePast(texts.ActPastRemoved, func() error {
		_, err := imports.RemovePastAct(d.ctx, d.Lib, line, now)
		return err
	}, nil)
}

// changePast does something to the past lists, and loads all anew. When that went
// well said is told, and then, if any, follows.
func (d *Session) changePast(said string, do func() error, then func() Jobs) Jobs {
	if why := d.CannotImport(); why != "" {
		return warn(why)
	}
	lib, facts, ctx, noted := d.Lib, d.Facts, d.ctx, d.noted
	return Jobs{func() Answer {
		if err := do(); err != nil {
			return importStored{err: err}
		}
		space, err := storage.Load(ctx, lib, facts)
		return importStored{space: space, noted: noted, said: said, then: then, err: err}
	}}
}
