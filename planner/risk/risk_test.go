package risk

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/data/texts"
)

func ids(notes []Note) []string {
	out := make([]string, len(notes))
	for i, n := range notes {
		out[i] = n.ID
	}
	return out
}

// anyOrder compares what there is; TestNotesOrder is about the order.
var anyOrder = cmpopts.SortSlices(func(a, b string) bool { return a < b })

func at(region, province, district string) *data.Plaza {
	return &data.Plaza{
		PlazaID: data.PlazaID{Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "00090001"},
		Region:  region, Province: province, District: district, Grade: 3, Category: "I-3", Institution: "GOBIERNO REGIONAL",
	}
}

var national = []string{"nacional-muertes", "nacional-carencias", "nacional-violencia-enfermeria", "emergencia-lluvias-2026"}

// Every shipped risk of a place reaches a plaza there, under the canonical names
// of the lists, and not one in a place that nothing is said of.
func TestEveryDocumentedRiskReachesItsPlaceAndNoOther(t *testing.T) {
	matcher := New(rules.Default())
	elsewhere := matcher.Notes(at("TACNA", "TACNA", "TACNA"))
	if diff := cmp.Diff(national, ids(elsewhere), anyOrder); diff != "" {
		t.Errorf("where nothing is said: %s", diff)
	}
	for _, r := range rules.Default().Risks {
		if r.Region == "" {
			continue
		}
		p := at(r.Region, r.Province, r.District)
		p.ZE = r.When.ZE
		if !slices.Contains(ids(matcher.Notes(p)), r.ID) {
			t.Errorf("%s does not reach %s/%s/%s", r.ID, r.Region, r.Province, r.District)
		}
	}
}

// Places by all that is said of them, so that no note spreads to a neighbour of
// the same name or of the same province.
func TestNotesOfPlaces(t *testing.T) {
	tests := []struct {
		region, province, district string
		want                       []string // besides the national ones
		local                      int
	}{
		{"HUANCAVELICA", "CHURCAMPA", "LOCROJA", []string{"huancavelica-churcampa-2025", "huancavelica-ze"}, 1},
		{"HUANCAVELICA", "TAYACAJA", "ACRAQUIA", []string{"huancavelica-acraquia-2018", "sin-ze-tayacaja", "huancavelica-ze"}, 2},
		{"LA LIBERTAD", "PATAZ", "TAYABAMBA", []string{"la-libertad-pataz-2018", "la-libertad-pataz-2025", "emergencia-pataz", "dengue-2026"}, 3},
		{"PIURA", "HUANCABAMBA", "SONDOR", []string{"piura-huancabamba-2009", "dengue-2026"}, 1},
		{"PASCO", "OXAPAMPA", "HUANCABAMBA", nil, 0},
		{"PUNO", "SAN ANTONIO DE PUTINA", "ANANEA", []string{"puno-rinconada-2026", "puno-ananea-2025", "frontera-san-antonio-de-putina"}, 3},
		{"PUNO", "SAN ANTONIO DE PUTINA", "PUTINA", nil, 0},
		{"ANCASH", "POMABAMBA", "QUINUABAMBA", []string{"ancash-quinuabamba-2025"}, 1},
		{"ANCASH", "POMABAMBA", "POMABAMBA", nil, 0},
		{"CAJAMARCA", "CHOTA", "COCHABAMBA", []string{"cajamarca-cochabamba-2025"}, 1},
		{"ANCASH", "HUARAZ", "COCHABAMBA", nil, 0},
		{"APURIMAC", "COTABAMBAS", "COTABAMBAS", []string{"apurimac-colca-acceso-2014", "apurimac-colca-servicios-2014"}, 0},
		{"MOQUEGUA", "GENERAL SANCHEZ CERRO", "PUQUINA", []string{"moquegua-salinas-servicios", "moquegua-salinas-agua", "moquegua-salinas-referencias", "moquegua-salinas-altitud"}, 4},
		{"JUNIN", "SATIPO", "PANGOA", []string{"junin-satipo-2023", "emergencia-satipo", "sin-ze-satipo", "fiebre-amarilla-2025", "dengue-2026", "junin-ze"}, 3},
		{"AYACUCHO", "LA MAR", "TAMBO", []string{"sin-ze-la-mar", "ayacucho-apacheta-2024", "ayacucho-ze"}, 1},
	}
	matcher := New(rules.Default())
	for _, test := range tests {
		p := at(test.region, test.province, test.district)
		if diff := cmp.Diff(slices.Concat(test.want, national), ids(matcher.Notes(p)), anyOrder); diff != "" {
			t.Errorf("%s: %s", test.district, diff)
		}
		if n := matcher.Mark(p, 0).Count; n != test.local {
			t.Errorf("%s: local count %d, want %d", test.district, n, test.local)
		}
	}
}

// A plaza that still has the bonus has not lost it.
func TestLostBonusIsNotSaidWhereItIsKept(t *testing.T) {
	p := at("HUANCAVELICA", "TAYACAJA", "ROBLE")
	p.ZE = true
	if slices.Contains(ids(New(rules.Default()).Notes(p)), "sin-ze-tayacaja") {
		t.Error("a plaza with the bonus is told that it was lost")
	}
}

func TestAttributes(t *testing.T) {
	tests := map[string]struct {
		change func(*data.Plaza)
		want   []string
		mark   Mark
	}{
		"grade 4":         {func(p *data.Plaza) { p.Grade = 4 }, []string{"grado-4-camino"}, Mark{}},
		"grade 5":         {func(p *data.Plaza) { p.Grade = 5 }, []string{"grado-5-camino"}, Mark{}},
		"no grade":        {func(p *data.Plaza) { p.Grade = 0 }, nil, Mark{}},
		"ZE":              {func(p *data.Plaza) { p.ZE = true }, []string{"zona-emergencia"}, Mark{Grave, 1}},
		"ZAF":             {func(p *data.Plaza) { p.ZAF = true }, []string{"zona-alejada"}, Mark{Mild, 1}},
		"I-1":             {func(p *data.Plaza) { p.Category = "I-1" }, []string{"categoria-i-1"}, Mark{}}, // two plazas in three: it stands in its column
		"school":          {func(p *data.Plaza) { p.Category, p.Institution = "0", "MINEDU" }, []string{"categoria-0"}, Mark{Mild, 1}},
		"0, not a school": {func(p *data.Plaza) { p.Category = "0" }, nil, Mark{}},
		"all": {
			func(p *data.Plaza) { p.Grade, p.ZE, p.ZAF, p.Category = 5, true, true, "I-1" },
			[]string{"zona-emergencia", "grado-5-camino", "categoria-i-1", "zona-alejada"},
			Mark{Grave, 2},
		},
	}
	matcher := New(rules.Default())
	for name, test := range tests {
		p := at("TACNA", "TACNA", "TACNA")
		test.change(p)
		if diff := cmp.Diff(append(slices.Clone(test.want), national...), ids(matcher.Notes(p)), anyOrder); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if mark := matcher.Mark(p, 0); mark != test.mark {
			t.Errorf("%s: mark %v, want %v", name, mark, test.mark)
		}
	}
}

// What is said of the place comes before what is said of more, and of either the
// gravest first, of these the nearest.
func TestNotesOrder(t *testing.T) {
	p := at("HUANCAVELICA", "CHURCAMPA", "LOCROJA")
	p.Grade, p.ZAF, p.Category = 5, true, "I-1"
	want := []string{
		"huancavelica-churcampa-2025", "zona-alejada", // alta, baja
		"nacional-muertes", "nacional-violencia-enfermeria", "grado-5-camino", "huancavelica-ze", "nacional-carencias", "emergencia-lluvias-2026", "categoria-i-1",
	}
	notes := New(rules.Default()).Notes(p)
	if diff := cmp.Diff(want, ids(notes)); diff != "" {
		t.Error(diff)
	}
	here, wide := Split(notes)
	if len(here) != 2 || len(wide) != 7 {
		t.Errorf("%d here and %d wide", len(here), len(wide))
	}
	if got := MarkOf(notes, 0); got != (Mark{Grave, 2}) {
		t.Errorf("mark %v", got)
	}
}

func TestMarks(t *testing.T) {
	reported := Mark{}.with(2)
	if reported != (Mark{Mild, 2}) || (Mark{Grave, 1}).with(2) != (Mark{Grave, 3}) || (Mark{}).with(0) != (Mark{}) {
		t.Errorf("reports: %v", reported)
	}
	order := []Mark{{}, {Mild, 1}, {Mild, 9}, {Medium, 1}, {Grave, 1}, {Grave, 300}}
	for i := 1; i < len(order); i++ {
		if order[i-1].Rank() >= order[i].Rank() {
			t.Errorf("%v does not rank below %v", order[i-1], order[i])
		}
	}
	words := []string{"", "baja", "media", "alta"}
	for worst, want := range words {
		if got := (Mark{worst, worst}).Severity(); string(got) != want {
			t.Errorf("severity %d is %q, want %q", worst, got, want)
		}
	}
}

func TestConditionsOfWiderScopes(t *testing.T) {
	p := at("TACNA", "TACNA", "TACNA")
	p.Modality = data.Equivalente
	matcher := New(rules.Default())
	want := []string{"nacional-muertes", "nacional-violencia-enfermeria", "nacional-carencias", "nacional-equivalente-seguro", "emergencia-lluvias-2026"}
	if diff := cmp.Diff(want, ids(matcher.Notes(p))); diff != "" {
		t.Error(diff)
	}
	if n := matcher.Mark(p, 0).Count; n != 0 {
		t.Errorf("local count %d: a national note is not local", n)
	}
}

func TestNoteInJSON(t *testing.T) {
	matcher := New(rules.Default())
	got, err := json.Marshal(matcher.Notes(at("PUNO", "SAN ANTONIO DE PUTINA", "ANANEA"))[0])
	want := `{"tema":"clima","severidad":"alta","ambito":"distrito","texto":"Febrero de 2026, La Rinconada (altitud extrema): hallaron sin vida a una persona serumista; causa en investigación.","fuente":"exitosanoticias.pe n169676"}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, error %v, want %s", got, err, want)
	}
	unsure := Note{&rules.Risk{Text: "a", Basis: rules.Basis{Certainty: rules.Unclear}}}
	if got, _ := json.Marshal(unsure); !strings.Contains(string(got), `"texto":"a (incierto)"`) {
		t.Errorf("no caveat in %s", got)
	}
}

func TestWordsForPeople(t *testing.T) {
	for _, q := range rules.Default().Questions {
		if got := texts.RiskTopic(string(q.Topic)); got != q.Label {
			t.Errorf("topic %s is %q, its question %q", q.Topic, got, q.Label)
		}
	}
}

func TestOwnNoteOnOnePlaza(t *testing.T) {
	own, err := rules.Default().With("r", []byte(`
[[riesgo]]
id = "x"
tema = "servicios"
severidad = "baja"
tipo = "reporte"
ambito = "plaza"
renipress = "90001"
profesiones = ["medicina"]
texto = "sin agua"
fuente = "visita"
certeza = "secundaria"
`))
	if err != nil {
		t.Fatal(err)
	}
	matcher := New(own)
	p := at("TACNA", "TACNA", "TACNA")
	if got := ids(matcher.Notes(p)); got[0] != "x" || matcher.Mark(p, 0).Count != 1 {
		t.Errorf("notes %v, local %d", got, matcher.Mark(p, 0).Count)
	}
	p.Profession = "ENFERMERIA"
	if matcher.Mark(p, 0).Count != 0 {
		t.Error("the note of a physician's plaza reached a nurse's")
	}
}

// naive reads the rules from first to last for one plaza, as an index must not.
func naive(r *rules.Rules, p *data.Plaza) (all []string, local int) {
	same := func(a, b string) bool { return fold.Squash(a) == fold.Squash(b) }
	for i := range r.Risks {
		risk := &r.Risks[i]
		reaches := map[rules.Scope]bool{
			rules.ScopePlaza:     risk.Renipress == p.Renipress,
			rules.ScopeDistrict:  same(risk.Region, p.Region) && same(risk.Province, p.Province) && same(risk.District, p.District),
			rules.ScopeProvince:  same(risk.Region, p.Region) && same(risk.Province, p.Province),
			rules.ScopeRegion:    same(risk.Region, p.Region),
			rules.ScopeAttribute: true,
			rules.ScopeNational:  true,
		}[risk.Scope]
		if !reaches || !holds(&risk.When, p) {
			continue
		}
		all = append(all, risk.ID)
		if (Note{risk}).Local() {
			local++
		}
	}
	slices.Sort(all)
	return all, local
}

func TestIndexEqualsTheNaiveReading(t *testing.T) {
	shipped := rules.Default()
	matcher := New(shipped)
	var places [][3]string
	for _, r := range shipped.Risks {
		places = append(places, [3]string{r.Region, r.Province, r.District})
	}
	rapid.Check(t, func(t *rapid.T) {
		where, other := rapid.SampledFrom(places).Draw(t, "place"), rapid.SampledFrom(places).Draw(t, "other")
		p := at(where[0], rapid.SampledFrom([]string{where[1], other[1], ""}).Draw(t, "province"), rapid.SampledFrom([]string{where[2], other[2], "Ñ Ú-x"}).Draw(t, "district"))
		p.Region = rapid.SampledFrom([]string{p.Region, strings.ToLower(p.Region), strings.ReplaceAll(p.Region, " ", "  ")}).Draw(t, "dress")
		p.Grade = rapid.IntRange(0, 5).Draw(t, "grade")
		p.ZAF, p.ZE = rapid.Bool().Draw(t, "zaf"), rapid.Bool().Draw(t, "ze")
		p.Category = rapid.SampledFrom([]string{"I-1", "I-3", "0", ""}).Draw(t, "category")
		p.Institution = rapid.SampledFrom([]string{"MINEDU", "ESSALUD"}).Draw(t, "institution")
		p.Modality = rapid.SampledFrom(data.Modalities()).Draw(t, "modality")
		want, local := naive(shipped, p)
		got := ids(matcher.Notes(p))
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || matcher.Mark(p, 0).Count != local {
			t.Fatalf("%+v: %s, local %d want %d", p, diff, matcher.Mark(p, 0).Count, local)
		}
		reports := rapid.IntRange(0, 3).Draw(t, "reports")
		if fast, slow := matcher.Mark(p, reports), MarkOf(matcher.Notes(p), reports); fast != slow {
			t.Fatalf("%+v: mark %v, of the notes %v", p, fast, slow)
		}
	})
}

func TestKeysSquashAsTheFoldPackageDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("AZaz09 -_.ÑñÁü\u0303N\n\t/"))).Draw(t, "s")
		if got := string(appendSquash([]byte("x"), s)); got != "x"+fold.Squash(s) {
			t.Fatalf("%q: %q", s, got)
		}
	})
}

// In the real offers La Rinconada's note is on the plazas of Ananea and on no
// other. The lists are in the ministry's raw form, so their names are too.
func TestRealOfferReachesAnaneaAlone(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "2025-i-remunerado.csv"))
	if err != nil {
		t.Skip("without the real lists:", err)
	}
	matcher := New(rules.Default())
	reached, named := 0, 0
	for line := range strings.Lines(string(content)) {
		c := strings.Split(line, ";")
		if len(c) < 16 {
			continue
		}
		p := at(fold.Upper(c[5]), fold.Upper(c[6]), fold.Upper(c[7]))
		for _, note := range matcher.Notes(p) {
			if note.ID == "puno-rinconada-2026" {
				reached++
			}
		}
		if p.District == "ANANEA" {
			named++
		}
	}
	if reached == 0 || reached != named {
		t.Errorf("%d plazas reached, %d in Ananea", reached, named)
	}
}

func plazas(n int) []data.Plaza {
	list := make([]data.Plaza, n)
	for i := range list {
		p := at("HUANCAVELICA", "GENERAL SANCHEZ CERRO", fmt.Sprintf("SAN JUAN DE ICHUÑA %d", i%1800))
		p.Grade, p.ZAF, p.Category = i%5+1, i%4 == 0, []string{"I-1", "I-2", "I-3"}[i%3]
		list[i] = *p
	}
	return list
}

func BenchmarkMark17000(b *testing.B) {
	matcher, list := New(rules.Default()), plazas(17_000)
	b.ReportAllocs()
	total := 0
	for b.Loop() {
		for i := range list {
			total += matcher.Mark(&list[i], 0).Count
		}
	}
	_ = total
}

func BenchmarkNotes(b *testing.B) {
	matcher := New(rules.Default())
	p := at("PUNO", "SAN ANTONIO DE PUTINA", "ANANEA")
	b.ReportAllocs()
	for b.Loop() {
		matcher.Notes(p)
	}
}
