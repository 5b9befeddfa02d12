package names

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"brujula/data/fold"
)

//go:embed professions.tsv
var professionTable string

// familyMark begins a line of the table that gives the spellings of a family.
const familyMark = "="

// Professions are those that the official offers have, Tecnología Médica by its
// specialities. A profession of a family is found by each spelling of the
// family followed by one of its own, and by its own alone; the family's name
// alone leaves its professions open.
var Professions = sync.OnceValue(func() *List {
	l := Loose()
	families := map[string][]string{} // name → spellings
	members := map[string][]string{}  // name → professions
	for _, part := range lines(professionTable) {
		name, family, spellings := part[0], part[1], strings.Split(part[2], "|")
		switch {
		case name == familyMark:
			families[family] = spellings
		case family == "":
			l.add(name, spellings...)
		default:
			members[family] = append(members[family], name)
			l.add(name, spellings...)
			for _, head := range families[family] {
				for _, tail := range spellings {
					l.exact[fold.Squash(head+tail)] = name
					l.loose[key(head+" "+tail)] = name
				}
			}
		}
	}
	for family, names := range members {
		l.share(Family{families[family][0], names}, families[family])
	}
	return l
})

// Speciality returns the profession that a speciality makes of another or of a
// family: of TECNOLOGIA MEDICA and RADIOLOGIA, TM - RADIOLOGIA. A speciality
// that says no more than the profession changes nothing. ok is false where the
// two are not known to make a profession.
func Speciality(profession, speciality string) (name string, ok bool) {
	l := Professions()
	if name, ok = l.loose[key(profession+" "+speciality)]; ok {
		return name, true
	}
	plain, known := l.Find(profession)
	if NoSpeciality(speciality) {
		return plain, known
	}
	found, alike := l.Find(speciality)
	switch {
	case known && alike && found == plain:
		return plain, true
	case !known && alike:
		if f, open := l.Among(profession); open && slices.Contains(f.Values, found) {
			return found, true
		}
	}
	return "", false
}

// NoSpeciality reports whether a text in a column of specialities says that there
// is none.
func NoSpeciality(text string) bool { return nothing()[key(text)] }

// nothing are the words with which a column of specialities says that there is
// none, by their keys.
var nothing = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{"": true}
	for _, word := range []string{"GENERAL", "NINGUNA", "NINGUNO", "NO APLICA", "N/A", "NA", "NO TIENE", "SIN ESPECIALIDAD", "NO CORRESPONDE"} {
		words[key(word)] = true
	}
	return words
})
