package turn

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

var professions = []string{"ENFERMERIA", "MEDICINA", "MEDICINA VETERINARIA"}

func TestGatherText(t *testing.T) {
	seats := Seats{"00012345": 2, "00067890": 1}
	text := strings.Join([]string{
		"1\tPERSONA UNO\tMedicina\tRemunerado\t12345\tPOSTA\t17.2",
		"2\tPERSONA DOS\tMEDICINA\tREMUNERADO\t00012345\tPOSTA\t17.1",
		"3 | PERSONA TRES | Medicina Veterinaria | 12345",
		"4;PERSONA;ENFERMERÍA;00067890",
		"5;PERSONA;MEDICINA;EQUIVALENTE;67890",
		"6;PERSONA;MEDICINA;99999",
		"sin nada",
		"",
		"7 · 67890",
	}, "\r\n")
	want := Gathered{Taken: map[string]int{"00012345": 2, "00067890": 1}, Unknown: 2, Others: 3}
	if diff := cmp.Diff(want, GatherText(text, testLine, seats, professions)); diff != "" {
		t.Error(diff)
	}
}

// A rank or a mark is never a code, however the zeros stand.
func TestGatherTextTakesNoShortNumber(t *testing.T) {
	g := GatherText("812 posta 17.20", testLine, Seats{"00000812": 1, "00000020": 1}, nil)
	if len(g.Taken) != 0 || g.Unknown != 1 {
		t.Errorf("%+v", g)
	}
}

func TestGatherAll(t *testing.T) {
	pick := func(profession, code string, rank int) data.Pick {
		return data.Pick{Profession: profession, Renipress: code, Rank: rank}
	}
	lists := []*data.Adjudication{
		{Process: "2026-I", Modality: data.Remunerada, Picks: []data.Pick{
			pick("MEDICINA", "00000002", 1), pick("MEDICINA", "00000002", 2), pick("ENFERMERIA", "00000003", 1), pick("MEDICINA", "00000009", 4),
		}},
		{Process: "2026-I", Modality: data.Equivalente, Picks: []data.Pick{pick("MEDICINA", "00000004", 9)}},
	}
	want := Gathered{Taken: map[string]int{"00000002": 2}, UpTo: 4, Unknown: 1, Others: 2}
	got := GatherAll(lists, testLine, testSeats)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	a := New(testLine, testSeats)
	mustApply(t, a, Event{Kind: Start, Line: testLine, Rank: 9, N: 1}, got.Event("lista.csv"), got.Event("lista.csv"))
	if s := a.State(); s.Told != 2 || s.Turn != 5 {
		t.Errorf("the same list twice: %d seats gone, turn %d", s.Told, s.Turn)
	}
}

func TestExport(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a, Event{Kind: Start, Line: testLine, Rank: 9, N: 3}, Event{Kind: Cross, Renipress: "00000003", Late: true}, Event{Kind: Undo}, Event{Kind: Pass, N: 2})
	name := func(code string) string { return "=POSTA " + code[7:] }
	rows := Rows(a.History(), name)
	table, err := Log(rows, false, true)
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffn,hora,acto,renipress,establecimiento,puesto,mi_puesto,cantidad,antes,origen,hasta_puesto,deshecho,detalle\n" +
		"1,,empezar,,,3,9,,,,,,\"empieza el acto: van por el puesto 3, el suyo es el 9\"\n" +
		"2,,tachar,00000003,'=POSTA 3,,,,SI,,,SI,tachado =POSTA 3 (elegido antes)\n" +
		"3,,pasan,,,,,2,,,,,2 pasaron sin elegir\n"
	if diff := cmp.Diff(want, string(table)); diff != "" {
		t.Error(diff)
	}
	text, err := Log(rows, true, false)
	if err != nil || !strings.Contains(string(text), `"acto": "tachar"`) || !strings.Contains(string(text), `"deshecho": true`) {
		t.Errorf("%s %v", text, err)
	}
}
