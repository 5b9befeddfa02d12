package risk

import (
	"slices"

	"brujula/data"
	"brujula/data/rules"
)

// Mark is what a plaza is marked with wherever it is shown: how grave the
// gravest of its Local notes is, and how many there are. What people report of
// the place counts as well, as Mild since nobody has verified it.
type Mark struct {
	Worst int // Mild to Grave; 0 for none
	Count int // notes and reports that count
}

// Severities in a Mark, in the order of rules.Severities from the last.
const (
	Mild = 1 + iota
	Medium
	Grave
)

// None reports that there is nothing to mark. It does not mean "safe".
func (m Mark) None() bool { return m.Count == 0 }

// Rank orders marks: by the gravest note, then by how many there are.
func (m Mark) Rank() uint16 { return uint16(m.Worst)<<8 | uint16(min(m.Count, 0xff)) }

// Worse reports whether a plaza with the mark is warned of more than one with
// the other: by a graver note, or by more notes.
func (m Mark) Worse(than Mark) bool { return m.Worst > than.Worst || m.Count > than.Count }

// Severity returns the word of the gravest note; "" for none.
func (m Mark) Severity() rules.Severity {
	all := rules.Severities()
	if m.Worst < Mild || m.Worst > len(all) {
		return ""
	}
	return all[len(all)-m.Worst]
}

func (m *Mark) add(grave int) {
	m.Worst = max(m.Worst, grave)
	m.Count++
}

func (m Mark) with(reports int) Mark {
	if reports > 0 {
		m.Worst = max(m.Worst, Mild)
		m.Count += reports
	}
	return m
}

// Grave returns how grave the note is, Mild to Grave.
func (n Note) Grave() int { return grave(n.Risk) }

func grave(r *rules.Risk) int {
	all := rules.Severities()
	return len(all) - slices.Index(all, r.Severity)
}

// MarkOf makes the mark of a plaza from its notes, those that are not Local
// included, and the number of reports of it.
func MarkOf(notes []Note, reports int) Mark {
	var m Mark
	for _, n := range notes {
		if n.Local() {
			m.add(n.Grave())
		}
	}
	return m.with(reports)
}

// Mark is MarkOf for a plaza and the number of reports of it, without making
// the notes: whole lists are marked at start.
func (m *Matcher) Mark(p *data.Plaza, reports int) Mark {
	var room [keyRoom]byte
	var mark Mark
	province := m.byPlace[string(placeKey(room[:0], p.Region, p.Province))]
	for _, list := range [...][]*rules.Risk{m.byPlaza[p.Renipress], m.district(p), m.attributes, province} {
		for _, risk := range list {
			if local(risk) && holds(&risk.When, p) {
				mark.add(grave(risk))
			}
		}
	}
	return mark.with(reports)
}

// Split parts notes, in the order of Notes, into those that are Local and the
// others: of the grade, the region and the country.
func Split(notes []Note) (here, wide []Note) {
	at := slices.IndexFunc(notes, func(n Note) bool { return !n.Local() })
	if at < 0 {
		at = len(notes)
	}
	return notes[:at:at], notes[at:]
}
