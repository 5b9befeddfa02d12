package availability

import (
	"math"
	"testing"

	"brujula/data"
	"brujula/data/testsize"
)

// agreement gathers how far the share of free plazas of a region or province was
// from what was said, in squared standard deviations: of chance alone, and of chance
// and the ranges together. Of ranges that are right the latter has mean 1.
type agreement struct {
	groups, alone, ranged, width float64
	plazas                       float64
}

// see compares a forecast with what was left of a line after k picks.
func (a *agreement) see(f *Forecast, plazas []data.Plaza, left []int, k float64) {
	estimates := f.Estimates(k)
	groups := make(map[string][]int)
	for i := range plazas {
		a.width += estimates[i].Hi - estimates[i].Lo
		a.plazas++
		groups[plazas[i].Region] = append(groups[plazas[i].Region], i)
		groups[provinceOf(&plazas[i])] = append(groups[provinceOf(&plazas[i])], i)
	}
	drawn := make([][]float64, len(f.refits))
	for r, c := range f.refits {
		drawn[r] = make([]float64, len(plazas))
		u := c.timeAt(k)
		for i, n := range c.seats {
			chance, _ := free(c.eta[i]+u, c.theta, n)
			drawn[r][i] = f.mixed(chance, f.left(k), n)
		}
	}
	for _, group := range groups {
		if len(group) < 5 {
			continue
		}
		off, chance := 0.0, 0.1 // a tenth of a plaza, lest a sure group divide by nothing
		for _, i := range group {
			p := estimates[i].Chance
			off -= p
			chance += p * (1 - p)
			if left[i] > 0 {
				off++
			}
		}
		sum, squares, n := 0.0, 0.0, float64(len(drawn))
		for _, of := range drawn {
			all := 0.0
			for _, i := range group {
				all += of[i]
			}
			sum += all
			squares += all * all
		}
		a.groups++
		a.alone += off * off / chance
		a.ranged += off * off / (chance + (squares-sum*sum/n)/(n-1))
	}
}

// observed gives a forecast the θ that a list of marks is to be judged by.
func observed(f *Forecast) *Forecast {
	other := f.WithTheta(ObservedTheta(false))
	for _, r := range f.refits {
		other.refits = append(other.refits, refit{newClocks(r.eta, r.seats, other.Theta()), r.year})
	}
	return other
}

// The ranges in another year: fitted on one, tried on the other. How many plazas of
// a province or region were free differs from what was said by twice the variance of
// chance alone, and by that of chance and the ranges together: from lists and from
// what ships, whose ranges are wider by a sixth and at three plazas of four (with
// 80 draws instead of 20, at 82 to 86 of 100: the rest is the draws' own noise).
func TestRangesHoldInAnotherYear(t *testing.T) {
	if testing.Short() || !testsize.Full() {
		t.Skip("fits four times with ranges; SERUMS_PRUEBAS=largas runs it")
	}
	first, second := realHistoryOf(t, "2024-I", data.Remunerada), realHistory(t, data.Remunerada)
	s := DefaultSettings()
	for _, years := range [][2]History{{second, first}, {first, second}} {
		train, test := years[0], years[1]
		lists := withRanges(t, mustFit(t, s, train), s, 2025, train)
		shipped := FromPrior(priorOf(t, mustFitPrior(t, train)))
		var ofLists, ofPrior agreement
		wider := 0.0
		for _, o := range Outcomes(test) {
			if o.Seats < 100 || len(o.Order) < o.Taken*9/10 { // psychology has no order in 2024-I
				continue
			}
			f, g := lists.Forecast(o.Line, o.Offered()), shipped.Forecast(o.Line, o.Offered())
			if !o.Exact {
				f, g = observed(f), observed(g)
			}
			for _, share := range []float64{0.10, 0.25, 0.50, 0.75, 0.90} {
				k := math.Round(share * float64(o.Seats))
				left := make([]int, len(o.Plazas))
				for i := range left {
					left[i] = o.Plazas[i].Seats
				}
				for _, i := range o.Order[:min(int(k), len(o.Order))] {
					left[i]--
				}
				ofLists.see(f, o.Offered(), left, k)
				ofPrior.see(g, o.Offered(), left, k)
				_, share := widths(g, f, k)
				wider += share * float64(len(o.Plazas))
			}
		}
		wider /= ofPrior.plazas
		for what, a := range map[string]*agreement{"lists": &ofLists, "what ships": &ofPrior} {
			alone, ranged := a.alone/a.groups, a.ranged/a.groups
			t.Logf("%s → %s, %s: width %.3f; squared deviations of %v groups %.2f by chance alone, %.2f with the ranges",
				train.Offer.Process, test.Offer.Process, what, a.width/a.plazas, a.groups, alone, ranged)
			if alone < 1.4 || ranged < 0.8 || ranged > 1.25 {
				t.Errorf("the ranges are too narrow or too wide")
			}
		}
		t.Logf("wider from what ships at %.2f of the plazas", wider)
		if ofPrior.width < 1.1*ofLists.width || wider < 0.7 {
			t.Error("what ships looks as exact as lists")
		}
	}
}
