package side

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Figure states a measure of one column in words; "–" where it is not known.
func Figure(v *workspace.Versus, column int) string {
	if v.Measure == workspace.ByChance && v.Fate[column] != workspace.FateOpen {
		return v.Fate[column].Text()
	}
	if !v.Known[column] {
		return texts.NoValue
	}
	value := v.Values[column]
	switch v.Measure {
	case workspace.ByChance:
		return texts.Percent(value)
	case workspace.ByReach:
		return texts.SideRank(int(value))
	case workspace.ByPoints:
		return texts.Decimal(value)
	case workspace.ByRisk:
		if value > 0 {
			return texts.SideSeverity(int(value))
		}
		return texts.RiskHereNone
	}
	return texts.Thousands(int(value))
}

// Range reports how far the chance of one column may be off; "" without a range.
func Range(v *workspace.Versus, column int) string {
	if v.Measure != workspace.ByChance || !v.Known[column] || !v.Estimate[column].HasRange {
		return ""
	}
	return texts.PlanRange(v.Estimate[column].Lo, v.Estimate[column].Hi)
}

// key names a measure in what leaves the program.
func key(m workspace.Measure) string {
	return [...]string{"prob", "alcanza_hasta", "puntos", "riesgo", "cupos"}[m]
}

// Names names plazas that stand side by side: by the establishment alone where no other
// of them has its name, else with what tells them apart, the modality of a place that
// is offered in both, or the code of another place.
func Names(space *workspace.Workspace, ids []data.PlazaID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		name := space.Name(id)
		var apart texts.SideApart
		for _, other := range ids {
			if other == id || space.Name(other) != name {
				continue
			}
			apart.Code = apart.Code || other.Renipress != id.Renipress
			apart.Modality = apart.Modality || other.Modality != id.Modality
			apart.Profession = apart.Profession || other.Profession != id.Profession
			apart.Process = apart.Process || other.Process != id.Process
		}
		out[i] = apart.Name(name, id)
	}
	return out
}
