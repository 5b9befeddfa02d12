package catalog

// searchIndex is what a catalog is searched in: every row's text and, for each
// letter and each two letters that follow each other, the rows that have them.
// That settles the first two keys of a search, which would have to read most
// texts, and spares most rows the rest.
type searchIndex struct {
	texts   []searchText
	letters []*RowSet // by letter; nil for one that no text has
	pairs   []*RowSet // by both letters, see pairAt
	none    *RowSet
}

// letterCount is how many letters a folded text is written in: ASCII.
const letterCount = 128

func pairAt(first, second byte) int { return int(first)*letterCount + int(second) }

func buildIndex(texts []searchText) *searchIndex {
	x := &searchIndex{
		texts: texts, none: newRowSet(len(texts)),
		letters: make([]*RowSet, letterCount), pairs: make([]*RowSet, letterCount*letterCount),
	}
	for row := range texts {
		text := texts[row].plain
		for i := range len(text) {
			note(x.letters, int(text[i]), row, len(texts))
			if i > 0 {
				note(x.pairs, pairAt(text[i-1], text[i]), row, len(texts))
			}
		}
	}
	return x
}

func note(sets []*RowSet, at, row, rows int) {
	if sets[at] == nil {
		sets[at] = newRowSet(rows)
	}
	sets[at].add(row)
}

// having gives the rows whose text has all letters of a word, each beside the
// next. For a word of one or two letters these are the rows that hold it; for
// a longer one, others may be among them.
func (x *searchIndex) having(word string) *RowSet {
	if len(word) == 1 {
		return x.or(x.letters[word[0]])
	}
	found := x.or(x.pairs[pairAt(word[0], word[1])])
	if len(word) == 2 {
		return found
	}
	found = found.clone()
	for i := 2; i < len(word); i++ {
		found.keep(x.or(x.pairs[pairAt(word[i-1], word[i])]))
	}
	return found
}

func (x *searchIndex) or(s *RowSet) *RowSet {
	if s == nil {
		return x.none
	}
	return s
}

// Find gives those rows of a set (nil: of all) that match the text. Whatever
// matches a longer text that begins with a shorter one matches the shorter one
// too, if neither says "!": a search that grows letter by letter need only look
// among what it found before.
func (c *Catalog) Find(among *RowSet, text string) *RowSet {
	x := c.search()
	found := allRows(c.Len())
	if among != nil {
		found = among.clone()
	}
	query := ParseQuery(text)
	var unsettled Query // words for which the texts must be read
	for _, t := range query.terms {
		settled := len(t.plain) <= 2 && len(t.enye) == 0
		if !settled {
			unsettled.terms = append(unsettled.terms, t)
		}
		switch {
		case !t.not:
			found.keep(x.having(t.plain))
		case settled:
			found.drop(x.having(t.plain))
		}
	}
	if !unsettled.Empty() {
		found.keepIf(func(row int) bool { return unsettled.Match(&x.texts[row]) })
	}
	return found
}
