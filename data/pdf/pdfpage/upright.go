package pdfpage

// Upright turns the page so that most of its words read from left to right: a
// wide table is often drawn sideways on a tall page.
func (pg *Page) Upright() {
	var count [4]int
	for i := range pg.Words {
		count[pg.Words[i].Turn]++
	}
	turn := uint8(0)
	for t := range count {
		if count[t] > count[turn] {
			turn = uint8(t)
		}
	}
	if turn == 0 {
		return
	}
	w, h := pg.Width, pg.Height
	rotate := func(b Box) Box { return turnBox(b, turn, w, h) }
	for i := range pg.Words {
		pg.Words[i].Box = rotate(pg.Words[i].Box)
		pg.Words[i].Turn = (pg.Words[i].Turn + 4 - turn) % 4
	}
	for i := range pg.Rules {
		pg.Rules[i].Box = rotate(pg.Rules[i].Box)
		pg.Rules[i].Vertical = pg.Rules[i].Vertical == (turn == 2)
	}
	for i := range pg.Areas {
		pg.Areas[i] = rotate(pg.Areas[i])
	}
	for i := range pg.Clips {
		pg.Clips[i] = rotate(pg.Clips[i])
	}
	if turn != 2 {
		pg.Width, pg.Height = h, w
	}
}

// turnBox returns the place of b once the page of w by h was turned back by turn
// quarters.
func turnBox(b Box, turn uint8, w, h float32) Box {
	switch turn {
	case 1: // text runs downwards: turn the page against the clock
		return Box{b.Y0, w - b.X1, b.Y1, w - b.X0}
	case 2:
		return Box{w - b.X1, h - b.Y1, w - b.X0, h - b.Y0}
	case 3: // text runs upwards
		return Box{h - b.Y1, b.X0, h - b.Y0, b.X1}
	}
	return b
}
