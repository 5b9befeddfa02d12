package availability

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

func offerOf(seats map[string]int) *data.Offer {
	offer := &data.Offer{Process: "2025-I", Modality: data.Remunerada}
	for _, code := range []string{"A", "B", "C", "D"} {
		if n, ok := seats[code]; ok {
			offer.Plazas = append(offer.Plazas, data.Plaza{
				PlazaID: data.PlazaID{Process: "2025-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: code},
				Seats:   n, Region: "PUNO", Grade: 3,
			})
		}
	}
	return offer
}

func pick(code string, rank int, mark float64) data.Pick {
	return data.Pick{Profession: "MEDICINA", Renipress: code, Rank: rank, Mark: mark}
}

func TestLinesOf(t *testing.T) {
	for _, c := range []struct {
		name     string
		upTo     int
		picks    []data.Pick
		seats    []string // plaza of each seat, in order
		groups   []int
		complete bool
		taken    int
		unplaced int
	}{
		{
			name:  "ranks give the exact order, whatever the marks",
			picks: []data.Pick{pick("B", 2, 18), pick("A", 1, 11), pick("A", 3, 0)},
			seats: []string{"A", "B", "A", "C"}, groups: []int{1, 2, 3}, complete: true, taken: 3,
		},
		{
			name:  "marks alone tie",
			picks: []data.Pick{pick("B", 0, 14.2), pick("A", 0, 15), pick("A", 0, 14.2)},
			seats: []string{"A", "A", "B", "C"}, groups: []int{1, 3}, complete: true, taken: 3,
		},
		{
			name:  "a taken seat without a mark leaves the fit but counts as taken",
			picks: []data.Pick{pick("A", 0, 15), pick("B", 0, 0)},
			seats: []string{"A", "A", "C"}, groups: []int{1}, complete: true, taken: 2,
		},
		{
			name: "a cut list is not complete", upTo: 2,
			picks: []data.Pick{pick("B", 2, 0), pick("A", 1, 0)},
			seats: []string{"A", "B", "A", "C"}, groups: []int{1, 2}, taken: 2,
		},
		{
			name:  "a pick at no plaza of the offer is told apart",
			picks: []data.Pick{pick("A", 1, 0), pick("Z", 2, 0)},
			seats: []string{"A", "A", "B", "C"}, groups: []int{1}, complete: true, taken: 1, unplaced: 1,
		},
		{
			name:  "more picks than seats add seats",
			picks: []data.Pick{pick("C", 1, 0), pick("C", 2, 0)},
			seats: []string{"C", "C", "A", "A", "B"}, groups: []int{1, 2}, complete: true, taken: 2,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := linesOf(History{
				Offer:        offerOf(map[string]int{"A": 2, "B": 1, "C": 1}),
				Adjudication: &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, UpTo: c.upTo, Picks: c.picks},
			})
			if len(lines) != 1 {
				t.Fatalf("%d lines", len(lines))
			}
			l := lines[0]
			var seats []string
			for _, s := range l.seats {
				seats = append(seats, l.plazas[s.plaza].Renipress)
			}
			if diff := cmp.Diff(c.seats, seats); diff != "" {
				t.Errorf("seats: %s", diff)
			}
			if diff := cmp.Diff(c.groups, l.groups); diff != "" {
				t.Errorf("groups: %s", diff)
			}
			if l.complete != c.complete || l.taken != c.taken || l.unplaced != c.unplaced {
				t.Errorf("complete %v, taken %d, unplaced %d", l.complete, l.taken, l.unplaced)
			}
		})
	}
}

// The picks of special cases, whose ranks lie far behind the last that chose in
// turn, are no picks of the line: their seats count as left.
func TestLateSpecialCases(t *testing.T) {
	ranks := func(gap int) (picks []data.Pick) {
		for i := range 20 {
			rank := i + 1
			if i >= 19 {
				rank += gap
			}
			picks = append(picks, pick(string(rune('A'+i)), rank, 0))
		}
		return picks
	}
	unranked := append(ranks(40)[:19:19], pick("T", 0, 0), pick("S", 60, 0))
	early := ranks(0)
	for i := range early {
		if i >= 10 {
			early[i].Rank += 40
		}
	}
	offer := &data.Offer{Process: "2025-I", Modality: data.Remunerada}
	for i := range 20 {
		id := data.PlazaID{Process: "2025-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: string(rune('A' + i))}
		offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: id, Seats: 1})
	}
	for _, c := range []struct {
		name    string
		picks   []data.Pick
		upTo    int
		ordered int
		late    int
	}{
		{"a gap of 16 ranks after 90 %", ranks(15), 0, 19, 1},
		{"a gap of 15 ranks", ranks(14), 0, 20, 0},
		{"a gap before 90 %", early, 0, 20, 0},
		{"a list that was cut", ranks(40), 100, 20, 0},
		{"a taker without a rank", unranked, 0, 20, 0},
	} {
		lines := linesOf(History{
			Offer:        offer,
			Adjudication: &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, UpTo: c.upTo, Picks: c.picks},
		})
		l := lines[0]
		late := 0
		for _, p := range l.plazas {
			late += p.late
		}
		if l.ordered() != c.ordered || late != c.late || l.taken != len(c.picks) {
			t.Errorf("%s: %d in order, %d late of %d taken", c.name, l.ordered(), late, l.taken)
		}
	}
}

func TestRepeatedRowsAddSeats(t *testing.T) {
	offer := offerOf(map[string]int{"A": 1, "B": 1})
	again := offer.Plazas[0]
	again.Seats = 2
	offer.Plazas = append(offer.Plazas, again)
	lines := linesOf(History{Offer: offer, Adjudication: &data.Adjudication{Picks: []data.Pick{pick("A", 1, 0)}}})
	if got := len(lines[0].seats); got != 4 {
		t.Errorf("%d seats, want 4", got)
	}
	if got := len(lines[0].plazas); got != 2 {
		t.Errorf("%d plazas, want 2", got)
	}
}

// A profession without a single pick may simply not be in the list: nothing is
// said of it.
func TestProfessionOutsideTheListIsNotRead(t *testing.T) {
	offer := offerOf(map[string]int{"A": 1})
	other := offer.Plazas[0]
	other.Profession = "NUTRICION"
	offer.Plazas = append(offer.Plazas, other)
	lines := linesOf(History{Offer: offer, Adjudication: &data.Adjudication{Picks: []data.Pick{pick("A", 1, 0)}}})
	if len(lines) != 1 || lines[0].line.Profession != "MEDICINA" {
		t.Errorf("lines %+v", lines)
	}
}

func TestEvidence(t *testing.T) {
	offer := offerOf(map[string]int{"A": 1, "B": 1, "C": 1})
	offer.Plazas[0].Province, offer.Plazas[0].District = "LAMPA", "CABANILLA"
	offer.Plazas[1].Province, offer.Plazas[1].District = "PUNO", "ACORA"
	picks := []data.Pick{pick("A", 1, 0), pick("B", 2, 0)}
	past := func(upTo int) History {
		return History{Offer: offer, Adjudication: &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, UpTo: upTo, Picks: picks}}
	}
	at := func(profession, code, region, province, district string, grade int) data.Plaza {
		return data.Plaza{
			PlazaID: data.PlazaID{Process: "2026-I", Profession: profession, Modality: data.Remunerada, Renipress: code},
			Region:  region, Province: province, District: district, Grade: grade, Seats: 1,
		}
	}
	isNew := Fact{Kind: FactNew, Process: "2025-I"}
	for _, c := range []struct {
		name  string
		upTo  int
		plaza data.Plaza
		want  Evidence
	}{
		{"same plaza", 0, at("MEDICINA", "B", "PUNO", "PUNO", "ACORA", 3), Evidence{EvidencePlaza, 1, Fact{Kind: FactTaken, Process: "2025-I", Pick: 2, Taken: 1, Seats: 1, Tie: Tie{From: 2, To: 2}}}},
		{"nobody took it", 0, at("MEDICINA", "C", "PUNO", "", "", 3), Evidence{EvidenceRegionGrade, 2, Fact{Kind: FactNotTaken, Process: "2025-I", Pick: 0, Taken: 0, Seats: 1}}},
		{"in a cut list nothing is known of it", 2, at("MEDICINA", "C", "PUNO", "", "", 3), Evidence{EvidenceRegionGrade, 2, Fact{Kind: FactNone, Process: "2025-I", Pick: 0, Taken: 0, Seats: 1}}},
		{"same establishment, another profession", 0, at("NUTRICION", "A", "PUNO", "LAMPA", "CABANILLA", 3), Evidence{Level: EvidenceEstablishment, N: 1}},
		{"same district", 0, at("MEDICINA", "X", "PUNO", "PUNO", "ACORA", 2), Evidence{EvidenceDistrict, 1, isNew}},
		{"same province", 0, at("MEDICINA", "X", "PUNO", "PUNO", "CHUCUITO", 2), Evidence{EvidenceProvince, 1, isNew}},
		{"same region and grade", 0, at("MEDICINA", "X", "PUNO", "AZANGARO", "ACHAYA", 3), Evidence{EvidenceRegionGrade, 2, isNew}},
		{"the line alone", 0, at("MEDICINA", "X", "TACNA", "TACNA", "SAMA", 1), Evidence{EvidencePrior, 0, isNew}},
		{"nothing", 0, at("NUTRICION", "X", "TACNA", "TACNA", "SAMA", 1), Evidence{}},
		{"a district of the same name elsewhere", 0, at("NUTRICION", "X", "TACNA", "PUNO", "ACORA", 1), Evidence{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := mustFit(t, DefaultSettings(), past(c.upTo))
			got := m.Forecast(c.plaza.Line(), []data.Plaza{c.plaza}).Estimates(0)[0].Evidence
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The late special cases of the ranked lines of 2024-I, as counted by hand: 15
// physicians after rank 2,215, 52 nurses after 1,869, 10 dentists after 629; of
// obstetrics, which has takers without a rank, none can be told.
func TestLateSpecialCasesOf2024(t *testing.T) {
	want := map[string]int{"MEDICINA": 15, "ENFERMERIA": 52, "ODONTOLOGIA": 10, "OBSTETRICIA": 0}
	for _, l := range linesOf(realHistoryOf(t, "2024-I", data.Remunerada)) {
		late := 0
		for _, p := range l.plazas {
			late += p.late
		}
		if n, named := want[l.line.Profession]; named && late != n {
			t.Errorf("%s: %d late, want %d", l.line.Profession, late, n)
		}
	}
}

// The outcome of one profession is the one that it has among all of them.
func TestOutcomeOfOneProfession(t *testing.T) {
	h := History{Offer: &data.Offer{Process: "2025-I", Modality: data.Remunerada}, Adjudication: &data.Adjudication{}}
	for i, profession := range []string{"MEDICINA", "ENFERMERIA", "MEDICINA", "BIOLOGIA"} {
		code := string(rune('A' + i))
		h.Offer.Plazas = append(h.Offer.Plazas, data.Plaza{PlazaID: data.PlazaID{Process: "2025-I", Profession: profession, Modality: data.Remunerada, Renipress: code}, Seats: 2})
		if profession != "BIOLOGIA" { // of which no list tells
			h.Adjudication.Picks = append(h.Adjudication.Picks, data.Pick{Profession: profession, Renipress: code, Rank: i + 1})
		}
	}
	all := Outcomes(h)
	if len(all) != 2 {
		t.Fatalf("%d outcomes", len(all))
	}
	for _, want := range all {
		got, ok := OutcomeOf(h, want.Line.Profession)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Error(diff)
		}
	}
	if _, ok := OutcomeOf(h, "BIOLOGIA"); ok {
		t.Error("an outcome of what no list tells of")
	}
}
