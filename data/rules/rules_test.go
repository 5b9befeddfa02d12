package rules

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
)

var update = flag.Bool("update", false, "write the golden listing anew")

func TestShippedFileHasNoFaults(t *testing.T) {
	if _, err := (&Rules{}).read(FileName, Shipped(), false); err != nil {
		t.Fatal(err)
	}
}

// allBases returns the basis of every entry, by kind and id.
func allBases(r *Rules) map[string]Basis {
	out := map[string]Basis{}
	note := func(kind string, b Basis) { out[kind+" "+b.ID] = b }
	for _, e := range r.Points {
		note("puntos", e.Basis)
	}
	for _, e := range r.Bonuses {
		note("bonificacion", e.Basis)
	}
	for _, e := range r.figures {
		note("cifra", e.Basis)
	}
	for _, e := range r.Facts {
		note("hecho", e.Basis)
	}
	for _, e := range r.Modalities {
		note("modalidad", e.Basis)
	}
	for _, e := range r.History {
		note("historia", e.Basis)
	}
	for _, e := range r.Sizes {
		note("proceso", e.Basis)
	}
	for _, e := range r.Cities {
		note("ciudad", e.Basis)
	}
	for _, e := range r.Categories {
		note("categoria", e.Basis)
	}
	for _, e := range r.Questions {
		note("pregunta", e.Basis)
	}
	for _, e := range r.Risks {
		note("riesgo", e.Basis)
	}
	return out
}

func TestEveryFactHasASourceAndACertainty(t *testing.T) {
	bases := allBases(Default())
	if len(bases) < 130 {
		t.Fatalf("only %d entries", len(bases))
	}
	for name, b := range bases {
		if b.Source == "" || b.Certainty == "" || b.Own {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

// The points, bonuses and figures of README.md, with their marks.
func TestFiguresAreThoseOfTheDomain(t *testing.T) {
	r := Default()
	for grade, want := range map[int]GradePoints{
		5: {Quintile: 1, Points: 10, Basis: Basis{Certainty: Secondary}},
		4: {Quintile: 2, Points: 8, Basis: Basis{Certainty: Unclear}},
		3: {Quintile: 3, Points: 6, Basis: Basis{Certainty: Unclear}},
		2: {Quintile: 4, Points: 4, Basis: Basis{Certainty: Unclear}},
		1: {Quintile: 5, Points: 2, Basis: Basis{Certainty: Unclear}},
	} {
		got, ok := pointsOf(r, "MEDICINA", grade)
		if !ok || got.Points != want.Points || got.Quintile != want.Quintile || got.Certainty != want.Certainty {
			t.Errorf("GD-%d: %+v", grade, got)
		}
	}
	if _, ok := pointsOf(r, "ENFERMERIA", 5); ok {
		t.Error("points for nurses, whose table was not found")
	}
	figures := map[string]float64{
		"residentado-total": 100, "residentado-examen": 80, "residentado-curricular": 20, "residentado-serums": 10,
		"residentado-preguntas": 200, FigureResidencyAnswer: 0.4, "residentado-enam": 5, "residentado-servicio": 4, "residentado-quinto-superior": 1,
		FigureMeritExam: 0.7, FigureMeritAverage: 0.3, "evaluacion-preguntas": 100, FigureExamAnswer: 0.2,
		FigureTurnSeconds: 30, FigureTurnCalls: 3, FigurePassing: 0.005, FigureChoosing: 0.51,
		"adjudicadas-2024-remunerada": 9437, "adjudicadas-2024-equivalente": 11308,
	}
	for id, want := range figures {
		if got := r.Figure(id); got.Value != want {
			t.Errorf("%s = %v, want %v", id, got.Value, want)
		}
	}
	if len(r.figures) != len(figures) {
		t.Errorf("%d figures, want %d", len(r.figures), len(figures))
	}
	if got := []float64{r.Bonuses[0].Percent, r.Bonuses[1].Percent, r.Bonuses[2].Percent, r.Bonuses[3].Percent, r.Bonuses[4].Percent}; !cmp.Equal(got, []float64{15, 10, 5, 2, 0}) {
		t.Errorf("bonuses %v", got)
	}
	for _, id := range []string{"conareme-aviso", FactResidencyEquivalente, FactResidencyOthers, "bono-zaf", "bono-ze"} {
		if r.Fact(id).Text == "" {
			t.Errorf("no fact %s", id)
		}
	}
}

// Sums of the columns of the INFORHUS table, added by another program: they catch any figure that was mistyped.
func TestHistoryAddsUp(t *testing.T) {
	paid, unpaid, without := 0, 0, 0
	years := Default().History
	for i, y := range years {
		if y.Year != 2008+i {
			t.Errorf("year %d at %d", y.Year, i)
		}
		paid, unpaid = paid+y.Remunerada, unpaid+y.Equivalente
		if !y.HasEquivalente {
			without++
		}
	}
	if len(years) != 17 || paid != 116054 || unpaid != 57468 || without != 3 {
		t.Errorf("%d years, %d and %d, %d without", len(years), paid, unpaid, without)
	}
}

// Our own risks are not looked up at every start, so their names must be the
// canonical ones.
func TestPlacesOfRisksAreCanonical(t *testing.T) {
	for _, r := range Default().Risks {
		found, quiet := r, &table{fail: func(key, reason string) { t.Errorf("%s: %s", r.ID, reason) }}
		findPlace(quiet, &found)
		if diff := cmp.Diff(r, found); diff != "" {
			t.Errorf("%s: %s", r.ID, diff)
		}
	}
}

func TestCapitalsOfAllRegions(t *testing.T) {
	r := Default()
	if n := len(r.Regions()); n != 25 {
		t.Errorf("%d regions", n)
	}
	for _, region := range r.Regions() {
		if city, ok := r.CapitalOf(region); !ok || city.Name != fold.Upper(city.Name) {
			t.Errorf("%s: capital %+v", region, city)
		}
	}
}

func TestEveryTopicButHealthHasAQuestion(t *testing.T) {
	asked := map[Topic]bool{TopicHealth: true} // not among the practitioners' questions
	for _, q := range Default().Questions {
		asked[q.Topic] = true
	}
	for _, topic := range Topics() {
		if !asked[topic] {
			t.Errorf("no question about %s", topic)
		}
	}
}

func TestListingIsGolden(t *testing.T) {
	var b strings.Builder
	for _, r := range Default().Risks {
		where := strings.Trim(r.Region+"/"+r.Province+"/"+r.District, "/")
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s %s %+v | %s | %s | %s | %s\n",
			r.ID, r.Topic, r.Severity, r.Kind, r.Scope, where, r.When, r.Text, r.Source, r.Date, r.Certainty)
	}
	golden := filepath.Join("testdata", "riesgos.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("run with -update if this is meant:\n%s", diff)
	}
}

const ownRisk = `
[[riesgo]]
id = "mi-nota"
tema = "Acceso"
severidad = "alta"
tipo = "reporte"
ambito = "distrito"
region = "Áncash"
provincia = "Pomabamba"
distrito = "Quinuabamba"
texto = "Camino cortado
"
fuente = "visita propia"
certeza = "secundaria"
`

func TestOwnFileAddsOverridesAndRemoves(t *testing.T) {
	base := Default()
	before := len(base.Risks)
	own, err := base.With("mis/reglas.toml", []byte("\ufeff"+strings.Replace(ownRisk, "cortado\n\"", "cortado\"", 1)+`
[[riesgo]]
id = "zona-alejada"
quitar = true

[[puntos]]
id = "gd-4"
profesion = "medicina"
grado = 4
valor = 7.5
fuente = "procedimiento del año"
certeza = "oficial"
`))
	if err != nil {
		t.Fatal(err)
	}
	if len(own.Risks) != before || len(base.Risks) != before {
		t.Errorf("%d risks, base %d, want %d in both", len(own.Risks), len(base.Risks), before)
	}
	last := own.Risks[len(own.Risks)-1]
	want := Risk{
		Basis: Basis{ID: "mi-nota", Source: "visita propia", Certainty: Secondary, Own: true},
		Topic: TopicAccess, Severity: SeverityHigh, Kind: KindReport, Scope: ScopeDistrict,
		Region: "ANCASH", Province: "POMABAMBA", District: "QUINUABAMBA", Text: "Camino cortado",
	}
	if diff := cmp.Diff(want, last); diff != "" {
		t.Error(diff)
	}
	if p, _ := pointsOf(own, "MEDICINA", 4); p.Points != 7.5 || !p.Own || p.Certainty != Official {
		t.Errorf("GD-4: %+v", p)
	}
	if p, _ := pointsOf(base, "MEDICINA", 4); p.Points != 8 {
		t.Errorf("the base changed: %+v", p)
	}
}

func TestFaultsNameTheLineAndTheCure(t *testing.T) {
	valid := strings.Replace(ownRisk, "cortado\n\"", "cortado\"", 1)
	with := func(before, after string) string { return strings.Replace(valid, before, after, 1) }
	point := "[[puntos]]\nid = \"x\"\nprofesion = \"MEDICINA\"\nfuente = \"y\"\ncerteza = \"oficial\"\n"
	tests := map[string]struct{ content, want string }{
		"broken text":      {ownRisk, "r:11: línea mal escrita"},
		"no TOML":          {"esto no es toml", "r:1: línea mal escrita"},
		"unknown key":      {with("fuente =", "fuentes ="), "r:2: a «riesgo» le falta la clave «fuente»"},
		"unknown key too":  {with("fuente =", "fuentes ="), "r:12: «riesgo» no tiene la clave «fuentes»"},
		"unknown table":    {"\n[[riesgos]]\nid = \"a\"\n", "r:2: no existe la sección «riesgos»"},
		"loose key":        {"# nada\nvalor = 3\n", "r:2: no existe la sección «valor»"},
		"one bracket":      {"[riesgo]\nid = \"a\"\n", "r:1: cada entrada de «riesgo» empieza con [[riesgo]]"},
		"topic":            {with("Acceso", "caminos"), "r:4: «tema» no puede ser «caminos»: use acceso, servicios"},
		"certainty":        {with("secundaria", "segura"), "r:13: «certeza» no puede ser «segura»"},
		"region":           {with("Áncash", "Ankash"), "r:8: no existe la región «ANKASH»"},
		"province":         {with("Pomabamba", "Pomabanba"), "r:9: no existe la provincia «POMABANBA» en ANCASH"},
		"district":         {with("Quinuabamba", "Quinuapampa"), "r:10: no existe el distrito «QUINUAPAMPA» en POMABAMBA"},
		"no district":      {with("distrito = \"Quinuabamba\"\n", ""), "r:2: el ámbito «distrito» necesita la clave «distrito»"},
		"district unused":  {with("ambito = \"distrito\"", "ambito = \"region\""), "r:10: el ámbito «region» no usa la clave «distrito»"},
		"two regions":      {with("region = \"Áncash\"", "regiones = [\"Ancash\", \"Puno\"]"), "r:7: varias regiones no llevan provincia"},
		"one and several":  {with("provincia = ", "distritos = [\"Cajay\"]\nprovincia = "), "r:9: «distrito» y «distritos» no van juntas"},
		"contrary bonus":   {with("texto =", "ze = true\nsin_ze = true\ntexto ="), "r:12: «ze» y «sin_ze» no van juntas"},
		"no condition":     {"[[riesgo]]\nid=\"a\"\ntema=\"carga\"\nseveridad=\"baja\"\ntipo=\"reporte\"\nambito=\"atributo\"\ntexto=\"x\"\nfuente=\"y\"\ncerteza=\"incierto\"\n", "r:6: el ámbito «atributo» necesita"},
		"number in quotes": {point + "grado = \"4\"\nvalor = 2\n", "r:6: «grado» lleva un número entero de 1 a 5"},
		"GD-9":             {point + "grado = 9\nvalor = 2\n", "r:6: «grado» lleva un número entero de 1 a 5"},
		"not a number":     {point + "grado = 4\nvalor = nan\n", "r:7: «valor» lleva un número de 0 a 100"},
		"second table":     {valid + point + "grado = 4\nvalor = 200\n", "r:20: «valor» lleva"},
		"third of a kind":  {point + "grado = 4\nvalor = 2\n" + strings.Replace(point, `"x"`, `"z"`, 1) + "grado = 4\nvalor = 2\nextra = 1\n", "r:15: «puntos» no tiene la clave «extra»"},
		"same id twice":    {valid + valid, "r:16: el id «mi-nota» ya está en otra entrada"},
		"remove nothing":   {"[[riesgo]]\nid = \"nada\"\nquitar = true\n", "r:2: no hay un riesgo «nada» que quitar"},
		"renipress":        {"[[riesgo]]\nid=\"a\"\ntema=\"carga\"\nseveridad=\"baja\"\ntipo=\"reporte\"\nambito=\"plaza\"\nrenipress=\"12A\"\ntexto=\"x\"\nfuente=\"y\"\ncerteza=\"incierto\"\n", "r:7: «12A» no es un código RENIPRESS"},
		"share above one":  {"[[cifra]]\nid = \"pasan-remunerada\"\nvalor = 3\nunidad = \"u\"\ntexto = \"t\"\nfuente = \"f\"\ncerteza = \"incierto\"\n", "r:3: «valor» lleva un número de 0 a 1"},
		"unknown figure":   {"[[cifra]]\nid = \"pasan\"\nvalor = 0.1\nunidad = \"u\"\ntexto = \"t\"\nfuente = \"f\"\ncerteza = \"incierto\"\n", "r:2: no hay una cifra «pasan»"},
		"year":             {"[[historia]]\nid = \"ayer\"\nremunerada = 3\nfuente = \"f\"\ncerteza = \"incierto\"\n", "r:2: el id «ayer» debe ser un año"},
		"process":          {"[[proceso]]\nid = \"2026\"\nfuente = \"f\"\ncerteza = \"incierto\"\n", "r:2: el id «2026» debe ser un proceso"},
		"escape":           {point + "grado = 4\nvalor = 2\n\"a\\u001b[31mb\" = 1\n", "«puntos» no tiene la clave «ab»"},
		"too large":        {strings.Repeat("#\n", largestFile), "r:1: el archivo de reglas pasa de 1 MB"},
	}
	base := Default()
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := base.With("r", []byte(test.content))
			var faults FaultErrors
			if !errors.As(err, &faults) {
				t.Fatalf("error %v", err)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("got\n%s\nwant\n%s", err, test.want)
			}
			if got != base {
				t.Error("a faulty file changed the rules")
			}
		})
	}
}

// An entry that names several places is a risk at each, replaced and left out
// as one.
func TestOneEntryForSeveralPlaces(t *testing.T) {
	entry := strings.NewReplacer("cortado\n\"", "cortado\"", "distrito = \"Quinuabamba\"", "distritos = [\"Quinuabamba\", \"Huayllan\"]").Replace(ownRisk)
	base := Default()
	own, err := base.With("r", []byte(entry))
	if err != nil {
		t.Fatal(err)
	}
	var districts []string
	for _, r := range own.Risks[len(base.Risks):] {
		districts = append(districts, r.ID+" "+r.District)
	}
	if diff := cmp.Diff([]string{"mi-nota QUINUABAMBA", "mi-nota HUAYLLAN"}, districts); diff != "" {
		t.Error(diff)
	}
	without, err := own.With("r", []byte("[[riesgo]]\nid = \"mi-nota\"\nquitar = true\n"))
	if err != nil || len(without.Risks) != len(base.Risks) {
		t.Errorf("%d risks, error %v", len(without.Risks), err)
	}
	narrowed, err := own.With("r", []byte(strings.Replace(ownRisk, "cortado\n\"", "cortado\"", 1)))
	if err != nil || len(narrowed.Risks) != len(base.Risks)+1 {
		t.Errorf("%d risks, error %v", len(narrowed.Risks), err)
	}
}

func TestMultiLineTextsDoNotShiftLines(t *testing.T) {
	content := "[[hecho]]\nid = \"a\"\nseccion = \"programa\"\ntexto = \"\"\"\n[[hecho]]\nclave = 3\n\"\"\"\nfuente = '''f'''\ncerteza = \"dudosa\"\n"
	_, err := Default().With("r", []byte(content))
	if err == nil || err.Error() != "r:9: «certeza» no puede ser «dudosa»: use oficial, secundaria, calculado, incierto, no confirmado, no hallado" {
		t.Errorf("got %v", err)
	}
}

// Any text is either read or refused with at least one line that exists.
func TestAnyFileIsReadOrRefused(t *testing.T) {
	base := Default()
	pieces := []string{"[[riesgo]]\n", "[[puntos]]\n", "id = \"a\"\n", "valor = 1\n", "[[", "]]", "=", "\"\"\"", "'''", "\n", "x = [1, \"b\"]\n", "quitar = true\n", "\x1b[31m", "ñ = 1\n", "puntos = 3\n", "riesgo = [{id=\"a\"}]\n", "a.b = 2\n"}
	rapid.Check(t, func(t *rapid.T) {
		content := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
		_, err := base.With("r", []byte(content))
		var faults FaultErrors
		if err != nil && (!errors.As(err, &faults) || len(faults) == 0) {
			t.Fatalf("error %v", err)
		}
		for _, f := range faults {
			if f.Line < 1 || f.Line > strings.Count(content, "\n")+1 || strings.Contains(f.Error(), "\x1b") {
				t.Fatalf("fault %q", f)
			}
		}
	})
}

func FuzzWith(f *testing.F) {
	f.Add([]byte(ownRisk))
	f.Add([]byte("[[puntos]]\nid = 3\n"))
	f.Add([]byte("riesgo = [{id = \"a\"}]\n[[hecho]]\ntexto = '''\n"))
	base := Default()
	f.Fuzz(func(t *testing.T, content []byte) {
		if r, err := base.With("r", content); r == nil || (err != nil && r != base) {
			t.Fatalf("rules %p, error %v", r, err)
		}
	})
}

func TestModalitiesAndSizes(t *testing.T) {
	r := Default()
	if got := r.Modality(data.Remunerada).Hours; got != "150 horas al mes" {
		t.Errorf("hours %q", got)
	}
	want := ProcessSize{
		Process: "2025-I", Applicants: 19813, ApplicantsAre: "aptos", Remunerada: 7488, MedicineRemunerada: 2170,
		ByProfession: map[string]int{ // larepublica.pe 2025-04-24
			"MEDICINA": 4540, "ENFERMERIA": 4157, "PSICOLOGIA": 3554, "ODONTOLOGIA": 2130, "QUIMICO FARMACEUTICO": 1606,
			"OBSTETRICIA": 1253, "NUTRICION": 582, "BIOLOGIA": 420, "TRABAJO SOCIAL": 354, "MEDICINA VETERINARIA": 131,
		},
		Equivalente: 14669, MedicineEquivalente: 1885, MedicineEquivalenteChosen: 1212,
	}
	got, ok := r.Size("2025-I")
	got.Basis = Basis{}
	if diff := cmp.Diff(want, got); !ok || diff != "" {
		t.Error(diff)
	}
	if r.Category("I-4").Text == "" || r.Category("X").Text != "" {
		t.Error("categories")
	}
}

// The shipped file is the model for the user's own, so a copy of it must do.
func TestACopyOfOursIsAValidOwnFile(t *testing.T) {
	base := Default()
	own, err := base.With(FileName, Shipped())
	if err != nil {
		t.Fatal(err)
	}
	if !cmp.Equal(len(allBases(own)), len(allBases(base))) || !own.Risks[0].Own {
		t.Error("a copy of ours does not replace ours")
	}
}

func TestSectionsCoverAllFacts(t *testing.T) {
	r, shown := Default(), 0
	for _, section := range sections() {
		shown += len(r.FactsOf(section))
	}
	if shown != len(r.Facts) || len(r.FactsOf(SectionTurn)) != 9 {
		t.Errorf("%d facts in sections of %d, %d of the turn", shown, len(r.Facts), len(r.FactsOf(SectionTurn)))
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}

// pointsOf returns what a profession earns at a grade; of several entries the last one
// counts: the user's own come after ours.
func pointsOf(r *Rules, profession string, grade int) (GradePoints, bool) {
	for _, p := range slices.Backward(r.Points) {
		if p.Profession == profession && p.Grade == grade {
			return p, true
		}
	}
	return GradePoints{}, false
}
