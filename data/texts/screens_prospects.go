package texts

import (
	"fmt"
	"strings"
)

// Words of the plazas by chance and points.
const (
	ViewProspects     = "Puntos y probabilidad"
	ProspectsQuestion = "¿Qué da más puntos sin arriesgar de más?"
	FrontierTitle     = "Lo que conviene pedir: lo más seguro para cada puntaje"
	FrontierHow       = "Por cada banda, las plazas con más puntos; ninguna banda más segura da tantos."
	FlagFrontier      = "solo lo que conviene pedir: de cada banda, las plazas con más puntos que ninguna banda más segura da"
)

// ProspectsNote counts the plazas worth asking for among those that have a chance
// and points.
func ProspectsNote(best, all int) string {
	return fmt.Sprintf("convienen %s de %s", Thousands(best), Thousands(all))
}

// FrontierFoot reports how the picture is to be read; unit is how many plazas a dot
// stands for.
func FrontierFoot(unit int, short bool) string {
	dot := "un punto es una plaza"
	if unit > 1 {
		dot = fmt.Sprintf("un punto, hasta %s plazas", Thousands(unit))
	}
	if short {
		return Capital(dot)
	}
	return "Puntos según probabilidad; " + dot + "; lo brillante conviene"
}

// FrontierStepShort states a step of the frontier in a line.
func FrontierStepShort(band string, points float64, n int) string {
	return fmt.Sprintf("%s: hasta %s puntos, %s", BandName(bandLetters[band]), Decimal(points), counted(n, "plaza", "plazas"))
}

// FrontierStep states a step of the frontier, with some of its plazas.
func FrontierStep(band string, points float64, n int, names []string) string {
	text := Capital(FrontierStepShort(band, points, n))
	if rest := n - len(names); rest > 0 {
		names = append(names, counted(rest, "más", "más"))
	}
	return text + ": " + strings.Join(names, "; ") + "."
}

// FrontierPlaza names a plaza of a step.
func FrontierPlaza(name, region string, chance float64) string {
	return fmt.Sprintf("%s, %s, %s", name, PlaceName(region), Percent(chance))
}

// Words of the pictures of Panorama in the linear mode.
const (
	LinearMap        = "mapa: dónde está su oportunidad, región por región"
	LinearMapHow     = "Primero donde más alcanza."
	LinearMapMeasure = "el mapa por otra medida: plazas, tomadas, puntos"
	LinearMapRanked  = "De más a menos."
	LinearProspects  = "lo que conviene pedir: puntos y probabilidad"
)

// LinearArea reads a region of the map: what is within reach there, how the rest
// stands, and the best.
func LinearArea(name string, likely, all int, bands []int, best string) string {
	var words []string
	for i, n := range bands {
		if i < len(manyInBands) && n > 0 {
			words = append(words, counted(n, oneInBand[i], manyInBands[i]))
		}
	}
	text := fmt.Sprintf("%s: %s; %s.", name, AreaReach(Thousands(likely), all), strings.Join(words, ", "))
	if best != "" {
		text += " " + best
	}
	return text
}

// LinearBestThere names the best plaza of a region.
func LinearBestThere(name string, chance float64, points string) string {
	return fmt.Sprintf("Lo mejor: %s, %s, %s puntos.", name, Percent(chance), points)
}

// PanoramaRefused reports that the figures count plazas that the applicant does not
// want, or that they are left out.
func PanoramaRefused(n int, out, narrow bool) string {
	what := "con"
	if out {
		what = "sin"
	}
	if narrow {
		return fmt.Sprintf("%s %s que no quiere", what, Thousands(n))
	}
	return fmt.Sprintf("%s %s %s que no quiere", what, plural(n, "la", "las"), counted(n, "plaza", "plazas"))
}
