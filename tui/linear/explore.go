package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// exploration is Explorar: what is filtered, in what order, and what passes. It
// stays as it was left until the lists or the profile change.
type exploration struct {
	space   *workspace.Workspace
	line    data.Line
	known   browse.Known
	near    browse.Near
	version int // of the desk's chances

	filter    catalog.Filter
	orders    []catalog.Order
	chosen    bool // the user chose the orders
	rows      []int
	loose     bool           // rows only resemble the search text
	read      browse.Reading // of a text that nothing holds
	byMatch   bool           // rows stand as they match the text
	total     int            // of the lines that are looked at
	selection *catalog.Selection
}

// look returns Explorar for what is loaded now. For other lists or another line it
// is fitted anew.
func (s *dialogue) look() *exploration {
	d := s.desk
	l := s.looking
	if l == nil || l.space != d.Space || l.line != d.Line() {
		l = s.begun(l)
	}
	if l.space != d.Space || l.version != d.Version() {
		l.space, l.version = d.Space, d.Version()
		s.looking = l
		s.find()
	}
	return s.looking
}

// ownLine filters for the applicant's own line alone.
func (l *exploration) ownLine() {
	l.filter = workspace.OfLine(l.line)
}

// find works out what passes, in order. A text that nothing holds finds what
// resembles it.
func (s *dialogue) find() {
	l, figures := s.looking, s.figures()
	c := l.space.Catalog
	if !l.chosen {
		l.orders = s.desk.UsualOrder()
	}
	wanted := s.wanted()
	l.selection, l.loose, l.byMatch, l.read = c.Select(wanted, figures), false, false, browse.Reading{}
	l.rows = c.Sort(l.selection.Rows, l.orders, figures)
	if strings.TrimSpace(l.filter.Text) != "" {
		switch {
		case len(l.rows) == 0:
			l.read = browse.Read(s.ctx, l.space, wanted, figures)
			l.rows, l.loose, l.byMatch = l.read.Found.Rows, len(l.read.Found.Rows) > 0, true
		case !l.chosen:
			l.rows, l.byMatch = c.Rank(s.ctx, l.rows, l.filter.Text), true
		}
	}
	l.total = len(c.Select(browse.LinesOf(&l.filter), nil).Rows)
}

// explore is the menu of Explorar.
func (s *dialogue) explore() error {
	return s.menu(func() menu {
		l := s.look()
		return menu{
			title: texts.ScreenExplore, status: s.exploreStatus(l), help: []string{texts.LinearExploreHelp},
			options: []option{
				{label: texts.LinearRead(len(l.rows)), words: []string{"ver", "lista"}, do: s.readPlazas},
				{label: texts.LinearSearch, do: s.search},
				{label: texts.KeyFilterShort, words: []string{"filtros"}, do: s.facets},
				{label: texts.LinearUnfilter, do: s.unfilter},
				{label: texts.KeySortShort, words: []string{"orden"}, do: s.sort},
				{label: texts.KeyOtherModality, words: []string{"otra modalidad"}, do: s.otherModality},
				{label: texts.LinearLookFrom, words: []string{"simular"}, do: s.lookFrom},
				{label: texts.HintPasses, words: []string{"pasan"}, do: s.lookPasses},
				{label: texts.LinearNear, words: []string{"quien"}, do: s.near},
				{label: texts.LinearDistance, words: []string{workspace.KeyNear, "km"}, do: s.askNear},
				{label: texts.LinearCounts, words: []string{"frecuencias"}, do: s.counts},
			},
			other: s.filterWords,
		}
	})
}

// wanted is the filter without what the applicant does not want: what every question
// to the lists goes by.
func (s *dialogue) wanted() catalog.Filter { return browse.Wanted(s.looking.filter, s.desk.Est) }

func (s *dialogue) exploreStatus(l *exploration) []string {
	c := l.space.Catalog
	oneLine := len(l.filter.In[catalog.DimProfession]) == 1 && len(l.filter.In[catalog.DimModality]) == 1
	lines := []string{texts.LinearSentence(texts.CountLine(len(l.rows), l.total, c.Seats(l.rows, &l.filter), oneLine))}
	if l.loose {
		lines = append(lines, texts.LinearSentence(texts.Capital(l.read.Told(l.filter.Text))))
	} else if reach := s.desk.Est.ReachOf(l.selection); reach.All > 0 {
		lines = append(lines, texts.LinearReach(reach.Likely(), reach.All, reach.Bands))
	}
	ordered := texts.LinearOrdered(orderWords(l.orders))
	switch {
	case l.byMatch:
		ordered = texts.LinearSentence(texts.OrderByMatch)
	case !l.chosen && s.desk.LookRank() > 0:
		ordered = texts.LinearSentence(texts.OrderBest)
	}
	lines = append(lines, texts.LinearFilters(s.filtersShown(l)), ordered)
	lines = append(lines, s.followed()...)
	if look, simulated := s.desk.Look(); simulated {
		lines = append(lines, texts.LinearSimulated(s.desk.LookRank(), look.Passes))
	}
	return lines
}

// filtersShown states the filters, the text last.
func (s *dialogue) filtersShown(l *exploration) []string {
	out := data.Map(l.filter.Dims(), func(d catalog.Dim) string { return texts.LinearFilterShown(d.Key(), l.filter.In[d], l.filter.Out[d]) })
	out = append(out, browse.BoundsShown(&l.filter, l.selection)...)
	if l.near.Text != "" {
		out = append(out, texts.NearShown(l.near.Place.Name, l.filter.DistanceMax, 0))
	}
	if l.filter.Text != "" {
		out = append(out, texts.LinearTextShown(l.filter.Text))
	}
	return out
}

// readPlazas reads out what passes; a number opens the card.
func (s *dialogue) readPlazas() error {
	l := s.look()
	rows := l.rows // the same while they are read, whatever is filtered meanwhile
	return s.list(list{
		title: texts.ScreenExplore, count: texts.LinearCount(len(rows), l.loose && l.read.Text == ""),
		len:  func() int { return len(rows) },
		line: func(i int) string { return s.plazaLine(rows[i]) },
		open: func(i int) error { return s.card(rows[i]) },
	})
}

// plazaLine reads a plaza: name, where, grade, chance, points, notes.
func (s *dialogue) plazaLine(row int) string { return s.plazaText(row).String() }

func (s *dialogue) plazaText(row int) texts.LinearPlaza {
	d := s.desk
	f := d.Space.Facts(row, d.Est)
	if l := s.looking; l != nil {
		f = browse.Facts(d.Space, d.Est, row, &l.known, &l.near)
	}
	line := texts.LinearPlaza{
		Plaza: f.Plaza, Fate: d.Fate(f.Plaza.PlazaID).Text(), HasPoints: f.Points.Known, Points: f.Points.Value,
		Worst: f.Mark.Worst, Notes: f.Mark.Count, Place: d.Plan().Index(f.Plaza.PlazaID) + 1, Line: d.Line(),
	}
	if f.Far.Asked {
		line.Distance = texts.LinearKm(f.Far.Km, f.Far.About)
	}
	if f.Known {
		line.Chance = texts.LinearChance(f.Estimate.Band.Letter(), f.Estimate.Chance, f.Estimate.Lo, f.Estimate.Hi, f.Estimate.HasRange)
		if text := f.Spread.String(); text != "" {
			line.Chance += "; " + text
		}
	}
	return line
}

// unfilter lifts every filter but the own line.
func (s *dialogue) unfilter() error {
	l := s.look()
	l.ownLine()
	l.forgetPlace()
	s.refind()
	s.say(texts.LinearUnfiltered)
	return nil
}

func (s *dialogue) search() error {
	l := s.look()
	text, err := s.text(texts.LinearSearchAsk)
	switch {
	case err != nil:
		return err
	case text == "" && l.filter.Text == "":
		return errBack
	}
	l.filter.Text = text
	s.refind()
	s.sayRead()
	if text != "" && len(l.rows) > 0 {
		return s.readPlazas()
	}
	return nil
}

// sayRead says as what a text that nothing holds was read, or what it may be meant for.
func (s *dialogue) sayRead() {
	l := s.look()
	switch meant := l.read.Meant(); {
	case l.read.Text != "":
		s.say(texts.LinearSentence(texts.Capital(l.read.Told(l.filter.Text))))
	case len(meant) > 0:
		s.say(texts.LinearSentence(texts.Capital(texts.TextMeant(l.filter.Text, meant))))
	}
}

// otherModality looks at the other modality's plazas under the same filters.
func (s *dialogue) otherModality() error {
	l := s.look()
	switch other := browse.OtherOf(l.space, &l.filter); {
	case other.Modality == "":
		s.say(texts.NoOtherModality)
	case !other.Loaded:
		s.say(texts.OtherNotLoaded(string(other.Process), other.Modality, ""))
	default:
		l.filter.Set(catalog.DimModality, string(other.Modality))
		s.refind()
		s.say(texts.LinearNowModality(string(other.Modality)))
	}
	return nil
}

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
