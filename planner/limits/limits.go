// Package limits is what an applicant will not take, whatever the points: a topic of
// risk that is grave, a category, a region, a place without bonus or too far away.
package limits

import (
	"math"
	"strconv"
	"strings"

	"brujula/data/fold"
	"brujula/data/notes"
	"brujula/data/texts"
)

// Kind is what a limit is of.
type Kind string

// The kinds, by the words that name them.
const (
	Topic    Kind = "tema"      // a note of the place, of this topic and of severity alta
	Category Kind = "categoria" // of the establishment
	Region   Kind = "region"
	Bonus    Kind = "sin-bono" // neither ZAF nor ZE
	Far      Kind = "lejos"    // more than Km from Value
)

// Limit is one thing that the applicant will not take.
type Limit struct {
	Kind  Kind
	Value string  // the topic, category, region or place; "" of Bonus
	Km    float64 // of Far, in a straight line
}

// Parse reads a limit, such as "tema:seguridad", "categoria:I-1", "region:Loreto",
// "sin-bono" or "lejos:300:Cusco". ok is false for what is none. Whether a place or a
// region exists is not its affair.
func Parse(text string) (l Limit, ok bool) {
	word, value, _ := strings.Cut(text, ":")
	kind := Kind(strings.ReplaceAll(fold.Fold(strings.TrimSpace(word)), " ", "-"))
	value = strings.TrimSpace(value)
	l = Limit{Kind: kind, Value: value}
	switch kind {
	case Topic:
		topic, known := notes.ParseTopic(value)
		if !known {
			return l, false
		}
		l.Value = string(topic)
	case Category, Region:
		if l.Value = fold.Upper(value); l.Value == "" {
			return l, false
		}
	case Bonus:
		if value != "" {
			return l, false
		}
	case Far:
		km, place, _ := strings.Cut(value, ":")
		n, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(km), "km")), 64)
		if l.Km, l.Value = n, fold.Upper(strings.TrimSpace(place)); err != nil || !(n > 0) || math.IsInf(n, 0) || l.Value == "" {
			return l, false
		}
	default:
		return l, false
	}
	return l, true
}

// String returns the limit as Parse reads it.
func (l Limit) String() string {
	switch l.Kind {
	case Bonus:
		return string(Bonus)
	case Far:
		return string(Far) + ":" + strconv.FormatFloat(l.Km, 'f', -1, 64) + ":" + l.Value
	default:
		return string(l.Kind) + ":" + l.Value
	}
}

// Words says the limit as a reason: "categoría I-1", "a más de 300 km de CUSCO".
func (l Limit) Words() string { return texts.Limit(string(l.Kind), l.Value, l.Km) }
