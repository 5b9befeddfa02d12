// Package gen makes up the demonstration: establishments that do not exist in
// districts that do, two processes of offers in both modalities, and the
// adjudications of the first, drawn from hidden weights so that the model has
// something to find. The same bytes come out on every run.
package gen

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed places.tsv
var placesTable string

// place is a real district; far is 0 for the capital city of a region, 1 for
// its province, 2 for a town of another province, 3 beyond.
type place struct {
	region, province, district string
	far                        int
}

// establishment is made up, but for its place.
type establishment struct {
	place
	code, name, diresa    string
	institution, category string
	grade                 int
	zaf, ze               bool
	appeal                float64 // hidden: what its place and kind add to its weight
}

const (
	regional = "GOBIERNO REGIONAL"
	minsa    = "MINSA"
	minedu   = "MINEDU"
	essalud  = "ESSALUD"
	police   = "SANIDAD DE LA POLICIA NACIONAL DEL PERU"
	army     = "SANIDAD DEL EJERCITO DEL PERU"
	navy     = "SANIDAD DE LA MARINA DE GUERRA DEL PERU"
	airForce = "SANIDAD DE LA FUERZA AEREA DEL PERU"
)

func readPlaces() []place {
	var out []place
	for line := range strings.Lines(placesTable) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) == 4 && !strings.HasPrefix(line, "#") {
			out = append(out, place{cells[0], cells[1], cells[2], int(cells[3][0] - '0')})
		}
	}
	return out
}

// firstCode begins the made-up codes, far above those in use.
const firstCode = 90001

func makeEstablishments(rng *random) []establishment {
	var out []establishment
	effects := newEffects(rng)
	for _, at := range readPlaces() {
		copies := 1
		if at.far == 0 {
			copies = 3
		} else if at.far == 2 && rng.chance(0.3) {
			copies = 2
		}
		for range copies {
			e := establishment{place: at, code: fmt.Sprintf("%08d", firstCode+7*len(out)+rng.below(7))}
			e.grade = grade(rng, at)
			e.institution = institution(rng, &e)
			e.category = category(rng, &e)
			e.name = establishmentName(rng, &e, len(out))
			e.diresa = diresa(rng, &e)
			e.zaf = rng.chance([]float64{0, 0, 0, 0.05, 0.3, 0.6}[e.grade])
			e.ze = emergency(at)
			e.appeal = effects.appeal(rng, &e)
			out = append(out, e)
		}
	}
	return out
}

// grade rises with the distance from the capital, more in the regions where
// the real lists hold many GD-5.
func grade(rng *random, at place) int {
	shift := map[string]float64{
		"LIMA": -0.9, "CALLAO": -2, "ICA": -1, "LAMBAYEQUE": -0.9, "TACNA": -0.5, "TUMBES": -0.6,
		"APURIMAC": 0.5, "HUANCAVELICA": 0.6, "AMAZONAS": 0.5, "LORETO": 0.6, "AYACUCHO": 0.3,
	}[at.region]
	base := []float64{1.5, 2.8, 3.6, 4.8}[at.far]
	if emergency(at) {
		base = 5
	}
	return min(max(int(base+shift+0.6*rng.normal()+0.5), 1), 5)
}

func institution(rng *random, e *establishment) string {
	metropolitan := e.province == "LIMA" || e.region == "CALLAO"
	switch {
	case e.far == 3 || e.grade == 5:
		return regional
	case e.far <= 1 && rng.chance(0.09):
		return minedu
	case rng.chance(0.16):
		return essalud
	case e.far <= 1 && rng.chance(0.10):
		return []string{police, army}[rng.below(2)]
	case (metropolitan || e.region == "LORETO" || e.region == "PIURA") && rng.chance(0.15):
		return []string{navy, airForce}[rng.below(2)]
	case e.province == "LIMA":
		return minsa
	}
	return regional
}

func category(rng *random, e *establishment) string {
	if e.institution == minedu {
		return "0"
	}
	weights := [][]float64{
		1: {0, 2, 5, 3, 1.2, 0.4}, 2: {0, 3, 5, 2, 0.8, 0.2}, 3: {1, 4, 4, 1, 0.2, 0}, 4: {2, 4.5, 3, 0.5, 0, 0}, 5: {3.5, 5, 1.5, 0, 0, 0},
	}[e.grade]
	return []string{"I-1", "I-2", "I-3", "I-4", "II-1", "II-E"}[rng.weighted(weights...)]
}

func diresa(rng *random, e *establishment) string {
	if e.region != "LIMA" {
		return e.region
	}
	if e.province == "LIMA" {
		return []string{"LIMA NORTE", "LIMA SUR", "LIMA ESTE", "LIMA CENTRO"}[rng.below(4)]
	}
	return "LIMA REGION"
}

// emergency recognizes the districts where the demonstration has plazas with the
// ZE bonus: some of the valleys and borders where the real lists have them.
func emergency(at place) bool {
	return slices.Contains([]string{"SIVIA", "SAMUGARI", "PICHARI", "MAZAMARI", "PUTUMAYO"}, at.district)
}

// effects are the hidden weights, drawn once for each level.
type effects struct {
	region, province, district map[string]float64
}

func newEffects(rng *random) effects {
	e := effects{map[string]float64{}, map[string]float64{}, map[string]float64{}}
	for _, at := range readPlaces() { // in the order of the table, never of a map
		draw := func(level map[string]float64, key string, sd float64) {
			if _, done := level[key]; !done {
				level[key] = sd * rng.normal()
			}
		}
		draw(e.region, at.region, 0.45)
		draw(e.province, at.region+"/"+at.province, 0.4)
		draw(e.district, at.region+"/"+at.province+"/"+at.district, 0.3)
	}
	return e
}

func (f *effects) appeal(rng *random, e *establishment) float64 {
	sum := f.region[e.region] + f.province[e.region+"/"+e.province] + f.district[e.region+"/"+e.province+"/"+e.district]
	sum += map[string]float64{essalud: 0.9, police: 0.7, navy: 0.5, airForce: 0.6, army: 0.4, minsa: 0.5, minedu: -0.4}[e.institution]
	sum += map[string]float64{"I-1": -0.35, "I-4": 0.25, "II-1": 0.5, "II-E": 0.5}[e.category]
	sum += []float64{0.7, 0.5, 0.1, -0.3}[e.far]
	if e.ze {
		sum -= 0.6
	}
	return sum + 0.35*rng.normal()
}

// Every name says that it is made up; the rest has accents and Ñ, which search
// must cope with.
func flavours() []string {
	return strings.Split("LA NEBLINA,EL CÓNDOR,LOS SAUCES,PEÑA DORADA,LA CIGÜEÑA,AGUA SERENA,TRES LUNAS,EL COLIBRÍ,LAS RETAMAS,RÍO QUIETO,"+
		"LA ÑUSTA,PIEDRA AZUL,EL ALGARROBO,CAÑA BRAVA,LA VICUÑA,SOL DE JUNIO,LOS MAITENES,EL ZORZAL,LA CUMBRE,AÑAÑAY,"+
		"EL PUQUIAL,LA TORCAZA,FLOR DE TARA,LAS GARZAS,EL MOLINO,LA QUENA,LOS FAIQUES,EL HUAYRURO,LA COLMENA,ARCO IRIS,"+
		"EL TUCÁN,LA BALSA,LOS HELECHOS,EL CAÑAVERAL,LA ORQUÍDEA,DOS CAMINOS,EL OTORONGO,LA LLOVIZNA,LOS QUINUALES,EL ECO", ",")
}

func establishmentName(rng *random, e *establishment, n int) string {
	kind := map[string][]string{
		"I-1": {"PUESTO INVENTADO", "POSTA INVENTADA"}, "I-2": {"POSTA INVENTADA", "PUESTO DE SALUD INVENTADO"},
		"I-3": {"CENTRO DE SALUD INVENTADO", "CENTRO INVENTADO"}, "I-4": {"CENTRO MATERNO INVENTADO", "CENTRO DE SALUD INVENTADO"},
		"II-1": {"HOSPITAL INVENTADO"}, "II-E": {"HOSPITAL INVENTADO"}, "0": {"IE INVENTADA"},
	}[e.category]
	prefix := kind[rng.below(len(kind))]
	switch e.institution {
	case essalud:
		prefix = "CAP INVENTADO"
	case police:
		prefix = "POLICLÍNICO POLICIAL INVENTADO"
	case army, navy, airForce:
		prefix = "ENFERMERÍA MILITAR INVENTADA"
	}
	all := flavours()
	return prefix + " " + all[n%len(all)]
}
