// Package places knows the regions, provinces and districts of Peru, so that
// names can be recognised however a file breaks, accents or abbreviates them.
//
// The names are INEI's (ubigeo.tsv), but for those that the ministry's lists
// spell otherwise or that are newer (listed.tsv). They are read at the first
// use: only an import needs them.
package places

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"brujula/data/fold"
)

//go:embed ubigeo.tsv
var ubigeo string

//go:embed listed.tsv
var listed string

// Index holds the known places. It is not changed after Peru made it, and may
// be used by many goroutines.
type Index struct {
	regions map[string]*region // by squashed name
}

type region struct {
	name      string
	provinces map[string]*province // by squashed name, other spellings too
	centres   centres
}

type province struct {
	name      string
	districts map[string]string // squashed name → name, other spellings too
	centres   centres
}

// Peru gives the index of the whole country.
var Peru = sync.OnceValue(func() *Index {
	x := &Index{regions: make(map[string]*region, 32)}
	names := x.readUbigeo(ubigeo)
	x.readListed(listed)
	x.readCentroids(centroids, names)
	for _, alias := range [][2]string{
		{"LIMA REGION", "LIMA"},
		{"LIMA PROVINCIAS", "LIMA"},
		{"LIMA METROPOLITANA", "LIMA"},
		{"PROV. CONST. DEL CALLAO", "CALLAO"},
		{"PROVINCIA CONSTITUCIONAL DEL CALLAO", "CALLAO"},
	} {
		x.regions[fold.Squash(alias[0])] = x.regions[fold.Squash(alias[1])]
	}
	return x
})

// readUbigeo takes lines of code, region, province and district, and gives the
// names by code.
func (x *Index) readUbigeo(table string) (names map[string][3]string) {
	names = make(map[string][3]string, 2000)
	for line := range strings.Lines(table) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		p := x.region(part[1]).province(part[2])
		p.districts[fold.Squash(part[3])] = part[3]
		names[part[0]] = [3]string(part[1:])
	}
	return names
}

// readListed takes lines of region, province, name and other spellings. The
// name replaces what the other spellings stood for; without a name the line
// speaks of the province.
func (x *Index) readListed(table string) {
	for line := range strings.Lines(table) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		r := x.region(part[0])
		spellings := strings.FieldsFunc(part[3], func(c rune) bool { return c == '|' })
		if part[2] == "" {
			r.rename(part[1], spellings)
			continue
		}
		p := r.province(part[1])
		for _, spelling := range append(spellings, part[2]) {
			p.districts[fold.Squash(spelling)] = part[2]
		}
	}
}

func (x *Index) region(name string) *region {
	key := fold.Squash(name)
	if x.regions[key] == nil {
		x.regions[key] = &region{name: name, provinces: make(map[string]*province, 16)}
	}
	return x.regions[key]
}

func (r *region) province(name string) *province {
	key := fold.Squash(name)
	if r.provinces[key] == nil {
		r.provinces[key] = &province{name: name, districts: make(map[string]string, 16)}
	}
	return r.provinces[key]
}

// rename lets the province that one of the spellings names go by name.
func (r *region) rename(name string, spellings []string) {
	for _, spelling := range spellings {
		if p := r.provinces[fold.Squash(spelling)]; p != nil {
			p.name = name
			r.provinces[fold.Squash(name)] = p
		}
	}
	known := r.province(name)
	for _, spelling := range spellings {
		r.provinces[fold.Squash(spelling)] = known
	}
}

// Region returns the canonical name of one of the 25 regions; ok is false when
// the text, compared without blanks, case and accents, is none of them.
func (x *Index) Region(text string) (name string, ok bool) {
	r := x.regions[fold.Squash(text)]
	if r == nil {
		return "", false
	}
	return r.name, true
}

// Province returns the canonical name of a province of the region.
func (x *Index) Province(regionName, text string) (name string, ok bool) {
	p := x.provinceOf(regionName, text)
	if p == nil {
		return "", false
	}
	return p.name, true
}

// District returns the canonical name of a district of the province.
func (x *Index) District(regionName, provinceName, text string) (name string, ok bool) {
	p := x.provinceOf(regionName, provinceName)
	if p == nil {
		return "", false
	}
	if name, ok = p.districts[fold.Squash(text)]; !ok {
		name, ok = p.clipped(fold.Squash(text))
	}
	return name, ok
}

// leastClipped is how many letters a column holds at least that clips names:
// that of 2024-I holds 17 (TENIENTE MANUEL CLA).
const leastClipped = 12

// clipped returns the one district whose name begins with a text that a narrow
// column cut off.
func (p *province) clipped(text string) (name string, ok bool) {
	if len(text) < leastClipped {
		return "", false
	}
	for full, found := range p.districts {
		switch {
		case !strings.HasPrefix(full, text):
		case ok && found != name:
			return "", false
		default:
			name, ok = found, true
		}
	}
	return name, ok
}

func (x *Index) provinceOf(regionName, text string) *province {
	r := x.regions[fold.Squash(regionName)]
	if r == nil {
		return nil
	}
	return r.provinces[fold.Squash(text)]
}

// Regions lists the names of the 25 regions in alphabetical order.
func (x *Index) Regions() []string {
	return namesOf(x.regions, func(r *region) string { return r.name })
}

// Provinces lists the provinces of a region in alphabetical order.
func (x *Index) Provinces(regionName string) []string {
	r := x.regions[fold.Squash(regionName)]
	if r == nil {
		return nil
	}
	return namesOf(r.provinces, func(p *province) string { return p.name })
}

// Districts lists the districts of a province in alphabetical order.
func (x *Index) Districts(regionName, provinceName string) []string {
	p := x.provinceOf(regionName, provinceName)
	if p == nil {
		return nil
	}
	return namesOf(p.districts, func(name string) string { return name })
}

// namesOf lists names in alphabetical order, each once.
func namesOf[T any](places map[string]T, name func(T) string) []string {
	names := make([]string, 0, len(places))
	for _, place := range places {
		names = append(names, name(place))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Names calls yield with every canonical name of a region, province or
// district, some of them several times, in no order.
func (x *Index) Names(yield func(name string) bool) {
	for _, r := range x.regions {
		if !yield(r.name) || !r.names(yield) {
			return
		}
	}
}

func (r *region) names(yield func(name string) bool) bool {
	for _, p := range r.provinces {
		if !yield(p.name) {
			return false
		}
		for _, district := range p.districts {
			if !yield(district) {
				return false
			}
		}
	}
	return true
}
