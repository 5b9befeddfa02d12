package linear

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// moveLines brings lines of the plan to another place, in the order that they
// have.
func (s *dialogue) moveLines() error {
	ids, ok, err := s.pickLines(texts.LinearMoveAsk)
	if !ok || err != nil {
		return err
	}
	total := len(s.desk.Plan().Entries)
	to, ok, err := s.number(texts.PlanMoveLabel(len(ids), total), total)
	if !ok || err != nil {
		return err
	}
	place := s.desk.Plan().Index(ids[0]) + 1
	cmd, stays := s.desk.Move(ids, to-1)
	if stays {
		s.say(texts.PlanStays(len(ids), place, to))
	}
	return s.do(cmd)
}

func (s *dialogue) removeLines() error {
	ids, ok, err := s.pickLines(texts.LinearRemoveAsk)
	if !ok || err != nil {
		return err
	}
	return s.do(s.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Remove(ids...) }))
}

// pickLines asks for lines of the plan, by their numbers or one by letters, and
// gives them in the order of the plan; ok is false when the user gives none.
func (s *dialogue) pickLines(question string) (ids []data.PlazaID, ok bool, err error) {
	for {
		text, ok, err := s.free(question)
		if !ok || err != nil {
			return nil, false, err
		}
		entries := s.desk.Plan().Entries
		picked, ok := numbersOf(text, len(entries))
		if !ok {
			var one int
			if one, ok = s.lineCalled(text); ok {
				picked = []int{one + 1}
			}
		}
		if !ok {
			s.say(texts.LinearBadLines(text, len(entries)))
			continue
		}
		var names []string
		for _, n := range picked {
			ids = append(ids, entries[n-1].ID)
			names = append(names, s.desk.Name(entries[n-1].ID))
		}
		if len(ids) > 1 {
			s.say(texts.LinearPicked(names))
		}
		return ids, true, nil
	}
}

// numbers is one number, or all from one to another; between stands before the
// next one.
var (
	numbers = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d+)\.?(?:\s*(?:-|–|\ba\b|\bal\b)\s*(\d+)\.?)?`) })
	between = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?:[\s,;]|\by\b)\s*`) })
)

// numbersOf reads numbers from 1 to most, such as "2 5 7", "2, 5 y 7" or "2-4",
// sorted and each once; ok is false when the text is anything else.
func numbersOf(text string, most int) (found []int, ok bool) {
	rest := strings.ToLower(strings.TrimSpace(text))
	named := make([]bool, most+1) // an answer may name each line thousands of times
	for {
		m := numbers().FindStringSubmatch(rest)
		if m == nil {
			return nil, false
		}
		from, err := strconv.Atoi(m[1])
		to, errTo := from, error(nil)
		if m[2] != "" {
			to, errTo = strconv.Atoi(m[2])
		}
		from, to = min(from, to), max(from, to)
		if err != nil || errTo != nil || from < 1 || to > most {
			return nil, false
		}
		for n := from; n <= to; n++ {
			named[n] = true
		}
		if rest = rest[len(m[0]):]; rest == "" {
			break
		}
		gap := between().FindString(rest)
		if gap == "" {
			return nil, false
		}
		rest = rest[len(gap):]
	}
	for n, is := range named {
		if is {
			found = append(found, n)
		}
	}
	return found, true
}
