package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of what became of a plaza in past processes.
const (
	ColumnBefore = "Turno" // and the process
	NoValue      = "–"
	NoBefore     = "no hay lista de adjudicados anterior con su oferta: impórtelas para filtrar por lo que pasó antes"
)

// BeforeTitle heads the turns of a process.
func BeforeTitle(p data.Process) string { return ColumnBefore + " " + string(p) }

// Story is what became of a plaza in a past process.
type Story struct {
	Process      data.Process
	Kind         string // the key of its kind
	Seats, Taken int
	Went         []StoryTurn // of the seats that went in a known order, first to last
	Late         int         // the last ones of them: special cases after the line was over
	Line         int         // seats of the line
	Cut          int         // turns that the list tells of
}

// StoryTurn is a turn, or turns of one mark whose order nobody knows.
type StoryTurn struct {
	From, To int
	Mark     float64 // 0 where the list has ranks
}

func (t StoryTurn) short() string {
	if t.To > t.From {
		return Thousands(t.From) + "–" + Thousands(t.To)
	}
	return Thousands(t.To)
}

// marked is short with the mark of a tie: for the last seat, the one that decides.
func (t StoryTurn) marked() string {
	if t.To > t.From && t.Mark > 0 {
		return fmt.Sprintf("%s (nota %s)", t.short(), Mark(t.Mark))
	}
	return t.short()
}

// Short states it in a cell: the turn of the last seat, or what became of it.
func (s *Story) Short() string {
	switch s.Kind {
	case "se_fue":
		return s.Went[len(s.Went)-1].short()
	case "se_fue_sin_orden":
		return "se fue"
	case "sobro":
		if s.Seats > 1 {
			return fmt.Sprintf("sobró %d/%d", s.Seats-s.Taken, s.Seats)
		}
		return "sobró"
	case "seguia":
		return ">" + Thousands(s.Cut)
	}
	return "no estaba"
}

// Headed is Short with what the figure is: "se fue en el turno 1995".
func (s *Story) Headed() string {
	if s.Kind == "se_fue" {
		return "se fue en el turno " + s.Short()
	}
	return s.Short()
}

// String states it in a sentence without its stop, the process first.
func (s *Story) String() string { return string(s.Process) + ": " + s.what() }

func (s *Story) what() string {
	switch s.Kind {
	case "se_fue":
		return s.turns(true) + s.special()
	case "se_fue_sin_orden":
		return "se fue, no se sabe en qué turno" + s.of()
	case "sobro":
		return s.left()
	case "seguia":
		text := fmt.Sprintf("seguía libre tras el turno %s, donde se corta la lista", Thousands(s.Cut))
		return text + s.of()
	}
	return "no estaba en la oferta"
}

// turns reports in which turns its seats went, of the line where that is asked for.
func (s *Story) turns(ofLine bool) string {
	line := ""
	if ofLine {
		line = " de " + Thousands(s.Line)
	}
	n := len(s.Went)
	last := s.Went[n-1]
	switch {
	case n > mostTurns:
		return fmt.Sprintf("sus %d plazas se fueron entre los turnos %s y %s%s", n, Thousands(s.Went[0].From), Thousands(last.To), line)
	case n > 1:
		words := make([]string, n)
		for i, t := range s.Went {
			if words[i] = t.short(); i == n-1 {
				words[i] = t.marked()
			}
		}
		return fmt.Sprintf("sus %d plazas se fueron en los turnos %s%s", n, joined(words), line)
	case last.To > last.From && last.Mark > 0:
		return fmt.Sprintf("se fue con nota %s, entre los turnos %s y %s%s", Mark(last.Mark), Thousands(last.From), Thousands(last.To), line)
	case last.To > last.From:
		return fmt.Sprintf("se fue entre los turnos %s y %s%s", Thousands(last.From), Thousands(last.To), line)
	case last.Mark > 0:
		return fmt.Sprintf("se fue con nota %s, en el turno %s%s", Mark(last.Mark), Thousands(last.To), line)
	}
	return fmt.Sprintf("se fue en el turno %s%s", Thousands(last.To), line)
}

// mostTurns is how many seats are told one by one.
const mostTurns = 6

// special reports seats that went after the line was over.
func (s *Story) special() string {
	switch {
	case s.Late == 0:
		return ""
	case s.Late == 1 && len(s.Went) == 1:
		return ", a un caso especial tras acabarse la fila"
	}
	return fmt.Sprintf(" (%d a casos especiales, tras acabarse la fila)", s.Late)
}

// left reports seats that nobody took.
func (s *Story) left() string {
	left := s.Seats - s.Taken
	switch {
	case s.Seats == 1:
		return "sobró: nadie la tomó"
	case s.Taken == 0:
		return fmt.Sprintf("sobraron sus %d plazas: nadie las tomó", s.Seats)
	}
	text := fmt.Sprintf("sobraron %d de sus %d plazas", left, s.Seats)
	if left == 1 {
		text = fmt.Sprintf("sobró 1 de sus %d plazas", s.Seats)
	}
	if len(s.Went) == 0 {
		return text
	}
	words := data.Map(s.Went[:min(len(s.Went), mostTurns)], StoryTurn.short)
	more := ""
	if n := len(s.Went) - mostTurns; n > 0 {
		more = fmt.Sprintf(" y %d más", n)
	}
	return fmt.Sprintf("%s; se fueron en los turnos %s%s de %s", text, strings.Join(words, ", "), more, Thousands(s.Line))
}

func (s *Story) of() string {
	if s.Seats < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d de %d plazas)", s.Taken, s.Seats)
}

// BeforeLeftWords and BeforeAbsentWords are what people write, squashed, for a
// plaza of which a seat was left, and for one that was not on offer.
func BeforeLeftWords() []string {
	return []string{"sobro", "sobraron", "sobra", "nadielatomo", "libre"}
}

// BeforeAbsentWords are those for one that was not on offer.
func BeforeAbsentWords() []string { return []string{"noestaba", "nueva", "nuevas", "nuevo"} }

// BeforeWords are what is offered for the filter of the past.
func BeforeWords() []string { return []string{"sobró", "nueva"} }

// BadBefore refuses what cannot be asked of the past.
func BadBefore(value string) string {
	return fmt.Sprintf("«%s» no dice cuándo se fue una plaza: escriba >500, <300, 300-800, 500-, sobró o nueva; de otro proceso, 2024-I:>500", value)
}

// BeforeShown states one thing that a filter asks of a past process, "" for the
// newest.
func BeforeShown(process string, from, to int, left, absent bool) string {
	var text string
	switch {
	case left:
		text = "sobró"
	case absent:
		text = "no estaba"
	case to == 0:
		text = "turno ≥ " + Thousands(from)
	case from == 0:
		text = "turno ≤ " + Thousands(to)
	case from == to:
		text = "turno " + Thousands(from)
	default:
		text = "turno " + Thousands(from) + "–" + Thousands(to)
	}
	if process == "" {
		return text
	}
	return process + " " + text
}

// BeforeAny joins what any of will do.
func BeforeAny(words []string) string { return "antes: " + strings.Join(words, " o ") }
