package linear

import (
	"math"
	"slices"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/compare"
	"brujula/planner/geo"
	"brujula/planner/session"
	"brujula/planner/workspace"
)

// known is what is found out about every row of the lists once: topics and
// severities of its notes, and how it differs from the offer before.
type known struct {
	space *workspace.Workspace // that it is of
	tags  map[catalog.Dim]*catalog.Tags
}

// nearness is a place that the user named, with the distance of every row.
type nearness struct {
	text  string // as it is found again in other lists; "" for no place
	place geo.Place
	km    []float64 // by row of the catalog, NaN where the place is not known
	about []bool    // of these, measured from the surroundings of the plaza
}

// figures are what rows are filtered and sorted by.
func (s *dialogue) figures() *catalog.Figures {
	fig := s.desk.Est.Figures
	l, space := s.looking, s.desk.Space
	if l == nil {
		return &fig
	}
	if l.known.space != space && !space.Partial() {
		topics, severities := space.RiskTags()
		l.known = known{space, map[catalog.Dim]*catalog.Tags{catalog.DimRisk: topics, catalog.DimSeverity: severities}}
		if changes := compare.LedgerOf(space).Tags(); changes != nil {
			l.known.tags[catalog.DimChange] = changes
		}
	}
	if l.known.space == space {
		fig.Tags, fig.Past = l.known.tags, space.BeforeTurns()
	}
	if l.near.text != "" && l.space == space {
		fig.Distance = l.near.km
	}
	return &fig
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
	s.say(texts.LinearNearFrom(l.near.place.Name, s.lost()), texts.LinearFound(len(l.rows)))
	if lost := s.lost(); len(l.rows) == 0 && lost > 0 {
		s.say(texts.NearNotListed(lost, ""))
	}
	return nil
}

func (l *looking) measure(text string, most float64) error {
	place, err := l.space.Near(text)
	if err != nil {
		return err
	}
	km, about := l.space.Distances(place)
	l.near = nearness{text, place, km, about}
	l.filter.DistanceMax = most
	return nil
}

// lost counts the rows that would pass the filter but have no known place.
func (s *dialogue) lost() int {
	f, figures := s.looking.filter.Clone(), s.figures()
	f.DistanceMax = 0
	n := 0
	for _, row := range s.desk.Space.Catalog.Select(f, figures).Rows {
		if math.IsNaN(figures.Distance[row]) {
			n++
		}
	}
	return n
}

// maxKm bounds the distance from the place that was named.
func (s *dialogue) maxKm(text string) {
	l := s.look()
	km, ok := workspace.ParseKm(text)
	switch {
	case l.near.text == "":
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
func (l *looking) forgetPlace() {
	l.near, l.filter.DistanceMax = nearness{}, 0
	l.orders = slices.DeleteFunc(slices.Clone(l.orders), func(o catalog.Order) bool { return o.Key == catalog.SortDistance })
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
func (s *dialogue) begun(before *looking) *looking {
	space, line := s.desk.Space, s.desk.Line()
	l := &looking{space: space, line: line}
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
func (l *looking) browse() workspace.Browse {
	b := workspace.Browse{Line: l.line, Filter: l.filter, Near: l.near.text}
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
