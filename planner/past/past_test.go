package past_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/past"
)

func plaza(code string, seats int) data.Plaza {
	return data.Plaza{PlazaID: data.PlazaID{Process: "2025-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: code}, Seats: seats}
}

func list(process data.Process, upTo int, plazas []data.Plaza, picks ...data.Pick) availability.History {
	return availability.History{
		Offer:        &data.Offer{Process: process, Modality: data.Remunerada, Plazas: plazas},
		Adjudication: &data.Adjudication{Process: process, Modality: data.Remunerada, UpTo: upTo, Picks: picks},
	}
}

func pick(code string, rank int, mark float64) data.Pick {
	return data.Pick{Profession: "MEDICINA", Renipress: code, Rank: rank, Mark: mark}
}

func TestWhatBecameOfAPlaza(t *testing.T) {
	two := []data.Plaza{plaza("A", 2), plaza("B", 1), plaza("C", 1)}
	for _, c := range []struct {
		name string
		list availability.History
		want map[string]string // by RENIPRESS: the sentence and the cell
	}{
		{"ranks", list("2024-I", 0, two, pick("B", 1, 0), pick("A", 3, 0), pick("A", 7, 0)), map[string]string{
			"A": "2024-I: sus 2 plazas se fueron en los turnos 2 y 3 de 4 · 3",
			"B": "2024-I: se fue en el turno 1 de 4 · 1",
			"C": "2024-I: sobró: nadie la tomó · sobró",
			"Z": "2024-I: no estaba en la oferta · no estaba",
		}},
		{"a tie of marks is no turn", list("2025-I", 0, two, pick("A", 0, 15), pick("B", 0, 12.8), pick("C", 0, 12.8)), map[string]string{
			"A": "2025-I: sobró 1 de sus 2 plazas; se fueron en los turnos 1 de 4 · sobró 1/2",
			"B": "2025-I: se fue con nota 12.80, entre los turnos 2 y 3 de 4 · 2–3",
		}},
		{"no mark, no turn", list("2025-I", 0, two, pick("A", 0, 15), pick("B", 0, 0)), map[string]string{
			"B": "2025-I: se fue, no se sabe en qué turno · se fue",
		}},
		{"a cut list says nothing of what came after", list("2025-I", 5, two, pick("B", 1, 0), pick("A", 2, 0)), map[string]string{
			"A": "2025-I: seguía libre tras el turno 2, donde se corta la lista (1 de 2 plazas) · >2",
			"C": "2025-I: seguía libre tras el turno 2, donde se corta la lista · >2",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := past.New([]availability.History{c.list})
			for code, want := range c.want {
				p := plaza(code, 1)
				stories := book.Of(&p)
				if len(stories) != 1 {
					t.Fatalf("%d stories of %s", len(stories), code)
				}
				text := stories[0].Text()
				if got := text.String() + " · " + text.Short(); got != want {
					t.Errorf("%s\n got %q\nwant %q", code, got, want)
				}
			}
			other := plaza("A", 1)
			other.Profession = "ENFERMERIA"
			if got := book.Of(&other); len(got) != 0 {
				t.Errorf("a list without the profession tells of it: %v", got)
			}
			other = plaza("A", 1)
			other.Modality = data.Equivalente
			if got := book.Of(&other); len(got) != 0 {
				t.Errorf("a list of the other modality tells of it: %v", got)
			}
		})
	}
}

func TestNewestProcessFirst(t *testing.T) {
	one := []data.Plaza{plaza("A", 1)}
	book := past.New([]availability.History{
		list("2023-II", 0, one, pick("A", 1, 0)), list("2025-I", 0, one, pick("A", 1, 0)), list("2024-I", 0, one, pick("A", 1, 0)),
	})
	if diff := cmp.Diff([]data.Process{"2025-I", "2024-I", "2023-II"}, book.Processes()); diff != "" {
		t.Error(diff)
	}
}

// A special case after the line was over is told as one: the line had long gone
// by, and its turn says nothing of the merit that the plaza needed.
func TestSpecialCasesAreTold(t *testing.T) {
	var plazas []data.Plaza
	var picks []data.Pick
	for i := range 40 {
		code := fmt.Sprint(i)
		plazas = append(plazas, plaza(code, 1))
		rank := i + 1
		if i == 39 {
			rank = 900
		}
		picks = append(picks, pick(code, rank, 0))
	}
	p := plaza("39", 1)
	s := past.New([]availability.History{list("2024-I", 0, plazas, picks...)}).Of(&p)[0]
	text := s.Text()
	if want := "2024-I: se fue en el turno 40 de 40, a un caso especial tras acabarse la fila"; text.String() != want {
		t.Errorf("%q", text.String())
	}
}

// Against a count by hand: of any list the turns of a plaza are the places of its
// picks among all picks, from the first to the last of the same mark.
func TestTurnsAgainstANaiveCount(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 50 {
		var plazas []data.Plaza
		var picks []data.Pick
		for i := range 30 {
			code, seats := fmt.Sprint(i), 1+rng.IntN(3)
			plazas = append(plazas, plaza(code, seats))
			for range rng.IntN(seats + 1) {
				picks = append(picks, pick(code, 0, float64(10+rng.IntN(8))))
			}
		}
		book := past.New([]availability.History{list("2025-I", 0, plazas, picks...)})
		for i := range plazas {
			var want []availability.Tie
			taken := 0
			for _, mine := range picks {
				if mine.Renipress != plazas[i].Renipress {
					continue
				}
				better, alike := 0, 0
				for _, other := range picks {
					if other.Mark > mine.Mark {
						better++
					} else if other.Mark == mine.Mark {
						alike++
					}
				}
				want = append(want, availability.Tie{From: better + 1, To: better + alike, Mark: mine.Mark})
				taken++
			}
			slices.SortFunc(want, func(a, b availability.Tie) int { return a.From - b.From })
			stories := book.Of(&plazas[i])
			if len(picks) == 0 {
				continue
			}
			if diff := cmp.Diff(want, stories[0].Went); diff != "" || stories[0].Taken != taken {
				t.Fatalf("%s, %d taken", diff, stories[0].Taken)
			}
			if left := stories[0].Kind == past.Left; left != (taken < plazas[i].Seats) {
				t.Fatalf("%d of %d taken: %v", taken, plazas[i].Seats, stories[0].Kind)
			}
		}
	}
}
