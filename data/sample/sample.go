// Package sample makes up lists of any size with the shape of the real ones:
// as many professions, regions, grades and seats a plaza, names as long. It is
// for benchmarks and tests alone; nothing in the program imports it.
package sample

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/places"
)

// Professions and their shares are rounded from the size of the lines of
// 2026-I (data/rules/README.md).
var professions = []struct {
	name  string
	share float64
}{
	{"MEDICINA", .28},
	{"ENFERMERIA", .24},
	{"PSICOLOGIA", .17},
	{"OBSTETRICIA", .12},
	{"ODONTOLOGIA", .08},
	{"NUTRICION", .03},
	{"QUIMICO FARMACEUTICO", .03},
	{"BIOLOGIA", .02},
	{"TM - LABORATORIO CLINICO", .02},
	{"TRABAJO SOCIAL", .01},
}

var (
	grades       = []int{5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 2, 1}
	categories   = []string{"I-1", "I-2", "I-2", "I-3", "I-3", "I-4"}
	institutions = []string{"GOBIERNO REGIONAL", "GOBIERNO REGIONAL", "GOBIERNO REGIONAL", "GOBIERNO REGIONAL", "ESSALUD", "MINSA", "SANIDAD DE LA POLICIA NACIONAL DEL PERU"}
	kinds        = []string{"PUESTO DE SALUD", "POSTA MÉDICA", "CENTRO DE SALUD", "CENTRO MATERNO INFANTIL", "POLICLÍNICO"}
	words        = []string{"ALTO", "NUEVO", "SANTA", "SAN", "RÍO", "CERRO", "VALLE", "PAMPA", "QUEBRADA", "LAGUNA", "PEÑA", "CAÑA", "FLOR", "SOL"}
	names        = []string{"INVENTADO", "IMAGINARIO", "SUPUESTO", "FICTICIO", "SOÑADO", "FINGIDO", "CREADO", "PENSADO"}
)

// Offer makes an offer of n plazas. The same seed gives the same
// establishments in every process and modality; about a tenth of them differ.
func Offer(process data.Process, modality data.Modality, n int, seed uint64) *data.Offer {
	place := rand.New(rand.NewPCG(seed, 1))
	other := rand.New(rand.NewPCG(seed, uint64(process.HalfYear())<<8|uint64(len(modality))))
	all := districts()
	o := &data.Offer{Process: process, Modality: modality, Plazas: make([]data.Plaza, 0, n)}
	for i := range n {
		source := place
		if other.Float64() < 0.1 {
			source = other
		}
		o.Plazas = append(o.Plazas, plaza(source, all, process, modality, i))
	}
	return o
}

type district struct{ Region, Province, Name string }

func districts() []district {
	var all []district
	peru := places.Peru()
	for _, region := range peru.Regions() {
		for _, province := range peru.Provinces(region) {
			for _, name := range peru.Districts(region, province) {
				all = append(all, district{region, province, name})
			}
		}
	}
	return all
}

func plaza(r *rand.Rand, districts []district, process data.Process, modality data.Modality, i int) data.Plaza {
	d := districts[r.IntN(len(districts))]
	grade := pick(r, grades)
	seats := 1
	if r.Float64() < 0.03 {
		seats = 2 + r.IntN(3)
	}
	budget := "NACIONAL"
	if modality == data.Equivalente {
		budget = "SIN PRESUPUESTO"
	}
	return data.Plaza{
		PlazaID: data.PlazaID{
			Process: process, Profession: profession(r), Modality: modality, Renipress: fmt.Sprintf("%08d", 90_000_000+i),
		},
		Establishment: strings.Join([]string{pick(r, kinds), pick(r, words), pick(r, names), fmt.Sprint(r.IntN(1000))}, " "),
		Region:        d.Region, Province: d.Province, District: d.Name, Diresa: d.Region, Offering: "MINSA",
		Institution: pick(r, institutions), Grade: grade, Category: pick(r, categories),
		Seats: seats, Budgets: []data.Budget{{Name: budget, Seats: seats}},
		ZAF: grade >= 4 && r.Float64() < 0.3, ZE: grade == 5 && r.Float64() < 0.05,
		Sources: []data.Source{{File: "inventado.csv", Row: i + 2}},
	}
}

func profession(r *rand.Rand) string {
	at := r.Float64()
	for _, p := range professions {
		if at -= p.share; at < 0 {
			return p.name
		}
	}
	return professions[0].name
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// Adjudication makes the picks of an offer, all seats taken: easier grades go
// earlier, with much left to chance. Marks fall from 17 in steps of 0.2, with
// ties as in the real lists.
func Adjudication(o *data.Offer, seed uint64) *data.Adjudication {
	r := rand.New(rand.NewPCG(seed, 7))
	type seat struct {
		plaza *data.Plaza
		clock float64
	}
	var seats []seat
	for i := range o.Plazas {
		p := &o.Plazas[i]
		for range p.Seats {
			seats = append(seats, seat{p, r.ExpFloat64() * math.Exp(0.8*float64(p.Grade))})
		}
	}
	slices.SortFunc(seats, func(a, b seat) int {
		if a.clock < b.clock {
			return -1
		}
		return 1
	})
	a := &data.Adjudication{Process: o.Process, Modality: o.Modality}
	for i, s := range seats {
		mark := 17 - 0.2*math.Floor(float64(i)*35/float64(len(seats)))
		a.Picks = append(a.Picks, data.Pick{
			Profession: s.plaza.Profession, Renipress: s.plaza.Renipress, Establishment: s.plaza.Establishment, Mark: mark,
			Source: data.Source{File: "inventado.csv", Row: i + 2},
		})
	}
	return a
}
