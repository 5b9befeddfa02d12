package texts

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"sync"

	"brujula/data"
)

// Words about the program as a whole.
const (
	RootShort = "Brújula SERUMS: qué plazas puede alcanzar, qué le da cada una y en qué orden pedirlas"
	RootLong  = `Brújula SERUMS ayuda a elegir plaza de SERUMS. Sin ningún comando abre el planificador;
cada comando hace lo mismo desde la terminal. Todo queda en esta máquina.

Lo normal:
  serums importar oferta oferta.xlsx --proceso 2026-I
  serums importar adjudicados adjudicados.csv --proceso 2025-I
  serums

Con archivos en vez de un comando los muestra para cargarlos: serums oferta.xlsx`
	HelpShort     = "Ayuda sobre un comando"
	VersionShort  = "Versión del programa y de sus datos"
	Interrupted   = "interrumpido: no se guardó nada a medias"
	NothingLoaded = "no hay ninguna lista cargada: use «serums importar oferta ARCHIVO --proceso 2026-I», " +
		"o «--demo» para los datos de demostración"
	NoModelYet = "sin probabilidades: no hay lista de adjudicados con su oferta para estimarlas; " +
		"cargue las dos de un proceso anterior con «serums importar oferta …» y «serums importar adjudicados … --proceso 2025-I»"
	FactoryModel    = "probabilidades del modelo de fábrica (2025-I): cargue la oferta y los adjudicados de un proceso anterior para ajustarlo a cada lugar"
	ComputingRanges = "calculando los rangos de estimación, una sola vez…"
	NothingFound    = "Ninguna plaza cumple esos filtros."
	OneFormat       = "elija --json o --csv, no los dos"
	RankNeedsLine   = "--puesto se refiere a una sola línea: diga --profesion y --modalidad (y --proceso si no es el último)"
	ChanceNeedsRank = "--prob-min, --banda, --contar banda y --frontera se refieren a la probabilidad, que depende del puesto: dé también --puesto"
	BadPasses       = "--pasan es cuántos delante de usted dejan pasar su turno: un número desde 0"
)

// VersionModified is added to the version of a build from changed sources.
const VersionModified = "+cambios"

// Version states the build.
func Version(version, goVersion, platform string) string {
	return fmt.Sprintf("serums %s (%s, %s)", version, goVersion, platform)
}

// VersionCommit reports from which sources a build is.
func VersionCommit(commit, date string) string { return fmt.Sprintf("fuentes: %s, %s", commit, date) }

// VersionFormats states the forms of the data that a build writes.
func VersionFormats(library, plan, turn, backup int, model string) string {
	return fmt.Sprintf("formatos: biblioteca %d, plan %d, turno %d, respaldo %d, modelo en caché %s", library, plan, turn, backup, model)
}

// CommandError begins an error on stderr.
func CommandError(text string) string { return "serums: " + Visible(text) }

// CommandNotice begins a notice on stderr.
func CommandNotice(text string) string { return "aviso: " + Visible(text) }

// EmptyFolder refuses an empty --datos.
const EmptyFolder = "a --datos le falta la carpeta"

// NoHome tells that nothing says where the user's folder is.
const NoHome = "no se sabe dónde guardar su biblioteca: la variable HOME no está definida o no es una ruta completa; " +
	"defínala, o indique la carpeta con --datos CARPETA o SERUMS_DATOS"

// LibraryFolderUnusable and LibraryFolderIsFile refuse a folder that cannot hold
// the library.
func LibraryFolderUnusable(dir string, err error) string {
	return fmt.Sprintf("la biblioteca no puede estar en %s: %s; %s", dir, plainError(err), otherFolder)
}

// LibraryFolderIsFile refuses a file in place of the library's folder.
func LibraryFolderIsFile(dir string) string {
	return fmt.Sprintf("la biblioteca no puede estar en %s: no es una carpeta; %s", dir, otherFolder)
}

const otherFolder = "indique otra carpeta con --datos CARPETA o SERUMS_DATOS"

// BadThemeVariable reports that SERUMS_TEMA names no theme.
func BadThemeVariable(value string) string {
	return fmt.Sprintf("SERUMS_TEMA: no existe el tema «%s»; son claro, oscuro, mono y auto. Se usa auto", value)
}

// UnknownVariable reports a variable that looks like one of ours.
func UnknownVariable(name string, known ...string) string {
	return fmt.Sprintf("la variable %s no se usa: son %s", name, strings.Join(known, " y "))
}

// Templates of cobra, in Spanish.
const (
	HelpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`
	UsageTemplate = `Uso:{{if .Runnable}}
  {{.UseLine}}{{if .HasAvailableLocalFlags}} [opciones]{{end}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [orden]{{end}}{{if .HasExample}}

Ejemplos:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Comandos:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Opciones:
{{optionLines .LocalFlags}}{{end}}{{if .HasAvailableInheritedFlags}}

Opciones comunes:
{{optionLines .InheritedFlags}}{{end}}{{if .HasAvailableSubCommands}}

«{{.CommandPath}} [comando] --ayuda» explica uno.{{end}}
`
)

// HelpOption is how the option that asks for help is typed.
const HelpOption = "ayuda"

// ByDefault reports what an option is worth that nobody gives.
func ByDefault(value string) string { return " (por omisión, " + value + ")" }

// Flags.
const (
	FlagAyuda           = "esta ayuda"
	FlagDatos           = "`CARPETA` de la biblioteca (también SERUMS_DATOS)"
	FlagDemo            = "usar los datos de demostración en vez de la biblioteca"
	FlagTema            = "`claro`, oscuro o mono (también SERUMS_TEMA)"
	FlagGraphics        = "`SIGNOS` de los dibujos: braille, bloques o ascii (se recuerda)"
	FlagASCII           = "dibujar solo con caracteres ASCII"
	FlagLinear          = "modo lineal: preguntas y respuestas en renglones, para lectores de pantalla y terminales sin cursor"
	FlagJSON            = "respuesta en JSON"
	FlagCSV             = "respuesta en CSV"
	FlagSemicolons      = "separar las celdas del CSV con «;», como Excel en español las espera"
	FlagBOM             = "empezar el CSV con la marca que Excel necesita"
	FlagProcess         = "`PROCESO` de la lista, como 2026-I"
	FlagModality        = "`MODALIDAD` de la lista: remunerada o equivalente"
	FlagUpTo            = "la lista se cortó en el puesto `N`: lo que sigue no se conoce"
	FlagSheet           = "`HOJA` del libro (por omisión, las que tengan una lista)"
	FlagDelimiter       = "`SEPARADOR` del CSV: ; , \\t o |"
	FlagEncoding        = "`CODIFICACIÓN` del CSV: utf-8, utf-16le, utf-16be, cp1252, cp850 (MS-DOS) o macroman (Mac)"
	FlagHeadingRow      = "`FILA` del archivo que tiene los encabezados, cuando no se encuentra sola"
	FlagListProfession  = "`PROFESIÓN` de una lista cuyas filas no la dicen"
	FlagAs              = "`LISTA` que es, aunque parezca otra: oferta o adjudicados"
	FlagAdd             = "agrega lo leído a la lista cargada, como otra parte de ella; de un archivo que ya es parte se cambia solo esa"
	FlagReplaceList     = "pone lo leído en lugar de la lista cargada, aunque no tengan nada en común"
	FlagColumn          = "`CAMPO=COLUMNA`: qué columna (su encabezado o su letra) es un campo, como plazas=VACANTES; sin-usar=COLUMNA la deja de lado; se puede repetir"
	FlagYes             = "guardar sin preguntar"
	FlagDryRun          = "solo mostrar qué se entendió, sin guardar"
	FlagPartial         = "guardar la lista aunque haya páginas que no se pudieron leer y pueda estar incompleta"
	FlagStrict          = "no guardar nada si hay filas rechazadas (código de salida 1)"
	FlagOrder           = "`CLAVES` por las que se ordenan las filas, separadas por comas; «-» delante, de mayor a menor"
	FlagRank            = "mi `PUESTO` en el orden de mérito nacional; sin él no hay probabilidades"
	FlagRankEquivalente = "mi `PUESTO` entre los aptos para equivalente, si ya se publicó"
	FlagPasses          = "`N` delante de mí que dejan pasar su turno (por omisión, lo aprendido o lo usual)"
	FlagPlan            = "`NOMBRE` del plan"
	FlagPlace           = "`LUGAR` del plan desde el que se agrega (por omisión, al final)"
	FlagFile            = "`ARCHIVO` de salida; su terminación elige el formato"
)

var filterHelp = map[string]string{
	"proceso":     "`PROCESO`, como 2026-I (por omisión, el último cargado)",
	"profesion":   "`NOMBRE` entero de la profesión: MEDICINA no es MEDICINA VETERINARIA",
	"modalidad":   "`MODALIDAD`: remunerada o equivalente",
	"region":      "`REGIONES` separadas por comas; «!LIMA» es toda menos Lima",
	"provincia":   "`PROVINCIAS`",
	"distrito":    "`DISTRITOS`",
	"diresa":      "`DIRESA`, GERESA o DIRIS",
	"gd":          "`GRADOS` de dificultad, de 1 a 5",
	"institucion": "`INSTITUCIONES`",
	"categoria":   "`LISTA` de categorías: I-1 … II-E",
	"presupuesto": "`PRESUPUESTOS`: NACIONAL, REGIONAL, ESSALUD…",
	"zaf":         "bono de zona alejada o de frontera: `si` o no",
	"ze":          "bono de zona de emergencia: `si` o no",
	"texto":       "`TEXTO` en nombre, lugar, código o institución; «!» delante, que no esté",
	"banda":       "`BANDAS`: muy_probable, probable, disputada, improbable, casi_nula (o M, P, D, I, N)",
	"prob-min":    "`PROBABILIDAD` mínima: 0.8 u 80%",
	"puntos-min":  "`PUNTOS` mínimos",
	"antes":       "`TURNO` en que se fue la última vez: «>500», «<300», 300-800, 500-, sobró, nueva; de otro proceso, 2024-I:sobró",
	"riesgo":      "`TEMAS` de las notas de riesgo: acceso, seguridad, clima… o sin_nota (no registrado no quiere decir seguro)",
	"severidad":   "`SEVERIDAD` de las notas de riesgo: alta, media, baja o sin_nota",
	"cambio":      "`CAMBIO` frente al proceso anterior: nuevas, movidas, mas_plazas, menos_plazas, sube_grado, baja_grado, otros_cambios o sin_cambio",
	"ofrecida":    "`VECES` que se ofreció, en cuántos de los procesos cargados: 1, 2, 1-2",
	"gd-antes":    "`GRADOS` que tenía la vez anterior que se ofreció: de 1 a 5, sin_dato o no_estaba",
	"no-quiero":   "`LÍMITES` que no acepta: tema:seguridad, categoria:I-1, region:LORETO, sin-bono, lejos:300:CUSCO",
}

// FlagFilter explains a filter.
func FlagFilter(key string) string { return filterHelp[key] }

// UnknownCommand answers a word that is no command.
func UnknownCommand(word string, similar []string) string {
	text := fmt.Sprintf("no existe el comando «%s»", word)
	if len(similar) > 0 {
		text += ": ¿quiso decir " + either(similar) + "?"
	}
	return text + "; «serums --ayuda» las muestra"
}

// MissingArgument and TooManyArguments answer a wrong number of words.
func MissingArgument(command, what string) string {
	return fmt.Sprintf("falta %s: «%s --ayuda» muestra cómo", what, command)
}

// TooManyArguments names the first word too many.
func TooManyArguments(command, word string) string {
	return fmt.Sprintf("sobra «%s»: «%s --ayuda» muestra cómo", word, command)
}

// The English errors of pflag that a user can provoke, and what we say.
var flagErrors = sync.OnceValue(func() []flagError {
	return []flagError{
		{regexp.MustCompile(`(?s)^unknown flag: (.*)$`), "no existe la opción %s"},
		{regexp.MustCompile(`(?s)^unknown shorthand flag: '(.*)' in .*$`), "no existe la opción -%s"},
		{regexp.MustCompile(`(?s)^flag needs an argument: (.*)$`), "a la opción %s le falta su valor"},
		{regexp.MustCompile(`(?s)^invalid argument "(.*)" for "(.*)" flag: strconv\.ParseInt: .*$`), "«%s» no es un número entero que %s admita"},
		{regexp.MustCompile(`(?s)^invalid argument "(.*)" for "(.*)" flag: .*$`), "«%s» no es un valor de %s"},
		{regexp.MustCompile(`(?s)^bad flag syntax: (.*)$`), "opción mal escrita: %s"},
	}
})

type flagError struct {
	pattern *regexp.Regexp
	spanish string
}

// FlagError puts an error about flags into Spanish.
func FlagError(err error, command string) string {
	text := err.Error()
	for _, f := range flagErrors() {
		if match := f.pattern.FindStringSubmatch(text); match != nil {
			args := make([]any, 0, len(match))
			for _, m := range match[1:] {
				args = append(args, m)
			}
			text = fmt.Sprintf(f.spanish, args...)
			break
		}
	}
	return fmt.Sprintf("%s; «%s --ayuda» muestra las opciones", text, command)
}

// BadProcess and the like refuse a value of a flag.
func BadProcess(value string) string {
	return fmt.Sprintf("«%s» no es un proceso: escriba año y número, como 2026-I", value)
}

// BadModality refuses a modality.
func BadModality(value string) string {
	return fmt.Sprintf("«%s» no es una modalidad: remunerada o equivalente", value)
}

// BadRank refuses a rank.
func BadRank(rank, most int) string {
	return fmt.Sprintf("%d no es un puesto: va de 1 a %s", rank, Thousands(most))
}

// BadHeadingRow refuses the number of a row.
func BadHeadingRow(row int) string {
	return fmt.Sprintf("%d no es una fila: la primera es 1", row)
}

// BadDelimiter refuses a delimiter.
func BadDelimiter(value string) string {
	return fmt.Sprintf("«%s» no es un separador: un solo carácter, como ; o ,", value)
}

// BadChance refuses a chance.
func BadChance(value string) string {
	return fmt.Sprintf("«%s» no es una probabilidad: escriba 0.8 u 80%%", value)
}

// BadNumber refuses a number.
func BadNumber(key, value string) string {
	return fmt.Sprintf("«%s» no es un número para --%s", value, key)
}

// BadOrder refuses a sort key.
func BadOrder(word string, keys []string) string {
	return fmt.Sprintf("no se puede ordenar por «%s»: use %s", word, strings.Join(keys, ", "))
}

// BadRenipress refuses a code.
func BadRenipress(value string) string {
	return fmt.Sprintf("«%s» no es un código RENIPRESS: son hasta 8 cifras", value)
}

// UnknownFilter refuses the name of a filter.
func UnknownFilter(key string, similar []string) string {
	return fmt.Sprintf("no existe el filtro «%s»%s", key, perhaps(similar))
}

// UnknownValue refuses the value of a filter.
func UnknownValue(key, value string, similar []string) string {
	return fmt.Sprintf("ninguna lista cargada tiene «%s» en --%s%s", value, key, perhaps(similar))
}

// SeveralValues reports that a name stands for several values.
func SeveralValues(value string, among []string) string {
	return fmt.Sprintf("«%s» puede ser %s: diga cuál", value, strings.Join(among, ", "))
}

func perhaps(similar []string) string {
	if len(similar) == 0 {
		return ""
	}
	return ": ¿quiso decir " + either(similar) + "?"
}

// CannotRead and CannotWrite tell of a file that the system refuses.
func CannotRead(file string, err error) string {
	return fmt.Sprintf("no se puede leer %s: %s", file, plainError(err))
}

// CannotWrite reports a file that cannot be written.
func CannotWrite(file string, err error) string {
	why := plainError(err)
	if errors.Is(err, fs.ErrNotExist) { // the file is to be made: what lacks is its folder
		why = "la carpeta no existe"
	}
	return fmt.Sprintf("no se puede escribir %s: %s", file, why)
}

// NoSuchPlaza reports that a code is in no list under the given line.
func NoSuchPlaza(renipress string) string {
	return fmt.Sprintf("ninguna plaza ofertada tiene el RENIPRESS %s con esos filtros: búsquela con «serums listar --texto …»", renipress)
}

// WhichPlaza lists what tells the plazas of one establishment apart.
func WhichPlaza(renipress string, options []string) string {
	return fmt.Sprintf("%s ofrece %d plazas: diga cuál con %s", renipress, len(options), strings.Join(options, " | "))
}

// Elsewhere reports what the other modality has.
func Elsewhere(m data.Modality, n int) string {
	return fmt.Sprintf("Aquí no hay; en %s %s %s.", m, plural(n, "hay", "hay"), counted(n, "establecimiento", "establecimientos"))
}

// IsYes reads the answer to a question.
func IsYes(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "s", "si", "sí":
		return true
	}
	return false
}
