package rules

import (
	"slices"

	"brujula/data"
	"brujula/data/places"
	"brujula/data/texts"
)

// riskEntry is one [[riesgo]] of a file: a risk at each of the places that it
// names, or the order to leave out the entry of the same id.
type riskEntry struct {
	Basis
	risks []Risk
}

// groupRisks gathers the risks of one id, which stand together, as the entry
// that they came from.
func groupRisks(risks []Risk) []riskEntry {
	var out []riskEntry
	start := 0
	for i := range risks {
		if next := i + 1; next == len(risks) || risks[next].ID != risks[start].ID {
			out = append(out, riskEntry{risks[start].Basis, risks[start:next]})
			start = next
		}
	}
	return out
}

func flatRisks(entries []riskEntry) []Risk {
	out := make([]Risk, 0, len(entries))
	for i := range entries {
		out = append(out, entries[i].risks...)
	}
	return out
}

func (b *builder) risk(t *table) riskEntry {
	if t.boolean("quitar") {
		id := t.text("id", true)
		known := func(r Risk) bool { return r.ID == id }
		if !slices.ContainsFunc(b.base.Risks, known) {
			t.fail("id", texts.RulesNothingToRemove(id))
		}
		t.fields = nil // whoever copies the whole entry need not delete its keys
		return riskEntry{Basis: Basis{ID: id, Own: b.own}}
	}
	r := Risk{
		Basis:     b.basis(t),
		Topic:     choice(t, "tema", true, Topics()),
		Severity:  choice(t, "severidad", true, Severities()),
		Kind:      choice(t, "tipo", true, RiskKinds()),
		Scope:     choice(t, "ambito", true, Scopes()),
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
			NoZE:         t.boolean("sin_ze"),
		},
	}
	if r.When.ZE && r.When.NoZE {
		t.fail("sin_ze", texts.RulesContrary("ze", "sin_ze"))
	}
	risks := b.atPlaces(t, r)
	for i := range risks {
		checkScope(t, &risks[i])
		if b.own { // a test checks ours, so that no start pays for it
			findPlace(t, &risks[i])
		}
	}
	return riskEntry{r.Basis, risks}
}

// atPlaces returns the risk once for each place that the entry names: several
// districts of one province, several provinces of one region, or several
// regions. An entry without a place gives it once.
func (b *builder) atPlaces(t *table, r Risk) []Risk {
	regions := t.oneOrMore("region", "regiones")
	provinces := t.oneOrMore("provincia", "provincias")
	districts := t.oneOrMore("distrito", "distritos")
	if len(regions) > 1 && provinces[0] != "" || len(provinces) > 1 && districts[0] != "" {
		t.fail("ambito", texts.RulesManyPlaces) // of which of them would the narrower places be?
	}
	var out []Risk
	for _, region := range regions {
		for _, province := range provinces {
			for _, district := range districts {
				r.Region, r.Province, r.District = region, province, district
				out = append(out, r)
			}
		}
	}
	return out
}

// renipress returns the code of an establishment in its eight digits, "" where
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
		t.fail("ambito", texts.RulesAttributeNeeds)
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
