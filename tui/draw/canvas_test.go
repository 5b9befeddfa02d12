package draw

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

func TestCanvasPictures(t *testing.T) {
	for _, c := range []struct {
		name string
		mode Mode
		want string
	}{
		// A diagonal from corner to corner and back, of as many dots as the cells have.
		{"braille", Braille, "⢣⡜\n⡜⢣"},
		{"blocks", Blocks, "▚▞\n▞▚"},
		{"ascii", ASCII, ": \n :"},
	} {
		t.Run(c.name, func(t *testing.T) {
			canvas := NewCanvas(c.mode, 2, 2)
			w, h := canvas.Size()
			canvas.Line(0, 0, w-1, h-1, 0)
			if c.mode != ASCII {
				canvas.Line(0, h-1, w-1, 0, 0)
			}
			if got := strings.Join(canvas.Lines(nil), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestEveryDotHasItsOwnPlace(t *testing.T) {
	// The dots of U+28FF are numbered 1–3 and 7 down the left, 4–6 and 8 down the
	// right (Unicode, chapter 21.1).
	want := []string{"⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"}
	for i, glyph := range want {
		canvas := NewCanvas(Braille, 1, 1)
		canvas.Dot(i%2, i/2, 0)
		if got := canvas.Lines(nil)[0]; got != glyph {
			t.Errorf("dot %d, %d: %s, want %s", i%2, i/2, got, glyph)
		}
	}
}

func TestTheLowestInkColoursTheCell(t *testing.T) {
	st := theme.New(theme.Options{})
	canvas := NewCanvas(Braille, 2, 1)
	canvas.Dot(0, 0, 3)
	canvas.Dot(1, 1, 1)
	canvas.Dot(3, 0, 3)
	canvas.Sign(1, 0, "x", 2)
	canvas.Sign(1, 0, "y", 4)
	want := st.Band[1].Render("⠑") + st.Band[2].Render("x")
	if got := canvas.Lines(st.Band[:])[0]; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whatever is drawn, the picture has its lines and cells, a line has its ends
// and no gaps, and dots beyond the edges are left out.
func TestCanvasKeepsItsSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mode := rapid.SampledFrom([]Mode{Braille, Blocks, ASCII}).Draw(t, "mode")
		w, h := rapid.IntRange(0, 12).Draw(t, "w"), rapid.IntRange(0, 6).Draw(t, "h")
		canvas := NewCanvas(mode, w, h)
		coordinate := rapid.IntRange(-20, 40)
		x0, y0 := coordinate.Draw(t, "x0"), coordinate.Draw(t, "y0")
		x1, y1 := coordinate.Draw(t, "x1"), coordinate.Draw(t, "y1")
		canvas.Line(x0, y0, x1, y1, Ink(rapid.IntRange(0, 6).Draw(t, "ink")))
		st := theme.New(theme.Options{})
		lines := canvas.Lines(st.Band[:])
		if len(lines) != h {
			t.Fatalf("%d lines, want %d", len(lines), h)
		}
		for _, line := range lines {
			if layout.Width(line) != w {
				t.Fatalf("%q has %d cells, want %d", line, layout.Width(line), w)
			}
		}
		inside := func(x, y int) bool {
			dw, dh := canvas.Size()
			return x >= 0 && y >= 0 && x < dw && y < dh
		}
		if !inside(x0, y0) || !inside(x1, y1) {
			return
		}
		if got, want := canvas.count(), max(abs(x1-x0), abs(y1-y0))+1; got != want {
			t.Fatalf("a line of %d dots, want %d", got, want)
		}
	})
}

// count counts the dots that are set.
func (c *Canvas) count() int {
	n := 0
	for i := range c.cells {
		for dots := c.cells[i].dots; dots != 0; dots &= dots - 1 {
			n++
		}
	}
	return n
}
