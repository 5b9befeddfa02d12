package texts

// LinearAt is what some answers mean at one question, in words that go on after
// their names; "" where they mean nothing of their own.
type LinearAt struct {
	Choose bool   // the answer is an option that was read out
	Zero   string // what 0 does where it does not go back
	Enter  string // what an empty answer does
}

// Help reports what holds at the question. form says that it is one of several of
// which nothing is stored before the last.
func (a LinearAt) Help(form bool) []string {
	back := "retrocede"
	if form {
		back = "deja estas preguntas sin cambiar nada"
	}
	var lines []string
	if a.Choose {
		lines = append(lines, "El número o unas letras eligen.")
	}
	ways := "0 o «volver» " + back
	if a.Zero != "" {
		ways = "0 " + a.Zero + ". «volver» " + back
	}
	lines = append(lines, ways+", «inicio» va al primer menú, «salir» termina.")
	if a.Enter != "" {
		lines = append(lines, "Enter sin escribir nada "+a.Enter+".")
	}
	if form {
		return append(lines, "Lo que responda aquí no se guarda hasta terminar estas preguntas.")
	}
	return append(lines, linearStored)
}

// linearStored tells when work is safe.
const linearStored = "Lo que se confirma ya está guardado. El programa se puede cortar en cualquier momento."

// Names of the forms whose answers may be lost.
const (
	LinearFormWeights = "los pesos"
	LinearFormPaste   = "la lista de adjudicados por tachar"
)

// What 0 and enter do at the questions of the linear mode.
const (
	LinearZeroUnknown = "dice que no se sabe"
	LinearZeroNobody  = "supone que no pasa nadie"
	LinearZeroNothing = "es un valor: no cuenta nada"
	LinearZeroUnset   = "quita ese mínimo"
	LinearEnterKeeps  = "deja lo que está"
	LinearEnterLeaves = "no cambia nada"
	LinearEnterDemo   = "deja la demostración"
	LinearEnterOwn    = "toma el suyo"
	LinearEnterUsual  = "vuelve a lo de siempre: lo de su perfil, o lo usual"
	LinearEnterUnset  = "también lo quita"
	LinearEnterFirst  = "toma la primera"
	LinearEnterFile   = "toma lo que dice el archivo"
	LinearEnterNoRank = "lo deja sin saber"
)
