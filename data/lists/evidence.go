package lists

import (
	"slices"
	"strings"
	"unicode"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/places"
)

// look is what the values of one column look like, in a sample of the rows.
type look struct {
	filled  int
	holds   [fieldCount]int // how many of them are what a field holds, by ordinal
	wordy   int             // how many are words
	several bool            // a count above one is among them
	runs    bool            // the numbers follow the rows, from one to the next
	crosses int             // changes of the profession that they run through
}

// held reports whether at least that part of a hundred of the values is what the
// field holds.
func (k *look) held(field Field, percent int) bool {
	return k.filled > 0 && 100*k.holds[field.ordinal()] >= percent*k.filled
}

// sampled is how many rows of a table its columns are judged by.
const sampled = 300

// judge looks at the values of the columns under a heading.
type judge struct {
	index                *places.Index
	provinces, districts map[string]struct{} // squashed; nil until they are asked for
}

func newJudge() *judge { return &judge{index: places.Peru()} }

// looks looks at every column of the lines, which stand under one heading.
func (j *judge) looks(h *heading, lines []*line) []look {
	out := make([]look, h.width)
	step := max(1, len(lines)/sampled)
	for column := range out {
		k := &out[column]
		fields, asked := tests(h, column)
		if !asked {
			continue
		}
		for i := 0; i < len(lines); i += step {
			text := lines[i].text(column)
			if text == "" {
				continue
			}
			k.filled++
			if isWords(text) {
				k.wordy++
			} else if n, ok := parseCount(text, maxSeats); ok && n > 1 {
				k.several = true
			}
			for _, field := range fields {
				if j.fits(field, text) {
					k.holds[field.ordinal()]++
				}
			}
		}
		if h.fields[column] == FieldRank || h.fields[column] == "" && k.filled > 0 && k.wordy == 0 {
			k.runs, k.crosses = running(column, lines)
		}
	}
	return out
}

// inferred are the fields that values alone can tell.
func inferred() []Field {
	return []Field{FieldModality, FieldGrade, FieldProfession, FieldRenipress, FieldCategory, FieldBudget, FieldStatus, FieldInstitution, FieldRegion, FieldProvince, FieldDistrict, FieldMark}
}

// tests are the fields that a column is tried for: where nothing sure takes it,
// those that values tell and no other column has; else its own, where values
// refute it. asked is false where nothing is asked of the values.
func tests(h *heading, column int) (fields []Field, asked bool) {
	switch own := h.fields[column]; own {
	case "":
		if h.texts[column] == "" {
			return nil, false
		}
		for _, field := range inferred() {
			if !h.has(field) || refutable(field) {
				fields = append(fields, field)
			}
		}
		return append(fields, FieldSeats), true
	case fieldPerson:
		return []Field{FieldProfession, FieldStatus}, true
	default:
		return []Field{own}, refutable(own)
	}
}

// refutable are the fields that values may take from a column again.
func refutable(field Field) bool {
	switch field {
	case FieldRank, FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid, FieldStatus, FieldRenipress, FieldMark:
		return true
	}
	return false
}

// fits reports whether a text is what the field holds and hardly anything else.
func (j *judge) fits(field Field, text string) bool {
	if len(text) > maxTitle {
		return false
	}
	squashed := fold.Squash(text)
	known := func(l *names.List) bool { _, ok := l.Find(text); return ok }
	switch field {
	case FieldModality:
		_, ok := data.ParseModality(removeBlanks(fold.Clean(text)))
		return ok
	case FieldGrade:
		_, ok := parseGrade(text)
		return ok && strings.HasPrefix(squashed, "g")
	case FieldProfession:
		_, open := names.Professions().Among(text)
		return open || known(names.Professions())
	case FieldRenipress:
		code, ok := parseRenipress(text)
		return ok && code < firstDocument && len(removeBlanks(text)) > 3
	case FieldCategory:
		return known(categories()) && strings.HasPrefix(squashed, "i")
	case FieldBudget:
		return known(names.Budgets())
	case FieldInstitution:
		return known(names.Institutions())
	case FieldRegion:
		_, ok := j.index.Region(text)
		return ok
	case FieldProvince, FieldDistrict:
		return j.isPlace(field, squashed)
	case FieldStatus:
		_, ok := parseStatus(text)
		return ok
	case FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid:
		return isSeats(text)
	case FieldRank:
		_, ok := parseCount(text, maxRank)
		return ok
	case FieldMark:
		_, ok := parseMark(text)
		return ok && strings.ContainsAny(text, ".,")
	case FieldProcess:
		_, ok := data.FindProcess(removeBlanks(fold.Clean(text)))
		return ok
	default:
		return true
	}
}

// firstDocument is above every RENIPRESS and below nearly every number of a
// document of identity, which has as many figures.
const firstDocument = "00100000"

func (j *judge) isPlace(field Field, squashed string) bool {
	if j.provinces == nil {
		j.provinces, j.districts = map[string]struct{}{}, map[string]struct{}{}
		for _, region := range j.index.Regions() {
			for _, province := range j.index.Provinces(region) {
				j.provinces[fold.Squash(province)] = struct{}{}
				for _, district := range j.index.Districts(region, province) {
					j.districts[fold.Squash(district)] = struct{}{}
				}
			}
		}
	}
	of := j.provinces
	if field == FieldDistrict {
		of = j.districts
	}
	_, ok := of[squashed]
	return ok
}

// isSeats takes the number of seats of a row, none of them too.
func isSeats(text string) bool {
	_, ok := parseCount(text, maxSeats)
	return ok || strings.Trim(removeBlanks(text), "0.,") == ""
}

// isWords recognizes a text of words: no number, no code, no mark.
func isWords(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			return false
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters > 3
}

// running reports whether the numbers of a column follow the rows, each one more
// than the one before, and how many changes of the profession they run through:
// a rank of merit begins anew with each profession, a running number does not.
func running(column int, lines []*line) (runs bool, crosses int) {
	steps, followed, changes := 0, 0, 0
	last, profession := 0, ""
	for _, l := range lines {
		n, ok := parseCount(l.text(column), maxRank)
		now := l.cell(FieldProfession)
		if ok && last > 0 {
			steps++
			if n == last+1 {
				followed++
			}
			if now != profession {
				changes++
				if n == last+1 {
					crosses++
				}
			}
		}
		if ok {
			last, profession = n, now
		}
	}
	if changes > 0 { // some rows may have a fault
		return steps > 1 && 10*followed >= 8*steps && 10*crosses >= 8*changes, crosses
	}
	return steps > 1 && 100*followed >= 95*steps, 0
}

// understand settles what the columns of the table are by their headings, what
// the user says and the values under them, and what the list is.
func (t *table) understand(o *Options) {
	if t.heading == nil {
		return
	}
	type group struct {
		headings []*heading
		lines    []*line
	}
	groups := make(map[string]*group)
	of := func(h *heading) *group {
		key := strings.Join(h.texts, "\x00")
		g := groups[key]
		if g == nil {
			g = &group{}
			groups[key] = g
		}
		if !slices.Contains(g.headings, h) {
			g.headings = append(g.headings, h)
		}
		return g
	}
	first := of(t.heading)
	var last *heading
	g := first
	for i := range t.lines {
		l := &t.lines[i]
		if l.heading != last {
			g, last = of(l.heading), l.heading
		}
		g.lines = append(g.lines, l)
	}
	j := newJudge()
	for _, g := range groups {
		before := o.remembered(g.headings[0])
		for _, h := range g.headings {
			h.choose(before, ByMemory)
			h.choose(o.Columns, ByUser)
		}
		looks := j.looks(g.headings[0], g.lines)
		least := 2 // values that are no accident
		if len(g.lines) == 1 && g.headings[0].told {
			least = 1
		}
		for _, h := range g.headings {
			h.infer(looks, least)
		}
		if g == first {
			// what was inferred is looked at under its new name
			t.verdict = t.heading.kind(j.looks(t.heading, g.lines))
		}
	}
}

// infer drops claims that the values refute, and gives the fields that no
// heading claims to the columns whose values are theirs, of which there are at
// least so many.
func (h *heading) infer(looks []look, least int) {
	for column := range looks {
		k, c := &looks[column], &h.claims[column]
		if k.filled > 0 && c.weight < chosenWeight && h.refuted(column, k) {
			*c = claim{}
		}
	}
	h.assign()
	for column := range looks {
		if c := &h.claims[column]; c.field == fieldPerson && c.weight < chosenWeight {
			for _, field := range []Field{FieldProfession, FieldStatus} {
				if looks[column].filled >= least && looks[column].held(field, 80) && !h.has(field) {
					*c = claim{field, inferredWeight}
					h.origins[column] = ByValues
					h.assign()
				}
			}
		}
	}
	for _, field := range inferred() {
		if h.has(field) || field == FieldMark && !h.persons {
			continue
		}
		best := -1
		for column := range looks {
			k := &looks[column]
			free := h.fields[column] == "" && h.texts[column] != "" && h.claims[column].weight < chosenWeight
			if free && k.filled >= least && k.held(field, 80) && (best < 0 || k.holds[field.ordinal()] > looks[best].holds[field.ordinal()]) {
				best = column
			}
		}
		if best >= 0 {
			h.claims[best] = claim{field, inferredWeight}
			h.origins[best] = ByValues
			h.assign()
		}
	}
	h.inferSeats(looks)
	if h.has(FieldSeatsPaid) && h.has(FieldSeatsUnpaid) && h.has(FieldSeats) {
		h.claims[h.columns[FieldSeats]] = claim{} // their sum
		h.assign()
	}
}

// refuted reports whether the values of a column cannot be those of the field
// that its heading claims.
func (h *heading) refuted(column int, k *look) bool {
	c := h.claims[column]
	words := k.filled > 1 && k.holds[c.field.ordinal()] == 0 && 10*k.wordy > 8*k.filled
	switch c.field {
	case FieldRank:
		return words || k.runs && (k.crosses > manyCrossings || k.crosses > 0 && !strongRank(h.texts[column]) || h.seated() && !strongRank(h.texts[column]))
	case FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid:
		return words && fold.Squash(h.texts[column]) == "plaza" || c.weight <= guessedWeight && !k.held(c.field, 80)
	case FieldStatus:
		return !k.held(c.field, 50)
	case FieldRenipress:
		return words && fold.Squash(h.texts[column]) == "ipress" // its name
	case FieldMark:
		return words
	default:
		return false
	}
}

// manyCrossings is how many professions even a column that is headed as a rank
// of merit must run through to be taken for a running number.
const manyCrossings = 5

// strongRank recognizes headings that say rank of merit, not just number or order.
func strongRank(text string) bool {
	squashed := fold.Squash(text)
	return strings.Contains(squashed, "merit") || squashed == "puesto" || squashed == "rank"
}

// inferSeats takes a column of small counts that is headed with hardly more
// than "number" for that of the seats.
func (h *heading) inferSeats(looks []look) {
	if h.seated() || h.has(FieldMark) || h.has(FieldRank) && strongRank(h.column(FieldRank)) {
		return
	}
	for column := range looks {
		k := &looks[column]
		switch fold.Squash(h.texts[column]) {
		case "n", "no", "nro", "num", "numero", "total", "cantidad", "cant", "ofertadas", "ofertados", "oferta", "disponibles", "disponible", "serumistas", "requerimiento":
			if h.fields[column] == "" && !k.runs && k.filled > 2 && k.held(FieldSeats, 100) {
				h.claims[column] = claim{FieldSeats, inferredWeight}
				h.origins[column] = ByValues
				h.assign()
				return
			}
		}
	}
}
