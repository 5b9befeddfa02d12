package data

import (
	"strings"

	"brujula/data/fold"
)

// Modality is one of the two ways to serve: with pay or without.
type Modality string

// The two modalities. Remunerada is adjudicated first, Equivalente after it,
// for those who remain (data/rules/README.md).
const (
	Remunerada  Modality = "remunerada"
	Equivalente Modality = "equivalente"
)

// Modalities lists both in the order in which they are adjudicated.
func Modalities() []Modality { return []Modality{Remunerada, Equivalente} }

// ParseModality reads "Remunerado", "EQUIVALENTES", "SERUMS remunerado", "no
// remunerada" and the like; ok is false for any other word.
func ParseModality(text string) (m Modality, ok bool) {
	word := fold.Fold(text)
	for _, before := range [...]string{"serums", "modalidad", "plazas", "plaza"} {
		word = strings.TrimSpace(strings.TrimPrefix(word, before))
	}
	switch {
	case strings.HasPrefix(strings.ReplaceAll(word, " ", ""), "noremunerad"):
		return Equivalente, true
	case strings.HasPrefix(word, "remunerad"):
		return Remunerada, true
	case strings.HasPrefix(word, "equivalente"):
		return Equivalente, true
	}
	return "", false
}

// Other returns the other modality.
func (m Modality) Other() Modality {
	if m == Remunerada {
		return Equivalente
	}
	return Remunerada
}
