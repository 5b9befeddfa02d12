package catalog

import (
	"strconv"

	"brujula/data"
)

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
}

// Key gives the name of the dimension in flags, in JSON and on the command
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

// Values gives the values of the plaza in a dimension: several for a plaza
// paid from several budgets, one else; "" stands for a missing value. Bands
// depend on the rank and are not an attribute of the plaza: none.
func Values(p *data.Plaza, d Dim) []string {
	switch d {
	case DimProcess:
		return []string{string(p.Process)}
	case DimProfession:
		return []string{p.Profession}
	case DimModality:
		return []string{string(p.Modality)}
	case DimRegion:
		return []string{p.Region}
	case DimProvince:
		return []string{p.Province}
	case DimDistrict:
		return []string{p.District}
	case DimDiresa:
		return []string{p.Diresa}
	case DimInstitution:
		return []string{p.Institution}
	case DimCategory:
		return []string{p.Category}
	case DimZAF:
		return []string{yesNo(p.ZAF)}
	case DimZE:
		return []string{yesNo(p.ZE)}
	case DimGrade:
		if p.Grade == 0 {
			return []string{""}
		}
		return []string{strconv.Itoa(p.Grade)}
	case DimBudget:
		names := make([]string, 0, len(p.Budgets))
		for _, b := range p.Budgets {
			names = append(names, b.Name)
		}
		if len(names) == 0 {
			names = append(names, "")
		}
		return names
	}
	return nil
}
