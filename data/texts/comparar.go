package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of comparar.
const (
	BesideShort = "Comparar de dos a cuatro plazas lado a lado"
	BesideLong  = `Pone de dos a cuatro plazas lado a lado, como la pantalla Comparar: primero las medidas, con «*»
en la mejor de cada fila; luego lo demás que se sabe, una vez lo que es igual en todas y por letras lo que difiere.`
	BesideExample = `  serums comparar 00001234 00005678 --profesion medicina --modalidad remunerada --puesto 812
  serums comparar 00001234 00005678 --profesion medicina --diferencias --json
  serums comparar 00001234:remunerada 00001234:equivalente --profesion medicina --puesto 812   # una en cada modalidad`
	FlagBesideOnly = "solo en qué difieren"
	BesideBestKey  = "* la mejor de su fila"
	besideIndent   = "     "
)

// BesidePlaza names a column of comparar.
func BesidePlaza(letter string, p *data.Plaza) string {
	return fmt.Sprintf("%s  %s · %s · %s, %s %s", letter, PlanPlaza(p.Renipress, p.Establishment),
		Where(p.District, p.Province, p.Region), PlaceName(p.Profession), p.Modality, p.Process)
}

// BesideFigure marks the best figure of a row.
func BesideFigure(figure string, best bool) string {
	if best {
		return figure + " *"
	}
	return figure
}

// BesideDiffer reports in how many facts plazas differ.
func BesideDiffer(differ, lines int) string {
	return fmt.Sprintf("Difieren en %d de %d %s.", differ, lines, plural(lines, "dato", "datos"))
}

// BesideFact states a fact of all columns: once where they do not differ, else by their
// letters.
func BesideFact(label string, values []string, differ bool) string {
	if !differ {
		return "  " + label + ": " + indented(values[0], besideIndent) + "\n"
	}
	text := "  " + label + "\n"
	for i, v := range values {
		text += "  " + SideLetter(i) + "  " + indented(v, besideIndent) + "\n"
	}
	return text
}

// indented sets the lines after the first in.
func indented(text, by string) string { return strings.ReplaceAll(text, "\n", "\n"+by) }

// BesideTwice reports that a plaza was named twice.
func BesideTwice(code string) string {
	return fmt.Sprintf("«%s» está dos veces: se compara una plaza con otra", code)
}

// BesideProfessions reports that a rank cannot be that of two professions.
func BesideProfessions(first, other string) string {
	return fmt.Sprintf("son de %s y de %s: un puesto vale para una sola profesión; diga cuál con --profesion, o quite --puesto", first, other)
}

// SideApart is what tells plazas of one name apart.
type SideApart struct{ Code, Modality, Profession, Process bool }

// Name names one of them: "POSTA · equivalente".
func (a SideApart) Name(name string, id data.PlazaID) string {
	if a.Code {
		name += " " + id.Renipress
	}
	if a.Profession {
		name += " · " + PlaceName(id.Profession)
	}
	if a.Modality {
		name += " · " + string(id.Modality)
	}
	if a.Process {
		name += " · " + string(id.Process)
	}
	return name
}

// BesideBothWays adds how comparar takes one place in each modality.
func BesideBothWays(code string) string {
	return fmt.Sprintf("; para comparar ambas: %s:remunerada %s:equivalente", code, code)
}

// BesideBadModality refuses what stands behind the colon of a code.
func BesideBadModality(word string) string {
	return fmt.Sprintf("tras «:» va la modalidad, remunerada o equivalente: «%s» no es una", Shortened(word))
}
