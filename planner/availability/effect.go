package availability

import (
	"strconv"

	"brujula/data"
)

// Effect is one family of coefficients: a level of it (a grade, a province) has
// one coefficient for each profession, or one shared by all professions.
type Effect uint8

// The effects of model.md, "Fit", and the distance to the region's
// capital, which lowers the cross-validated log score by 0.0028 ± 0.0007.
const (
	ProfessionGrade Effect = iota
	ProfessionInstitution
	ProfessionRegion
	ProfessionCategory
	ProfessionZAF
	ProfessionProvince
	SharedProvince
	SharedDistrict
	SharedEstablishment
	SharedDistance // to the region's capital, where coordinates are known
	effectCount
)

// Key names the effect in the files that keep coefficients; empty for what is no
// effect.
func (e Effect) Key() string {
	keys := [effectCount]string{
		ProfessionGrade:       "grado",
		ProfessionInstitution: "institucion",
		ProfessionRegion:      "region",
		ProfessionCategory:    "categoria",
		ProfessionZAF:         "zaf",
		ProfessionProvince:    "profesion_provincia",
		SharedProvince:        "provincia",
		SharedDistrict:        "distrito",
		SharedEstablishment:   "establecimiento",
		SharedDistance:        "distancia_capital",
	}
	if e >= effectCount {
		return ""
	}
	return keys[e]
}

// effectOf finds the effect that a key names.
func effectOf(key string) (Effect, bool) {
	for e := Effect(0); e < effectCount; e++ {
		if e.Key() == key {
			return e, true
		}
	}
	return 0, false
}

// shared tells whether the effect has one coefficient for all professions.
func (e Effect) shared() bool { return e >= SharedProvince }

// level is one coefficient's place: an effect, the profession unless shared,
// and the value of the attribute. Provinces and districts include their
// parents, since names repeat across regions.
type level struct {
	effect     Effect
	profession string
	value      string
}

// separator joins the parts of a place; it occurs in no name.
const separator = "/"

// levelsOf gives the level of each effect for a plaza; an unknown attribute
// gives a level with an empty value, which has no coefficient.
func levelsOf(p *data.Plaza) [effectCount]level {
	var values [effectCount]string
	if p.Grade > 0 {
		values[ProfessionGrade] = strconv.Itoa(p.Grade)
	}
	values[ProfessionInstitution] = p.Institution
	values[ProfessionRegion] = p.Region
	values[ProfessionCategory] = p.Category
	values[ProfessionZAF] = yesNo(p.ZAF)
	if p.Province != "" {
		province := p.Region + separator + p.Province
		values[ProfessionProvince] = province
		values[SharedProvince] = province
		if p.District != "" {
			values[SharedDistrict] = province + separator + p.District
		}
	}
	values[SharedEstablishment] = p.Renipress
	values[SharedDistance] = distanceToCapital(p)
	var levels [effectCount]level
	for e := range levels {
		levels[e] = level{effect: Effect(e), value: values[e]}
		if !Effect(e).shared() {
			levels[e].profession = p.Profession
		}
	}
	return levels
}

func yesNo(v bool) string {
	if v {
		return "SI"
	}
	return "NO"
}
