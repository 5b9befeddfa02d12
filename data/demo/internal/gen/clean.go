package gen

import (
	"fmt"
	"strconv"
	"strings"
)

// Output holds the files by name: those that the program embeds and the same
// lists in the ministry's dress, for imports.
type Output struct {
	Embedded, Raw map[string][]byte
}

// seed was chosen once; any other gives another demonstration.
const seed = 20260107

// Generate makes all files.
func Generate() Output {
	rng := random(seed)
	establishments := makeEstablishments(&rng)
	plazas := makePlazas(&rng, establishments)
	picks := makePicks(&rng, plazas)
	return Output{
		Embedded: map[string][]byte{
			"establecimientos.csv": writeEstablishments(establishments),
			"plazas.csv":           writePlazas(plazas),
			"adjudicados.csv":      writePicks(picks),
		},
		Raw: rawFiles(&rng, plazas, picks),
	}
}

func writeEstablishments(all []establishment) []byte {
	rows := [][]string{{"renipress", "establecimiento", "region", "provincia", "distrito", "diresa", "institucion", "categoria", "zaf", "ze"}}
	for i := range all {
		e := &all[i]
		rows = append(rows, []string{e.code, e.name, e.region, e.province, e.district, e.diresa, e.institution, e.category, yesNo(e.zaf), yesNo(e.ze)})
	}
	return writeWith(';', rows)
}

func writePlazas(all []plaza) []byte {
	rows := [][]string{{"proceso", "modalidad", "profesion", "renipress", "gd", "presupuesto"}}
	for i := range all {
		p := &all[i]
		var parts []string
		for _, b := range p.budgets {
			parts = append(parts, fmt.Sprintf("%s:%d", b.name, b.seats))
		}
		rows = append(rows, []string{p.process, p.modality, p.profession, p.code, strconv.Itoa(p.grade), strings.Join(parts, "+")})
	}
	return writeWith(';', rows)
}

func writePicks(all []pick) []byte {
	rows := [][]string{{"proceso", "modalidad", "profesion", "puesto", "nota", "renipress"}}
	for _, p := range all {
		rows = append(rows, []string{p.process, p.modality, p.profession, strconv.Itoa(p.rank), markText(p.mark), p.code})
	}
	return writeWith(';', rows)
}

func markText(mark float64) string {
	if mark == 0 {
		return ""
	}
	return strconv.FormatFloat(mark, 'f', 2, 64)
}

func yesNo(b bool) string {
	if b {
		return "SI"
	}
	return "NO"
}
