package workspace

import (
	"math"
	"strconv"
	"strings"

	"brujula/data/texts"
)

// SplitNear takes the kilometres off the end of a request for distances, such as
// "juliaca 60 km"; 0 asks for any distance. A lone number is a RENIPRESS.
func SplitNear(request string) (place string, most float64) {
	words := strings.Fields(strings.TrimSuffix(strings.TrimSpace(request), texts.ColumnDistance))
	if len(words) < 2 {
		return strings.Join(words, " "), 0
	}
	if km, ok := ParseKm(words[len(words)-1]); ok {
		return strings.Join(words[:len(words)-1], " "), km
	}
	return strings.Join(words, " "), 0
}

// ParseKm reads a distance, with a point or a comma, and "km" after it or not; ok
// is false for what is none, or negative.
func ParseKm(text string) (km float64, ok bool) {
	text = strings.TrimSuffix(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), texts.ColumnDistance)
	km, err := strconv.ParseFloat(text, 64)
	return km, err == nil && km >= 0 && !math.IsInf(km, 0)
}
