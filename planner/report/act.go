package report

import (
	"brujula/data"
	"brujula/planner/workspace"
)

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
