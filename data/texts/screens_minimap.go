package texts

import "fmt"

// MapNear states under the map of a card how far the nearest city is; about where the
// middle of the district stands for the place.
func MapNear(city string, km float64, about bool) string {
	if city == "" {
		return ""
	}
	near := "a"
	if about {
		near = "a unos"
	}
	return fmt.Sprintf("%s %s\u00a0km de %s en línea recta", near, Kilometres(km), city)
}
