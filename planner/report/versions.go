package report

import (
	"brujula/data"
	"brujula/planner/workspace"
)

// Versions is the answer of plan comparar.
type Versions struct {
	First   Version  `json:"primero"`
	Second  Version  `json:"segundo"`
	Changes []Change `json:"cambios"`
}

// Version is one of two versions of a plan and what it leads to; null without a
// chance for any line.
type Version struct {
	Name      string   `json:"nombre"`
	Lines     int      `json:"lineas"`
	WithPlace *float64 `json:"con_plaza"`
	Points    *float64 `json:"puntos_esperados"`
}

// Change is one change from the first version to the second. Place and Points are
// what it is worth when it alone is made in the first; null where the line has no
// chance, or where only the note is another.
type Change struct {
	Kind          workspace.ChangeKind `json:"tipo"`
	Renipress     string               `json:"renipress"`
	Line          data.Line            `json:"linea"`
	Establishment string               `json:"establecimiento"` // the code where no list has the plaza
	From          *int                 `json:"orden_primero"`   // from 1
	To            *int                 `json:"orden_segundo"`
	WithPlace     *float64             `json:"suma_con_plaza"`
	Points        *float64             `json:"suma_puntos"`
}

// VersionsOf returns the record of a comparison.
func VersionsOf(w *workspace.Workspace, c *workspace.PlanComparison) Versions {
	out := Versions{First: versionOf(c.First), Second: versionOf(c.Second), Changes: []Change{}}
	changes := c.Changes()
	for i := range changes {
		change := &changes[i]
		record := Change{
			Kind: change.Kind, Renipress: change.ID.Renipress, Line: change.ID.Line(),
			Establishment: w.Name(change.ID), From: placeOf(change.From), To: placeOf(change.To),
		}
		if change.Valued {
			record.WithPlace, record.Points = &change.Place, &change.Points
		}
		out.Changes = append(out.Changes, record)
	}
	return out
}

func versionOf(v *workspace.PlanView) Version {
	out := Version{Name: v.Name, Lines: len(v.Lines)}
	if v.Estimated() {
		with := 1 - v.Nothing
		out.WithPlace, out.Points = &with, &v.ExpectedPoints
	}
	return out
}

// placeOf counts a place from 1; nil for none.
func placeOf(at int) *int {
	if at < 0 {
		return nil
	}
	at++
	return &at
}
