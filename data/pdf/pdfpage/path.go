package pdfpage

import "math"

// pather follows path construction and painting (8.5) as far as tables need
// it: axis-parallel lines and rectangles. Curves count by their ends.
type pather struct {
	page  *Page
	subs  []subpath
	open  bool
	clips []Box
	clip  bool // a W came: the path becomes a clip when painted
}

type subpath struct {
	points []point // in the view
	closed bool
}

const (
	maxSubpaths = 20_000
	maxPoints   = 64 // of one subpath; no cell border has more
	maxClips    = 50_000
	straight    = 0.3 // points by which a line may be off its axis
)

// pathOperator runs the path operators; false for any other.
func (in *interpreter) pathOperator(op string) bool {
	p := &in.path
	switch op {
	case "m", "l":
		if v, ok := in.numbers(2); ok {
			p.point(in.state.ctm, v[0], v[1], op == "m")
		}
	case "c":
		if v, ok := in.numbers(6); ok {
			p.point(in.state.ctm, v[4], v[5], false)
		}
	case "v", "y":
		if v, ok := in.numbers(4); ok {
			p.point(in.state.ctm, v[2], v[3], false)
		}
	case "re":
		if v, ok := in.numbers(4); ok {
			p.rectangle(in.state.ctm, v[0], v[1], v[2], v[3])
		}
	case "h":
		p.close()
	case "W", "W*":
		p.clip = true
	case "s", "b", "b*":
		p.close()
		in.paint(true, op != "s")
	case "S":
		in.paint(true, false)
	case "B", "B*":
		in.paint(true, true)
	case "f", "F", "f*":
		in.paint(false, true)
	case "n":
		in.paint(false, false)
	default:
		return false
	}
	return true
}

func (p *pather) point(ctm matrix, x, y float64, move bool) {
	x, y = ctm.apply(x, y)
	if move || !p.open || len(p.subs) == 0 {
		if len(p.subs) >= maxSubpaths {
			p.open = false
			return
		}
		p.subs = append(p.subs, subpath{})
		p.open = true
	}
	s := &p.subs[len(p.subs)-1]
	if len(s.points) < maxPoints {
		s.points = append(s.points, point{x, y})
	}
}

func (p *pather) close() {
	if p.open && len(p.subs) > 0 {
		p.subs[len(p.subs)-1].closed = true
		p.open = false
	}
}

func (p *pather) rectangle(ctm matrix, x, y, w, h float64) {
	p.point(ctm, x, y, true)
	p.point(ctm, x+w, y, false)
	p.point(ctm, x+w, y+h, false)
	p.point(ctm, x, y+h, false)
	p.close()
}

// paint ends the path: its lines become rules, its areas rules or areas, and
// where W asked for it, it becomes the clip.
func (in *interpreter) paint(stroke, fill bool) {
	p := &in.path
	for i := range p.subs {
		s := &p.subs[i]
		if fill {
			in.page.fillSubpath(s)
		}
		if stroke {
			in.page.stroke(s)
		}
	}
	if p.clip {
		in.state.clip = p.addClip(in.state.clip)
	}
	p.subs, p.open, p.clip = p.subs[:0], false, false
}

func bounds(points []point) Box {
	b := Box{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for _, q := range points {
		b.X0, b.X1 = min(b.X0, float32(q.x)), max(b.X1, float32(q.x))
		b.Y0, b.Y1 = min(b.Y0, float32(q.y)), max(b.Y1, float32(q.y))
	}
	return b
}

// addClip narrows the clip by the bounds of the path. An empty path leaves it.
func (p *pather) addClip(current int32) int32 {
	var all []point
	for i := range p.subs {
		all = append(all, p.subs[i].points...)
	}
	if len(all) == 0 || len(p.clips) >= maxClips {
		return current
	}
	b := bounds(all)
	if current >= 0 {
		c := p.clips[current]
		b = Box{max(b.X0, c.X0), max(b.Y0, c.Y0), min(b.X1, c.X1), min(b.Y1, c.Y1)}
	}
	p.clips = append(p.clips, b)
	return int32(len(p.clips) - 1)
}

// fillSubpath takes a filled subpath: a thin one is a rule, a thick rectangle an area.
func (pg *Page) fillSubpath(s *subpath) {
	if len(s.points) < 3 || len(s.points) > 6 {
		return
	}
	b := bounds(s.points)
	w, h := b.X1-b.X0, b.Y1-b.Y0
	switch {
	case h <= thin && w >= 2*h && w > 1:
		pg.addRule(Box{b.X0, (b.Y0 + b.Y1) / 2, b.X1, (b.Y0 + b.Y1) / 2}, false)
	case w <= thin && h >= 2*w && h > 1:
		pg.addRule(Box{(b.X0 + b.X1) / 2, b.Y0, (b.X0 + b.X1) / 2, b.Y1}, true)
	case w > thin && h > thin && len(pg.Areas) < maxRules && axisParallel(s.points):
		pg.Areas = append(pg.Areas, b)
	}
}

func axisParallel(points []point) bool {
	for i, q := range points {
		r := points[(i+1)%len(points)]
		if math.Abs(q.x-r.x) > straight && math.Abs(q.y-r.y) > straight {
			return false
		}
	}
	return true
}

func (pg *Page) stroke(s *subpath) {
	n := len(s.points)
	for i := 0; i+1 < n; i++ {
		pg.strokeLine(s.points[i], s.points[i+1])
	}
	if s.closed && n > 2 {
		pg.strokeLine(s.points[n-1], s.points[0])
	}
}

func (pg *Page) strokeLine(a, b point) {
	box := bounds([]point{a, b})
	w, h := box.X1-box.X0, box.Y1-box.Y0
	switch {
	case h <= straight && w > 1:
		mid := (box.Y0 + box.Y1) / 2
		pg.addRule(Box{box.X0, mid, box.X1, mid}, false)
	case w <= straight && h > 1:
		mid := (box.X0 + box.X1) / 2
		pg.addRule(Box{mid, box.Y0, mid, box.Y1}, true)
	}
}

func (pg *Page) addRule(b Box, vertical bool) {
	if len(pg.Rules) < maxRules {
		pg.Rules = append(pg.Rules, Rule{b, vertical})
	}
}
