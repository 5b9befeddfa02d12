package availability

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
)

func drawPassing(t *rapid.T) Passing {
	return Passing{
		P0:    rapid.Float64Range(0, 0.6).Draw(t, "start"),
		Slope: rapid.SampledFrom([]float64{0, 0.1, 0.32, 2}).Draw(t, "slope"),
		Seats: float64(rapid.IntRange(1, 400).Draw(t, "seats")),
	}
}

// A worse rank never has an earlier turn, and RankAt is the inverse of PickAt.
func TestPassingIsMonotoneAndInverted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPassing(t)
		last := -1.0
		for rank := 1; rank < int(2*p.Seats)+3; rank++ {
			k := p.PickAt(rank)
			if k < last-1e-9 || k > float64(rank-1)+1e-9 {
				t.Fatalf("%+v: rank %d has pick %v, the one before %v", p, rank, k, last)
			}
			last = k
		}
		k := rapid.Float64Range(0, 1.2*p.Seats).Draw(t, "k")
		if rank := p.RankAt(k); p.PickAt(rank) > k+1e-6 || p.PickAt(rank+1) <= k-1e-6 {
			t.Fatalf("%+v: RankAt(%v) = %d, of pick %v and next %v", p, k, rank, p.PickAt(rank), p.PickAt(rank+1))
		}
	})
}

// The definition, turn by turn: with so many seats gone the next one goes after
// 1/(1 − p) turns.
func TestReachIsTheSumOverThePicks(t *testing.T) {
	p := Passing{P0: 0.04, Slope: 0.32, Seats: 1000}
	sum := 0.0
	for k := range 900 {
		if got := p.Reach(float64(k)); math.Abs(got-sum) > 1e-6 {
			t.Fatalf("%v turns when %d seats are gone, want %v", got, k, sum)
		}
		sum += 1 / (1 - 0.04 - 0.32*math.Pow(float64(k)/1000, 6))
	}
}

// Seats are left to ranks between the seats of the line and 1.4 times as many: a
// nurse at rank 1,820 of 1,792 seats is not told 0.
func TestSomethingIsLeftBehindTheSeats(t *testing.T) {
	p := DefaultPassing(data.Line{Profession: "ENFERMERIA", Modality: data.Remunerada}, 1792)
	for rank := 1792; rank < 2508; rank++ { // 1.4 · 1,792 = 2,508.8
		if k := p.PickAt(rank); k >= 1792 {
			t.Fatalf("rank %d has pick %v of 1,792 seats", rank, k)
		}
	}
	if k := p.PickAt(2510); k < 1792 {
		t.Errorf("rank 2,510 has pick %v", k)
	}
	if k := p.PickAt(1820); k < 1600 || k > 1740 {
		t.Errorf("rank 1,820 has pick %v", k)
	}
}

// Passes ahead of the rank at which 90 % of the seats are gone, as 2024-I had
// them by its ranks and as the default says: medicine 61 and 73, nursing 119 and
// 111, dentistry 48 and 42.
func TestUsualPassesBeforeNineTenths(t *testing.T) {
	for _, c := range []struct {
		profession string
		seats      int
		want       float64
	}{{"MEDICINA", 2096, 73}, {"ENFERMERIA", 1741, 111}, {"ODONTOLOGIA", 569, 42}} {
		k := math.Round(0.9 * float64(c.seats))
		p := DefaultPassing(data.Line{Profession: c.profession, Modality: data.Remunerada}, c.seats)
		if got := p.Reach(k) - k; math.Abs(got-c.want) > 2 {
			t.Errorf("%s: %.1f pass, want %v", c.profession, got, c.want)
		}
	}
}

// A made-up list in which one in ten passes up to six tenths of the line, then
// one in four.
func TestPassingIsLearntFromGaps(t *testing.T) {
	usual := Passing{P0: 0.011, Slope: 0.32, Seats: 1000}
	var chosen []bool
	k := 0
	for rank := 1; k < 1000; rank++ {
		every := 10
		if k >= 600 {
			every = 4
		}
		took := rank%every != 0
		chosen = append(chosen, took)
		if took {
			k++
		}
	}
	p := learnPassing(usual, chosen, 0, "2024-I")
	// 600 picks and 66 gaps: (66 + 200·0.011) / (666 + 200)
	if want := (66 + 2.2) / 866; math.Abs(p.P0-want) > 0.001 || !p.Learnt() {
		t.Errorf("start %v, want %v", p.P0, want)
	}
	// 350 picks and about 117 gaps; Σ x⁶ of 467 ranks between 0.6 and 0.95 is 118
	if want := (117 - p.P0*467 + 30*0.32) / (118 + 30); math.Abs(p.Slope-want) > 0.05 {
		t.Errorf("slope %v, want about %v", p.Slope, want)
	}
	if blurred := learnPassing(usual, chosen, 1000, "2024-I"); blurred.P0 >= p.P0 || blurred.P0 < 0 {
		t.Errorf("with takers of no known rank in all gaps the start is %v", blurred.P0)
	}
	if none := learnPassing(usual, nil, 0, "2024-I"); none != usual {
		t.Errorf("an empty list taught %+v", none)
	}
}

// Late special cases and takers without a rank must not read as passes: the
// lines of 2024-I, with the shares of passes before six tenths as their ranks
// show them.
func TestPassingOf2024(t *testing.T) {
	for _, l := range linesOf(realHistoryOf(t, "2024-I", data.Remunerada)) {
		if !l.exact {
			continue
		}
		t.Logf("%-20s %.3f + %.2f·x⁶", l.line.Profession, l.passing.P0, l.passing.Slope)
		if !l.passing.Learnt() || l.passing.P0 > 0.12 || l.passing.Slope > 1 {
			t.Errorf("%s: %+v", l.line.Profession, l.passing)
		}
	}
}

// What an act shows moves what is assumed, as 650 turns weigh against it.
func TestSeenTurnsMoveThePassing(t *testing.T) {
	p := ConstantPassing(0.005).Seen(8, 2)
	if want := (650*0.005 + 2) / 660; math.Abs(p.P0-want) > 1e-12 {
		t.Errorf("rate %v, want %v", p.P0, want)
	}
	curve := Passing{P0: 0.04, Slope: 0.32, Seats: 100}
	chosen := int(math.Round(curve.GoneAfter(90)))
	if got := curve.Seen(chosen, 90-chosen); math.Abs(got.P0-curve.P0) > 0.001 {
		t.Errorf("an act as the curve has it moved it to %v", got.P0)
	}
}
