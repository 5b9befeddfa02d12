package main

import (
	"fmt"
	"html"
	"strings"
)

// Sizes in the units of the picture: a cell, and the margin of the panel.
const (
	cellWidth  = 8
	cellHeight = 17
	baseline   = 13 // of the text, from the top of its cell
	margin     = 14
)

// head opens a picture. Its colours follow the reader's choice of dark or light;
// each stands on its panel with a contrast of 4.5 or more. No font is fetched:
// those named are on the systems that show it, and every run of text is
// stretched to its cells.
const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" role="img" aria-label="%[3]s">
<title>%[3]s</title>
<style>
svg{--p:#fbfaf7;--e:#c9c5bb;--t:#22262b;--f:#666b72;--1:#b3261e;--2:#176b2c;--3:#855300;--4:#1f56b5;--5:#97208f;--6:#00697a}
@media (prefers-color-scheme:dark){svg{--p:#15191f;--e:#3a414b;--t:#d9dde3;--f:#929aa5;--1:#ff8078;--2:#6cd484;--3:#e5bb52;--4:#86b3ff;--5:#f08be6;--6:#5fd3e4}}
text{font:13.2px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;white-space:pre;fill:var(--t)}
rect,path{shape-rendering:crispEdges}
.b{font-weight:700}.u{text-decoration:underline}.f{fill:var(--f)}.r{fill:var(--p)}
.c1{fill:var(--1)}.c2{fill:var(--2)}.c3{fill:var(--3)}.c4{fill:var(--4)}.c5{fill:var(--5)}.c6{fill:var(--6)}.c0{fill:var(--t)}
</style>
<rect x=".5" y=".5" width="%[4]d" height="%[5]d" rx="8" style="fill:var(--p);stroke:var(--e)"/>
`

// drawSVG draws the cells of a view on a panel.
func drawSVG(title string, rows [][]cell) string {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	w, h := columns*cellWidth+2*margin, len(rows)*cellHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, head, w, h, html.EscapeString(title), w-1, h-1)
	for y, row := range rows {
		drawRow(&b, row, margin+y*cellHeight)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// drawRow draws one line at the height y, run by run of one style.
func drawRow(b *strings.Builder, row []cell, y int) {
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && row[to].style == row[from].style {
			to++
		}
		if row[from].style.reversing {
			fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" class="%s"/>`+"\n",
				margin+from*cellWidth, y, (to-from)*cellWidth, cellHeight, colourClass(row[from].style))
		}
		drawRun(b, row[from:to], margin+from*cellWidth, y)
		from = to
	}
}

// drawRun draws cells of one style: what the font has as text, blocks, frames
// and dots as shapes, which no font joins as a terminal does.
func drawRun(b *strings.Builder, run []cell, x, y int) {
	class := textClass(run[0].style)
	for from := 0; from < len(run); {
		if shape := shapeOf(run[from].sign, x+from*cellWidth, y, class); shape != "" {
			b.WriteString(shape)
			from++
			continue
		}
		to := from + 1
		for to < len(run) && shapeOf(run[to].sign, 0, 0, "") == "" {
			to++
		}
		drawText(b, run[from:to], x+from*cellWidth, y, class)
		from = to
	}
}

func drawText(b *strings.Builder, run []cell, x, y int, class string) {
	text := ""
	for _, c := range run {
		text += string(c.sign)
	}
	if !run[0].style.underline {
		kept := strings.TrimLeft(text, " ")
		x += (len(text) - len(kept)) * cellWidth
		text = strings.TrimRight(kept, " ")
	}
	if text == "" {
		return
	}
	width := len([]rune(text)) * cellWidth
	fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" class="%s">%s</text>`+"\n", x, y+baseline, width, class, html.EscapeString(text))
}

func colourClass(s style) string {
	if s.faint && s.colour == 0 {
		return "f"
	}
	return fmt.Sprintf("c%d", s.colour)
}

func textClass(s style) string {
	class := colourClass(s)
	if s.reversing {
		class = "r"
	}
	if s.bold {
		class += " b"
	}
	if s.underline {
		class += " u"
	}
	return class
}
