package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of the first screen.
const (
	ScreenWelcome     = "Empezar"
	WelcomeTitle      = "Brújula SERUMS"
	WelcomeWhat       = "Dice qué plazas puede alcanzar con su orden de mérito, y ayuda a armar el plan y a elegir."
	WelcomeAsk        = "¿Qué profesión? ¿Qué orden de mérito?"
	WelcomeExample    = "por ejemplo: medicina 812"
	WelcomeNext       = "Luego enter, y busque en su computadora la oferta de plazas del MINSA. O arrastre aquí el archivo: sirven PDF, Excel y CSV, como se publican."
	WelcomeDemo       = "esc deja esto y muestra la demostración, con plazas inventadas."
	WelcomePrivate    = "No se pide nombre ni documento. Nada sale de su computadora."
	WelcomeSteps      = "Después"
	WelcomeKeyNext    = "seguir con la oferta"
	WelcomeKeyDemo    = "la demostración"
	WelcomeQuitLine   = "q y enter: salir del programa"
	WelcomeInDemo     = "Plazas inventadas, nada se guarda. Para las suyas: I importa la oferta del MINSA."
	LinearWelcomeAsk  = "Profesión y puesto (por ejemplo: medicina 812): "
	LinearWelcomeThen = "Ahora la oferta de plazas del ministerio."
	LinearWelcomeHelp = "Escriba su profesión y su puesto en el orden de mérito, juntos; si no sabe el puesto, solo la profesión. Sin respuesta se queda en la demostración, con plazas inventadas."
)

// WelcomeAnswers are the questions that the program answers once the offer is
// loaded.
func WelcomeAnswers() []string {
	return []string{
		"qué plazas puede alcanzar, y cuáles son las mejores de ellas",
		"qué tan segura es su lista, y en qué orden pedirlas",
		"qué decir cuando llegue su turno",
	}
}

// PersonRead says who a line was understood to be.
func PersonRead(profession string, m data.Modality, rank int) string {
	if rank == 0 {
		return fmt.Sprintf("%s · %s · sin orden de mérito todavía", profession, m)
	}
	return fmt.Sprintf("%s · %s · mérito %s", profession, m, Thousands(rank))
}

// PersonOpen asks which of some professions is meant.
func PersonOpen(professions []string) string {
	return "¿Cuál? " + strings.Join(professions, " · ")
}

// PersonNoProfession says that the profession is missing; rank may be 0.
func PersonNoProfession(rank int) string {
	if rank == 0 {
		return "falta su profesión"
	}
	return fmt.Sprintf("mérito %s · falta su profesión", Thousands(rank))
}

// PersonStrange says that a part of the line is neither profession, modality nor
// rank.
func PersonStrange(part string) string {
	return fmt.Sprintf("«%s» no se entiende: escriba profesión y puesto, como medicina 812", part)
}

// PersonUnsaved reports that what was said could not be stored.
func PersonUnsaved(why string) string { return "no se pudo guardar quién es usted: " + why }
