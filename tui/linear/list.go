package linear

import (
	"errors"
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/texts"
)

// pageSize is how many items of a list are read out at a time.
const pageSize = 10

// list is a numbered list of which one item can be opened.
type list struct {
	title string
	count string // how many there are, said before them
	len   func() int
	line  func(i int) string
	open  func(i int) error // nil where nothing opens
	named bool              // the lines are names, which are written as they are
}

// list reads a list page by page, and opens what is chosen, until the user goes
// back.
func (s *dialogue) list(l list) error {
	s.gap()
	s.say(texts.LinearHere(l.title), l.count)
	from, n := 0, l.len()
	if n == 0 {
		return nil
	}
	s.page(&l, from)
	for {
		shown := min(from+pageSize, n)
		if shown == n && l.open == nil {
			return nil // all was read and nothing can be done
		}
		text, err := s.ask(texts.LinearListAsk(n-shown, l.open != nil))
		if err != nil {
			return err
		}
		to, done, err := s.turnPage(&l, text, from)
		if done || err != nil {
			return err
		}
		if n = l.len(); n == 0 {
			return nil
		}
		from = min(to, (n-1)/pageSize*pageSize)
	}
}

// turnPage acts on an answer to a list, and gives the page to go on from.
func (s *dialogue) turnPage(l *list, text string, from int) (to int, done bool, err error) {
	n := l.len()
	switch err := away(text); {
	case errors.Is(err, errBack):
		return from, true, nil
	case errors.Is(err, errQuit):
		leave, failed := s.mayLeave()
		switch {
		case failed != nil:
			return from, true, failed
		case leave:
			return from, true, err
		}
		return from, false, nil
	case err != nil:
		return from, true, err
	}
	switch word := fold.Squash(text); {
	case text == "?", texts.IsLinearHelp(word):
		s.say(texts.LinearListHelp(l.open != nil)...)
	case text == "", texts.IsLinearMore(word):
		if from+pageSize >= n {
			s.say(texts.LinearNoMore)
			return from, false, nil
		}
		s.page(l, from+pageSize)
		return from + pageSize, false, nil
	case texts.IsLinearBefore(word):
		s.page(l, max(0, from-pageSize))
		return max(0, from-pageSize), false, nil
	case l.open == nil:
		s.say(texts.LinearListHelp(false)...)
	default:
		return from, false, s.back(s.openItem(l, text))
	}
	return from, false, nil
}

func (s *dialogue) page(l *list, from int) {
	for i := from; i < min(from+pageSize, l.len()); i++ {
		s.say(l.item(i))
	}
}

// item reads one line with its number.
func (l *list) item(i int) string {
	if l.named {
		return texts.LinearNamedOption(i+1, l.line(i))
	}
	return texts.LinearOption(i+1, l.line(i))
}

// openItem opens the item of a number, or the only one that has some letters.
func (s *dialogue) openItem(l *list, text string) error {
	n := l.len()
	if i, ok := texts.WholeNumber(text); ok {
		if i < 1 || i > n {
			s.say(texts.LinearNoSuchItem(text, n))
			return nil
		}
		return l.open(i - 1)
	}
	lines := make([]string, n)
	for i := range lines {
		lines[i] = l.line(i)
	}
	switch found := matching(text, lines); len(found) {
	case 0:
		s.say(texts.LinearNoSuchItem(text, n))
	case 1:
		return l.open(found[0])
	default:
		s.say(texts.LinearWhich(text, len(found)))
		for _, i := range found[:min(len(found), pageSize)] {
			s.say(l.item(i))
		}
	}
	return nil
}

// matching returns the values that have a word beginning with the letters of a
// text.
func matching(text string, values []string) (found []int) {
	word := fold.Fold(text)
	if fold.Squash(text) == "" {
		return nil
	}
	named := names.Professions().Pick(text, values)
	for i, v := range values {
		if strings.Contains(" "+fold.Fold(v), " "+word) || slices.Contains(named, v) {
			found = append(found, i)
		}
	}
	return found
}
