package rules

import "brujula/data"

// Certainty tells how sure a fact is; the words are those of the JSON output.
type Certainty string

// The marks of README.md: O, S, C, U, and the two ways to say N ("looked for
// and not found") where something must be said in its place.
const (
	Official    Certainty = "oficial"       // the official text or list was seen
	Secondary   Certainty = "secundaria"    // press or practitioner
	Computed    Certainty = "calculado"     // from the official lists
	Unclear     Certainty = "incierto"      // shown with a caveat
	Unconfirmed Certainty = "no confirmado" // asked for, no source says so
	NotFound    Certainty = "no hallado"    // no table or norm was found
)

// Basis is what every entry stands on.
type Basis struct {
	ID        string
	Source    string // short form: norm, newspaper and number, or address
	Date      string // of the event or of the source, as far as known: 2025, 2025-01, 2025-01-28
	Certainty Certainty
	Own       bool // it comes from the user's own file
}

// GradePoints are the points that a year served at one grade gives towards
// the residency of a profession.
type GradePoints struct {
	Basis
	Profession string
	Grade      int     // 1 to 5
	Quintile   int     // the quintil de pobreza that it replaced, 1 to 5
	Points     float64 // of 100
}

// QuintileBonus is the bonus in contests for public posts, for SERUMS done
// under the quintiles.
type QuintileBonus struct {
	Basis
	Quintile int
	Percent  float64
}

// Figure is one number that the program calculates or explains with.
type Figure struct {
	Basis
	Value float64
	Unit  string
	Text  string
}

// Fact is one sentence about the programme, with its source.
type Fact struct {
	Basis
	Section Section
	Text    string
}

// Section groups facts by the place where they are shown.
type Section string

// The sections.
const (
	SectionProgramme Section = "programa"
	SectionMerit     Section = "merito"
	SectionTurn      Section = "turno"
	SectionGrade     Section = "grado"
	SectionResidency Section = "conareme"
	SectionBonus     Section = "bono"
	SectionRisk      Section = "riesgo"
	SectionSource    Section = "publicacion"
)

// ModalityFacts tell what one modality gives and asks.
type ModalityFacts struct {
	Basis
	Modality data.Modality
	Pay      string
	Hours    string
	Benefits string
	Limit    string // what the number of places depends on
}

// Year is one year of the history by modality. Equivalente is 0 where
// HasEquivalente is false: there is no figure, which is not nobody.
type Year struct {
	Basis
	Year           int
	Remunerada     int
	Equivalente    int
	HasEquivalente bool
}

// ProcessSize is how many stood in line and how many seats there were; 0 is
// "not known" in every field.
type ProcessSize struct {
	Basis
	Process                   data.Process
	Applicants                int
	ApplicantsAre             string         // inscritos, aptos, evaluados
	AtLeast                   bool           // the source says "more than"
	ByProfession              map[string]int // apt, by canonical profession; none where it is not known
	Remunerada                int            // seats
	MedicineRemunerada        int
	Equivalente               int
	MedicineEquivalente       int
	MedicineEquivalenteChosen int // seats taken
}

// City is a city to measure distances from. Degrees are WGS 84, near the
// main square.
type City struct {
	Basis
	Region   string // canonical
	Name     string // canonical
	Capital  bool   // of its region
	Lat, Lon float64
}

// Category tells what a category of establishment is.
type Category struct {
	Basis
	Text string
}

// Question is what practitioners ask about a place, under one topic.
type Question struct {
	Basis
	Topic Topic
	Label string
	Text  string
}

// Topic names what a note or risk speaks of.
type Topic string

// The topics that practitioners advise to ask about (README.md), and health.
const (
	TopicAccess    Topic = "acceso"
	TopicServices  Topic = "servicios"
	TopicSafety    Topic = "seguridad"
	TopicClimate   Topic = "clima"
	TopicEquipment Topic = "equipamiento"
	TopicReferral  Topic = "referencias"
	TopicTeam      Topic = "equipo"
	TopicLoad      Topic = "carga"
	TopicShifts    Topic = "turnos"
	TopicLanguage  Topic = "idioma"
	TopicCurrent   Topic = "actualidad"
	TopicHealth    Topic = "salud"
)

// Topics lists all topics in the order in which they are asked and shown.
func Topics() []Topic {
	return []Topic{
		TopicAccess, TopicServices, TopicSafety, TopicClimate, TopicEquipment, TopicReferral,
		TopicTeam, TopicLoad, TopicShifts, TopicLanguage, TopicHealth, TopicCurrent,
	}
}

// Severity orders risks by what is at stake for the one who serves there:
// alta is a death, a grave assault or threat, or armed conflict on record since
// 2018; media is a declared emergency without armed forces in control, an
// accident or outbreak, or a condition that harms or isolates; baja is
// something to plan for, and what happened long ago.
type Severity string

// The three severities.
const (
	SeverityHigh   Severity = "alta"
	SeverityMedium Severity = "media"
	SeverityLow    Severity = "baja"
)

// Severities lists them, the gravest first.
func Severities() []Severity { return []Severity{SeverityHigh, SeverityMedium, SeverityLow} }

// RiskKind tells what a risk stands on.
type RiskKind string

// The three kinds.
const (
	KindEvent     RiskKind = "evento documentado"
	KindAttribute RiskKind = "atributo oficial"
	KindReport    RiskKind = "reporte"
)

// RiskKinds lists them.
func RiskKinds() []RiskKind { return []RiskKind{KindEvent, KindAttribute, KindReport} }

// Scope is how wide a risk reaches.
type Scope string

// The scopes, the narrowest first. ScopeAttribute is what is said of a plaza
// because of its own grade, category, institution or bonus.
const (
	ScopePlaza     Scope = "plaza"
	ScopeDistrict  Scope = "distrito"
	ScopeAttribute Scope = "atributo"
	ScopeProvince  Scope = "provincia"
	ScopeRegion    Scope = "region"
	ScopeNational  Scope = "nacional"
)

// Scopes lists them, the narrowest first.
func Scopes() []Scope {
	return []Scope{ScopePlaza, ScopeDistrict, ScopeAttribute, ScopeProvince, ScopeRegion, ScopeNational}
}

// Risk is one documented or attribute-based risk and where it holds. An entry
// that names several places gives a Risk at each, all of one ID. The place fields that its scope needs are filled; the conditions further
// restrict any scope (an empty condition restricts nothing).
type Risk struct {
	Basis
	Topic     Topic
	Severity  Severity
	Kind      RiskKind
	Scope     Scope
	Region    string // canonical, as are all names here
	Province  string
	District  string
	Renipress string // eight digits, of ScopePlaza
	When      Conditions
	Text      string
}

// Conditions are the attributes that a plaza must have for a risk to hold.
type Conditions struct {
	Grades       []int
	Categories   []string
	Institutions []string
	Professions  []string
	Modality     data.Modality
	ZAF, ZE      bool // true: only plazas with the bonus
	NoZE         bool // true: only plazas without the bonus ZE
}

// Empty reports whether there is no condition.
func (c *Conditions) Empty() bool {
	return len(c.Grades)+len(c.Categories)+len(c.Institutions)+len(c.Professions) == 0 &&
		c.Modality == "" && !c.ZAF && !c.ZE && !c.NoZE
}

// Listed reports whether grade and category are all that is asked for: what the list
// says of most plazas, in columns of their own.
func (c *Conditions) Listed() bool {
	others := *c
	others.Grades, others.Categories = nil, nil
	return len(c.Grades)+len(c.Categories) > 0 && others.Empty()
}

// Rules are all entries, in the order of the files. They are not to be
// changed once loaded and may be shared.
type Rules struct {
	Points     []GradePoints
	Bonuses    []QuintileBonus
	Facts      []Fact
	Modalities []ModalityFacts
	History    []Year
	Sizes      []ProcessSize
	Cities     []City
	Categories []Category
	Questions  []Question
	Risks      []Risk
	figures    []Figure
}
