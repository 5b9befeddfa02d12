package past_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/past"
)

// Against a count by hand: a group's seats, those left, and the mean share of the
// line that was gone.
func TestGroupsAgainstANaiveCount(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	for range 30 {
		var plazas []data.Plaza
		var picks []data.Pick
		seats := 0
		for i := range 24 {
			p := plaza(fmt.Sprint(i), 1+rng.IntN(3))
			p.Region, p.Province, p.District, p.Grade = "PUNO", "LAMPA", fmt.Sprint("D", i%4), 1+i%5
			plazas = append(plazas, p)
			seats += p.Seats
			for range rng.IntN(p.Seats + 1) {
				picks = append(picks, pick(p.Renipress, 0, float64(10+rng.IntN(20))))
			}
		}
		if len(picks) == 0 {
			continue
		}
		book := past.New([]availability.History{list("2025-I", 0, plazas, picks...)})
		for by, same := range map[past.By]func(a, b *data.Plaza) bool{
			past.ByDistrict:      func(a, b *data.Plaza) bool { return a.District == b.District },
			past.ByGrade:         func(a, b *data.Plaza) bool { return a.Grade == b.Grade },
			past.ByEstablishment: func(a, b *data.Plaza) bool { return a.Renipress == b.Renipress },
		} {
			me := &plazas[rng.IntN(len(plazas))]
			got, ok := book.Group(by, me)
			part, whole := past.NewOfPart([]availability.History{list("2025-I", 0, nil)}, book.Groups())
			if same, told := part.Group(by, me); !whole || told != ok || same != got {
				t.Errorf("%d, of a part: %+v, want %+v", by, same, got)
			}
			if by == past.ByEstablishment && book.SeatsAt(me) != got.Seats {
				t.Errorf("%d seats at the establishment, %d in its group", book.SeatsAt(me), got.Seats)
			}
			want, sum := past.Group{}, 0.0
			for i := range plazas {
				if !same(me, &plazas[i]) {
					continue
				}
				want.Seats += plazas[i].Seats
				taken := 0
				for _, mine := range picks {
					if mine.Renipress != plazas[i].Renipress {
						continue
					}
					taken++
					better, alike := 0, 0
					for _, other := range picks {
						if other.Mark > mine.Mark {
							better++
						} else if other.Mark == mine.Mark {
							alike++
						}
					}
					sum += (float64(better) + float64(alike)/2) / float64(seats)
				}
				left := plazas[i].Seats - taken
				want.Left += left
				sum += float64(left) * float64(len(picks)+seats) / 2 / float64(seats)
			}
			if !ok || got.Seats != want.Seats || got.Left != want.Left || math.Abs(got.Mean-sum/float64(want.Seats)) > 1e-9 {
				t.Fatalf("%d: %+v, want %+v of mean %v", by, got, want, sum/float64(want.Seats))
			}
			if math.Abs(got.Usual-0.5) > 0.03 { // of whole lists about half is gone when a seat goes
				t.Errorf("usual %v", got.Usual)
			}
		}
	}
}

// The seats of an establishment are those of all its professions, in the lists that
// tell of them whole: not of one nobody chose, nor of a list that was cut.
func TestSeatsAt(t *testing.T) {
	of := func(profession, code string, seats int) data.Plaza {
		p := plaza(code, seats)
		p.Profession = profession
		return p
	}
	nurse := data.Pick{Profession: "ENFERMERIA", Renipress: "B", Rank: 1}
	plazas := []data.Plaza{of("MEDICINA", "A", 2), of("ENFERMERIA", "A", 3), of("ENFERMERIA", "B", 1), of("NUTRICION", "A", 4)}
	me := plaza("A", 1)
	for upTo, want := range map[int]int{0: 2 + 3, 1: 0} {
		book := past.New([]availability.History{list("2025-I", upTo, plazas, pick("A", 1, 0), nurse), list("2024-I", 0, plazas[:1], pick("A", 1, 0), pick("A", 2, 0), pick("A", 3, 0))})
		want += 3 // of 2024-I: one more was taken than the offer has now
		if got := book.SeatsAt(&me); got != want {
			t.Errorf("up to %d: %d seats, want %d", upTo, got, want)
		}
		lines := []availability.History{list("2025-I", upTo, plazas[:1], pick("A", 1, 0)), list("2024-I", 0, nil)}
		if part, ok := past.NewOfPart(lines, book.Groups()); !ok || part.SeatsAt(&me) != want {
			t.Errorf("up to %d, of a part: not %d", upTo, want)
		}
	}
	other := me
	other.Modality = data.Equivalente
	if got := past.New([]availability.History{list("2025-I", 0, plazas, pick("A", 1, 0), nurse)}).SeatsAt(&other); got != 0 {
		t.Errorf("%d seats of the other modality", got)
	}
}

func TestDamagedGroupsAreRefused(t *testing.T) {
	lists := []availability.History{list("2025-I", 0, []data.Plaza{plaza("A", 1)}, pick("A", 1, 0))}
	packed := past.New(lists).Groups()
	for cut := range packed {
		if _, ok := past.NewOfPart(lists, packed[:cut]); ok {
			t.Errorf("cut at %d of %d", cut, len(packed))
		}
	}
	if _, ok := past.NewOfPart([]availability.History{list("2024-I", 0, nil)}, packed); ok {
		t.Error("those of another process are taken")
	}
}
