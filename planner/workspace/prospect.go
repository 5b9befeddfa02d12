package workspace

import "brujula/data"

// Prospect is how much of a line is within reach from a rank.
type Prospect struct {
	Likely int // plazas in a band that counts as likely
	Of     int // plazas of the line
	Grade5 int // of the likely ones, those of GD-5, which give most points
	Known  bool
}

// ProspectOf counts what is within reach in one modality; Known is false without a rank
// or a model that can still be read.
func (w *Workspace) ProspectOf(f *Forecasts, look Look, m data.Modality) Prospect {
	e := w.Estimate(f, look)
	line, ok := e.Lines[m]
	if !ok {
		return Prospect{}
	}
	r := Prospect{Of: len(line.Rows), Known: line.Known && line.Forecast != nil && !f.model.Lost()}
	for _, row := range line.Rows {
		if !r.Known || e.Figures.Band[row] >= e.Figures.Likely {
			continue
		}
		r.Likely++
		if w.Catalog.Plaza(row).Grade == highestGrade {
			r.Grade5++
		}
	}
	return r
}

// highestGrade is that of the places hardest to reach (domain: GD-1 to GD-5).
const highestGrade = 5
