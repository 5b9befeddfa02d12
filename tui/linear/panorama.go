package linear

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
)

// survey is Panorama: what is counted.
type survey struct {
	overview   *panorama.Overview
	process    data.Process
	profession string
	modality   data.Modality
}

// filter gives the scope as a filter of the catalog.
func (v *survey) filter() catalog.Filter {
	f := catalog.Filter{}
	for d, value := range map[catalog.Dim]string{
		catalog.DimProcess: string(v.process), catalog.DimProfession: v.profession, catalog.DimModality: string(v.modality),
	} {
		if value != "" {
			f.Set(d, value)
		}
	}
	return f
}

// panorama is the menu of Panorama; it begins with the applicant's own line.
func (s *session) panorama() error {
	d := s.desk
	v := &survey{process: d.Profile.Process, profession: d.Profile.Profession, modality: d.Profile.Modality}
	if v.process == "" {
		v.process = d.Space.Latest()
	}
	v.overview = panorama.New(d.Space)
	return s.menu(func() menu {
		if !v.overview.Of(d.Space) {
			v.overview = panorama.New(d.Space)
		}
		m := menu{
			title: texts.LinearPanorama, help: []string{texts.LinearPanoramaHelp},
			status: []string{texts.LinearSentence(texts.PanoramaScope(v.process, v.profession, v.modality))},
		}
		for _, dim := range panorama.Dims() {
			m.options = append(m.options, option{label: texts.LinearBreakdown(dim.Key()), words: []string{dim.Key()}, do: func() error { return s.breakdown(v, dim) }})
		}
		m.options = append(m.options,
			option{label: texts.LinearCurvesGrade, do: func() error { s.curves(v, catalog.DimGrade); return nil }},
			option{label: texts.LinearHistory, do: func() error { s.history(); return nil }},
			option{label: texts.LinearScopeProfession, do: func() error {
				return s.scope(texts.ProfileProfession, texts.PanoramaAllProf, d.Space.Catalog.Values(catalog.DimProfession), &v.profession)
			}},
			option{label: texts.LinearScopeModality, do: func() error {
				return scopeOf(s, texts.ProfileModality, texts.PanoramaBoth, data.Modalities(), &v.modality)
			}},
			option{label: texts.LinearScopeProcess, do: func() error {
				return scopeOf(s, texts.ProfileProcess, texts.PanoramaAllProc, d.Space.Processes(), &v.process)
			}},
		)
		m.options = append(m.options, option{label: texts.LinearGrid, words: []string{"cruce"}, do: func() error { return s.grid(v) }})
		return m
	})
}

// grid reads regions by grade: one region a line, its grades with their figures.
func (s *session) grid(v *survey) error {
	measures := panorama.Measures()
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = texts.MeasureTitle(string(m))
	}
	word, err := s.oneOf(texts.LinearMeasureAsk, "", names, names[0])
	if err != nil {
		return err
	}
	measure := measures[slices.Index(names, word)]
	g := v.overview.Cross(catalog.DimRegion, catalog.DimGrade, v.filter(), &s.desk.Est.Figures)
	line := func(label string, whole *panorama.Cell, cells []panorama.Cell) string {
		var parts []string
		for i := range cells {
			parts = append(parts, texts.LinearGridCell(texts.PanoramaValue(catalog.DimGrade.Key(), g.ColumnValues[i], false), measure.Text(&cells[i])))
		}
		return texts.LinearGridLine(label, measure.Text(whole), parts)
	}
	return s.list(list{
		title: texts.LinearGrid, count: texts.LinearCells(len(g.RowValues)) + " " + line(texts.PanoramaTotal, &g.Total, g.ColumnTotals),
		len: func() int { return len(g.RowValues) },
		line: func(i int) string {
			return line(texts.PanoramaValue(catalog.DimRegion.Key(), g.RowValues[i], false), &g.RowTotals[i], g.Cells[i])
		},
	})
}

// scopeOf asks for a named value, or all.
func scopeOf[T ~string](s *session, label, all string, values []T, value *T) error {
	word := string(*value)
	err := s.scope(label, all, plainWords(values), &word)
	*value = T(word)
	return err
}

// scope asks for a value, or all of them.
func (s *session) scope(label, all string, values []string, value *string) error {
	now := *value
	if now == "" {
		now = all
	}
	word, err := s.oneOf(label, "", append([]string{all}, values...), now)
	if err != nil {
		return err
	}
	if word == all {
		word = ""
	}
	*value = word
	return nil
}

// breakdown reads the counts by one dimension.
func (s *session) breakdown(v *survey, dim catalog.Dim) error {
	t := v.overview.By(dim, v.filter(), &s.desk.Est.Figures)
	total := &t.Total
	count := texts.LinearCells(len(t.Cells)) + " " + s.cell(texts.PanoramaTotal, total, total)
	switch {
	case total.Listed == 0:
		count += " " + texts.PanoramaNoPast
	case total.Cut:
		count += " " + texts.LinearCut
	}
	return s.list(list{
		title: texts.LinearBreakdownTitle(dim.Key()), count: count,
		len: func() int { return len(t.Cells) },
		line: func(i int) string {
			c := &t.Cells[i]
			return s.cell(texts.PanoramaValue(dim.Key(), c.Value, c.Outside), c, total)
		},
	})
}

// cell reads the figures of a value.
func (s *session) cell(label string, c, total *panorama.Cell) string {
	line := texts.LinearCell{Label: label, Plazas: c.Plazas, Seats: c.Seats, Likely: c.Likely, LikelyKnown: c.Known > 0, Outside: c.Outside}
	if total.Seats > 0 && !c.Outside && c != total {
		line.Part = texts.PanoramaShare(float64(c.Seats) / float64(total.Seats))
	}
	if c.Listed > 0 || c.Taken > 0 {
		line.Taken = texts.Thousands(c.Taken)
		line.Share, line.Median = texts.PanoramaShare(c.Share()), texts.PanoramaShare(c.Median())
	}
	return line.String()
}

// curves tells how the seats of each value went while the line moved on.
func (s *session) curves(v *survey, dim catalog.Dim) {
	f := v.filter()
	if past := v.overview.PastOf(v.process, v.modality); past != "" {
		f.Set(catalog.DimProcess, string(past))
		s.say(texts.LinearSentence(texts.Capital(texts.CurvesNote(past))))
	}
	curves, whole, cut := v.overview.Curves(dim, f)
	if len(curves) == 0 {
		s.say(texts.LinearNoCurves)
		return
	}
	s.say(texts.LinearCurvesHow)
	read := func(label string, c *panorama.Curve) {
		shares := make([]string, 0, len(panorama.Marks()))
		for _, gone := range c.At(panorama.Marks()) {
			shares = append(shares, texts.PanoramaRound(gone))
		}
		s.say(texts.LinearCurveLine(label, c.Seats, panorama.Marks(), shares))
	}
	for i := range curves {
		read(texts.PanoramaValue(dim.Key(), curves[i].Value, false), &curves[i])
	}
	read(texts.PanoramaWhole, &whole)
	if cut > 0 {
		s.say(texts.PanoramaCutLines(cut))
	}
}

// history tells what each modality gives, and the years.
func (s *session) history() {
	facts := s.desk.Facts
	s.say(texts.LinearSentence(texts.ModalitiesTitle))
	for i := range facts.Modalities {
		f := &facts.Modalities[i]
		s.say(texts.LinearSentence(string(f.Modality)))
		for _, field := range [][2]string{
			{texts.ModalityPay, f.Pay},
			{texts.ModalityHours, f.Hours},
			{texts.ModalityBenefits, f.Benefits},
			{texts.ModalityLimit, f.Limit},
			{texts.CardSource, f.Source + " (" + string(f.Certainty) + ")"},
		} {
			if field[1] != "" {
				s.say(texts.LinearField(field[0], field[1]))
			}
		}
	}
	s.say(texts.LinearSentence(texts.HistoryTitle))
	var sources []string
	for _, y := range facts.History {
		unpaid := texts.HistoryNoData
		if y.HasEquivalente {
			unpaid = texts.Thousands(y.Equivalente)
		}
		s.say(texts.LinearYear(y.Year, texts.Thousands(y.Remunerada), unpaid))
		if source := texts.HistorySource([]string{y.Source + " (" + string(y.Certainty) + ")"}); !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	for _, source := range sources {
		s.say(texts.LinearSentence(source))
	}
}
