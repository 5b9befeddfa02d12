package texts

import (
	"cmp"
	"fmt"
	"math"
	"strings"
)

// Words of the suggestions.
const (
	SuggestTitle     = "Parecidas a las de su plan"
	SuggestShort     = "Sugerir plazas parecidas a las del plan, según lo que a usted le importa"
	SuggestExample   = "  serums plan sugerir --puesto 812\n  serums plan sugerir --puesto 812 --pesos puntos=3,distancia=2,region=1 --recordar"
	SuggestNoChances = "Nada que sugerir: sin una línea con probabilidad no se sabe qué buscar ni qué puede alcanzar."
	FlagWeights      = "cuánto pesa cada cosa, de 0 a 9: `puntos=3,distancia=2,riesgo=2,bono=1,categoria=1,region=2`; lo que no se nombra no cuenta"
	FlagRemember     = "guardar esos pesos en el plan"
	WeightsForm      = "Qué pesa para que una plaza se parezca a las suyas (0 no cuenta, 9 lo más)"
	RememberWhat     = "--recordar guarda los pesos de --pesos: diga cuáles"
	WeightsSaved     = "Pesos guardados en el plan: "
	WeightsNone      = "Al menos uno tiene que pesar más que 0."
	KeyWeights       = "pesos"
	KeyWeightsLong   = "cambiar lo que pesa en las parecidas"
	WeightsHow       = "w los cambia."
)

// SuggestNeedsRank tells that suggestions are made from a rank.
const SuggestNeedsRank = "las sugerencias se dan desde un orden de mérito: diga --puesto N"

// WeightsTold states by which weights was searched.
func WeightsTold(weights string) string {
	return "Pesos: " + strings.ReplaceAll(strings.ReplaceAll(weights, ",", " · "), "=", " ") + "."
}

// BadWeights refuses some weights; an empty word says that nothing weighs.
func BadWeights(word string) string {
	if word == "" {
		return "--pesos: al menos uno tiene que pesar más que 0"
	}
	return fmt.Sprintf("--pesos: «%s» no se entiende: use puntos, distancia, riesgo, bono, categoria o region, cada uno una vez y de 0 a 9, como puntos=3,distancia=2", word)
}

// SuggestNone reports why nothing is suggested.
func SuggestNone(alike, hope, nearest float64) string {
	text := fmt.Sprintf("Nada parecido que no esté ya en su plan: con sus pesos, ninguna plaza con %s o más de quedar libre se parece en %s o más a una de sus líneas", Percent(hope), Percent(alike))
	if nearest > 0 {
		text += fmt.Sprintf(" (la que más, en %s)", Percent(math.Min(nearest, alike-0.01)))
	}
	return text + "."
}

// SuggestedPlaza is a suggestion in figures.
type SuggestedPlaza struct {
	Name, Where    string
	Place          int // of the line that it is like, from 1
	Line           string
	Same, Other    []string // in what it is like the line, and in what not
	Band           string   // its word: "muy probable"
	Chance, Lo, Hi float64
	HasRange       bool
	Points         float64
	PointsKnown    bool
}

// Suggestion tells a suggestion: in one line with its figures, and why in a sentence.
func Suggestion(s SuggestedPlaza) AdviceSaid {
	said := AdviceSaid{Brief: fmt.Sprintf("%s (%s), como la %d", ListName(s.Name), s.Where, s.Place), Gain: Percent(s.Chance)}
	if s.PointsKnown {
		said.Gain += ", " + countedPoints(s.Points)
	}
	said.Text = s.sentence()
	return said
}

func (s *SuggestedPlaza) sentence() string {
	text := fmt.Sprintf("%s (%s): como la %d (%s)", s.Name, s.Where, s.Place, s.Line)
	if len(s.Same) > 0 {
		text += ": " + strings.Join(s.Same, ", ")
	}
	if len(s.Other) > 0 {
		text += "; pero " + strings.Join(s.Other, ", ")
	}
	text += fmt.Sprintf(". %s, %s", Capital(s.Band), Percent(s.Chance))
	if s.HasRange && Percent(s.Lo) != Percent(s.Hi) {
		text += fmt.Sprintf(" (entre %s y %s)", Percent(s.Lo), Percent(s.Hi))
	}
	if !s.PointsKnown {
		return text + ", puntos no conocidos."
	}
	return text + fmt.Sprintf(", %s %s.", Decimal(s.Points), plural(s.Points, "punto", "puntos"))
}

// SuggestPoints compares points.
func SuggestPoints(more float64) string {
	switch {
	case more == 0:
		return "los mismos puntos"
	case more > 0:
		return fmt.Sprintf("%s %s más", Decimal(more), plural(more, "punto", "puntos"))
	}
	return fmt.Sprintf("%s %s menos", Decimal(-more), plural(-more, "punto", "puntos"))
}

// SuggestDistance reports how far it is, or what it shares; km is NaN where it is
// not known.
func SuggestDistance(km float64, district, province bool) string {
	switch {
	case !math.IsNaN(km):
		return "a " + Kilometres(km) + " km"
	case district:
		return "mismo distrito"
	case province:
		return "misma provincia"
	}
	return "otra provincia"
}

// SuggestRisks compares notes of risk.
func SuggestRisks(more int, graver bool) string {
	switch {
	case more > 0:
		return counted(more, "nota de riesgo más", "notas de riesgo más")
	case graver:
		return "una nota de riesgo más grave"
	case more < 0:
		return "menos notas de riesgo"
	}
	return "sin más notas de riesgo"
}

// SuggestBonus compares bonuses; "" where neither has any.
func SuggestBonus(of, offered string) string {
	switch {
	case of == "" && offered == "":
		return ""
	case of == offered:
		return "los mismos bonos (" + of + ")"
	case offered == "":
		return "sin bono"
	}
	return "bono " + offered
}

// SuggestCategory compares categories.
func SuggestCategory(offered, of string) string {
	if offered == of {
		return "misma categoría"
	}
	return "categoría " + offered + " y no " + of
}

// SuggestRegion compares regions.
func SuggestRegion(offered, of string) string {
	if offered == of {
		return "misma región"
	}
	return "región " + PlaceName(offered)
}

// WeightLabel names a criterion in the form of weights.
func WeightLabel(criterion string) string {
	return cmp.Or(map[string]string{
		"puntos":    "Puntos",
		"distancia": "Distancia",
		"riesgo":    "Notas de riesgo",
		"bono":      "Bonos (ZAF, ZE)",
		"categoria": "Categoría",
		"region":    "Región",
	}[criterion], criterion)
}
