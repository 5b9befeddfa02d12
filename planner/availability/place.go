package availability

import (
	"math"
	"sort"
	"strconv"

	"brujula/data"
)

// distanceEdges part the distances to the region's capital, in km.
func distanceEdges() []float64 { return []float64{8, 16, 30, 50, 80, 120, 180} }

// distanceToCapital gives the level of SharedDistance, empty where the plaza has
// no coordinates. Squares of a quarter to one degree beside it, a smooth over
// neighbouring establishments, gain nothing more.
func distanceToCapital(p *data.Plaza) string {
	if p.Lat == 0 && p.Lon == 0 {
		return ""
	}
	lat, lon, ok := regionCapital(p.Region)
	if !ok {
		return ""
	}
	return strconv.Itoa(sort.SearchFloat64s(distanceEdges(), kilometres(p.Lat, p.Lon, lat, lon)))
}

// kilometres is the distance between two places, on a plane that is good to one
// in a hundred within a region.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = 111.2
	north := lat1 - lat2
	east := (lon1 - lon2) * math.Cos(lat1*math.Pi/180)
	return degree * math.Hypot(north, east)
}

// regionCapital gives the place of a region's capital, to a hundredth of a
// degree (about 1 km): the main squares as any atlas has them.
func regionCapital(region string) (lat, lon float64, ok bool) {
	switch region {
	case "AMAZONAS": // Chachapoyas
		return -6.23, -77.87, true
	case "ANCASH": // Huaraz
		return -9.53, -77.53, true
	case "APURIMAC": // Abancay
		return -13.63, -72.88, true
	case "AREQUIPA":
		return -16.40, -71.54, true
	case "AYACUCHO":
		return -13.16, -74.22, true
	case "CAJAMARCA":
		return -7.16, -78.51, true
	case "CALLAO":
		return -12.06, -77.13, true
	case "CUSCO":
		return -13.52, -71.97, true
	case "HUANCAVELICA":
		return -12.79, -74.97, true
	case "HUANUCO":
		return -9.93, -76.24, true
	case "ICA":
		return -14.07, -75.73, true
	case "JUNIN": // Huancayo
		return -12.07, -75.21, true
	case "LA LIBERTAD": // Trujillo
		return -8.11, -79.03, true
	case "LAMBAYEQUE": // Chiclayo
		return -6.77, -79.84, true
	case "LIMA":
		return -12.05, -77.04, true
	case "LORETO": // Iquitos
		return -3.75, -73.25, true
	case "MADRE DE DIOS": // Puerto Maldonado
		return -12.60, -69.19, true
	case "MOQUEGUA":
		return -17.19, -70.93, true
	case "PASCO": // Cerro de Pasco
		return -10.68, -76.26, true
	case "PIURA":
		return -5.19, -80.63, true
	case "PUNO":
		return -15.84, -70.02, true
	case "SAN MARTIN": // Moyobamba
		return -6.03, -76.97, true
	case "TACNA":
		return -18.01, -70.25, true
	case "TUMBES":
		return -3.57, -80.45, true
	case "UCAYALI": // Pucallpa
		return -8.38, -74.55, true
	}
	return 0, 0, false
}
