package linear

import (
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
)

// counts asks what to count the found plazas by.
func (s *dialogue) counts() error {
	return s.menu(func() menu {
		l := s.look()
		m := menu{title: texts.LinearCounts, status: []string{texts.LinearFound(len(l.rows))}, help: []string{texts.LinearCountsHelp}}
		for _, d := range browse.CountDims() {
			if counts := browse.CountsOf(l.space.Catalog, l.rows, d, &l.filter, s.figures()); len(counts) > 0 {
				m.options = append(m.options, option{label: texts.LinearFacet(d.Key(), len(counts), 0), words: []string{d.Key()}, do: func() error { return s.countsBy(d) }})
			}
		}
		return m
	})
}

// countsBy reads how many of the found plazas have each value, the most frequent
// first; one that is chosen is filtered by.
func (s *dialogue) countsBy(d catalog.Dim) error {
	l := s.look()
	counts := browse.CountsOf(l.space.Catalog, l.rows, d, &l.filter, s.figures())
	ranked := s.figures().Chance != nil
	return s.list(list{
		title: texts.FacetTitle(d.Key()), count: texts.LinearCountsOf(len(counts)),
		len: func() int { return len(counts) },
		line: func(i int) string {
			c := &counts[i]
			return texts.LinearCountedValue(texts.LinearValue(d.Key(), c.Value), c.Plazas, c.Seats, c.Likely, ranked)
		},
		open: func(i int) error {
			if d == catalog.DimBand { // a band by itself lifts the least chance
				l.filter.ChanceMin = 0
			}
			l.filter.Set(d, counts[i].Value)
			s.refind()
			s.say(texts.LinearFiltered(d.Key(), texts.LinearValue(d.Key(), counts[i].Value), true, len(l.rows)))
			s.sayOfNotes(d)
			counts = browse.CountsOf(l.space.Catalog, l.rows, d, &l.filter, s.figures())
			return nil
		},
	})
}
