package myplan

import (
	"strings"

	"brujula/data/texts"
	"brujula/tui/layout"
)

// Status reports what the plan leads to; on the right its name and whether it is
// stored.
func (m *Model) Status() (left, right string) {
	narrow := m.w < layout.WideFrom
	name := m.desk.Plan().Name
	right = texts.PlanStatus(name, len(m.desk.Plan().Entries), len(m.chosen), m.saved())
	place, _ := m.desk.MyPlace()
	switch {
	case place != "":
		if left = place; narrow {
			left, _, _ = strings.Cut(place, ",")
		}
	case m.view != nil && m.view.Estimated():
		left = texts.PlanHeadline(m.view.ExpectedPoints, m.view.Nothing, narrow)
		if n := len(m.panes.advice); n > 0 && m.panes.of == m.view {
			left += " · " + m.desk.Styles.Warning.Render(texts.PlanAdviceCount(m.desk.Styles.Glyphs.Risk, n))
		}
	default:
		return right, ""
	}
	if m.desk.Unsaved() != "" {
		return left, right // that it is not stored must be seen, whatever it costs
	}
	for _, shorter := range []string{right, texts.PlanStatusShort(name, m.saved()), texts.PlanStatusName(name)} {
		if right = shorter; layout.Width(left)+layout.Width(right)+4 <= m.w {
			break
		}
	}
	return left, right
}

func (m *Model) saved() string {
	d := m.desk
	switch {
	case d.Space.Demo:
		return texts.PlanDemoUnsaved
	case d.OnlyLooks() != "" && m.w < layout.WideFrom:
		return texts.OnlyLooksShort
	case d.Writable() != nil:
		return d.Writable().Error()
	case d.Unsaved() != "":
		return texts.PlanNotSavedMark + d.Unsaved()
	case d.Saving():
		return texts.PlanSaving
	}
	return texts.PlanSaved
}
