package past

import (
	"slices"
	"strconv"

	"brujula/data"
	"brujula/planner/availability"
)

// By is what plazas are taken together by.
type By uint8

// The groups: the first three of all professions, the others of one.
const (
	ByEstablishment By = iota
	ByDistrict
	ByProvince
	ByRegion
	ByGrade
	ByInstitution
	ByCategory
	byCount
)

// Group is how the seats of a group went in one process.
type Group struct {
	Process data.Process
	Seats   int
	Left    int     // of them, that were there to the end
	Mean    float64 // share of its line that was gone when a seat went, 0–1, the mean over Timed
	Timed   int     // seats whose turn is known, or that were left
	Usual   float64 // the same mean over all the seats of the list
}

// key names the group that a plaza is of; ok is false where the list does not
// tell. Places are named with their parents.
func (by By) key(p *data.Plaza) (key string, ok bool) {
	const sep = "\x00"
	switch by {
	case ByEstablishment:
		return p.Renipress, p.Renipress != ""
	case ByDistrict:
		return p.Region + sep + p.Province + sep + p.District, p.District != ""
	case ByProvince:
		return p.Region + sep + p.Province, p.Province != ""
	case ByRegion:
		return p.Profession + sep + p.Region, p.Region != ""
	case ByGrade:
		return p.Profession + sep + strconv.Itoa(p.Grade), p.Grade > 0
	case ByInstitution:
		return p.Profession + sep + p.Institution, p.Institution != ""
	case ByCategory:
		return p.Profession + sep + p.Category, p.Category != ""
	case byCount:
	}
	return "", false
}

type groupKey struct {
	by  By
	key string
}

// tally adds up a group.
type tally struct {
	seats, left, timed int
	sum                float64
}

// groups are those of one process and modality, worked out when first asked for.
type groups struct {
	of    map[groupKey]*tally
	usual tally // of all
}

// Group reports how the seats of a plaza's group went in the newest process whose
// whole lists have any; ok is false where none has.
func (b *Book) Group(by By, p *data.Plaza) (g Group, ok bool) {
	key, named := by.key(p)
	if !named {
		return Group{}, false
	}
	for i := range b.years {
		all := b.years[i].groups[p.Modality]()
		t := all.of[groupKey{by, key}]
		if t == nil || t.timed == 0 {
			continue
		}
		return Group{
			Process: b.years[i].process, Seats: t.seats, Left: t.left, Timed: t.timed,
			Mean: t.sum / float64(t.timed), Usual: all.usual.sum / float64(all.usual.timed),
		}, true
	}
	return Group{}, false
}

// allGroups adds up the lines of a process and modality that were not cut.
func (y *year) allGroups(m data.Modality) *groups {
	g := &groups{of: map[groupKey]*tally{}}
	for _, list := range y.lists {
		if list.Offer.Modality != m {
			continue
		}
		for _, o := range availability.Outcomes(list) {
			if o.Complete && o.Seats > 0 {
				g.add(&o)
			}
		}
	}
	return g
}

func (g *groups) add(o *availability.Outcome) {
	one := make([]tally, len(o.Plazas))
	timed := func(plaza int, turn float64) {
		one[plaza].timed++
		one[plaza].sum += turn / float64(o.Seats)
	}
	from := 0
	taken := make([]int, len(o.Plazas))
	for _, to := range o.Groups {
		for _, plaza := range o.Order[from:to] {
			timed(plaza, float64(from+to)/2)
			taken[plaza]++
		}
		from = to
	}
	for _, plaza := range o.Late {
		timed(plaza, float64(o.Taken+o.Seats)/2)
		taken[plaza]++
	}
	for plaza := range o.Plazas {
		one[plaza].seats = o.Plazas[plaza].Seats
		one[plaza].left = o.Plazas[plaza].Seats - taken[plaza] - o.Unordered[plaza]
		for range one[plaza].left {
			timed(plaza, float64(o.Taken+o.Seats)/2)
		}
		for by := range byCount {
			if key, ok := by.key(o.Plazas[plaza]); ok {
				g.at(groupKey{by, key}).add(&one[plaza])
			}
		}
		g.usual.add(&one[plaza])
	}
}

func (g *groups) at(key groupKey) *tally {
	t := g.of[key]
	if t == nil {
		t = &tally{}
		g.of[key] = t
	}
	return t
}

func (t *tally) add(one *tally) {
	t.seats += one.seats
	t.left += one.left
	t.timed += one.timed
	t.sum += one.sum
}

// SeatsAt counts the seats of the plaza's establishment, of all professions, in
// the processes whose whole lists tell of the modality. Only the lines of those
// professions are worked out.
func (b *Book) SeatsAt(p *data.Plaza) int {
	n := 0
	for _, y := range b.years {
		if b.grouped {
			if t := y.groups[p.Modality]().of[groupKey{ByEstablishment, p.Renipress}]; t != nil {
				n += t.seats
			}
			continue
		}
		for _, profession := range y.professionsAt(p.Modality, p.Renipress) {
			l := y.line(lineKey{p.Modality, profession})
			if l == nil || !l.whole {
				continue
			}
			if s, ok := l.story(p.Renipress); ok {
				n += s.Seats
			}
		}
	}
	return n
}

// professionsAt lists the professions that an establishment had on offer.
func (y *year) professionsAt(m data.Modality, renipress string) (all []string) {
	for _, list := range y.lists {
		if list.Offer.Modality != m {
			continue
		}
		for i := range list.Offer.Plazas {
			if p := &list.Offer.Plazas[i]; p.Renipress == renipress && !slices.Contains(all, p.Profession) {
				all = append(all, p.Profession)
			}
		}
	}
	return all
}
