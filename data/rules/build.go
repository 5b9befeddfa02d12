package rules

import (
	"slices"
	"strconv"

	"brujula/data"
	"brujula/data/texts"
)

// Certainties lists the marks that an entry may bear.
func Certainties() []Certainty {
	return []Certainty{Official, Secondary, Computed, Unclear, Unconfirmed, NotFound}
}

const (
	mostPeople = 10_000_000 // bounds counts of applicants and seats
	mostValue  = 1e9        // bounds figures
)

func (b *builder) build(raw map[string]any) *Rules {
	old := b.base
	out := &Rules{
		Points:     collect(b, raw, "puntos", old.Points, func(e *GradePoints) *Basis { return &e.Basis }, readPoints),
		Bonuses:    collect(b, raw, "bonificacion", old.Bonuses, func(e *QuintileBonus) *Basis { return &e.Basis }, readBonus),
		figures:    collect(b, raw, "cifra", old.figures, func(e *Figure) *Basis { return &e.Basis }, readFigure),
		Facts:      collect(b, raw, "hecho", old.Facts, func(e *Fact) *Basis { return &e.Basis }, readFact),
		Modalities: collect(b, raw, "modalidad", old.Modalities, func(e *ModalityFacts) *Basis { return &e.Basis }, readModality),
		History:    collect(b, raw, "historia", old.History, func(e *Year) *Basis { return &e.Basis }, readYear),
		Sizes:      collect(b, raw, "proceso", old.Sizes, func(e *ProcessSize) *Basis { return &e.Basis }, readSize),
		Categories: collect(b, raw, "categoria", old.Categories, func(e *Category) *Basis { return &e.Basis }, readCategory),
		Questions:  collect(b, raw, "pregunta", old.Questions, func(e *Question) *Basis { return &e.Basis }, readQuestion),
	}
	out.Cities = collect(b, raw, "ciudad", old.Cities, func(e *City) *Basis { return &e.Basis }, readCity)
	risks := collect(b, raw, "riesgo", groupRisks(old.Risks), func(e *riskEntry) *Basis { return &e.Basis }, (*builder).risk)
	out.Risks = flatRisks(risks)
	b.unknown(raw)
	return out
}

func readPoints(b *builder, t *table) GradePoints {
	return GradePoints{
		Basis:      b.basis(t),
		Profession: t.name("profesion", true),
		Grade:      t.integer("grado", true, 1, 5),
		Quintile:   t.integer("quintil", false, 1, 5),
		Points:     t.number("valor", 0, 100),
	}
}

func readBonus(b *builder, t *table) QuintileBonus {
	return QuintileBonus{
		Basis:    b.basis(t),
		Quintile: t.integer("quintil", true, 1, 5),
		Percent:  t.number("porcentaje", 0, 100),
	}
}

func readFigure(b *builder, t *table) Figure {
	f := Figure{Basis: b.basis(t), Unit: t.text("unidad", true), Text: t.text("texto", true)}
	if known := func(old Figure) bool { return old.ID == f.ID }; b.own && !slices.ContainsFunc(b.base.figures, known) {
		t.fail("id", texts.RulesUnknownFigure(f.ID)) // it would change nothing, and nobody would notice
	}
	least, most := 0.0, float64(mostValue)
	// Shares are parts of one; an answer at no points would be divided by.
	switch f.ID {
	case FigureMeritExam, FigureMeritAverage, FigurePassing, FigureChoosing:
		most = 1
	case FigureResidencyAnswer:
		least = 0.001
	}
	f.Value = t.number("valor", least, most)
	return f
}

func readFact(b *builder, t *table) Fact {
	return Fact{Basis: b.basis(t), Section: choice(t, "seccion", true, sections()), Text: t.text("texto", true)}
}

func sections() []Section {
	return []Section{
		SectionProgramme, SectionMerit, SectionTurn, SectionGrade, SectionResidency,
		SectionBonus, SectionRisk, SectionSource,
	}
}

func readModality(b *builder, t *table) ModalityFacts {
	return ModalityFacts{
		Basis:    b.basis(t),
		Modality: choice(t, "id", true, data.Modalities()),
		Pay:      t.text("pago", true),
		Hours:    t.text("horas", true),
		Benefits: t.text("beneficios", true),
		Limit:    t.text("limite", false),
	}
}

func readYear(b *builder, t *table) Year {
	y := Year{
		Basis:       b.basis(t),
		Remunerada:  t.integer("remunerada", true, 0, mostPeople),
		Equivalente: t.integer("equivalente", false, 0, mostPeople),
	}
	_, y.HasEquivalente = t.fields["equivalente"]
	year, err := strconv.Atoi(y.ID)
	if err != nil || year < 1972 || year > 2200 {
		t.fail("id", texts.RulesNotYear(y.ID))
	}
	y.Year = year
	return y
}

func readSize(b *builder, t *table) ProcessSize {
	count := func(key string) int { return t.integer(key, false, 0, mostPeople) }
	s := ProcessSize{
		Basis:                     b.basis(t),
		Applicants:                count("postulantes"),
		ApplicantsAre:             t.text("postulantes_son", false),
		AtLeast:                   t.boolean("postulantes_minimo"),
		ByProfession:              readApplicants(t),
		Remunerada:                count("remunerada"),
		MedicineRemunerada:        count("remunerada_medicina"),
		Equivalente:               count("equivalente"),
		MedicineEquivalente:       count("equivalente_medicina"),
		MedicineEquivalenteChosen: count("equivalente_medicina_tomadas"),
	}
	process, err := data.ParseProcess(s.ID)
	if err != nil {
		t.fail("id", texts.RulesNotProcess(s.ID))
	}
	s.Process = process
	return s
}

// readApplicants returns how many were apt in each profession that the entry names.
func readApplicants(t *table) map[string]int {
	of, n := t.names("aptos_de"), t.integers("aptos", 1, mostPeople)
	if len(of) != len(n) {
		t.fail("aptos", texts.RulesUneven("aptos_de", "aptos"))
		return nil
	}
	var all map[string]int
	for i, profession := range of {
		if all == nil {
			all = map[string]int{}
		}
		all[profession] = n[i]
	}
	return all
}

func readCity(b *builder, t *table) City {
	return City{
		Basis:   b.basis(t),
		Region:  t.name("region", true),
		Name:    t.name("nombre", true),
		Capital: t.boolean("capital"),
		// The bounds of Peru, one degree wider.
		Lat: t.number("latitud", -19.4, 1),
		Lon: t.number("longitud", -82.4, -67.6),
	}
}

func readCategory(b *builder, t *table) Category {
	return Category{Basis: b.basis(t), Text: t.text("texto", true)}
}

func readQuestion(b *builder, t *table) Question {
	return Question{
		Basis: b.basis(t),
		Topic: choice(t, "id", true, Topics()),
		Label: t.text("nombre", true),
		Text:  t.text("texto", true),
	}
}
