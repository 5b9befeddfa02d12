package catalog

import "brujula/data"

// Dim is one attribute that plazas can be filtered by and counted over.
type Dim uint8

// The dimensions, in the order in which the facets panel shows them.
const (
	DimProcess Dim = iota
	DimProfession
	DimModality
	DimRegion
	DimGrade
	DimBand
	DimProvince
	DimDistrict
	DimInstitution
	DimCategory
	DimBudget
	DimZAF
	DimZE
	DimDiresa
	DimRisk     // topics of the risk notes, see Tags
	DimSeverity // their severities, see Tags
	DimChange   // how the plaza differs from the offer before, see Tags
	DimOffered  // in how many of the loaded processes it was on offer, see Tags
	DimGradeWas // its grade the time before that it was on offer, see Tags
	DimRefused  // what the applicant does not want and the plaza is, see Tags
	dimCount
)

// Dims lists all dimensions.
func Dims() []Dim {
	all := make([]Dim, dimCount)
	for i := range all {
		all[i] = Dim(i)
	}
	return all
}

var dimKeys = [dimCount]string{
	DimProcess: "proceso", DimProfession: "profesion", DimModality: "modalidad",
	DimRegion: "region", DimGrade: "gd", DimBand: "banda", DimProvince: "provincia",
	DimDistrict: "distrito", DimInstitution: "institucion", DimCategory: "categoria",
	DimBudget: "presupuesto", DimZAF: "zaf", DimZE: "ze", DimDiresa: "diresa",
	DimRisk: "riesgo", DimSeverity: "severidad", DimChange: "cambio",
	DimOffered: "ofrecida", DimGradeWas: "gd-antes", DimRefused: "no-quiero",
}

// Key returns the name of the dimension in flags, in JSON and on the command
// line of the planner.
func (d Dim) Key() string { return dimKeys[d] }

// DimOf finds a dimension by its key.
func DimOf(key string) (Dim, bool) {
	for d, k := range dimKeys {
		if k == key {
			return Dim(d), true
		}
	}
	return 0, false
}

// LineDims are the dimensions that name a line.
func LineDims() []Dim { return []Dim{DimProcess, DimProfession, DimModality} }

// LineValues are the values of a line in LineDims.
func LineValues(line data.Line) map[Dim]string {
	return map[Dim]string{DimProcess: string(line.Process), DimProfession: line.Profession, DimModality: string(line.Modality)}
}

// Yes and No are the values of the dimensions that ask a question.
const (
	Yes = "SI"
	No  = "NO"
)

func yesNo(b bool) string {
	if b {
		return Yes
	}
	return No
}

// Values returns the values of the plaza in a dimension: several for a plaza
// paid from several budgets, one else; "" stands for a missing value. Bands
// depend on the rank and tags on what else is known; they are not attributes of
// the plaza: none.
func Values(p *data.Plaza, d Dim) []string {
	switch {
	case d == DimBand, d.Tagged():
		return nil
	case d == DimBudget && len(p.Budgets) > 0:
		return data.Map(p.Budgets, func(b data.Budget) string { return b.Name })
	}
	return []string{value(p, d)}
}

// Value returns the one value of the plaza in a dimension, of DimBudget the
// first; it makes no slice, which Values does.
func Value(p *data.Plaza, d Dim) string {
	if d == DimBudget && len(p.Budgets) > 0 {
		return p.Budgets[0].Name
	}
	return value(p, d)
}

// grades are the values of DimGrade by grade.
var grades = [...]string{"", "1", "2", "3", "4", "5"}

// value returns the one value of a dimension that has but one.
func value(p *data.Plaza, d Dim) string {
	switch d {
	case DimProcess:
		return string(p.Process)
	case DimProfession:
		return p.Profession
	case DimModality:
		return string(p.Modality)
	case DimRegion:
		return p.Region
	case DimProvince:
		return p.Province
	case DimDistrict:
		return p.District
	case DimDiresa:
		return p.Diresa
	case DimInstitution:
		return p.Institution
	case DimCategory:
		return p.Category
	case DimZAF:
		return yesNo(p.ZAF)
	case DimZE:
		return yesNo(p.ZE)
	case DimGrade:
		if p.Grade >= 0 && p.Grade < len(grades) {
			return grades[p.Grade]
		}
	}
	return ""
}
