package report

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/catalog"
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

// Act is an act of adjudication that chances follow.
type Act struct {
	Turn     int     `json:"van_por"`
	Rank     *int    `json:"mi_puesto"`
	Ahead    *int    `json:"faltan"`
	Over     bool    `json:"paso_mi_turno"`
	Mine     *string `json:"mi_plaza"` // RENIPRESS of the plaza that I took
	Declined bool    `json:"no_elegi"`
	Told     int     `json:"tachados"`
}

// ActOf returns the record of an act, nil for none.
func ActOf(l *workspace.Live) *Act {
	if l == nil {
		return nil
	}
	out := &Act{Turn: l.Turn, Over: l.Over, Declined: l.Declined, Told: l.Told, Mine: data.OrNull(l.Mine)}
	if l.Rank > 0 {
		rank, ahead := l.Rank, l.Ahead()
		out.Rank, out.Ahead = &rank, &ahead
	}
	return out
}

// acts returns the records of the acts that estimates follow, nil for none.
func acts(est *workspace.Estimates) map[data.Modality]*Act {
	var out map[data.Modality]*Act
	for _, m := range data.Modalities() {
		if live := est.Following(m); live != nil {
			if out == nil {
				out = map[data.Modality]*Act{}
			}
			out[m] = ActOf(live)
		}
	}
	return out
}

// Counts is the answer of listar --contar: a listing without its plazas, and how many
// of them have each value.
type Counts struct {
	Head
	Places     int     `json:"lugares"`
	Seats      int     `json:"cupos"`
	Dimensions []Count `json:"conteos"`
}

// Count counts by one dimension.
type Count struct {
	Dim    string       `json:"por"`
	Values []CountValue `json:"valores"`
}

// CountValue is one value; Likely is null without a rank.
type CountValue struct {
	Value  string `json:"valor"`
	Places int    `json:"lugares"`
	Seats  int    `json:"cupos"`
	Likely *int   `json:"probables"`
}

// CountOf returns the record of the counts by a dimension; ranked tells that it is
// known what is likely.
func CountOf(d catalog.Dim, counts []catalog.Frequency, ranked bool) Count {
	out := Count{Dim: d.Key(), Values: []CountValue{}}
	for i := range counts {
		c := &counts[i]
		v := CountValue{Value: c.Value, Places: c.Plazas, Seats: c.Seats}
		if ranked {
			v.Likely = &c.Likely
		}
		out.Values = append(out.Values, v)
	}
	return out
}
