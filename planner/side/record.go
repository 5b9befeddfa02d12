package side

import (
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// Record is a comparison as it leaves the program. Every key is always there; what is
// not known is null. Measures and facts have one value for each plaza, in their order.
type Record struct {
	Plazas   []report.Plaza  `json:"plazas"`
	Measures []MeasureRecord `json:"medidas"`
	Facts    []FactRecord    `json:"datos"`
}

// MeasureRecord is a figure in which one plaza may be better than another. Of riesgo
// the figure is the severity of the gravest note of the place, from 0 to 3.
type MeasureRecord struct {
	Measure string     `json:"medida"`
	Values  []*float64 `json:"valores"`
	Best    []bool     `json:"mejor"` // none where all are alike
}

// FactRecord is a line of the comparison in words.
type FactRecord struct {
	Group   string   `json:"grupo"`
	Label   string   `json:"dato"`
	Values  []string `json:"valores"`
	Differs bool     `json:"difieren"`
}

// RecordOf returns the record; with only, the facts that differ.
func (s *Sheet) RecordOf(space *workspace.Workspace, est *workspace.Estimates, only bool) Record {
	out := Record{Plazas: []report.Plaza{}, Measures: []MeasureRecord{}, Facts: []FactRecord{}}
	for _, c := range s.Columns {
		p := report.Of(space, est, c.Row)
		p.Explain(space, est, c.Row)
		out.Plazas = append(out.Plazas, p)
	}
	for i := range s.Versus {
		v := &s.Versus[i]
		m := MeasureRecord{Measure: key(v.Measure), Best: v.Best}
		for at := range v.Values {
			if v.Known[at] {
				m.Values = append(m.Values, &v.Values[at])
			} else {
				m.Values = append(m.Values, nil)
			}
		}
		out.Measures = append(out.Measures, m)
	}
	for _, g := range s.Groups {
		for i := range g.Rows {
			if r := &g.Rows[i]; r.Differs() || !only {
				out.Facts = append(out.Facts, FactRecord{g.Title, r.Label, r.Values, r.Differs()})
			}
		}
	}
	return out
}
