package linear

import (
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// facetDims are what can be filtered by, in the order in which it is read out.
func facetDims() []catalog.Dim {
	return []catalog.Dim{
		catalog.DimRegion, catalog.DimGrade, catalog.DimBand, catalog.DimModality, catalog.DimInstitution, catalog.DimCategory,
		catalog.DimZAF, catalog.DimZE, catalog.DimProvince, catalog.DimDistrict, catalog.DimBudget, catalog.DimDiresa,
		catalog.DimChange, catalog.DimOffered, catalog.DimGradeWas, catalog.DimRisk, catalog.DimSeverity, catalog.DimProfession, catalog.DimProcess,
	}
}

// facets asks what to filter by.
func (s *dialogue) facets() error {
	return s.menu(func() menu {
		l := s.look()
		m := menu{title: texts.KeyFilterShort, status: []string{texts.LinearFilters(s.filtersShown(l))}, help: []string{texts.LinearFilterHelp}, other: s.filterWords}
		for _, d := range facetDims() {
			if n := len(s.facetValues(l, d)); n > 0 {
				m.options = append(m.options, option{
					label: texts.LinearFacet(d.Key(), n, len(l.filter.In[d])), words: []string{d.Key()}, do: func() error { return s.facet(d) },
				})
			}
		}
		m.options = append(m.options,
			option{label: texts.LinearChanceMin, words: []string{workspace.KeyChanceMin}, do: func() error { return s.askFilter(workspace.KeyChanceMin, texts.LinearChanceMinAsk, "0") }},
			option{label: texts.LinearPointsMin, words: []string{workspace.KeyPointsMin}, do: func() error { return s.askFilter(workspace.KeyPointsMin, texts.LinearPointsMinAsk, "0") }},
		)
		if len(l.space.BeforeProcesses()) > 0 {
			m.options = append(m.options, option{label: texts.LinearBefore, words: []string{workspace.KeyBefore}, do: func() error { return s.askFilter(workspace.KeyBefore, texts.LinearBeforeAsk, "") }})
		}
		return m
	})
}

// facetValue is a value of a dimension with what it would give.
type facetValue struct {
	value string
	count catalog.Count
	on    bool
	least float64 // in the place of value: at least this chance
}

// label names it, of a dimension.
func (v *facetValue) label(d catalog.Dim) string {
	if v.least > 0 {
		return texts.FacetAtLeast(v.least)
	}
	return texts.LinearValue(d.Key(), v.value)
}

// facetValues returns the values of a dimension that would give something, or are
// asked for.
func (s *dialogue) facetValues(l *exploration, d catalog.Dim) []facetValue {
	values := browse.ValuesOf(l.space.Catalog, s.figures(), d)
	if len(values) == 0 {
		return nil
	}
	counts := l.selection.Facet(d)
	var out []facetValue
	if d == catalog.DimBand {
		for _, least := range workspace.LeastChances() {
			sum, on := workspace.AtLeast(counts, least), l.filter.ChanceMin == least
			if on || sum.Plazas > 0 {
				out = append(out, facetValue{count: sum, on: on, least: least})
			}
		}
	}
	for i, count := range counts {
		if on := l.filter.Has(d, values[i]); on || count.Plazas > 0 {
			out = append(out, facetValue{value: values[i], count: count, on: on})
		}
	}
	return out
}

// facet reads out the values of a dimension with their counts; each that is
// chosen is asked for from then on, or no more.
func (s *dialogue) facet(d catalog.Dim) error {
	values := s.facetValues(s.look(), d)
	likely := s.desk.Est.Figures.Chance != nil
	return s.list(list{
		title: texts.FacetTitle(d.Key()), count: texts.LinearFacetCount(len(values)),
		len: func() int { return len(values) },
		line: func(i int) string {
			v := &values[i]
			return texts.LinearFacetValue(v.label(d), int(v.count.Plazas), int(v.count.Likely), likely, v.on)
		},
		open: func(i int) error {
			l, v := s.look(), &values[i]
			switch {
			case v.least > 0:
				workspace.ToggleLeast(&l.filter, v.least)
			case d == catalog.DimBand: // a band by itself lifts the least chance
				l.filter.ChanceMin = 0
				l.filter.Toggle(d, v.value)
			default:
				l.filter.Toggle(d, v.value)
			}
			s.refind()
			s.say(texts.LinearFiltered(d.Key(), v.label(d), !v.on, len(l.rows)))
			s.sayOfNotes(d)
			values = s.facetValues(l, d)
			return nil
		},
	})
}

// askFilter asks for the chance or the points that a plaza has at least, or what became of it;
// unset is what lifts the filter.
func (s *dialogue) askFilter(key, question, unset string) error {
	text, err := s.word(question, texts.LinearAt{Zero: texts.LinearZeroUnset, Enter: texts.LinearEnterUnset})
	switch {
	case text == "0", err == nil && text == "":
		return s.applyFilter(key, unset)
	case err != nil:
		return err
	}
	return s.applyFilter(key, text)
}

// filterWords takes a filter in the words of the flags: "region puno, cusco".
func (s *dialogue) filterWords(text string) (bool, error) {
	word, rest, _ := strings.Cut(text, " ")
	word = fold.Fold(strings.TrimSuffix(word, ":"))
	rest = strings.TrimSpace(rest)
	switch {
	case word == workspace.KeyRefused:
		return true, s.limit(rest)
	case rest == "":
		return false, nil
	case word == workspace.KeyNear:
		return true, s.nearTo(rest)
	case word == workspace.KeyMaxKm:
		s.maxKm(rest)
		return true, nil
	case !slices.Contains(workspace.FilterKeys(), word):
		return false, nil
	}
	return true, s.applyFilter(word, rest)
}

// applyFilter sets one filter as the commands read it.
func (s *dialogue) applyFilter(key, value string) error {
	l := s.look()
	next, err := l.space.Refine(l.filter, key, value)
	if err != nil {
		s.say(texts.LinearWarning(workspace.RequestText(err)))
		return nil
	}
	l.filter = next
	s.refind()
	s.sayRead()
	s.say(texts.LinearFound(len(l.rows)))
	if d, ok := catalog.DimOf(key); ok {
		s.sayOfNotes(d)
	}
	return nil
}

// sortKeys are those that are offered, the ones most used first.
func sortKeys() []catalog.SortKey {
	return []catalog.SortKey{
		catalog.SortChance, catalog.SortPoints, catalog.SortGrade, catalog.SortName, catalog.SortRegion, catalog.SortProvince, catalog.SortDistrict,
		catalog.SortRisks, catalog.SortSeats, catalog.SortCategory, catalog.SortInstitution, catalog.SortLeaves, catalog.SortBudget,
	}
}

// sort asks for an order; more keys can be given as --orden takes them.
func (s *dialogue) sort() error {
	return s.menu(func() menu {
		l, keys := s.look(), sortKeys()
		m := menu{title: texts.KeySortShort, status: []string{texts.LinearOrdered(orderWords(l.orders))}, help: []string{texts.LinearSortHelp}, other: s.sortWords}
		if l.near.Text != "" {
			keys = append(slices.Clip(keys), catalog.SortDistance)
		}
		processes := l.space.BeforeProcesses()
		for at, key := range []catalog.SortKey{catalog.SortBefore, catalog.SortLongBefore} {
			if at < len(processes) {
				keys = append(slices.Clip(keys), key)
			}
		}
		if len(s.figures().Tags[catalog.DimOffered].Values()) > 0 {
			keys = append(slices.Clip(keys), catalog.SortOffered, catalog.SortGradeWas)
		}
		for _, key := range keys {
			m.options = append(m.options, option{label: texts.LinearSortKey(string(key)), words: []string{string(key)}, do: func() error {
				desc, err := s.direction(key)
				if err == nil {
					s.order([]catalog.Order{{Key: key, Desc: desc}})
				}
				return err
			}})
		}
		m.options = append(m.options, option{label: texts.LinearSortUsual, do: func() error {
			s.order(nil)
			return nil
		}})
		return m
	})
}

// direction asks which end comes first; the one that is wanted more often is the
// first option, which enter takes.
func (s *dialogue) direction(key catalog.SortKey) (desc bool, err error) {
	up, down := texts.LinearDirections(string(key))
	ways, usual := []string{down, up}, true
	if texts.LinearAscends(string(key)) {
		ways, usual = []string{up, down}, false
	}
	s.say(texts.LinearOption(1, ways[0]), texts.LinearOption(2, ways[1]))
	for {
		text, err := s.word(texts.LinearDirectionAsk, texts.LinearAt{Choose: true, Enter: texts.LinearEnterFirst})
		if err != nil {
			return false, err
		}
		if text == "" {
			return usual, nil
		}
		if i, ok := choose(text, [][]string{{ways[0]}, {ways[1]}}); ok {
			return (i == 0) == usual, nil
		}
		s.say(texts.LinearNoSuchOption(text, 2))
	}
}

func (s *dialogue) sortWords(text string) (bool, error) {
	orders, unknown := catalog.ParseOrder(fold.Fold(text))
	if unknown != "" || len(orders) == 0 {
		return false, nil
	}
	if s.look().near.Text == "" && browse.ByDistance(orders) {
		s.say(texts.LinearPlaceFirst)
		return true, nil
	}
	s.order(orders)
	return true, nil
}

// order puts the rows in another order; none is the usual one.
func (s *dialogue) order(orders []catalog.Order) {
	l := s.look()
	l.orders, l.chosen = orders, len(orders) > 0
	s.refind()
	s.say(texts.LinearOrdered(orderWords(l.orders)))
}

func orderWords(orders []catalog.Order) []string {
	out := make([]string, len(orders))
	for i, o := range orders {
		up, down := texts.LinearDirections(string(o.Key))
		way := up
		if o.Desc {
			way = down
		}
		out[i] = texts.LinearSortKey(string(o.Key)) + " " + way
	}
	return out
}

// limit sets what the applicant will not take, and looks again.
func (s *dialogue) limit(text string) error {
	if err := s.do(s.desk.SetLimits(text)); err != nil {
		return err
	}
	s.refind()
	return nil
}
