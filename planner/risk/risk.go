// Package risk finds what is documented or known by attribute of a plaza. No
// note is no evidence of safety, and every screen that shows notes says so
// (data/rules/README.md).
package risk

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/data/texts"
)

// Note is one risk that holds for a plaza.
type Note struct {
	*rules.Risk
}

// Local reports whether the note is said of the plaza itself, its attributes,
// its district or its province: these make its Mark. What grade or category alone
// bring is left out, since they stand beside the mark and two plazas in three would
// be marked alike; so is what holds for a whole region or the country.
func (n Note) Local() bool { return local(n.Risk) }

func local(r *rules.Risk) bool {
	switch r.Scope {
	case rules.ScopePlaza, rules.ScopeDistrict, rules.ScopeProvince:
		return true
	case rules.ScopeAttribute:
		return !r.When.Listed()
	case rules.ScopeRegion, rules.ScopeNational:
	}
	return false
}

// Place names where the note holds, "" for one that holds by attribute or
// everywhere.
func (n Note) Place() string {
	switch {
	case n.District != "":
		return n.District
	case n.Province != "":
		return n.Province
	}
	return n.Region
}

// MarshalJSON returns {tema, severidad, ambito, texto, fuente}; a certainty that
// asks for a caveat is said in the text, since there is no key for it.
func (n Note) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Topic    rules.Topic    `json:"tema"`
		Severity rules.Severity `json:"severidad"`
		Scope    rules.Scope    `json:"ambito"`
		Text     string         `json:"texto"`
		Source   string         `json:"fuente"`
	}{n.Topic, n.Severity, n.Scope, texts.RiskText(n.Text, string(n.Certainty)), n.Source})
}

// Matcher finds the notes of plazas by one set of rules. It may be shared.
type Matcher struct {
	byPlaza    map[string][]*rules.Risk // by RENIPRESS
	byPlace    map[string][]*rules.Risk // by the squashed place, see placeKey
	attributes []*rules.Risk
	national   []*rules.Risk
}

// New indexes the risks of a set of rules.
func New(r *rules.Rules) *Matcher {
	m := &Matcher{byPlaza: map[string][]*rules.Risk{}, byPlace: map[string][]*rules.Risk{}}
	for i := range r.Risks {
		risk := &r.Risks[i]
		switch risk.Scope {
		case rules.ScopePlaza:
			m.byPlaza[risk.Renipress] = append(m.byPlaza[risk.Renipress], risk)
		case rules.ScopeAttribute:
			m.attributes = append(m.attributes, risk)
		case rules.ScopeNational:
			m.national = append(m.national, risk)
		case rules.ScopeDistrict:
			m.place(risk, risk.Region, risk.Province, risk.District)
		case rules.ScopeProvince:
			m.place(risk, risk.Region, risk.Province)
		case rules.ScopeRegion:
			m.place(risk, risk.Region)
		}
	}
	return m
}

func (m *Matcher) place(risk *rules.Risk, names ...string) {
	key := string(placeKey(nil, names...))
	m.byPlace[key] = append(m.byPlace[key], risk)
}

// placeKey appends the squashed names, each ended by a slash, so that a key of
// a province is never that of a district.
func placeKey(buf []byte, names ...string) []byte {
	for _, name := range names {
		buf = append(appendSquash(buf, name), '/')
	}
	return buf
}

// appendSquash is fold.Squash without memory of its own for canonical names,
// which are ASCII but for Ñ: whole lists are matched at start.
func appendSquash(buf []byte, s string) []byte {
	start := len(buf)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case strings.HasPrefix(s[i:], "Ñ"):
			buf = append(buf, 'n')
			i++ // its second byte
		case c >= utf8.RuneSelf:
			return append(buf[:start], fold.Squash(s)...)
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c+('a'-'A'))
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			buf = append(buf, c)
		}
	}
	return buf
}

// keyRoom holds the key of any real place; longer ones cost one allocation.
const keyRoom = 128

// Notes returns all notes of a plaza: those that are Local before the others
// and, on either side, the gravest first and of these the nearest.
func (m *Matcher) Notes(p *data.Plaza) []Note {
	var notes []Note
	add := func(list []*rules.Risk) {
		for _, risk := range list {
			if holds(&risk.When, p) {
				notes = append(notes, Note{risk})
			}
		}
	}
	add(m.byPlaza[p.Renipress])
	add(m.district(p))
	add(m.attributes)
	var room [keyRoom]byte
	add(m.byPlace[string(placeKey(room[:0], p.Region, p.Province))])
	add(m.byPlace[string(placeKey(room[:0], p.Region))])
	add(m.national)
	slices.SortStableFunc(notes, Compare)
	return notes
}

func (m *Matcher) district(p *data.Plaza) []*rules.Risk {
	var room [keyRoom]byte
	return m.byPlace[string(placeKey(room[:0], p.Region, p.Province, p.District))]
}

// Compare orders notes as Notes returns them.
func Compare(a, b Note) int {
	if a.Local() != b.Local() {
		if a.Local() {
			return -1
		}
		return 1
	}
	if d := b.Grave() - a.Grave(); d != 0 {
		return d
	}
	return slices.Index(rules.Scopes(), a.Scope) - slices.Index(rules.Scopes(), b.Scope)
}

// holds reports whether a plaza has the attributes that a risk asks for.
func holds(c *rules.Conditions, p *data.Plaza) bool {
	switch {
	case c.ZAF && !p.ZAF, c.ZE && !p.ZE, c.NoZE && p.ZE:
		return false
	case c.Modality != "" && c.Modality != p.Modality:
		return false
	case len(c.Grades) > 0 && !slices.Contains(c.Grades, p.Grade):
		return false
	}
	return oneOf(c.Categories, p.Category) && oneOf(c.Institutions, p.Institution) && oneOf(c.Professions, p.Profession)
}

func oneOf(allowed []string, value string) bool {
	return len(allowed) == 0 || slices.Contains(allowed, value)
}
