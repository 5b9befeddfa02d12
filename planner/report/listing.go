package report

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// Listing is the answer of listar.
type Listing struct {
	Head
	Plazas []Plaza `json:"plazas"`
}

// Head tells what was looked at, and from where.
type Head struct {
	Process *data.Process `json:"proceso"`
	Line    *Line         `json:"linea"`
	Rank    *int          `json:"puesto"`
	K       *float64      `json:"k"`
	Model   *Model        `json:"modelo"`
	Act     *Act          `json:"acto,omitempty"` // that the chances follow
}

// Line names a queue.
type Line struct {
	Process    data.Process  `json:"proceso"`
	Profession string        `json:"profesion"`
	Modality   data.Modality `json:"modalidad"`
}

// LineOf returns the record of a line.
func LineOf(l data.Line) *Line { return &Line{l.Process, l.Profession, l.Modality} }

// Model tells what the chances stand on.
type Model struct {
	Base      string         `json:"base"`
	Processes []data.Process `json:"procesos"`
}

// ModelOf returns the record of a basis, nil when there is no model.
func ModelOf(b availability.Basis) *Model {
	if b.Kind == "" {
		return nil
	}
	return &Model{Base: string(b.Kind), Processes: nonNil(b.Processes)}
}

// View adds what it was looked at from.
func (l *Head) View(v *workspace.LineView, look workspace.Look) {
	l.Line, l.Act = LineOf(v.Line), ActOf(v.Live)
	if !v.Known {
		return
	}
	rank := look.RankIn(v.Line.Modality)
	if v.Live != nil && v.Live.Rank > 0 {
		rank = v.Live.Rank
	}
	l.Rank, l.K = &rank, &v.K
	l.Model = ModelOf(v.Basis)
}
