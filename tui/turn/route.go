package turn

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
)

// route is the way to a plaza on the official screen in at most w cells. Where
// it is too long the places before the code are cut, never the code: it is
// what must be said.
func route(p *data.Plaza, w int, tail string) string {
	steps := texts.TurnOfficial(p)
	if whole := texts.TurnRoute(steps); layout.Width(whole) <= w {
		return whole
	}
	steps[len(steps)-1][1] = p.Renipress
	end := texts.TurnRoute([][2]string{{}, steps[len(steps)-1]})
	return layout.Cut(texts.TurnRoute(steps[:len(steps)-1]), max(0, w-layout.Width(end)), tail) + end
}
