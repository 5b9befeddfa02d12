package availability

import "brujula/data"

// record keeps what happened in the past lists near each plaza, for the
// evidence beside a chance.
type record struct {
	Plazas         map[plazaKey]plazaRecord
	Establishments map[string]int // picks by RENIPRESS, any profession
	Districts      map[string]int // by region/province/district
	Provinces      map[string]int // by region/province
	RegionGrades   map[regionGrade]int
}

type plazaKey struct{ Profession, Renipress string }

type regionGrade struct {
	Profession, Region string
	Grade              int
}

// plazaRecord is the past of one plaza: picks over all processes, and what
// happened in the latest process of its line.
type plazaRecord struct {
	Picks int
	Fact  Fact
}

func newRecord(plazas int) *record {
	return &record{
		Plazas:         make(map[plazaKey]plazaRecord, plazas),
		Establishments: make(map[string]int, plazas/2),
		Districts:      make(map[string]int),
		Provinces:      make(map[string]int),
		RegionGrades:   make(map[regionGrade]int),
	}
}

// add takes in one past line; lines come in the order of their processes.
func (r *record) add(l *pastLine) {
	for _, plaza := range l.plazas {
		key := plazaKey{plaza.Profession, plaza.Renipress}
		have := r.Plazas[key]
		have.Picks += plaza.taken
		have.Fact = factOf(l, plaza)
		r.Plazas[key] = have
		if plaza.taken == 0 {
			continue
		}
		addCount(r.Establishments, plaza.Renipress, plaza.taken)
		addCount(r.Districts, districtOf(plaza.Plaza), plaza.taken)
		addCount(r.Provinces, provinceOf(plaza.Plaza), plaza.taken)
		if plaza.Region != "" && plaza.Grade > 0 {
			r.RegionGrades[regionGrade{plaza.Profession, plaza.Region, plaza.Grade}] += plaza.taken
		}
	}
}

func addCount(counts map[string]int, key string, n int) {
	if key != "" {
		counts[key] += n
	}
}

// factOf says what became of a plaza in a past line. Nothing is said of a plaza
// without picks in a list that was cut.
func factOf(l *pastLine, plaza *pastPlaza) Fact {
	fact := Fact{Process: l.line.Process, Taken: plaza.taken, Seats: plaza.Seats}
	switch {
	case plaza.taken > 0:
		fact.Kind, fact.Pick, fact.Tie = FactTaken, plaza.lastPick, plaza.lastTie
	case l.complete:
		fact.Kind = FactNotTaken
	}
	return fact
}

// evidenceOf finds the nearest level with past picks, and the fact apart.
func (p *part) evidenceOf(plaza *data.Plaza) Evidence {
	facts, fitted := p.lines[plaza.Profession]
	if p.past == nil {
		return Evidence{Level: p.priorLevel(plaza, fitted)}
	}
	have, seen := p.past.Plazas[plazaKey{plaza.Profession, plaza.Renipress}]
	evidence := Evidence{}
	switch {
	case seen && have.Fact.Process == facts.Process:
		evidence.Fact = have.Fact
	case fitted:
		evidence.Fact = Fact{Kind: FactNew, Process: facts.Process}
	}
	steps := [...]struct {
		level EvidenceLevel
		n     int
	}{
		{EvidencePlaza, have.Picks},
		{EvidenceEstablishment, p.past.Establishments[plaza.Renipress]},
		{EvidenceDistrict, p.past.Districts[districtOf(plaza)]},
		{EvidenceProvince, p.past.Provinces[provinceOf(plaza)]},
		{EvidenceRegionGrade, p.past.RegionGrades[regionGrade{plaza.Profession, plaza.Region, plaza.Grade}]},
	}
	for _, step := range steps {
		if step.n > 0 {
			evidence.Level, evidence.N = step.level, step.n
			return evidence
		}
	}
	evidence.Level = p.priorLevel(plaza, fitted)
	return evidence
}

// priorLevel reports whether the coefficients alone give ground for a chance:
// where the profession was fitted or its province is known.
func (p *part) priorLevel(plaza *data.Plaza, fitted bool) EvidenceLevel {
	if _, known := p.indexOf(level{effect: SharedProvince, value: provinceOf(plaza)}); known || fitted {
		return EvidencePrior
	}
	return EvidenceNone
}
