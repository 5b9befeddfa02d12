package texts

// filterHints say in the words of the command line what a filter takes; they are
// whole beside its name in the least window.
var filterHints = map[string]string{
	"proceso":     "solo de un proceso: 2026-I",
	"profesion":   "solo de una profesión, con su nombre entero",
	"modalidad":   "remunerada o equivalente",
	"region":      "regiones, con comas; !lima la quita",
	"provincia":   "provincias, con comas",
	"distrito":    "distritos, con comas",
	"diresa":      "DIRESA, GERESA o DIRIS",
	"gd":          "grado de dificultad, de 1 a 5: 4,5",
	"institucion": "institución que ofrece",
	"categoria":   "categoría del establecimiento: I-1",
	"presupuesto": "de dónde sale el sueldo: NACIONAL",
	"zaf":         "bono de zona alejada o frontera: si o no",
	"ze":          "bono de zona de emergencia: si o no",
	"texto":       "en nombre, lugar, código o institución",
	"banda":       "muy_probable, probable… o M, P, D, I, N",
	"prob-min":    "probabilidad mínima: 0.8 u 80%",
	"puntos-min":  "puntos mínimos",
	"antes":       "la última vez: >500, 300-800, sobró, nueva",
	"riesgo":      "tema de las notas de riesgo, o sin_nota",
	"severidad":   "de las notas: alta, media, baja, sin_nota",
	"cambio":      "frente al proceso anterior: nuevas, movidas",
	"ofrecida":    "en cuántos procesos: 1, 2, 1-2",
	"gd-antes":    "el grado de la vez anterior: 4-5, no_estaba",
	"no-quiero":   "tema:seguridad, lejos:300:CUSCO; «nada» quita",
}
