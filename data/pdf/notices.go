package pdf

import (
	"math"
	"slices"

	"brujula/data/cells"
	"brujula/data/pdf/pdfpage"
)

// shown is what a page shows beside the text that was read.
type shown struct {
	size       [2]int // points, as seen
	words      int
	outside    int // words beyond the edges of the page
	images     int
	glyphs     int
	unreadable int
	bare       bool
}

// note takes down what the notices need of a page.
func (s *shown) note(page *pdfpage.Page) {
	s.size = [2]int{int(math.Round(float64(page.Width))), int(math.Round(float64(page.Height)))}
	s.images, s.glyphs, s.unreadable, s.bare = page.Images, page.Glyphs, page.Unreadable, page.Bare
	s.words = len(page.Words)
	for i := range page.Words {
		if outside(page, page.Words[i].Box) {
			s.outside++
		}
	}
}

// unreadableShare is the part of a page's letters that may be unknown: some
// fonts have bullets and ticks that no letter stands for.
const unreadableShare = 0.02

// kind reports what may be missing of the page, "" for nothing. mixed is set
// where the pages are not all of one size.
func (s *shown) kind(mixed bool) cells.NoticeKind {
	switch {
	case s.unreadable > 0 && float64(s.unreadable) > unreadableShare*float64(s.glyphs), s.bare:
		return cells.UnreadablePage
	case s.outside > 0 && mixed:
		return cells.NarrowPage
	case s.words > s.outside:
		return ""
	case s.images > 0:
		return cells.PicturePage
	}
	return cells.BlankPage
}

// notices tells of which pages text may be missing, and whether the file was
// damaged.
func (j *job) notices() []cells.Notice {
	var out []cells.Notice
	if j.doc.Damage() != nil {
		out = append(out, cells.Notice{Kind: cells.DamagedFile, Count: 1})
	}
	mixed := slices.ContainsFunc(j.sheets, func(s *sheet) bool { return s.size != j.sheets[0].size })
	for i, s := range j.sheets {
		if kind := s.kind(mixed); kind != "" {
			out = append(out, cells.Notice{Kind: kind, Page: i + 1, Count: 1})
		}
	}
	return out
}
