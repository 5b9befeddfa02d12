package availability

import (
	"math"
	"slices"
	"sort"
	"strconv"

	"brujula/data"
	"brujula/data/places"
)

// place is where a plaza lies, as far as the effects of places go.
type place struct {
	region, province, district string
	at                         places.Point // both 0 when unknown
}

// farFromDistrict is how far, in km, coordinates may lie from the centroid of
// the plaza's district before they are taken for a mistake.
const farFromDistrict = 150

// placeOf reports where a plaza lies: at its coordinates where they are loaded
// and likely, else about where its district, province or region does.
func placeOf(p *data.Plaza) place {
	w := place{region: p.Region, province: p.Province, district: p.District}
	centre, ok := places.Peru().Centroid(p.Region, p.Province, p.District)
	switch {
	case p.Lat == 0 && p.Lon == 0:
	case ok && kilometres(p.Lat, p.Lon, centre.Lat, centre.Lon) > farFromDistrict:
	default:
		centre = places.Point{Lat: p.Lat, Lon: p.Lon}
	}
	w.at = centre
	return w
}

// terms adds the terms of a place.
func (w place) terms(terms []term) []term {
	terms = slices.Grow(terms, 16)
	add := func(e Effect, value string) {
		if value != "" {
			terms = append(terms, term{level{effect: e, value: value}, 1})
		}
	}
	p := data.Plaza{Region: w.region, Province: w.province, District: w.district}
	add(SharedRegion, w.region)
	add(SharedProvince, provinceOf(&p))
	add(SharedDistrict, districtOf(&p))
	if w.at == (places.Point{}) {
		return terms
	}
	add(SharedDistance, distanceToCity(w.at))
	for e, width := range tentWidths {
		terms = appendTents(terms, firstTent+Effect(e), width, w.at)
	}
	return terms
}

// tentWidths are the widths in degrees of the grids of TentQuarter to TentOne.
var tentWidths = [...]float64{0.25, 0.5, 1}

const (
	// middleLatitude makes a degree east about as long as one north all over
	// Peru.
	middleLatitude = 9.5
	// leastTent drops the corners that hardly count.
	leastTent = 1e-6
)

// appendTents adds the four corners of the square of a grid that a point lies
// in, each with its bilinear weight: a smooth surface over the map.
func appendTents(terms []term, e Effect, width float64, at places.Point) []term {
	north := at.Lat / width
	east := at.Lon * math.Cos(middleLatitude*math.Pi/180) / width
	i, j := math.Floor(north), math.Floor(east)
	for di := range 2 {
		for dj := range 2 {
			weight := math.Abs(float64(1-di)-(north-i)) * math.Abs(float64(1-dj)-(east-j))
			if weight < leastTent {
				continue
			}
			value := strconv.Itoa(int(i)+di) + separator + strconv.Itoa(int(j)+dj)
			terms = append(terms, term{level{effect: e, value: value}, weight})
		}
	}
	return terms
}

// distanceEdges part the distances to the nearest great city, in km.
var distanceEdges = [...]float64{24, 44, 59, 71, 84, 103, 132}

// distanceToCity returns the level of SharedDistance.
func distanceToCity(at places.Point) string {
	least := math.Inf(1)
	for _, city := range greatCities {
		least = math.Min(least, kilometres(at.Lat, at.Lon, city.Lat, city.Lon))
	}
	return strconv.Itoa(sort.SearchFloat64s(distanceEdges[:], least))
}

// kilometres is the distance between two places, on a plane that is good to one
// in a hundred within a region.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = 111.2
	north := lat1 - lat2
	east := (lon1 - lon2) * math.Cos(lat1*math.Pi/180)
	return degree * math.Hypot(north, east)
}

// greatCities are the main squares of the cities of Peru with more than some
// 50,000 people, to a hundredth of a degree (about 1 km), as any atlas has them.
var greatCities = [...]places.Point{
	{Lat: -12.05, Lon: -77.04}, // Lima
	{Lat: -16.40, Lon: -71.54}, // Arequipa
	{Lat: -8.11, Lon: -79.03},  // Trujillo
	{Lat: -6.77, Lon: -79.84},  // Chiclayo
	{Lat: -5.19, Lon: -80.63},  // Piura
	{Lat: -12.07, Lon: -75.21}, // Huancayo
	{Lat: -13.52, Lon: -71.97}, // Cusco
	{Lat: -9.07, Lon: -78.59},  // Chimbote
	{Lat: -3.75, Lon: -73.25},  // Iquitos
	{Lat: -18.01, Lon: -70.25}, // Tacna
	{Lat: -15.50, Lon: -70.13}, // Juliaca
	{Lat: -14.07, Lon: -75.73}, // Ica
	{Lat: -7.16, Lon: -78.51},  // Cajamarca
	{Lat: -8.38, Lon: -74.55},  // Pucallpa
	{Lat: -4.90, Lon: -80.69},  // Sullana
	{Lat: -13.16, Lon: -74.22}, // Ayacucho
	{Lat: -13.41, Lon: -76.13}, // Chincha
	{Lat: -9.93, Lon: -76.24},  // Huánuco
	{Lat: -11.11, Lon: -77.61}, // Huacho
	{Lat: -6.49, Lon: -76.36},  // Tarapoto
	{Lat: -15.84, Lon: -70.02}, // Puno
	{Lat: -9.53, Lon: -77.53},  // Huaraz
	{Lat: -3.57, Lon: -80.45},  // Tumbes
	{Lat: -13.71, Lon: -76.20}, // Pisco
	{Lat: -5.71, Lon: -78.81},  // Jaén
}
