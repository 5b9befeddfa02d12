package main

import (
	"fmt"
	"strings"
)

// arms are the strokes of the signs that frames are drawn with, from the middle
// of the cell: left, right, up, down.
var arms = map[rune]string{
	'─': "lr", '│': "ud", '┌': "rd", '┐': "ld", '└': "ru", '┘': "lu", '├': "rud", '┤': "lud", '┬': "lrd", '┴': "lru", '┼': "lrud",
	'╭': "rd", '╮': "ld", '╰': "ru", '╯': "lu", '╴': "l", '╶': "r", '╵': "u", '╷': "d",
}

// shapeOf draws a sign of frames, bars or dots in its cell at (x, y); it returns
// "" for one that is text.
func shapeOf(sign rune, x, y int, class string) string {
	if strokes, ok := arms[sign]; ok {
		return frame(strokes, x, y, class)
	}
	switch {
	case sign >= '▁' && sign <= '█': // eighths, from below
		height := float64(cellHeight) * float64(sign-'▁'+1) / 8
		return bar(float64(x), float64(y)+cellHeight-height, cellWidth, height, class, 1)
	case sign >= '▉' && sign <= '▏': // eighths, from the left
		return bar(float64(x), float64(y), float64(cellWidth)*float64('▏'-sign+1)/8, cellHeight, class, 1)
	case sign >= '░' && sign <= '▓':
		return bar(float64(x), float64(y), cellWidth, cellHeight, class, float64(sign-'░'+1)/4)
	case sign == '▀':
		return bar(float64(x), float64(y), cellWidth, cellHeight/2.0, class, 1)
	case sign > '⠀' && sign <= '⣿':
		return dots(sign, x, y, class)
	}
	return ""
}

func frame(strokes string, x, y int, class string) string {
	cx, cy := float64(x)+cellWidth/2.0, float64(y)+cellHeight/2.0
	var path strings.Builder
	for _, arm := range strokes {
		toX, toY := cx, cy
		switch arm {
		case 'l':
			toX = float64(x)
		case 'r':
			toX = float64(x) + cellWidth
		case 'u':
			toY = float64(y)
		case 'd':
			toY = float64(y) + cellHeight
		}
		fmt.Fprintf(&path, "M%g %gL%g %g", cx, cy, toX, toY)
	}
	return fmt.Sprintf(`<path d="%s" class="%s" style="stroke:%s"/>`+"\n", path.String(), class, strokeOf(class))
}

// strokeOf is the colour of a class, for lines, which fill does not draw.
func strokeOf(class string) string {
	name, _, _ := strings.Cut(class, " ")
	switch {
	case name == "f":
		return "var(--f)"
	case name == "r":
		return "var(--p)"
	case name == "c0" || len(name) < 2:
		return "var(--t)"
	}
	return "var(--" + name[1:] + ")"
}

func bar(x, y, w, h float64, class string, opacity float64) string {
	shade := ""
	if opacity < 1 {
		shade = fmt.Sprintf(` opacity="%g"`, opacity)
	}
	return fmt.Sprintf(`<rect x="%g" y="%g" width="%g" height="%g" class="%s"%s/>`+"\n", x, y, w, h, class, shade)
}

// places are those of a braille sign's dots, by its bits: column and row.
var places = [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}

func dots(sign rune, x, y int, class string) string {
	var b strings.Builder
	for bit, place := range places {
		if sign&(1<<bit) != 0 {
			fmt.Fprintf(&b, `<circle cx="%g" cy="%g" r="1.3" class="%s"/>`,
				float64(x)+2+4*float64(place[0]), float64(y)+2.1+4.25*float64(place[1]), class)
		}
	}
	return b.String() + "\n"
}
