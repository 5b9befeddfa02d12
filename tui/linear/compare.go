package linear

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/planner/side"
	"brujula/planner/workspace"
)

// compare is the menu of Comparar.
func (s *dialogue) compare() error {
	return s.menu(func() menu {
		ids := s.desk.Compared()
		m := menu{title: texts.ScreenCompare, status: []string{texts.LinearCompared(len(ids), session.MostCompared)}, help: []string{texts.LinearCompareHelp}}
		names := side.Names(s.desk.Space, ids)
		for i, name := range names {
			m.status = append(m.status, texts.LinearSide(texts.SideLetter(i), name))
		}
		if len(ids) > 1 {
			m.options = append(m.options, option{label: texts.LinearCompareDiffs, words: []string{"diferencias"}, do: func() error { s.readAspects(true); return nil }})
		}
		if len(ids) > 0 {
			m.options = append(m.options, option{label: texts.LinearCompareAll, do: func() error { s.readAspects(false); return nil }})
		}
		if len(ids) < session.MostCompared {
			m.options = append(m.options, option{label: texts.LinearCompareAdd, do: s.addCompared})
		}
		for i, id := range ids {
			m.options = append(m.options, option{label: texts.LinearCompareDrop(names[i]), do: func() error { return s.toggleCompared(id) }})
		}
		return m
	})
}

// toggleCompared takes a plaza into the comparison, or out of it. The desk's own
// words name keys of the screens.
func (s *dialogue) toggleCompared(id data.PlazaID) error {
	before := len(s.desk.Compared())
	s.silent = true
	err := s.do(s.desk.Compare(id))
	s.silent = false
	if now := len(s.desk.Compared()); now != before {
		s.say(texts.LinearSideDone(s.desk.Name(id), now > before, now, session.MostCompared))
	}
	return err
}

// readAspects reads the comparison line by line; with only, what differs.
func (s *dialogue) readAspects(only bool) {
	sheet := side.Of(s.desk.Space, s.desk.Est, s.desk.Compared(), side.Spoken())
	if len(sheet.Columns) == 0 {
		s.say(texts.SideNothing)
		return
	}
	s.say(sheet.Best()...)
	said := 0
	for _, group := range sheet.Groups {
		title := group.Title
		for i := range group.Rows {
			r := &group.Rows[i]
			if only && !r.Differs() {
				continue
			}
			if title != "" {
				s.gap()
				s.say(texts.LinearHere(title))
				title = ""
			}
			s.say(texts.LinearAspect(r.Label, r.Values, r.Differs(), len(sheet.Columns))...)
			said++
		}
	}
	if said == 0 {
		s.say(texts.SideNoDiffs)
	}
}

// addCompared takes a plaza into the comparison, which is searched for in the own
// profession and process: what Explorar was left filtered by would hide others.
func (s *dialogue) addCompared() error {
	text, ok, err := s.free(texts.LinearCompareAddAsk)
	if !ok || err != nil {
		return err
	}
	l := s.look()
	rows := s.comparable(text)
	if len(rows) == 0 {
		s.say(texts.NothingFound, texts.LinearCompareSearch)
		return nil
	}
	done := false
	return s.list(list{
		title: texts.LinearCompareAdd, count: texts.LinearCount(len(rows), false) + " " + texts.LinearCompareSearch,
		len: func() int {
			if done {
				return 0
			}
			return len(rows)
		},
		line: func(i int) string { return s.plazaLine(rows[i]) },
		open: func(i int) error {
			done = true
			return s.toggleCompared(l.space.Catalog.Plaza(rows[i]).PlazaID)
		},
	})
}

// comparable finds the plazas that letters mean, in the own line and after it in
// that of the other modality.
func (s *dialogue) comparable(text string) (rows []int) {
	l := s.look()
	f := workspace.OfLine(l.line)
	f.Text = text
	find := func() []int {
		return l.space.Catalog.Rank(s.ctx, l.space.Catalog.Select(f, nil).Rows, text)
	}
	rows = find()
	if l.line.Modality != "" {
		f.Set(catalog.DimModality, string(l.line.Modality.Other()))
		rows = slices.Concat(rows, find())
	}
	return rows
}
