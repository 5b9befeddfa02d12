package rules

import (
	"slices"
	"strconv"

	"brujula/data"
	"brujula/data/places"
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
	risks := collect(b, raw, "riesgo", asReadRisks(old.Risks), func(e *readRisk) *Basis { return &e.Basis }, (*builder).risk)
	out.Risks = keptRisks(risks)
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
		MedicineApplicants:        count("postulantes_medicina"),
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

// readRisk is a risk, or the order to leave out the one of the same id.
type readRisk struct {
	Risk
	remove bool
}

func asReadRisks(risks []Risk) []readRisk {
	out := make([]readRisk, len(risks))
	for i := range risks {
		out[i].Risk = risks[i]
	}
	return out
}

func keptRisks(all []readRisk) []Risk {
	out := make([]Risk, 0, len(all))
	for i := range all {
		if !all[i].remove {
			out = append(out, all[i].Risk)
		}
	}
	return out
}

func (b *builder) risk(t *table) readRisk {
	if t.boolean("quitar") {
		id := t.text("id", true)
		known := func(r Risk) bool { return r.ID == id }
		if !slices.ContainsFunc(b.base.Risks, known) {
			t.fail("id", texts.RulesNothingToRemove(id))
		}
		t.fields = nil // whoever copies the whole entry need not delete its keys
		return readRisk{Risk{Basis: Basis{ID: id, Own: b.own}}, true}
	}
	r := Risk{
		Basis:     b.basis(t),
		Topic:     choice(t, "tema", true, Topics()),
		Severity:  choice(t, "severidad", true, Severities()),
		Kind:      choice(t, "tipo", true, RiskKinds()),
		Scope:     choice(t, "ambito", true, Scopes()),
		Region:    t.name("region", false),
		Province:  t.name("provincia", false),
		District:  t.name("distrito", false),
		Renipress: renipress(t),
		Text:      t.text("texto", true),
		When: Conditions{
			Grades:       t.integers("grados", 1, 5),
			Categories:   t.names("categorias"),
			Institutions: t.names("instituciones"),
			Professions:  t.names("profesiones"),
			Modality:     choice(t, "modalidad", false, data.Modalities()),
			ZAF:          t.boolean("zaf"),
			ZE:           t.boolean("ze"),
		},
	}
	checkScope(t, &r)
	if b.own { // a test checks ours, so that no start pays for it
		findPlace(t, &r)
	}
	return readRisk{r, false}
}

// renipress gives the code of an establishment in its eight digits, "" where
// the entry has none.
func renipress(t *table) string {
	text := t.text("renipress", false)
	if text == "" {
		return ""
	}
	code, ok := data.ParseRenipress(text)
	if !ok {
		t.fail("renipress", texts.RulesNotRenipress(text))
		return text
	}
	return code
}

// checkScope notes what the scope of a risk needs and lacks, and what it has
// and would not use: a district under a regional scope is a mistake that would
// spread the note over the region.
func checkScope(t *table, r *Risk) {
	uses := map[Scope][]bool{ // region, province, district, renipress
		ScopePlaza:     {false, false, false, true},
		ScopeDistrict:  {true, true, true, false},
		ScopeProvince:  {true, true, false, false},
		ScopeRegion:    {true, false, false, false},
		ScopeAttribute: {false, false, false, false},
		ScopeNational:  {false, false, false, false},
	}[r.Scope]
	if uses == nil {
		return
	}
	keys := []string{"region", "provincia", "distrito", "renipress"}
	for i, value := range []string{r.Region, r.Province, r.District, r.Renipress} {
		switch {
		case uses[i] && value == "":
			t.fail(keys[i], texts.RulesScopeNeeds(string(r.Scope), keys[i]))
		case !uses[i] && value != "":
			t.fail(keys[i], texts.RulesScopeLeaves(string(r.Scope), keys[i]))
		}
	}
	if r.Scope == ScopeAttribute && r.When.Empty() {
		t.fail("ambito", texts.RulesAttributeNeeds())
	}
}

// findPlace gives the place of a risk its canonical names and notes a fault
// for one that does not exist: the risk would reach nothing, unseen.
func findPlace(t *table, r *Risk) {
	if r.Region == "" {
		return
	}
	peru := places.Peru()
	region, ok := peru.Region(r.Region)
	if !ok {
		t.fail("region", texts.RulesUnknownRegion(r.Region))
		return
	}
	if r.Region = region; r.Province == "" {
		return
	}
	province, ok := peru.Province(region, r.Province)
	if !ok {
		t.fail("provincia", texts.RulesUnknownPlace("provincia", r.Province, region))
		return
	}
	if r.Province = province; r.District == "" {
		return
	}
	district, ok := peru.District(region, province, r.District)
	if !ok {
		t.fail("distrito", texts.RulesUnknownPlace("distrito", r.District, province))
	}
	r.District = district
}
