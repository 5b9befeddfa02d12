package linear

import (
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/planner/workspace"
)

// figures are what rows are filtered and sorted by.
func (s *dialogue) figures() *catalog.Figures {
	l, space := s.looking, s.desk.Space
	if l == nil {
		fig := s.desk.Est.Figures
		return &fig
	}
	if l.known.Space != space && !space.Partial() {
		l.known = browse.Learn(space)
	}
	return browse.Figures(space, s.desk.Est.Figures, s.desk.Est.Refusals, &l.known, &l.near)
}

// sayOfNotes says, when notes are filtered by, which count and what their
// absence does not mean.
func (s *dialogue) sayOfNotes(d catalog.Dim) {
	if d.OfNotes() && s.looking.filter.Asks(d) {
		s.say(texts.NotesThatCount)
	}
}

// askNear asks from where distances are measured.
func (s *dialogue) askNear() error {
	if s.desk.Space.Places().Len() == 0 {
		s.say(texts.LinearNoCoordinates)
		return nil
	}
	text, err := s.text(texts.LinearNearAsk)
	if err != nil {
		return err
	}
	return s.nearTo(text)
}

// nearTo measures distances in a straight line: "juliaca", "juliaca 60" for those
// within 60 km, a RENIPRESS. Without a place it forgets the one that was named.
func (s *dialogue) nearTo(request string) error {
	l := s.look()
	place, most := workspace.SplitNear(request)
	if place == "" {
		l.forgetPlace()
		s.refind()
		s.say(texts.LinearNearForgotten, texts.LinearFound(len(l.rows)))
		return nil
	}
	if s.desk.Space.Places().Len() == 0 {
		s.say(texts.LinearNoCoordinates)
		return nil
	}
	if err := l.measure(place, most); err != nil {
		s.say(texts.LinearWarning(workspace.RequestText(err)))
		return nil
	}
	l.orders, l.chosen = []catalog.Order{{Key: catalog.SortDistance}}, true
	s.refind()
	wanted := s.wanted()
	lost := l.near.Lost(&wanted, s.figures())
	s.say(texts.LinearNearFrom(l.near.Place.Name, lost), texts.LinearFound(len(l.rows)))
	if len(l.rows) == 0 && lost > 0 {
		s.say(texts.NearNotListed(lost, ""))
	}
	return nil
}

func (l *exploration) measure(text string, most float64) error {
	near, err := browse.Measure(l.space, text)
	if err == nil {
		l.near, l.filter.DistanceMax = near, most
	}
	return err
}

// maxKm bounds the distance from the place that was named.
func (s *dialogue) maxKm(text string) {
	l := s.look()
	km, ok := workspace.ParseKm(text)
	switch {
	case l.near.Text == "":
		s.say(texts.LinearPlaceFirst)
		return
	case !ok:
		s.say(texts.LinearWarning(texts.BadNumber(workspace.KeyMaxKm, texts.Shortened(text))))
		return
	}
	l.filter.DistanceMax = km
	s.refind()
	s.say(texts.LinearFound(len(l.rows)))
}

// forgetPlace takes distances out of filter and order.
func (l *exploration) forgetPlace() {
	l.near, l.filter.DistanceMax, l.orders = browse.Near{}, 0, browse.WithoutDistance(l.orders)
	l.chosen = l.chosen && len(l.orders) > 0
}

// refind works out anew what passes after the user has changed something, and has
// it remembered.
func (s *dialogue) refind() {
	s.find()
	_ = s.do(s.desk.Touched()) // a timer alone: no question can come of it
}

// begun is Explorar of the lists and the line that are there now: as it was left,
// at the last start or before other lists came, as far as that makes sense.
func (s *dialogue) begun(before *exploration) *exploration {
	space, line := s.desk.Space, s.desk.Line()
	l := &exploration{space: space, line: line}
	s.looking = l
	b, ok := workspace.ParseBrowse(s.desk.Recall(session.SettingExplore))
	if before != nil {
		b, ok = before.browse(), true
	}
	if !ok {
		l.ownLine()
		return l
	}
	kept, lost := space.Fits(b.On(line), line)
	l.filter = kept
	l.filter.DistanceMax = 0
	l.orders, l.chosen = b.Orders, len(b.Orders) > 0
	if b.Near == "" || space.Places().Len() == 0 || l.measure(b.Near, b.Filter.DistanceMax) != nil {
		l.forgetPlace()
	}
	if n := workspace.Asked(&l.filter, line); n > 0 && before == nil {
		s.say(texts.LinearFiltersRestored(n))
	}
	if text := workspace.LostText(lost); text != "" {
		s.say(texts.LinearWarning(text))
	}
	return l
}

// browse is what is remembered of it.
func (l *exploration) browse() workspace.Browse {
	b := workspace.Browse{Line: l.line, Filter: l.filter, Near: l.near.Text}
	if l.chosen {
		b.Orders = l.orders
	}
	return b
}

// remember has Explorar found again at the next start, by the screens too. The
// plaza under their cursor stays as it was.
func (s *dialogue) remember() {
	s.desk.Remember(session.SettingExplore, func() string {
		saved := s.desk.Recall(session.SettingExplore)
		if s.looking == nil {
			return saved
		}
		b := s.looking.browse()
		if old, ok := workspace.ParseBrowse(saved); ok {
			b.Plaza = old.Plaza
		}
		return b.Encode()
	})
}
