package texts

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

func TestGroupProblems(t *testing.T) {
	var problems []data.Problem
	add := func(level data.Level, row int, value, reason string) {
		problems = append(problems, data.Problem{File: "a.csv", Row: row, Column: "C", Value: value, Reason: reason, Level: level})
	}
	add(data.Warning, 0, "", ListMissingColumns([]string{"zaf"}))
	for i, word := range []string{"UNO", "DOS", "TRES", "CUATRO"} {
		add(data.Warning, 10+i, word, ListUnknownValue(word))
	}
	add(data.Warning, 20, "CINCO", ListRepeated(ListUnknownValue("CINCO"), 30))
	add(data.Warning, 30, "X", ListConflictingRow(7))
	add(data.Warning, 31, "Y", ListRepeated(ListConflictingRow(123), 2))
	add(data.Rejected, 40, "dos", ListBadSeats(200))

	type line struct {
		Title    string
		Examples int
		More     int
	}
	var got []line
	for _, g := range GroupProblems(problems) {
		got = append(got, line{g.Title(), len(g.Examples), g.More()})
	}
	want := []line{
		{"1 fila: el número de plazas debe ser un entero de 1 a 200", 1, 0},
		{"34 filas: valor que no se conoce: se conservó", 3, 2}, // 4 once, one in 30 rows
		{"3 filas: otra fila de la misma plaza (fila 7) dice algo distinto: quedó lo de esa fila (y 2 filas más con otros números)", 2, 0},
		{"la lista no tiene estas columnas: zaf", 1, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := ProblemExample(&problems[1]); got != "a.csv:10:C «UNO» → UNO" {
		t.Errorf("example %q", got)
	}
}

// What was skipped is named, and nothing is explained where nothing was.
func TestCountsSayWhatWasSkipped(t *testing.T) {
	for skipped, want := range map[int]string{
		0:   "2 filas · 2 lugares · 3 plazas · 0 omitidas · 1 rechazada",
		842: "2 filas · 2 lugares · 3 plazas · 842 omitidas (encabezados, notas o blancos) · 1 rechazada",
	} {
		s := ImportSummary{Info: data.ListInfo{Rows: 2, Plazas: 2, Seats: 3, Skipped: skipped, Rejected: 1}}
		if got := s.Counts(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A list of no process and no modality leaves no gap in the sentence.
func TestSourcesOfExports(t *testing.T) {
	s := ExportStatement{Sources: []data.ListInfo{
		{Kind: data.KindCoordinates, File: "puntos.csv", SHA256: "abc"},
		{Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada, File: "o.csv", SHA256: "def"},
	}}
	said := strings.Join(s.Lines(), "\n")
	for _, want := range []string{"Fuente: coordenadas, puntos.csv, SHA-256 abc", "Fuente: oferta 2026-I remunerada, o.csv, SHA-256 def"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in:\n%s", want, said)
		}
	}
}

// Grouping loses nothing, whatever the reasons say.
func TestGroupProblemsCountsAll(t *testing.T) {
	reasons := []string{"", "(2 filas)", "x (3 filas)", "x (1 filas)", "x (-4 filas)", "x (99999999999999999999 filas)", "x ()", " (2 filas)", "12", "3"}
	var problems []data.Problem
	for _, r := range reasons {
		problems = append(problems, data.Problem{Reason: r, Level: data.Warning}, data.Problem{Reason: r, Level: data.Rejected})
	}
	n := 0
	for _, g := range GroupProblems(problems) {
		n += len(g.Examples) + g.More()
		if g.Rows < 1 || g.More() < 0 {
			t.Errorf("group %+v", g)
		}
	}
	if n != len(problems) {
		t.Errorf("%d problems in groups, want %d", n, len(problems))
	}
}

func TestReadSoFar(t *testing.T) {
	for _, c := range []struct {
		done, total int
		left        int // milliseconds
		pages       bool
		want        string
	}{
		{0, 0, 0, false, "…"},
		{1, 4, 0, false, "25 %"},
		{34, 123, 13100, true, "página 34 de 123, faltan unos 14 s"},
		{50, 100, 100, false, "50 %, faltan unos 1 s"},
	} {
		if got := ReadSoFar(c.done, c.total, time.Duration(c.left)*time.Millisecond, c.pages); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if line := ProgressLine(strings.Repeat("ñ", 90), 300, 100, 0, false); len([]rune(line)) > 79 {
		t.Errorf("%d characters: %q", len([]rune(line)), line)
	}
}

// What was typed in the program, as a note or an act, has no file and no hash.
func TestASourceWithoutAFileIsToldShort(t *testing.T) {
	info := data.ListInfo{Kind: data.KindNotes, Imported: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)}
	if got := SourceListLine(&info); strings.Contains(got, "SHA") || strings.Contains(got, "·  ·") {
		t.Error(got)
	}
	footer := strings.Join(ExportStatement{Sources: []data.ListInfo{info}}.Lines(), "\n")
	if !strings.Contains(footer, "Fuente: notas, importada el 30/11/2026.") {
		t.Error(footer)
	}
}
