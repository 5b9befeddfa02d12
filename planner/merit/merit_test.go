package merit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/lists"
	"brujula/data/rules"
)

func list(marks ...float64) *lists.Merit {
	m := &lists.Merit{}
	for _, mark := range marks {
		m.Rows = append(m.Rows, lists.MeritRow{Profession: "MEDICINA", Mark: mark})
	}
	return m
}

func TestByMarkStatesTies(t *testing.T) {
	m := list(18, 17, 17, 17, 15, 0)
	for _, tt := range []struct {
		mark                float64
		projected           bool
		before, best, worst int
	}{
		{18, false, 0, 1, 1}, {17, false, 1, 2, 4}, {17, true, 1, 2, 5}, {16, false, 4, 5, 5}, {16, true, 4, 5, 5}, {20, true, 0, 1, 1}, {1, false, 5, 6, 6},
	} {
		s, err := ByMark(m, rules.Default(), "", Own{Exam: tt.mark, Score: tt.mark}, tt.projected)
		if err != nil || s.Before != tt.before || s.Best != tt.best || s.Worst != tt.worst || s.Of != 5 {
			t.Errorf("%v: %+v %v", tt, s, err)
		}
	}
}

func TestByMarkAsksForTheProfession(t *testing.T) {
	m := list(18, 17)
	m.Rows = append(m.Rows, lists.MeritRow{Profession: "MEDICINA VETERINARIA", Mark: 19})
	if _, err := ByMark(m, rules.Default(), "", Own{Exam: 17, Score: 17}, false); !errors.Is(err, ErrProfession) {
		t.Error(err)
	}
	if _, err := ByMark(m, rules.Default(), "enfermería", Own{Exam: 17, Score: 17}, false); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	if s, err := ByMark(m, rules.Default(), "Medicina", Own{Exam: 17, Score: 17}, false); err != nil || s.Before != 1 {
		t.Errorf("%+v %v", s, err)
	}
	if _, err := ByMark(list(0, 0), rules.Default(), "", Own{Exam: 17, Score: 17}, false); !errors.Is(err, ErrNoMarks) {
		t.Error(err)
	}
}

// A better mark never gives a worse place, and the range is where sorting puts
// the row among its equals.
func TestByMarkEqualsSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOfN(rapid.SampledFrom([]float64{11, 12, 12.5, 13, 14}), 1, 30).Draw(t, "marks")
		m := list(marks...)
		sorted := append([]float64(nil), marks...)
		sort.Sort(sort.Reverse(sort.Float64Slice(sorted)))
		last := 0
		for _, mark := range []float64{14, 13, 12.5, 12, 11} {
			s, err := ByMark(m, rules.Default(), "", Own{Exam: mark, Score: mark}, false)
			if err != nil {
				t.Fatal(err)
			}
			if s.Best < last {
				t.Fatalf("%v stands before a better mark", mark)
			}
			last = s.Best
			for i, other := range sorted {
				if other == mark && (i+1 < s.Best || i+1 > s.Worst) {
					t.Fatalf("%v at %d, not in %d–%d", mark, i+1, s.Best, s.Worst)
				}
			}
		}
	})
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "merito.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const merits = `ORDEN DE MÉRITO;APELLIDOS Y NOMBRES;PROFESIÓN;PUNTAJE FINAL
1;CANARIO ÑANDÚ UNO;MEDICINA;18.00
2;CANARIO NANDU DOS;MEDICINA;17.00
3;CANARIO TRES;MEDICINA;17.00
`

func TestFindIsAccentBlindAndKeepsEnye(t *testing.T) {
	path := write(t, merits)
	ctx := context.Background()
	m, err := lists.ReadMerit(ctx, path, lists.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		rank int
		n    int
		err  error
	}{
		{"ñandú", 1, 1, nil}, {"dos canario", 2, 1, nil}, {"nandu", 0, 2, ErrSeveral}, {"canario", 0, 3, ErrSeveral}, {"nadie", 0, 0, ErrNotFound}, // n finds ñ as well
	} {
		at, n, err := Find(ctx, path, tt.text, lists.Options{}, m)
		switch {
		case !errors.Is(err, tt.err) || n != tt.n:
			t.Errorf("%q: %d %v", tt.text, n, err)
		case err == nil:
			if s := OfRow(m, at); s.Rank != tt.rank || s.Before != tt.rank-1 || s.Best != tt.rank {
				t.Errorf("%q: %+v", tt.text, s)
			}
		}
	}
	if s := OfRow(m, 1); s.Equal != 2 || s.Worst != 2 {
		t.Errorf("the list states the rank: %+v", s)
	}
}

func TestSearchGivesCleanRows(t *testing.T) {
	path := write(t, "A;B\nuno\x1b[31m;  dos\ttres \n;\ncuatro;cinco\n")
	var got [][]string
	err := Search(context.Background(), path, "UNO", lists.Options{}, func(m Match) error {
		got = append(got, m.Cells)
		return nil
	})
	if diff := cmp.Diff([][]string{{"uno", "dos tres"}}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestScale(t *testing.T) {
	for _, tt := range [][4]int{{100, 1000, 2000, 200}, {1, 4540, 6033, 1}, {812, 4540, 6033, 1079}, {5, 0, 10, 5}} {
		if got := Scale(tt[0], tt[1], tt[2]); got != tt[3] {
			t.Errorf("%v: %d", tt, got)
		}
	}
}

// A list tells who took a place and has a rank that was put in afterwards: the row
// counts by its mark, and it is said.
func TestNotesOfAStanding(t *testing.T) {
	path := filepath.Join(t.TempDir(), "merito.csv")
	text := "ORDEN DE MÉRITO;CARRERA;PUNTAJE FINAL;ADJUDICO\n1;MEDICO CIRUJANO;16.85;SI\n1;MÉDICO;16.85;NO\n3;MEDICINA;15.7;SI\n3-A;MEDICINA;15.65;NO\n5°;MEDICINA;15.6;SI\nx;MEDICINA;;NO\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := lists.ReadMerit(context.Background(), path, lists.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := ByMark(m, rules.Default(), "médico", Own{Exam: 15.65, Score: 15.65}, false)
	if err != nil || s.Before != 3 || s.Equal != 1 || s.Of != 5 || s.Passed != 1 || s.Unread != 2 || s.UnreadAt != "merito.csv:5:ORDEN DE MÉRITO «3-A»: no es un número de orden: vale solo su nota" {
		t.Errorf("%+v %v", s, err)
	}
	if n := s.Notes(); len(n) != 2 {
		t.Errorf("%q", n)
	}
	if n := s.Notes(); !strings.Contains(n[0], "de 3 delante 1 no tomó plaza") {
		t.Error(n)
	}
	if s := OfRow(m, 4); s.Rank != 5 || s.Passed != 1 {
		t.Errorf("%+v", s)
	}
	if s, _ := ByMark(list(18, 17), rules.Default(), "", Own{Exam: 17, Score: 17}, false); s.Passed != -1 || s.Unread != 0 || s.Notes() != nil {
		t.Errorf("%+v", s)
	}
}

// Marks of another scale are no marks that are missing: the reason is told.
func TestMarksOfAnotherScale(t *testing.T) {
	m, err := lists.ReadMerit(context.Background(), write(t, "PUESTO;PROFESIÓN;PUNTAJE\n1;MEDICINA;87.50\n2;MEDICINA;85,00\n3;MEDICINA;80.25\n"), lists.Options{})
	if err != nil || len(m.Rows) != 3 || m.Rows[1].Rank != 2 {
		t.Fatalf("%+v %v", m, err)
	}
	var other *OtherScaleError
	if _, err = ByMark(m, rules.Default(), "", Own{Exam: 15.65, Score: 15.65}, false); !errors.As(err, &other) || other.Highest != 87.5 || !strings.Contains(err.Error(), "87.50") {
		t.Error(err)
	}
}
