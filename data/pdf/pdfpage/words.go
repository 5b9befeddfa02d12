package pdfpage

import (
	"fmt"
	"math"
	"strings"

	"brujula/data/cells"
)

var errTooManyWords = fmt.Errorf("more than %d words on a page: %w", maxWords, cells.ErrTooLarge)

// wordMaker joins glyphs to words as they come. It looks at gaps and blanks
// only, never at what stands where on the page.
type wordMaker struct {
	page *Page
	show int32

	text  []byte // all words of the page, one behind the other
	spans []int  // ends of the words in text

	open       bool
	word       Word
	start      point
	end        point // where the next glyph would stand
	dirX, dirY float64
	blank      bool // a blank came since the last glyph
	placed     bool // the text position was set since the last glyph
}

type point struct{ x, y float64 }

const (
	// wordGap is the gap, in font sizes, from which two glyphs are two words. A
	// blank of a narrow font has 0.2; kerning moves letters by less than 0.1.
	wordGap = 0.13
	// offLine is how far, in font sizes, a glyph may stand off the line.
	offLine = 0.2
	ascent  = 0.75
	descent = 0.2
)

// beginText notes that a new text object starts: what follows is placed anew,
// even where it touches what came before.
func (w *wordMaker) beginText() {
	w.flush()
	w.show++
}

// place notes that the text position was set. Skia places every glyph of a
// word by itself, so this alone ends neither word nor show.
func (w *wordMaker) place() { w.placed = true }

// add takes one glyph: its matrix to the view, its width in font sizes and
// the step to the next glyph in text space.
func (w *wordMaker) add(text string, trm matrix, st *state, width, step float64) {
	size := math.Hypot(trm[2], trm[3])
	length := math.Hypot(trm[0], trm[1])
	if size < 0.1 || length < 0.01 || !finite(trm[:]...) || text == "" {
		w.blank = w.blank || text == ""
		return
	}
	at := point{trm[4], trm[5]}
	dx, dy := trm[0]/length, trm[1]/length
	scale := length / math.Max(math.Abs(st.fontSize*st.stretch), 1e-9)
	if isBlank(text) {
		w.addBlank(at, dx, dy, size, step*scale*sign(st.fontSize))
		return
	}
	touches := w.follows(at, dx, dy, size)
	if w.placed && !touches {
		w.flush()
		w.show++
	}
	w.placed = false
	if !touches || w.blank || !w.open {
		w.flush()
		w.begin(at, dx, dy, size, st.clip, touches && !w.blank)
	}
	if text != "\x00" {
		w.text = append(w.text, text...)
	}
	w.blank = false
	ink := width * length
	w.word.X1 = float32((at.x-w.start.x)*dx + (at.y-w.start.y)*dy + ink) // along the line, until flush
	w.end = point{at.x + dx*step*scale*sign(st.fontSize), at.y + dy*step*scale*sign(st.fontSize)}
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}

// addBlank moves on behind a blank that follows the words before it.
func (w *wordMaker) addBlank(at point, dx, dy, size, step float64) {
	w.blank = true
	if w.follows(at, dx, dy, size) {
		w.end = point{at.x + dx*step, at.y + dy*step}
		w.placed = false
	}
}

func isBlank(text string) bool { return strings.Trim(text, " ") == "" }

// follows reports whether a glyph at this place continues the word before it.
func (w *wordMaker) follows(at point, dx, dy, size float64) bool {
	if dx*w.dirX+dy*w.dirY < 0.99 {
		return false
	}
	gx, gy := at.x-w.end.x, at.y-w.end.y
	along, across := gx*dx+gy*dy, gx*dy-gy*dx
	ratio := size / math.Max(float64(w.word.Size), 1e-6)
	return along < wordGap*size && along > -0.35*size && math.Abs(across) < offLine*size && ratio > 0.6 && ratio < 1.6
}

func (w *wordMaker) begin(at point, dx, dy, size float64, clip int32, touches bool) {
	w.open = true
	w.start, w.dirX, w.dirY = at, dx, dy
	w.word = Word{Size: float32(size), Show: w.show, Clip: clip, Touches: touches}
}

// flush ends the open word. Words that stand askew, such as watermarks, are
// dropped.
func (w *wordMaker) flush() {
	if !w.open {
		return
	}
	w.open = false
	turn, straight := quarter(w.dirX, w.dirY)
	from := 0
	if n := len(w.spans); n > 0 {
		from = w.spans[n-1]
	}
	if !straight || len(w.text) == from {
		w.text = w.text[:from]
		return
	}
	w.word.Turn = turn
	w.word.Box = inkBox(w.start, w.dirX, w.dirY, float64(w.word.X1), float64(w.word.Size))
	w.spans = append(w.spans, len(w.text))
	w.page.Words = append(w.page.Words, w.word)
}

func quarter(dx, dy float64) (turn uint8, straight bool) {
	switch {
	case dx > 0.995:
		return 0, true
	case dy > 0.995:
		return 1, true
	case dx < -0.995:
		return 2, true
	case dy < -0.995:
		return 3, true
	}
	return 0, false
}

func inkBox(start point, dx, dy, length, size float64) Box {
	// "Up" of the text is its direction turned a quarter against the clock.
	ux, uy := dy, -dx
	x0, y0 := start.x+ux*ascent*size, start.y+uy*ascent*size
	x1, y1 := start.x+dx*length-ux*descent*size, start.y+dy*length-uy*descent*size
	return Box{
		float32(math.Min(x0, x1)), float32(math.Min(y0, y1)),
		float32(math.Max(x0, x1)), float32(math.Max(y0, y1)),
	}
}

// finish gives the words their texts and takes out those drawn twice.
func (w *wordMaker) finish() {
	all := string(w.text)
	start := 0
	for i := range w.page.Words {
		w.page.Words[i].Text = all[start:w.spans[i]]
		start = w.spans[i]
	}
	w.page.Words = dropDoubles(w.page.Words)
}

type doubleKey struct {
	text string
	x, y int32
}

// dropDoubles removes words drawn a second time at nearly the same place:
// poor man's bold face.
func dropDoubles(words []Word) []Word {
	seen := make(map[doubleKey]Box, len(words))
	out := words[:0]
	for _, word := range words {
		near := 0.12 * word.Size
		key := doubleKey{word.Text, int32(word.X0 / 4), int32(word.Y0 / 4)}
		double := false
		for dx := int32(-1); dx <= 1 && !double; dx++ {
			for dy := int32(-1); dy <= 1 && !double; dy++ {
				b, ok := seen[doubleKey{key.text, key.x + dx, key.y + dy}]
				double = ok && abs32(b.X0-word.X0) < near && abs32(b.Y0-word.Y0) < near
			}
		}
		if double {
			continue
		}
		seen[key] = word.Box
		out = append(out, word)
	}
	return out
}

func abs32(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
