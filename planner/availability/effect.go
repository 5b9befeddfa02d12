package availability

// Effect is one family of coefficients: a level of it (a grade, a province) has
// one coefficient for each profession, or one shared by all professions.
type Effect uint8

// The effects of a plaza, then those of the place where it lies.
const (
	ProfessionGrade Effect = iota
	ProfessionInstitution
	ProfessionRegion
	ProfessionCategory
	ProfessionZAF
	ProfessionProvince
	ProfessionEstablishment
	ProfessionGradeInstitution
	SharedInstitution
	SharedEstablishment
	SharedRegion
	SharedProvince
	SharedDistrict
	SharedDistance // to the nearest great city, in steps
	TentQuarter    // of a grid of a quarter of a degree, and so on
	TentHalf
	TentOne
	effectCount

	// firstOfPlace is the first of the effects that follow from where a plaza
	// lies alone, all of them shared.
	firstOfPlace = SharedRegion
	// firstTent is the first of those that have several levels for one place.
	firstTent = TentQuarter
)

// Key names the effect in the files that keep coefficients; empty for what is no
// effect.
func (e Effect) Key() string {
	keys := [effectCount]string{
		ProfessionGrade:            "grado",
		ProfessionInstitution:      "institucion",
		ProfessionRegion:           "region",
		ProfessionCategory:         "categoria",
		ProfessionZAF:              "zaf",
		ProfessionProvince:         "profesion_provincia",
		ProfessionEstablishment:    "profesion_establecimiento",
		ProfessionGradeInstitution: "grado_institucion",
		SharedInstitution:          "institucion_comun",
		SharedEstablishment:        "establecimiento",
		SharedRegion:               "region_comun",
		SharedProvince:             "provincia",
		SharedDistrict:             "distrito",
		SharedDistance:             "distancia_ciudad",
		TentQuarter:                "zona_cuarto",
		TentHalf:                   "zona_medio",
		TentOne:                    "zona_uno",
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

// shared reports whether the effect has one coefficient for all professions.
func (e Effect) shared() bool { return e >= SharedInstitution }
