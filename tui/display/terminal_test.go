package display

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// cells is the plainest terminal: it understands what frames are drawn with, and wraps
// as terminals do, when a character comes behind the last cell of a line.
type cells struct {
	width, height int
	rows          [][]rune
	x, y          int
}

func newCells(width, height int) *cells {
	c := &cells{width: width, height: height}
	for range height {
		c.rows = append(c.rows, []rune(strings.Repeat("#", width))) // what another program left
	}
	return c
}

func (c *cells) write(t *rapid.T, s string) {
	for s != "" {
		if !strings.HasPrefix(s, "\x1b[") {
			r := []rune(s)[0]
			s = s[len(string(r)):]
			if c.x == c.width {
				c.x, c.y = 0, c.y+1
			}
			if c.y >= c.height {
				t.Fatalf("%q scrolls the screen", r)
			}
			c.rows[c.y][c.x] = r
			c.x++
			continue
		}
		end := strings.IndexFunc(s[2:], func(r rune) bool { return r >= '@' }) + 2
		parameters, final := s[2:end], s[end]
		s = s[end+1:]
		switch final {
		case 'H':
			row, column, _ := strings.Cut(parameters, ";")
			c.y, c.x = number(row)-1, number(column)-1
		case 'K':
			c.erase(c.y, c.x)
		case 'J':
			c.erase(c.y, c.x)
			for y := c.y + 1; y < c.height; y++ {
				c.erase(y, 0)
			}
		default:
			t.Fatalf("a sequence nobody reckoned with: %q", final)
		}
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return n
}

func (c *cells) erase(y, from int) {
	for x := min(from, c.width-1); x < c.width; x++ { // behind the last cell it takes that one
		c.rows[y][x] = ' '
	}
}

// Whatever frames come one after the other, the screen shows the last one alone.
func TestTheScreenShowsTheLastFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 9).Draw(t, "width"), rapid.IntRange(1, 5).Draw(t, "height")
		c := newCells(width, height)
		written := &sheet{}
		term := &terminal{File: written, erased: func() {}, shown: true}
		line := rapid.StringMatching(`[a-cñ═ ]{0,11}`)
		for range rapid.IntRange(1, 6).Draw(t, "frames") {
			lines := rapid.SliceOfN(line, 1, height+2).Draw(t, "lines")
			turn := rapid.IntRange(0, 1).Draw(t, "turn")
			term.draw(&frame{text: strings.Join(lines, "\n"), width: width, height: height, turn: turn})
			c.write(t, written.written.String())
			written.written.Reset()
			for y := range height {
				want := ""
				if y < len(lines) {
					want = ansi.Truncate(lines[y], width, "")
				}
				want += strings.Repeat(" ", width-ansi.StringWidth(want))
				if got := string(c.rows[y]); got != want {
					t.Fatalf("row %d is %q, not %q, of %q", y+1, got, want, lines)
				}
			}
		}
	})
}

// Only the lines that are others are written.
func TestOnlyChangesAreWritten(t *testing.T) {
	written := &sheet{}
	term := &terminal{File: written, erased: func() {}, shown: true}
	for _, c := range []struct{ text, want string }{
		{"one\ntwo\nsix", "\x1b[Hone\x1b[K\x1b[2;1Htwo\x1b[K\x1b[3;1Hsix\x1b[K\x1b[4;1H\x1b[J\x1b[3;1H"},
		{"one\ntwo\nsix", ""},
		{"one\nten characters\nsix", "\x1b[2;1Hten charac\x1b[3;1H"},
		{"one", "\x1b[2;1H\x1b[J\x1b[H"},
	} {
		term.draw(&frame{text: c.text, width: 10, height: 5})
		if got, _ := written.state(); got != c.want {
			t.Errorf("%q is drawn by %q, not %q", c.text, got, c.want)
		}
		written.written.Reset()
	}
}
