package texts

import (
	"fmt"
	"slices"
	"strings"

	"brujula/data"
)

// ProblemGroup is all problems of one reason.
type ProblemGroup struct {
	Level    data.Level
	Reason   string // of the first, without the value that was taken
	Rows     int
	Examples []data.Problem // the first few
	places   int            // problems, each of one or more rows
	others   int            // rows whose reason has other numbers than Reason
}

// GroupExamples is how many problems a group shows.
const GroupExamples = 3

// GroupProblems gathers problems of like reason: rejected rows first, then by
// the number of rows.
func GroupProblems(problems []data.Problem) []ProblemGroup {
	at := map[[2]string]int{}
	var groups []ProblemGroup
	for i := range problems {
		p := &problems[i]
		reason, rows := plainReason(p.Reason)
		general := digitless(reason)
		key := [2]string{string(p.Level), general}
		g, seen := at[key]
		if !seen {
			g = len(groups)
			at[key] = g
			groups = append(groups, ProblemGroup{Level: p.Level, Reason: reason})
		}
		if groups[g].Reason != reason {
			groups[g].others += rows
		}
		groups[g].Rows += rows
		groups[g].places++
		if len(groups[g].Examples) < GroupExamples {
			groups[g].Examples = append(groups[g].Examples, *p)
		}
	}
	slices.SortStableFunc(groups, func(a, b ProblemGroup) int {
		if a.Level != b.Level {
			if a.Level == data.Rejected {
				return -1
			}
			return 1
		}
		return b.Rows - a.Rows
	})
	return groups
}

// ImportDoubt reports why a list may not be whole.
func ImportDoubt(reason string) string { return "¡OJO! " + reason }

// ImportContradiction reports where the sources of the process disagree.
func ImportContradiction(reason string) string { return "contradicción: " + reason }

// Warnings are the groups of avisos, without the doubts and contradictions, which
// are told apart.
func (s *ImportSummary) Warnings() []ProblemGroup {
	return slices.DeleteFunc(GroupProblems(s.Problems), func(g ProblemGroup) bool {
		return g.Level != data.Warning || slices.Contains(s.Doubts, g.Reason) || slices.Contains(s.Contradictions, g.Reason)
	})
}

// plainReason takes from a reason what differs from row to row: the value that
// was taken, and how many rows one aviso stands for.
func plainReason(reason string) (plain string, rows int) {
	plain, rows = unrepeated(reason)
	for stem, title := range variableReasons() {
		if strings.HasPrefix(plain, stem) {
			return title, rows
		}
	}
	return plain, rows
}

// variableReasons are the reasons that end in the value that was taken, with
// what they are called without it.
func variableReasons() map[string]string {
	return map[string]string{
		ListUnknownValue(""): "valor que no se conoce: se conservó",
		ListBrokenWord(""):   "salto de línea dentro de un texto que no se conoce: se unió",
	}
}

// unrepeated takes back what ListRepeated added.
func unrepeated(reason string) (string, int) {
	open := strings.LastIndex(reason, " (")
	if open < 0 || !strings.HasSuffix(reason, ")") {
		return reason, 1
	}
	n := 0
	if _, err := fmt.Sscanf(reason[open:], " (%d filas)", &n); err != nil || n < 2 || reason != ListRepeated(reason[:open], n) {
		return reason, 1
	}
	return reason[:open], n
}

// digitless puts one sign in the place of each number, so that reasons which
// differ only in a number are alike.
func digitless(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		digit := r >= '0' && r <= '9'
		switch {
		case !digit:
			b.WriteRune(r)
		case !in:
			b.WriteString("…")
		}
		in = digit
	}
	return b.String()
}

// More reports how many problems of the group are not among its examples.
func (g *ProblemGroup) More() int { return g.places - len(g.Examples) }

// Title says the reason and how many rows it is about: where they differ in a
// number, that of the first row, and how many more there are.
func (g *ProblemGroup) Title() string {
	if g.Rows == 1 && len(g.Examples) == 1 && g.Examples[0].Row == 0 {
		return g.Reason // of the whole file
	}
	title := counted(g.Rows, "fila", "filas") + ": " + g.Reason
	if g.others > 0 {
		title += fmt.Sprintf(" (y %s con %s)", counted(g.others, "fila más", "filas más"), plural(g.others, "otro número", "otros números"))
	}
	return title
}

// Taken reports what a value was read as, where the reason says so.
func Taken(p *data.Problem) string {
	reason, _ := unrepeated(p.Reason)
	for stem := range variableReasons() {
		if taken, ok := strings.CutPrefix(reason, stem); ok {
			return taken
		}
	}
	return ""
}

// ProblemValue shows the value of a problem on one line, with the line breaks
// that it had; "" where there is none to show.
func ProblemValue(p *data.Problem) string {
	if p.Value == "" {
		return ""
	}
	return "«" + strings.ReplaceAll(p.Value, "\n", "⏎") + "»"
}

// ProblemExample is one line of a group: where, what stood there, and what was
// made of it.
func ProblemExample(p *data.Problem) string {
	text := strings.TrimSpace(p.Where() + " " + ProblemValue(p))
	if taken := Taken(p); taken != "" {
		text += " → " + taken
	}
	return text
}
