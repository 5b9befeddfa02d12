// Package merit tells where a mark stands in an order of merit or a list of
// marks. Nothing of such a list is stored.
package merit

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/names"
	"brujula/data/rules"
	"brujula/data/texts"
)

// What may be missing.
var (
	ErrNoMarks     = errors.New("merit: the list has no marks")
	ErrProfession  = errors.New("merit: the list has several professions")
	ErrUnknown     = errors.New("merit: the list has no such profession")
	ErrNotFound    = errors.New("merit: no row holds the text")
	ErrSeveral     = errors.New("merit: several rows hold the text")
	ErrNoRankInRow = errors.New("merit: the row was found but has neither rank nor mark")
)

// OtherScaleError says that the marks of a list cannot be compared.
type OtherScaleError struct{ Highest float64 }

// Error states it in the user's words.
func (e *OtherScaleError) Error() string { return texts.StandingOtherScale(e.Highest) }

// Standing is a place in a list. Ranks count from 1; where several have the
// same mark the order among them is not known, and the place is a range: how
// ties are broken is published nowhere (data/rules/README.md).
type Standing struct {
	Profession string // "" where the list does not say
	Of         int    // rows of the profession that have a rank or a mark
	Before     int    // rows with a higher mark, or a better rank
	Equal      int    // rows with exactly the mark
	Best       int    // rank
	Worst      int    // rank
	Rank       int    // that the list states for the row, 0 where it states none
	Mark       float64
	Projected  bool // the list is of an earlier process: the mark was set among its rows
	Kind       MarkKind
	Answer     float64 // ranks that one more right answer gains; 0 for a row that was found by a text

	Passed   int    // of those before, that took no place; -1 where the list does not say
	Unread   int    // rows of the list whose rank or mark is none that can be read
	UnreadAt string // the first of them, with what it has
}

// Notes says what belongs beside a standing: ties, those before who took no
// place, and rows that may stand before as well.
func (s *Standing) Notes() []string {
	var out []string
	if s.Worst > s.Best {
		out = append(out, texts.StandingTieNote)
	}
	if s.Passed >= 0 && s.Before > 0 {
		out = append(out, texts.StandingPassed(s.Passed, s.Before))
	}
	if s.Unread > 0 {
		out = append(out, texts.StandingUnread(s.Unread, s.UnreadAt))
	}
	return out
}

// tellUnread counts the rows that could not be read, or only by their mark.
func (s *Standing) tellUnread(m *lists.Merit) {
	for i := range m.Problems {
		p := &m.Problems[i]
		if p.Level != data.Rejected && p.Reason != texts.ListRankIgnored {
			continue
		}
		if s.Unread++; s.Unread == 1 {
			s.UnreadAt = p.Where()
			if p.Value != "" {
				s.UnreadAt += " «" + p.Value + "»"
			}
			s.UnreadAt += ": " + p.Reason
		}
	}
}

// tellPassed counts those before who took no place.
func (s *Standing) tellPassed(rows []lists.MeritRow, before func(*lists.MeritRow) bool) {
	s.Passed = -1
	for i := range rows {
		r := &rows[i]
		if r.Took == 0 {
			continue
		}
		s.Passed = max(s.Passed, 0)
		if r.Took == lists.TookNone && before(r) {
			s.Passed++
		}
	}
}

// Professions lists the professions of a list, sorted.
func Professions(m *lists.Merit) []string {
	var out []string
	for i := range m.Rows {
		if p := m.Rows[i].Profession; p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// rowsOf returns the rows of a profession; "" will do where there is but one.
func rowsOf(m *lists.Merit, profession string) (rows []lists.MeritRow, name string, err error) {
	known := Professions(m)
	switch {
	case profession == "" && len(known) > 1:
		return nil, "", ErrProfession
	case profession == "" && len(known) == 1:
		profession = known[0]
	case profession != "" && len(known) > 0:
		one := names.Professions().Pick(profession, known)
		if len(one) != 1 {
			return nil, "", ErrUnknown
		}
		profession = one[0]
	}
	for i := range m.Rows {
		if row := m.Rows[i]; row.Profession == "" || row.Profession == profession {
			rows = append(rows, row)
		}
	}
	return rows, profession, nil
}

// markUnit is the finest difference between two marks that lists print.
const markUnit = 1e-6

// ByMark reports where a mark stands. With projected the list is of an earlier
// process and the one who asks is not in it: they stand behind or among those
// with the same mark, which makes one more place; else they are one of these.
func ByMark(m *lists.Merit, facts *rules.Rules, profession string, own Own, projected bool) (Standing, error) {
	rows, name, err := rowsOf(m, profession)
	if err != nil {
		return Standing{}, err
	}
	marks := data.Map(rows, func(one lists.MeritRow) float64 { return one.Mark })
	s := Standing{Profession: name, Projected: projected, Kind: kindOf(facts, marks)}
	s.Mark = own.of(s.Kind)
	mark := s.Mark
	s.Before, s.Equal, s.Of = among(marks, mark)
	switch {
	case s.Of == 0 && m.OtherScale > 0:
		return s, &OtherScaleError{m.OtherScale}
	case s.Of == 0:
		return s, ErrNoMarks
	}
	others := s.Equal
	if !projected && others > 0 {
		others-- // one of them is the one who asks
	}
	s.Best, s.Worst = s.Before+1, s.Before+1+others
	s.Answer = gainAmong(marks, own.answered(facts, 1).of(s.Kind), own.answered(facts, -1).of(s.Kind))
	s.tellPassed(rows, func(r *lists.MeritRow) bool { return r.Mark > mark+markUnit })
	s.tellUnread(m)
	return s, nil
}

// among counts the marks over and equal to one, and all but those that are 0.
func among(marks []float64, mark float64) (over, equal, all int) {
	for _, m := range marks {
		switch {
		case m == 0:
			continue
		case math.Abs(m-mark) < markUnit:
			equal++
		case m > mark:
			over++
		}
		all++
	}
	return over, equal, all
}

// gainAmong reports how many ranks one more right answer is worth: half of what
// lies between one fewer and one more.
func gainAmong(marks []float64, more, fewer float64) float64 {
	overMore, sameMore, _ := among(marks, more)
	overFewer, sameFewer, _ := among(marks, fewer)
	return (float64(overFewer-overMore) + float64(sameFewer-sameMore)/2) / 2
}

// Below is the share of the list that stands behind the middle of the place, 0 to 1.
func (s *Standing) Below() (share float64, ok bool) {
	middle := (s.Best + s.Worst + 1) / 2
	if s.Of < middle {
		return 0, false
	}
	return float64(s.Of-middle) / float64(s.Of), true
}

// OfRow reports where a row of the list stands.
func OfRow(m *lists.Merit, at int) Standing {
	row := m.Rows[at]
	rows, _, err := rowsOf(m, row.Profession)
	if err != nil { // a row without a profession in a list that has some
		rows = m.Rows
	}
	s := Standing{Profession: row.Profession, Rank: row.Rank, Mark: row.Mark, Of: len(rows)}
	for i := range rows {
		r := &rows[i]
		switch {
		case row.Rank > 0:
			if r.Rank > 0 && r.Rank < row.Rank {
				s.Before++
			}
		case r.Mark > row.Mark+markUnit:
			s.Before++
		}
		if row.Mark > 0 && math.Abs(r.Mark-row.Mark) < markUnit {
			s.Equal++
		}
	}
	s.Best, s.Worst = s.Before+1, s.Before+max(1, s.Equal)
	if row.Rank > 0 {
		s.Best, s.Worst = row.Rank, row.Rank
	}
	s.tellPassed(rows, func(r *lists.MeritRow) bool {
		return row.Rank > 0 && r.Rank > 0 && r.Rank < row.Rank || row.Rank == 0 && r.Mark > row.Mark+markUnit
	})
	s.tellUnread(m)
	return s
}

// Scale brings a rank among so many to one among another number, keeping the
// share of those before: r × N_now / N_then.
func Scale(rank, then, now int) int {
	if then <= 0 || now <= 0 {
		return rank
	}
	return max(1, int(math.Round(float64(rank)*float64(now)/float64(then))))
}

// Match is a row that a search found.
type Match struct {
	Row   cells.Row
	Cells []string // cleaned, on one line each, blank ones left out
}

// Search reads the file at path row by row and calls found with those that
// hold every word of the text, whatever case and accents; ñ in the text asks
// for ñ. It keeps nothing. Errors are those of lists.EachRow and of found.
func Search(ctx context.Context, path, text string, o lists.Options, found func(Match) error) error {
	words := strings.Fields(fold.Enye(text))
	_, _, err := lists.EachRow(ctx, path, o, func(row cells.Row) error {
		joined := strings.Join(row.Cells, " ")
		plain, enye := fold.Fold(joined), ""
		for _, word := range words {
			hay := plain
			if strings.ContainsRune(word, 'ñ') {
				if enye == "" {
					enye = fold.Enye(joined)
				}
				hay = enye
			}
			if !strings.Contains(hay, word) {
				return nil
			}
		}
		return found(Match{row, shown(row.Cells)})
	})
	return err
}

func shown(cells []string) []string {
	var out []string
	for _, cell := range cells {
		if text := strings.Join(strings.Fields(fold.Clean(cell)), " "); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// Find returns the one row of a list that holds the text. It fails with
// ErrNotFound, ErrSeveral (n tells how many) or ErrNoRankInRow.
func Find(ctx context.Context, path, text string, o lists.Options, m *lists.Merit) (at, n int, err error) {
	var match cells.Row
	err = Search(ctx, path, text, o, func(f Match) error {
		n++
		match = f.Row
		return nil
	})
	switch {
	case err != nil:
		return 0, n, err
	case n == 0:
		return 0, 0, ErrNotFound
	case n > 1:
		return 0, n, ErrSeveral
	}
	for i := range m.Rows {
		if s := m.Rows[i].Source; s.Row == match.Number && s.Page == match.Page && s.Sheet == match.Sheet {
			return i, 1, nil
		}
	}
	return 0, 1, ErrNoRankInRow
}
