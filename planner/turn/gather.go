package turn

import (
	"slices"
	"strings"
	"unicode"

	"brujula/data"
	"brujula/data/fold"
)

// Gathered is what of a list belongs to one line: seats taken by RENIPRESS, as
// an Import event takes them.
type Gathered struct {
	Taken   map[string]int
	UpTo    int // the last rank that the list has; 0 without ranks
	Unknown int // rows whose plaza the line does not offer, or that name none
	Others  int // rows of other lines
}

// Seats counts the seats that the list takes.
func (g *Gathered) Seats() int { return (&Event{Taken: g.Taken}).seats() }

// Event makes the Import event.
func (g *Gathered) Event(source string) Event {
	return Event{Kind: Import, Source: fold.Clean(source), Taken: g.Taken, UpTo: g.UpTo}
}

// GatherPicks takes the picks of an adjudicated list that belong to the line.
func GatherPicks(list *data.Adjudication, line data.Line, seats Seats) Gathered {
	g := Gathered{Taken: map[string]int{}}
	for i := range list.Picks {
		p := &list.Picks[i]
		if list.Process != line.Process || list.Modality != line.Modality || p.Profession != line.Profession {
			g.Others++
			continue
		}
		g.UpTo = max(g.UpTo, p.Rank)
		g.countSeat(p.Renipress, seats)
	}
	return g
}

// merge adds what another list of the same line holds.
func (g *Gathered) merge(other Gathered) {
	for code, n := range other.Taken {
		g.Taken[code] += n
	}
	g.UpTo = max(g.UpTo, other.UpTo)
	g.Unknown += other.Unknown
	g.Others += other.Others
}

// GatherAll takes what belongs to the line out of several lists.
func GatherAll(all []*data.Adjudication, line data.Line, seats Seats) Gathered {
	g := Gathered{Taken: map[string]int{}}
	for _, list := range all {
		g.merge(GatherPicks(list, line, seats))
	}
	return g
}

func (g *Gathered) countSeat(code string, seats Seats) {
	if seats[code] == 0 {
		g.Unknown++
		return
	}
	g.Taken[code]++
}

// GatherText finds RENIPRESS codes of the line in pasted text, one seat for
// each line of the text. Lines that name another profession or modality are of
// other lines of applicants: establishments share their code among them.
// Nothing else of the text is kept.
func GatherText(text string, line data.Line, seats Seats, professions []string) Gathered {
	g := Gathered{Taken: map[string]int{}}
	for row := range strings.Lines(text) {
		row = strings.TrimSpace(row)
		if row == "" {
			continue
		}
		folded := " " + fold.Upper(fold.Clean(row)) + " "
		code, found := codeIn(folded, seats)
		switch {
		case otherLine(folded, line, professions):
			g.Others++
		case !found:
			g.Unknown++
		default:
			g.countSeat(code, seats)
		}
	}
	return g
}

// codeIn finds the first number that is the code of a plaza of the line. A
// number of few digits could be a rank or a mark, so that only five or more
// count: codes begin with their zeros cut off.
func codeIn(row string, seats Seats) (code string, ok bool) {
	const fewest = 5
	for _, word := range strings.FieldsFunc(row, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if len(word) < fewest {
			continue
		}
		if full, ok := data.ParseRenipress(word); ok && seats[full] > 0 {
			return full, true
		}
	}
	return "", false
}

func otherLine(row string, line data.Line, professions []string) bool {
	for m, words := range map[data.Modality][]string{data.Remunerada: {"REMUNERADA", "REMUNERADO"}, data.Equivalente: {"EQUIVALENTE"}} {
		if m != line.Modality && slices.ContainsFunc(words, func(w string) bool { return hasWords(row, w) }) {
			return true
		}
	}
	named := ""
	for _, p := range professions { // the longest: MEDICINA VETERINARIA is not MEDICINA
		if len(p) > len(named) && hasWords(row, p) {
			named = p
		}
	}
	return named != "" && named != line.Profession
}

// hasWords reports whether the words stand whole in the row.
func hasWords(row, words string) bool {
	for at := 0; words != ""; {
		i := strings.Index(row[at:], words)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(words)
		if !isLetter(row, from-1) && !isLetter(row, to) {
			return true
		}
		at = to
	}
	return false
}

func isLetter(s string, at int) bool {
	return at >= 0 && at < len(s) && (s[at] >= 'A' && s[at] <= 'Z' || s[at] >= 0x80)
}
