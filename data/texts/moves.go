package texts

import "fmt"

// Move is how the chance of a plaza changed.
type Move struct {
	Before, Now         float64
	Cause               string // its key
	RankBefore, RankNow int
	Turn                int
	Reason              *Reason // of the evidence that changed most
}

// MoveLabel heads a change.
const MoveLabel = "Cambió"

// String states the change and the reason for it in one sentence.
func (m *Move) String() string {
	verb := ReasonUp
	if m.Now < m.Before {
		verb = ReasonDown
	}
	return fmt.Sprintf("de %s a %s; %s porque %s", Percent(m.Before), Percent(m.Now), verb, m.why())
}

func (m *Move) why() string {
	switch m.Cause {
	case "orden":
		if m.RankBefore > 0 && m.RankNow > 0 && m.RankBefore != m.RankNow {
			return fmt.Sprintf("se mira desde el puesto %s y no desde el %s", Thousands(m.RankNow), Thousands(m.RankBefore))
		}
		return "cambió su orden"
	case "pasan":
		return "se supone otra cosa de cuántos pasan delante"
	case "acto":
		return fmt.Sprintf("el acto va por el puesto %s", Thousands(m.Turn))
	case "evidencia":
		if m.Reason != nil {
			return m.Reason.what()
		}
	}
	return "cambió lo que se ofrece en su fila"
}

// MovesSaid reports how many lines of the plan have another chance.
func MovesSaid(moved, lines int) string {
	if moved == 1 {
		return fmt.Sprintf("Cambió la probabilidad de 1 de las %d líneas de su plan: Mi plan dice por qué.", lines)
	}
	return fmt.Sprintf("Cambió la probabilidad de %d de las %d líneas de su plan: Mi plan dice por qué.", moved, lines)
}
