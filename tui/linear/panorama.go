package linear

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
)

// survey is Panorama: what is counted.
type survey struct {
	s        *dialogue
	overview *panorama.Overview
	scope    panorama.Scope
}

// count counts what a view shows, as the screen does.
func (v *survey) count(view panorama.View, m panorama.Measure) *panorama.Content {
	space, figures := v.s.desk.Space, &v.s.desk.Est.Figures
	if !v.overview.Of(space) {
		v.overview = panorama.New(space)
	}
	if len(figures.Points) != space.Catalog.Len() { // they are of the lists before
		figures = space.PlainFigures()
	}
	return v.overview.Count(view, v.scope, m, figures, v.s.desk.Est.Refusals)
}

// viewOf finds the view of a kind and its dimensions; the screen has no table of
// some dimensions that can be asked for here.
func viewOf(kind panorama.ViewKind, dim, other catalog.Dim) panorama.View {
	for _, v := range panorama.Views() {
		if v.Kind == kind && v.Dim == dim && v.Other == other {
			return v
		}
	}
	return panorama.View{Title: texts.FacetTitle(dim.Key()), Kind: kind, Dim: dim, Other: other}
}

// panorama is the menu of Panorama; it begins with the applicant's own line.
func (s *dialogue) panorama() error {
	d := s.desk
	process := cmp.Or(d.Profile.Process, d.Space.Latest())
	v := &survey{s: s, scope: panorama.Scope{Process: process, Profession: d.Profile.Profession, Modality: d.Profile.Modality}}
	return s.menu(func() menu {
		m := menu{
			title: texts.ScreenPanorama, help: []string{texts.LinearPanoramaHelp},
			status: append([]string{scopeText(v.scope)}, s.followed()...),
		}
		for _, dim := range panorama.Dims() {
			m.options = append(m.options, option{
				label: texts.LinearBreakdown(dim.Key()), words: []string{dim.Key()},
				do: func() error { return v.breakdown(viewOf(panorama.TableView, dim, dim)) },
			})
		}
		m.options = append(m.options,
			option{label: texts.LinearCurvesGrade, do: func() error { return v.curves(viewOf(panorama.CurvesView, catalog.DimGrade, catalog.DimGrade)) }},
			option{label: texts.LinearHistory, do: func() error { v.history(); return nil }},
			option{label: texts.LinearScopeProfession, do: func() error {
				return s.scope(texts.FieldProfession, texts.AllProfessions, d.Space.Catalog.Values(catalog.DimProfession), &v.scope.Profession)
			}},
			option{label: texts.LinearScopeModality, do: func() error {
				return scopeOf(s, texts.FieldModality, texts.PanoramaBoth, data.Modalities(), &v.scope.Modality)
			}},
			option{label: texts.LinearScopeProcess, do: func() error {
				return scopeOf(s, texts.FieldProcess, texts.PanoramaAllProc, d.Space.Processes(), &v.scope.Process)
			}},
		)
		for _, view := range panorama.Views() {
			if view.Kind == panorama.GridView {
				m.options = append(m.options, option{label: texts.LinearGridTitle(view.Title), words: gridWords(view), do: func() error { return v.grid(view) }})
			}
		}
		m.options = append(m.options, option{label: texts.LinearCurvesRegion, do: func() error { return v.curves(viewOf(panorama.CurvesView, catalog.DimRegion, catalog.DimRegion)) }},
			option{label: texts.LinearMap, words: []string{"mapa"}, do: v.reachMap},
			option{label: texts.LinearMapMeasure, words: []string{"medida"}, do: v.measureMap},
			option{label: texts.LinearProspects, words: []string{"puntos", "frontera"}, do: v.prospects},
			option{label: texts.LinearYearbook, words: []string{"informe"}, do: func() error { return s.yearbook(v.scope.Process) }})
		return m
	})
}

// gridWords returns the word that chooses the grid most asked for.
func gridWords(view panorama.View) []string {
	if view.Dim == catalog.DimRegion {
		return []string{"cruce"}
	}
	return nil
}

// scopeText reports what is counted.
func scopeText(s panorama.Scope) string {
	return texts.LinearSentence(texts.PanoramaScope(s.Process, s.Profession, s.Modality))
}

// widened reports what a view counts, where that is more than what was asked for, or
// what the applicant wants.
func (v *survey) widened(c *panorama.Content) string {
	said := ""
	if c.Scope != v.scope {
		said = scopeText(c.Scope)
	}
	if c.Refused > 0 {
		said = spaced([]string{said, texts.LinearSentence(texts.Capital(texts.PanoramaRefused(c.Refused, c.View.Kind == panorama.ProspectsView, false)))})
	}
	return said
}

// scopeOf asks for a named value, or all.
func scopeOf[T ~string](s *dialogue, label, all string, values []T, value *T) error {
	word := string(*value)
	err := s.scope(label, all, data.Words(values), &word)
	*value = T(word)
	return err
}

// scope asks for a value, or all of them.
func (s *dialogue) scope(label, all string, values []string, value *string) error {
	now := cmp.Or(*value, all)
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

// history tells what each modality gives, and the years.
func (v *survey) history() {
	s := v.s
	c := v.count(viewOf(panorama.HistoryView, catalog.DimModality, catalog.DimModality), panorama.MeasureSeats)
	facts := s.desk.Facts
	s.say(texts.LinearSentence(texts.ModalitiesTitle))
	for i := range facts.Modalities {
		f := &facts.Modalities[i]
		s.say(texts.LinearSentence(string(f.Modality)))
		if t, ok := c.Modalities[f.Modality]; ok {
			s.say(texts.LinearField(texts.ModalityOffered(c.Scope.Process), texts.Thousands(t.Seats)))
			if t.Listed {
				s.say(texts.LinearField(texts.ModalityTaken(c.Scope.Process), texts.Thousands(t.Taken)))
			}
		}
		for _, field := range [][2]string{
			{texts.ModalityPay, f.Pay},
			{texts.FieldHours, f.Hours},
			{texts.FieldBenefits, f.Benefits},
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
	s.say(data.Map(sources, texts.LinearSentence)...)
}
