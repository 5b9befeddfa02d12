package availability

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
)

// level is one coefficient's place: an effect, the profession unless shared,
// and the value of the attribute. Provinces and districts include their
// parents, since names repeat across regions. A level with a year is the
// deviation of that process from what lasts.
type level struct {
	effect     Effect
	profession string
	value      string
	year       data.Process
}

// compareLevels orders levels by effect, profession, value and year. It is called
// some hundred thousand times before a fit.
func compareLevels(a, b level) int {
	if c := cmp.Compare(a.effect, b.effect); c != 0 {
		return c
	}
	if c := strings.Compare(a.profession, b.profession); c != 0 {
		return c
	}
	if c := strings.Compare(a.value, b.value); c != 0 || a.year == b.year {
		return c
	}
	return cmp.Compare(a.year.Ordinal(), b.year.Ordinal())
}

// in is the deviation of a process from the level.
func (l level) in(year data.Process) level {
	l.year = year
	return l
}

// term is a level of a plaza and by how much it counts, 1 but for tents.
type term struct {
	level level
	value float64
}

// separator joins the parts of a place; it occurs in no name.
const separator = "/"

// plazaTerms adds the terms of a plaza but for those of its place; an unknown
// attribute gives none.
func plazaTerms(terms []term, p *data.Plaza) []term {
	terms = slices.Grow(terms, int(firstOfPlace))
	add := func(e Effect, value string) {
		if value == "" {
			return
		}
		l := level{effect: e, value: value}
		if !e.shared() {
			l.profession = p.Profession
		}
		terms = append(terms, term{l, 1})
	}
	grade := ""
	if p.Grade > 0 {
		grade = strconv.Itoa(p.Grade)
		if p.Institution != "" {
			add(ProfessionGradeInstitution, grade+separator+p.Institution)
		}
	}
	add(ProfessionGrade, grade)
	add(ProfessionInstitution, p.Institution)
	add(ProfessionRegion, p.Region)
	add(ProfessionCategory, p.Category)
	add(ProfessionZAF, yesNo(p.ZAF))
	add(ProfessionProvince, provinceOf(p))
	add(ProfessionEstablishment, p.Renipress)
	add(SharedInstitution, p.Institution)
	add(SharedEstablishment, p.Renipress)
	return terms
}

// provinceOf and districtOf name a place with its parents; empty where the list
// does not tell.
func provinceOf(p *data.Plaza) string {
	if p.Province == "" {
		return ""
	}
	return p.Region + separator + p.Province
}

func districtOf(p *data.Plaza) string {
	if p.Province == "" || p.District == "" {
		return ""
	}
	return provinceOf(p) + separator + p.District
}

func yesNo(v bool) string {
	if v {
		return "SI"
	}
	return "NO"
}
