package lists

import (
	"brujula/data"
	"brujula/data/cells"
	"brujula/data/texts"
)

// A doubt is a sign that the file holds more of the list than was read. A list
// that is not whole looks like any other and is worse than none, so that it is
// stored only after a person has seen why it may not be.

// doubtful are the notices of a reader that give rise to one, in the order in
// which they are told, with what is said of the pages.
var doubtful = []struct {
	kind cells.NoticeKind
	text func(pages []int) string
}{
	{cells.DamagedFile, texts.ListDamagedInside},
	{cells.PicturePage, texts.ListPicturePages},
	{cells.UnreadablePage, texts.ListUnreadablePages},
	{cells.NarrowPage, texts.ListNarrowPages},
	{cells.BlankPage, texts.ListBlankPages},
}

func isDoubtful(kind cells.NoticeKind) bool {
	for _, d := range doubtful {
		if d.kind == kind {
			return true
		}
	}
	return false
}

// noteDoubts reports the pages that may hold rows which were not read.
func (m *mapper) noteDoubts() {
	named := map[int]bool{}
	for _, d := range doubtful {
		var pages []int
		for _, n := range m.table.notices {
			if n.Kind != d.kind || d.kind == cells.BlankPage && !m.table.amid(n.Page) {
				continue
			}
			pages = append(pages, n.Page)
			named[n.Page] = true
		}
		if len(pages) > 0 {
			m.doubt(pages, d.text(pages))
		}
	}
	var bare []int
	for page := m.table.firstPage(); page < m.table.lastPage(); page++ {
		if !named[page] && !m.table.pages[page] {
			bare = append(bare, page)
		}
	}
	if len(bare) > 0 {
		m.doubt(bare, texts.ListPagesWithoutRows(bare))
	}
	m.noteBeside()
	m.noteClipped()
}

func (m *mapper) doubt(pages []int, reason string) {
	p := data.Problem{File: m.file, Reason: reason, Level: data.Warning}
	if len(pages) == 1 {
		p.Page = pages[0]
	}
	m.report.add(nil, p)
	m.doubts = append(m.doubts, reason)
}

// notePages takes down which pages have rows.
func (t *table) notePages() {
	t.pages = make(map[int]bool)
	for i := range t.lines {
		t.pages[t.lines[i].row.Page] = true
	}
}

func (t *table) firstPage() int {
	if len(t.lines) == 0 {
		return 0
	}
	return t.lines[0].row.Page
}

func (t *table) lastPage() int {
	if len(t.lines) == 0 {
		return 0
	}
	return t.lines[len(t.lines)-1].row.Page
}

// amid reports whether a page lies between pages with rows.
func (t *table) amid(page int) bool { return page > t.firstPage() && page < t.lastPage() }
