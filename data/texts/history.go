package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of the history of a plaza over the processes.
const (
	CardHistory         = "Historia"
	HistoryOfferedLabel = "Ofrecida"
	HistoryUntold       = "no hay lista de adjudicados de este proceso: no se sabe cuándo se fueron"
	ColumnOffered       = "Ofrec."
	ColumnGradesBefore  = "GD antes"
)

// HistoryOffered reports in how many of the processes the plaza was on offer.
func HistoryOffered(n, of int) string {
	return fmt.Sprintf("en %s de %s con oferta cargada de su línea", Thousands(n), counted(of, "proceso", "procesos"))
}

// OfferedCell is the same in a cell.
func OfferedCell(n, of int) string { return fmt.Sprintf("%d/%d", n, of) }

// HistoryTerms states on what terms a plaza was on offer, and where that was read.
func HistoryTerms(p *data.Plaza) string {
	bonus := "sin bono"
	if words := Bonuses(p.ZAF, p.ZE); words != "" {
		bonus = "bono " + words
	}
	parts := []string{counted(p.Seats, "plaza", "plazas"), GradeText(p.Grade), bonus}
	if budget := BudgetText(p.Budgets); budget != "" {
		parts = append(parts, "presupuesto "+budget)
	}
	return strings.Join(parts, " · ") + rowsOf(p.Sources)
}

// rowsOf names the rows in brackets, those of one file together: "(oferta.csv,
// filas 4 y 9)".
func rowsOf(sources []data.Source) string {
	if len(sources) == 0 {
		return ""
	}
	var files []string
	for len(sources) > 0 {
		var rows []string
		first := sources[0]
		for len(sources) > 0 && first.File == sources[0].File && first.Sheet == sources[0].Sheet && first.Page == sources[0].Page {
			rows, sources = append(rows, fmt.Sprint(sources[0].Row)), sources[1:]
		}
		text := SourceText(first)
		if len(rows) > 1 {
			text = strings.TrimSuffix(text, fmt.Sprintf("fila %d", first.Row)) + "filas " + joined(rows)
		}
		files = append(files, text)
	}
	return " (" + strings.Join(files, "; ") + ")"
}

// HistoryAbsent reports that the plaza was not on offer, and whether it was in the
// other modality; seats is 0 where it was not.
func HistoryAbsent(m data.Modality, seats int) string {
	if seats == 0 {
		return "no estaba en la oferta"
	}
	return fmt.Sprintf("no estaba en la oferta; sí en la de %s, con %s", m.Other(), counted(seats, "plaza", "plazas"))
}

// HistoryChanges reports how the terms differ from those of the last process that had
// it on offer; the changes are those of DiffField.
func HistoryChanges(since data.Process, changes []string) string {
	if len(changes) == 0 {
		return fmt.Sprintf("mismo grado, plazas, bono y presupuesto que en %s", since)
	}
	return fmt.Sprintf("cambió desde %s: %s", since, strings.Join(changes, "; "))
}

// HistoryTaking is one seat that was taken.
type HistoryTaking struct {
	Turn   StoryTurn // the zero one where it is not known
	Line   int       // seats of the line
	Rank   int       // in the order of merit; 0 where the list has none
	Mark   float64   // 0 where the list has none
	Late   bool      // by a special case, after the line was over
	Source data.Source
}

// String reports when the seat was taken, and where that was read.
func (t HistoryTaking) String() string {
	var parts []string
	switch {
	case t.Turn.To == 0:
		parts = append(parts, "tomada, no se sabe en qué turno")
	case t.Turn.To > t.Turn.From:
		parts = append(parts, fmt.Sprintf("tomada entre los turnos %s y %s de %s", Thousands(t.Turn.From), Thousands(t.Turn.To), Thousands(t.Line)))
	default:
		parts = append(parts, fmt.Sprintf("tomada en el turno %s de %s", Thousands(t.Turn.To), Thousands(t.Line)))
	}
	if t.Rank > 0 {
		parts = append(parts, "puesto "+Thousands(t.Rank))
	}
	if t.Mark > 0 {
		parts = append(parts, "nota "+Mark(t.Mark))
	}
	if t.Late {
		parts = append(parts, "caso especial, tras acabarse la fila")
	}
	return strings.Join(parts, ", ") + rowsOf([]data.Source{t.Source})
}

// HistoryLeft reports how many of its seats nobody took; cut where the list ends
// before the line did.
func HistoryLeft(left, seats int, cut bool) string {
	if cut {
		return fmt.Sprintf("%s libre donde se corta la lista", seatsOf(left, seats, "seguía", "seguían"))
	}
	return seatsOf(left, seats, "quedó sin tomar", "quedaron sin tomar")
}

func seatsOf(n, of int, one, many string) string {
	return fmt.Sprintf("%s %s de %s", plural(n, one, many), Thousands(n), counted(of, "plaza", "plazas"))
}

// HistoryMore reports that so many takings more are not written out.
func HistoryMore(n int) string {
	return fmt.Sprintf("y %s más: «serums ficha RENIPRESS --json» las da todas", counted(n, "plaza tomada", "plazas tomadas"))
}

// GradesBefore writes the grades that a plaza had in earlier processes, the newest
// first; 0 is one that did not have it on offer.
func GradesBefore(grades []int) string {
	words := data.Map(grades, GradeDigit)
	return strings.Join(words, " ")
}
