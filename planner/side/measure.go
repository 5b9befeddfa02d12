package side

import (
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Figure tells a measure of one column in words; "–" where it is not known.
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

// Range tells how far the chance of one column may be off; "" without a range.
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
