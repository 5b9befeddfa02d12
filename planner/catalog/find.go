package catalog

// searchIndex is what a catalog is searched in: every row's text and, for each
// letter, the rows that have it, which settles the first key of a search and
// spares most rows the rest.
type searchIndex struct {
	texts   []searchText
	letters [256]*RowSet // nil for a byte that no text has
	none    *RowSet
}

func buildIndex(texts []searchText) *searchIndex {
	x := &searchIndex{texts: texts, none: newRowSet(len(texts))}
	for row := range texts {
		var seen [256]bool
		for _, letter := range []byte(texts[row].plain) {
			if seen[letter] {
				continue
			}
			seen[letter] = true
			if x.letters[letter] == nil {
				x.letters[letter] = newRowSet(len(texts))
			}
			x.letters[letter].add(row)
		}
	}
	return x
}

// having gives the rows whose text has the letter.
func (x *searchIndex) having(letter byte) *RowSet {
	if s := x.letters[letter]; s != nil {
		return s
	}
	return x.none
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
	var unsettled Query // words that the letters alone do not decide
	for _, t := range query.terms {
		single := len(t.plain) == 1 && len(t.enye) == 0
		switch {
		case single && t.not:
			found.drop(x.having(t.plain[0]))
			continue
		case !t.not:
			for _, letter := range []byte(t.plain) {
				found.keep(x.having(letter))
			}
		}
		if !single {
			unsettled.terms = append(unsettled.terms, t)
		}
	}
	if !unsettled.Empty() {
		found.keepIf(func(row int) bool { return unsettled.Match(&x.texts[row]) })
	}
	return found
}
