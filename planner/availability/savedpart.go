package availability

import (
	"cmp"
	"maps"
	"slices"

	"brujula/data"
)

// packHead writes what is not of one profession, but for levels and record.
func (p *part) packHead(to *packer) {
	to.text(string(p.basis.Kind))
	to.whole(len(p.basis.Processes))
	for _, process := range p.basis.Processes {
		to.text(string(process))
	}
	to.wholes(p.basis.Seats, p.basis.Unplaced, p.basis.Unordered, len(p.levels), len(p.refits))
	to.float(p.theta)
	for _, ridge := range []Ridge{p.ridge, p.yearRidge} {
		for _, v := range ridge {
			to.float(v)
		}
	}
	to.whole(len(p.lines))
	for _, name := range sortedKeys(p.lines) {
		l := p.lines[name]
		to.text(name)
		to.text(string(l.Process))
		to.wholes(l.Seats, l.Taken, l.Ordered, truth(l.Complete))
		to.text(string(l.Passing.Source))
		to.float(l.Passing.P0)
		to.float(l.Passing.Slope)
		to.float(l.Passing.Seats)
	}
	to.whole(truth(p.past != nil))
	if p.past != nil {
		p.past.packCounts(to)
	}
}

// unpackHead reads what packHead wrote, and how many levels the part has.
func (p *part) unpackHead(from *unpacker) (levels int) {
	p.basis.Kind = BasisKind(from.text())
	for range from.count() {
		process := data.Process(from.text())
		p.basis.Processes = append(p.basis.Processes, process)
		p.years[process] = true
	}
	p.basis.Seats, p.basis.Unplaced, p.basis.Unordered, levels = from.whole(), from.whole(), from.whole(), from.whole()
	if n := from.count(); n > 0 {
		p.refits = make([][]float32, n)
	}
	p.theta = from.positive()
	for _, ridge := range []*Ridge{&p.ridge, &p.yearRidge} {
		for i := range ridge {
			ridge[i] = from.positive()
		}
	}
	for range from.count() {
		name := from.text()
		l := lineFacts{Process: data.Process(from.text()), Seats: from.whole(), Taken: from.whole(), Ordered: from.whole(), Complete: from.whole() == 1}
		l.Passing = Passing{Source: data.Process(from.text()), P0: from.float(), Slope: from.float(), Seats: from.float()}
		p.lines[name] = l
	}
	if from.whole() == 1 {
		p.past = newRecord(0)
		p.past.unpackCounts(from)
	}
	return levels
}

// packLevels writes the coefficients of a profession, each with its place among all.
func (p *part) packLevels(to *packer, profession string) {
	var at []int
	for i := range p.levels {
		if p.levels[i].profession == profession {
			at = append(at, i)
		}
	}
	to.whole(len(at))
	for _, i := range at {
		l := &p.levels[i]
		to.wholes(i, int(l.effect))
		to.text(l.value)
		to.text(string(l.year))
		to.float(p.support[i])
		to.float(p.coef[i])
	}
	for _, refit := range p.refits {
		for _, i := range at {
			to.short(refit[i])
		}
	}
}

// unpackLevels reads so many levels that packLevels wrote, and where they stand among
// all.
func (p *part) unpackLevels(from *unpacker, profession string, n int, places []int) []int {
	for range n {
		place, effect := from.whole(), from.whole()
		from.bad = from.bad || effect < 0 || effect >= int(effectCount)
		places = append(places, place)
		p.levels = append(p.levels, level{Effect(effect), profession, from.text(), data.Process(from.text())})
		p.support, p.coef = append(p.support, from.float()), append(p.coef, from.float())
	}
	for i := range p.refits {
		for range n {
			p.refits[i] = append(p.refits[i], from.short())
		}
	}
	return places
}

// packCounts writes what the record counts over all professions.
func (r *record) packCounts(to *packer) {
	for _, counts := range r.counts() {
		to.whole(len(*counts))
		for _, key := range sortedKeys(*counts) {
			to.text(key)
			to.whole((*counts)[key])
		}
	}
}

func (r *record) unpackCounts(from *unpacker) {
	for _, counts := range r.counts() {
		n := from.count()
		*counts = make(map[string]int, n)
		for range n {
			key := from.text()
			(*counts)[key] = from.whole()
		}
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// counts names the three counts by place, in the order in which they are saved.
func (r *record) counts() [3]*map[string]int {
	return [3]*map[string]int{&r.Establishments, &r.Districts, &r.Provinces}
}

// shared returns a record with what this one counts over all professions.
func (r *record) shared() *record {
	own := newRecord(0)
	own.Establishments, own.Districts, own.Provinces = r.Establishments, r.Districts, r.Provinces
	return own
}

// pack writes what the record knows of the lines of a profession.
func (r *record) pack(to *packer, profession string) {
	var plazas []plazaKey
	for key := range r.Plazas {
		if key.Profession == profession {
			plazas = append(plazas, key)
		}
	}
	slices.SortFunc(plazas, func(a, b plazaKey) int { return cmp.Compare(a.Renipress, b.Renipress) })
	to.whole(len(plazas))
	for _, key := range plazas {
		have := r.Plazas[key]
		to.text(key.Renipress)
		to.text(string(have.Fact.Process))
		to.wholes(have.Picks, int(have.Fact.Kind), have.Fact.Taken, have.Fact.Seats, have.Fact.Tie.From, have.Fact.Tie.To)
		to.float(have.Fact.Pick)
		to.float(have.Fact.Tie.Mark)
	}
	var grades []regionGrade
	for key := range r.RegionGrades {
		if key.Profession == profession {
			grades = append(grades, key)
		}
	}
	slices.SortFunc(grades, func(a, b regionGrade) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.Grade, b.Grade))
	})
	to.whole(len(grades))
	for _, key := range grades {
		to.text(key.Region)
		to.wholes(key.Grade, r.RegionGrades[key])
	}
}

func (r *record) unpack(from *unpacker, profession string) {
	for range from.count() {
		key := plazaKey{profession, from.text()}
		have := plazaRecord{Fact: Fact{Process: data.Process(from.text())}}
		have.Picks, have.Fact.Kind, have.Fact.Taken, have.Fact.Seats = from.whole(), FactKind(from.whole()), from.whole(), from.whole()
		have.Fact.Tie.From, have.Fact.Tie.To = from.whole(), from.whole()
		have.Fact.Pick, have.Fact.Tie.Mark = from.float(), from.float()
		r.Plazas[key] = have
	}
	for range from.count() {
		key := regionGrade{Profession: profession, Region: from.text(), Grade: from.whole()}
		r.RegionGrades[key] = from.whole()
	}
}
