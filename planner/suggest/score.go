package suggest

import (
	"math"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/workspace"
)

// From where on a plaza is not alike at all. They are choices of the project.
const (
	farPoints = 4.0   // fewer points: two steps of grade
	farKm     = 200.0 // about a day's way in the highlands
	farRisks  = 3.0   // more notes of risk
	farLevels = 3.0   // of I-1 … I-4
)

// Scores of the distance where coordinates are not known.
const (
	sameDistrict = 1.0
	sameProvince = 0.8
	sameRegion   = 0.4
)

// score reports how alike a plaza is to a line by one criterion, from 0 to 1; what
// is better than the line is as good as alike. known is false where the lists
// do not tell.
func (f *finder) score(c plan.Criterion, s *Suggestion, l *workspace.PlanLine, km float64) (score float64, known bool) {
	p, q := s.Plaza, l.Plaza
	switch c {
	case plan.ByPoints:
		return nearness(l.Points.Value-s.Points.Value, farPoints), l.Points.Known && s.Points.Known
	case plan.ByDistance:
		return closeness(p, q, km), true
	case plan.ByRisk:
		more, graver := s.Mark.Count-l.Mark.Count, s.Mark.Worst-l.Mark.Worst
		return nearness(float64(max(more, graver)), farRisks), true
	case plan.ByBonus:
		missing := 0.0
		if q.ZAF && !p.ZAF {
			missing++
		}
		if q.ZE && !p.ZE {
			missing++
		}
		return nearness(missing, 2), true
	case plan.ByCategory:
		a, okA := level(p.Category)
		b, okB := level(q.Category)
		return nearness(math.Abs(a-b), farLevels), okA && okB
	case plan.ByRegion:
		return truth(p.Region == q.Region), true
	}
	return 0, false
}

// nearness falls from 1, for no lack at all, to 0 for one that is far.
func nearness(lack, far float64) float64 { return 1 - math.Min(math.Max(lack, 0), far)/far }

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// closeness is by km where they are known, else by the names of the places.
func closeness(p, q *data.Plaza, km float64) float64 {
	switch {
	case !math.IsNaN(km):
		return nearness(km, farKm)
	case p.Region != q.Region:
		return 0
	case p.Province != q.Province:
		return sameRegion
	case p.District != q.District:
		return sameProvince
	}
	return sameDistrict
}

// level reads the level of a category of primary care: I-1 to I-4.
func level(category string) (float64, bool) {
	digit, ok := strings.CutPrefix(category, "I-")
	if !ok || len(digit) != 1 || digit[0] < '1' || digit[0] > '4' {
		return 0, false
	}
	return float64(digit[0] - '0'), true
}

// said reports why a plaza is suggested: in what it is like the line, in what it
// is not, its chance, range and points.
func (f *finder) said(s *Suggestion) texts.AdviceSaid {
	l := &f.view.Lines[s.Like]
	var same, other []string
	for _, c := range plan.Criteria() {
		score, known := f.score(c, s, l, s.Km)
		if f.weights[c] == 0 || !known {
			continue
		}
		words := f.words(c, s, l)
		switch {
		case words == "":
		case score >= 1 || c == plan.ByDistance && score >= alike:
			same = append(same, words)
		default:
			other = append(other, words)
		}
	}
	e := &s.Estimate
	return texts.Suggestion(texts.SuggestedPlaza{
		Name: s.Plaza.Establishment, Where: texts.Where(s.Plaza.District, s.Plaza.Province),
		Place: s.Like + 1, Line: l.Plaza.Establishment, Same: same, Other: other,
		Band: e.Band.Name(), Chance: e.Chance, Lo: e.Lo, Hi: e.Hi, HasRange: e.HasRange,
		Points: s.Points.Value, PointsKnown: s.Points.Known,
	})
}

// words tell how a plaza stands to a line by one criterion; "" where there is
// nothing to tell.
func (f *finder) words(c plan.Criterion, s *Suggestion, l *workspace.PlanLine) string {
	p, q := s.Plaza, l.Plaza
	switch c {
	case plan.ByPoints:
		return texts.SuggestPoints(s.Points.Value - l.Points.Value)
	case plan.ByDistance:
		return texts.SuggestDistance(s.Km, p.District == q.District && p.Province == q.Province, p.Province == q.Province)
	case plan.ByRisk:
		return texts.SuggestRisks(s.Mark.Count-l.Mark.Count, s.Mark.Worst > l.Mark.Worst)
	case plan.ByBonus:
		return texts.SuggestBonus(texts.Bonuses(q.ZAF, q.ZE), texts.Bonuses(p.ZAF, p.ZE))
	case plan.ByCategory:
		return texts.SuggestCategory(p.Category, q.Category)
	case plan.ByRegion:
		return texts.SuggestRegion(p.Region, q.Region)
	}
	return ""
}
