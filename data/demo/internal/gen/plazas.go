package gen

import (
	"cmp"
	"math"
	"slices"
)

const (
	earlier = "2025-I"
	later   = "2026-I"
	paid    = "remunerada"
	unpaid  = "equivalente"
)

// budget is the part of a plaza's seats that one budget pays.
type budget struct {
	name  string
	seats int
}

// plaza is one offered place of one process.
type plaza struct {
	*establishment
	process, modality, profession string
	grade                         int
	budgets                       []budget
	weight                        float64 // hidden
}

func (p *plaza) seats() int {
	n := 0
	for _, b := range p.budgets {
		n += b.seats
	}
	return n
}

// offeredAt returns how often an establishment asks for each profession.
func offeredAt(e *establishment) map[string]float64 {
	if e.institution == minedu {
		return map[string]float64{"PSICOLOGIA": 1}
	}
	larger := 0.03
	if e.category != "I-1" && e.category != "I-2" {
		larger = 0.16
	}
	return map[string]float64{
		"MEDICINA": 0.78, "ENFERMERIA": 0.45, "OBSTETRICIA": 0.25, "PSICOLOGIA": 0.18, "ODONTOLOGIA": 0.16,
		"NUTRICION": larger, "QUIMICO FARMACEUTICO": larger, "TM - LABORATORIO CLINICO": larger, "BIOLOGIA": larger / 2, "TRABAJO SOCIAL": larger / 2,
	}
}

func professions() []string {
	return []string{
		"MEDICINA", "ENFERMERIA", "OBSTETRICIA", "PSICOLOGIA", "ODONTOLOGIA",
		"NUTRICION", "QUIMICO FARMACEUTICO", "TM - LABORATORIO CLINICO", "BIOLOGIA", "TRABAJO SOCIAL",
	}
}

// makePlazas offers places in both processes, with all that happens between
// two offers: new, gone, more or fewer seats, another grade, another modality.
func makePlazas(rng *random, establishments []establishment) []plaza {
	var out []plaza
	for i := range establishments {
		e := &establishments[i]
		gradeNow := e.grade
		if rng.chance(0.04) {
			gradeNow = min(e.grade+1, 5)
		}
		asked := offeredAt(e)
		for _, profession := range professions() {
			if !rng.chance(asked[profession]) {
				continue
			}
			modality := paid
			if !rng.chance([]float64{0, 0.3, 0.45, 0.65, 0.85, 0.93}[e.grade]) {
				modality = unpaid
			}
			taste := 0.25 * rng.normal()
			before := plaza{e, earlier, modality, profession, e.grade, budgets(rng, e, modality), 0}
			now := before
			now.process, now.grade = later, gradeNow
			switch rng.weighted(0.03, 0.04, 0.93) {
			case 0: // moved
				now.modality = map[string]string{paid: unpaid, unpaid: paid}[modality]
				now.budgets = budgets(rng, e, now.modality)
			case 1: // more seats
				now.budgets = slices.Clone(now.budgets)
				now.budgets[0].seats++
			}
			kept := rng.weighted(0.80, 0.10, 0.10)
			if forced := profession == "MEDICINA" && e.ze; forced {
				kept = 0
			}
			for j, p := range []plaza{before, now} {
				if kept == 0 || kept == j+1 {
					p.weight = weight(&p, taste)
					out = append(out, p)
				}
			}
		}
	}
	slices.SortStableFunc(out, inListOrder)
	return out
}

func inListOrder(a, b plaza) int {
	return cmp.Or(
		cmp.Compare(a.process, b.process), -cmp.Compare(a.modality, b.modality), cmp.Compare(a.region, b.region),
		cmp.Compare(a.profession, b.profession), cmp.Compare(a.province, b.province), cmp.Compare(a.district, b.district), cmp.Compare(a.code, b.code),
	)
}

func budgets(rng *random, e *establishment, modality string) []budget {
	if modality == unpaid {
		return []budget{{"SIN PRESUPUESTO", 1 + rng.weighted(7, 2, 1)}}
	}
	seats := 1 + rng.weighted(19, 1)
	if e.category == "I-4" || e.category == "II-1" {
		seats = 1 + rng.weighted(3, 2, 1)
	}
	own := map[string]string{essalud: "ESSALUD", police: "PNP", army: "EP", navy: "MGP", airForce: "FAP", minsa: "NACIONAL", minedu: "NACIONAL"}[e.institution]
	switch {
	case own != "":
		return []budget{{own, seats}}
	case seats > 1 && rng.chance(0.5):
		return []budget{{"NACIONAL", seats - 1}, {"REGIONAL", 1}}
	case rng.chance(0.15):
		return []budget{{"REGIONAL", seats}}
	}
	return []budget{{"NACIONAL", seats}}
}

// weight is how soon a plaza goes: the grade weighs most, as in the real lists.
func weight(p *plaza, taste float64) float64 {
	eta := -0.8*float64(p.grade-3) + p.appeal + taste
	if p.zaf {
		eta -= 0.15
	}
	return math.Exp(eta)
}
