package compare

import (
	"brujula/data"
	"brujula/planner/points"
)

// Report is a Diff as it leaves the program. Every key is always there; what
// is not known or does not apply is null.
type Report struct {
	Before     data.Process    `json:"antes"`
	After      data.Process    `json:"despues"`
	Modalities []data.Modality `json:"modalidades"`
	Missing    []Missing       `json:"sin_comparar"`
	Totals     TotalsRecord    `json:"totales"`
	Counts     []CountRecord   `json:"cuentas"`
	Meaning    []string        `json:"significa"`
	Changes    []ChangeRecord  `json:"cambios"`
}

// TotalsRecord counts both offers within the filter.
type TotalsRecord struct {
	PlazasBefore int `json:"establecimientos_antes"`
	PlazasAfter  int `json:"establecimientos_despues"`
	SeatsBefore  int `json:"plazas_antes"`
	SeatsAfter   int `json:"plazas_despues"`
	Same         int `json:"sin_cambio"`
}

// CountRecord counts one class. Each plaza is in one, so that they add up to the
// totals with those without a change.
type CountRecord struct {
	Aspect Aspect `json:"clase"`
	Plazas int    `json:"establecimientos"`
	Before int    `json:"establecimientos_antes"`
	After  int    `json:"establecimientos_despues"`
	Seats  int    `json:"diferencia_plazas"`
	Also   int    `json:"tambien_en_otras_clases"`
	Means  string `json:"significa"`
}

// ChangeRecord is one plaza that changed.
type ChangeRecord struct {
	Renipress     string        `json:"renipress"`
	Profession    string        `json:"profesion"`
	Modality      data.Modality `json:"modalidad"`
	Establishment string        `json:"establecimiento"`
	Region        string        `json:"region"`
	Province      string        `json:"provincia"`
	District      string        `json:"distrito"`
	Aspects       []Aspect      `json:"clases"`
	SeatsBefore   *int          `json:"cupos_antes"`
	SeatsAfter    *int          `json:"cupos_despues"`
	GradeBefore   *int          `json:"gd_antes"`
	GradeAfter    *int          `json:"gd_despues"`
	Fields        []Field       `json:"campos"`
	Meaning       []string      `json:"significa"`
}

// ReportOf returns the record of a diff, with the changes of the aspects that
// are wanted; none of them wants all.
func ReportOf(d *Diff, meaning []string, table *points.Table, wanted ...Aspect) Report {
	r := Report{
		Before: d.Before, After: d.After, Modalities: d.Modalities, Missing: data.OrEmpty(d.Missing),
		Totals:  TotalsRecord{d.PlazasBefore, d.PlazasAfter, d.SeatsBefore, d.SeatsAfter, d.Same},
		Meaning: data.OrEmpty(meaning), Changes: []ChangeRecord{},
	}
	for _, n := range d.Classes() {
		r.Counts = append(r.Counts, CountRecord{n.Aspect, n.Plazas, n.Before, n.After, n.Seats, n.Also, n.Means()})
	}
	for i := range d.Changes {
		if c := &d.Changes[i]; c.any(wanted) {
			r.Changes = append(r.Changes, recordOf(c, table))
		}
	}
	return r
}

// any reports whether the plaza differs in one of the aspects, or whether none
// is asked for.
func (c *Change) any(wanted []Aspect) bool {
	for _, a := range wanted {
		if c.Has(a) {
			return true
		}
	}
	return len(wanted) == 0
}

func recordOf(c *Change, table *points.Table) ChangeRecord {
	p := c.Plaza()
	r := ChangeRecord{
		Renipress: p.Renipress, Profession: p.Profession, Modality: p.Modality, Establishment: p.Establishment,
		Region: p.Region, Province: p.Province, District: p.District, Aspects: c.Aspects,
		Fields: data.OrEmpty(c.Fields), Meaning: data.OrEmpty(c.Meaning(table)),
	}
	if c.Before != nil {
		r.SeatsBefore, r.GradeBefore = &c.Before.Seats, data.OrNull(c.Before.Grade)
	}
	if c.After != nil {
		r.SeatsAfter, r.GradeAfter = &c.After.Seats, data.OrNull(c.After.Grade)
	}
	return r
}
