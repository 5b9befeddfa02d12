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
	Line    *data.Line    `json:"linea"`
	Rank    *int          `json:"puesto"`
	K       *float64      `json:"k"`
	Model   *Model        `json:"modelo"`
	Act     *Act          `json:"acto,omitempty"` // that the chances follow
}

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
	return &Model{Base: string(b.Kind), Processes: data.OrEmpty(b.Processes)}
}

// View adds what it was looked at from.
func (l *Head) View(v *workspace.LineView, look workspace.Look) {
	l.Line, l.Act = &v.Line, ActOf(v.Live)
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
