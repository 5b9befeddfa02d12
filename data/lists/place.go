package lists

import (
	"strings"

	"brujula/data/fold"
	"brujula/data/places"
)

// place is where an establishment is, in canonical names.
type place struct {
	region, province, district string
	unknown                    Field // the first name that the index does not know
	broken                     bool  // that name has a line break that nothing could mend
}

// drop forgets the name of one part.
func (p *place) drop(field Field) {
	switch field {
	case FieldRegion:
		p.region = ""
	case FieldProvince:
		p.province = ""
	case FieldDistrict:
		p.district = ""
	default:
	}
}

// placer resolves places, each once.
type placer struct {
	index  *places.Index
	seen   map[[3]string]*place
	breaks struct{ inside, between int } // line breaks in known names: inside a word, between two
}

func newPlacer() *placer {
	return &placer{index: places.Peru(), seen: make(map[[3]string]*place, 4096)}
}

// raw gives the three cells of a row.
func rawPlace(l *line) [3]string {
	return [3]string{l.cell(FieldRegion), l.cell(FieldProvince), l.cell(FieldDistrict)}
}

// learn resolves what the index knows, counts how its lines break, and lets
// the lexicon learn the rest.
func (p *placer) learn(raw [3]string, x *lexicon) *place {
	if done := p.seen[raw]; done != nil {
		return done
	}
	found := p.known(raw)
	p.seen[raw] = &found
	for i, name := range [3]string{found.region, found.province, found.district} {
		switch {
		case name != "":
			p.countBreaks(raw[i], name)
		case strings.TrimSpace(raw[i]) != "":
			x.learn(fold.Clean(raw[i]))
		}
	}
	return &found
}

func (p *placer) known(raw [3]string) place {
	var found place
	var ok bool
	found.region, ok = p.index.Region(raw[0])
	if !ok && strings.TrimSpace(raw[0]) != "" {
		found.unknown = FieldRegion
	}
	found.province, ok = p.index.Province(found.region, raw[1])
	if !ok && found.unknown == "" && strings.TrimSpace(raw[1]) != "" {
		found.unknown = FieldProvince
	}
	found.district, ok = p.index.District(found.region, found.province, raw[2])
	if !ok && found.unknown == "" && strings.TrimSpace(raw[2]) != "" {
		found.unknown = FieldDistrict
	}
	return found
}

// countBreaks tells how the columns of the file break lines.
func (p *placer) countBreaks(raw, name string) {
	head, _, found := strings.Cut(strings.TrimSpace(raw), "\n")
	if !found {
		return
	}
	at := len(fold.Squash(head))
	for _, word := range strings.Fields(name) {
		if at -= len(fold.Squash(word)); at <= 0 {
			break
		}
	}
	if at == 0 {
		p.breaks.between++
	} else {
		p.breaks.inside++
	}
}

// tight reports whether lines break anywhere: a column of ordinary width breaks
// a word only when it is longer than the column, which few are.
func (p *placer) tight() bool { return p.breaks.inside > 3 && p.breaks.inside > p.breaks.between }

// resolve returns the place; names that the index does not know are mended by
// the words of the file.
func (p *placer) resolve(l *line, x *lexicon) place {
	found := *l.place
	if found.unknown == "" {
		return found
	}
	raw, doubt := rawPlace(l), false
	mend := func(name *string, cell string) {
		if *name == "" && strings.TrimSpace(cell) != "" {
			mended, broken := x.mend(fold.Clean(cell))
			*name, doubt = fold.Upper(mended), doubt || broken
		}
	}
	mend(&found.region, raw[0])
	mend(&found.province, raw[1])
	mend(&found.district, raw[2])
	found.broken = doubt
	return found
}
