package texts

import (
	"regexp"
	"strings"
	"sync"
)

// linearWays are the ways of the screens and of the shell to do something, as
// shared sentences name them, with the way of the linear mode.
var linearWays = strings.NewReplacer(
	" (P)", ", en Mi perfil", " (P, mi perfil)", ", en Mi perfil", " (:importar)", ", con «Importar una lista»",
	"con :importar (", "con «Importar una lista» (",
	" (S, o «serums turno empezar»)", ", con «Empezar el acto»",
	": M lo mide con las suyas", ": en Fuentes, «Cuánto acertó el modelo» lo mide con las suyas",
	": M lo mide", ": en Fuentes, «Cuánto acertó el modelo» lo mide",
	"; X vuelve a la suya.", "; «Quitar los filtros» vuelve a la suya.",
	" (3, d) para agregar otra", ", en Comparar, para agregar otra", " con E antes de salir", ", en Mi plan, antes de salir",
	" (4: Mi turno)", ", en Mi turno",
	" (2: Mi plan)", "", " esc las quita.", "", " w los cambia.", "",
	"o elija otra con --datos", "o abra el programa con otra carpeta",
	"indique --hoja y su nombre", "dé esa hoja en un archivo aparte", "si es una copia, indique --hoja", "si es una copia, quítela del archivo",
	"muéstrelas en Excel o indique una con --hoja", "muéstrelas en Excel",
	"indique --proceso, por ejemplo --proceso ", "dígalo cuando se pregunta, por ejemplo ",
	"indique --modalidad remunerada o --modalidad equivalente", "dígala cuando se pregunta: remunerada o equivalente",
	"corrija o quite --proceso y --modalidad", "deje que lo diga el archivo: enter en proceso y en modalidad",
	"se abrió con --demo, que no guarda nada: ciérrelo y ábralo sin --demo para importar", "se abrió solo con la demostración, que no guarda nada: ciérrelo y ábralo sin ella para importar",
	"Para hallar su puesto use: serums puesto ARCHIVO --nota X", "Su orden se halla en Mi perfil: responda «lista» donde se pide su orden de mérito",
)

// linearCommand is a command of the shell that has an option here.
var linearCommand = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`«serums importar [^»]*»`) })

// linearFlag is a flag that a sentence names where a filter or an answer is meant;
// what this mode itself is called stays.
var linearFlag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(serums )?--([a-z][a-z-]*)`) })

// LinearWays says of a shared sentence how the same is done where there are no
// keys.
func LinearWays(text string) string {
	text = linearCommand().ReplaceAllString(linearWays.Replace(text), "«Importar una lista»")
	return linearFlag().ReplaceAllStringFunc(text, func(flag string) string {
		if strings.HasPrefix(flag, "serums ") {
			return flag
		}
		return strings.TrimPrefix(flag, "--")
	})
}
