package table

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"brujula/tui/theme"
)

// names is a source of one picture and two columns of words.
type names [][]string

func (n names) Len() int                    { return len(n) }
func (n names) ID(row int) int              { return row }
func (n names) Cells(row int, out []string) { copy(out, n[row]) }

func fitted(w, h int, variant theme.Variant, rows names) *Model[int] {
	m := New[int](theme.New(theme.Options{Variant: variant}), []Column{
		{ID: "queda", Title: "Queda", Min: 5, Picture: true},
		{ID: "nombre", Title: "Nombre", Min: 8, Ideal: 12, Max: 40, Fit: true},
		{ID: "region", Title: "Región", Min: 8, Ideal: 13, Max: 20, Fit: true, Priority: 1},
		{ID: "resto", Title: "Resto", Min: 12, Priority: 2},
	})
	m.Focused = true
	m.Resize(w, h)
	m.SetRows(rows)
	return m
}

// Región used to be 8 cells wide ("HUANCAV…") beside twenty blank ones of the
// name.
func TestNothingIsCutBesideBlankSpace(t *testing.T) {
	m := fitted(42, 5, theme.Plain, names{
		{"#####", "SANTA ROSA", "Huancavelica", "a"},
		{"####.", "P.S. COSME", "Madre de Dios", "b"},
	})
	if got, want := visible(m), "queda nombre region"; got != want {
		t.Fatalf("in view: %q, want %q", got, want)
	}
	view := strings.Join(m.Lines(), "\n")
	if strings.Contains(view, "…") || !strings.Contains(view, "Madre de Dios") {
		t.Errorf("cut:\n%s", view)
	}
	m.Resize(60, 5)
	if got, want := visible(m), "queda nombre region resto"; got != want {
		t.Errorf("at 60 cells: %q, want %q", got, want)
	}
}

// What is worth more is whole before a column of lesserFrom comes into view, and
// none goes while rows are scrolled.
func TestNamesAreWholeBeforeColumnsOfLessWorth(t *testing.T) {
	m := New[int](theme.New(theme.Options{Variant: theme.Plain}), []Column{
		{ID: "nombre", Title: "Nombre", Min: 8, Ideal: 8, Max: 40, Fit: true, Whole: 24},
		{ID: "cat", Title: "Cat", Min: 6, Priority: lesserFrom},
	})
	m.Resize(30, 2) // one row in view
	m.SetRows(names{{"SANTA ROSA DE HUAYLLAY", "I-2"}, {"COLPA", "I-1"}})
	if got := visible(m); got != "nombre" {
		t.Errorf("in view %q, the name is cut to %d", got, m.WidthOf("nombre"))
	}
	m.SetRows(names{{"COLPA", "I-2"}, {"SANTA ROSA DE HUAYLLAY", "I-1"}})
	if m.MoveTo(1); visible(m) != "nombre cat" {
		t.Errorf("a column went while rows were scrolled: %q", visible(m))
	}
}

func TestOneLongNameDoesNotTakeTheRoom(t *testing.T) {
	rows := names{}
	for range 30 {
		rows = append(rows, []string{"", "COLPA", "Ica", ""})
	}
	rows[3][1] = strings.Repeat("CENTRO DE SALUD ", 4)
	m := fitted(40, 31, theme.Plain, rows)
	if got, want := visible(m), "queda nombre region resto"; got != want {
		t.Errorf("in view: %q, want %q", got, want)
	}
}

// Widths follow what is scrolled to but do not shrink on the way back.
func TestWidthsGrowWithTheRowsInView(t *testing.T) {
	rows := names{}
	for i := range 40 {
		name := "COLPA"
		if i >= 20 {
			name = "SANTIAGO DE CHUCO"
		}
		rows = append(rows, []string{"", name, "Ica", ""})
	}
	m := fitted(80, 11, theme.Plain, rows)
	narrow := m.WidthOf("nombre")
	m.MoveTo(39)
	wide := m.WidthOf("nombre")
	m.MoveTo(0)
	if narrow != 8 || wide != 17 || m.WidthOf("nombre") != 17 {
		t.Errorf("widths %d, %d, %d, want 8, 17, 17", narrow, wide, m.WidthOf("nombre"))
	}
	m.SetRows(rows[:10])
	if got := m.WidthOf("nombre"); got != 8 {
		t.Errorf("with other rows %d, want 8", got)
	}
}

// The selected row used to lose the colours of its cells, its picture with them.
func TestSelectedRowKeepsColoursAndPictures(t *testing.T) {
	st := theme.New(theme.Options{})
	m := fitted(40, 4, theme.Dark, names{{st.Band[1].Render("█▆▃▁ "), st.Band[1].Render("P") + " COLPA", "Ica", ""}})
	line := m.Lines()[1]
	if !strings.Contains(line, "\x1b[m\x1b[32m█▆▃▁\x1b[m\x1b[7m \x1b[m\x1b[32m\x1b[m\x1b[7m") {
		t.Errorf("the picture is reversed, or the bar stops at its blank end: %q", line)
	}
	if !strings.Contains(line, "\x1b[32mP\x1b[m\x1b[7m COLPA") {
		t.Errorf("the band has no colour: %q", line)
	}
	if !strings.HasSuffix(line, " \x1b[m") || ansi.StringWidth(line) != 40 {
		t.Errorf("the bar stops before the edge: %q", line)
	}
	// Without colours a reversed blank would be a full column.
	if line = fitted(40, 4, theme.Mono, names{{"█▆▃▁ ", "P COLPA", "Ica", ""}}).Lines()[1]; !strings.Contains(line, "\x1b[m█▆▃▁ \x1b[7m") {
		t.Errorf("a blank of the picture is reversed without colours: %q", line)
	}
}
