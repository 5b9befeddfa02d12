package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// LostPart is a list of which an import would take a part away.
type LostPart struct {
	Info   data.ListInfo // of the list that comes
	Before int           // plazas, adjudications or rows that are there
	Lost   int           // how many fewer there would be, or other ones
	Gone   int           // plazas of places that the new list does not have
}

// LostLines are the lines of a plan whose plaza the lists would not have any more.
type LostLines struct {
	Plan  string
	Lines int
}

// LostSeats are struck seats of an act under way that the new offer lacks.
type LostSeats struct {
	Line  data.Line
	Seats int
}

// ImportLoss says what an import would take away, for the question before it.
func ImportLoss(lists []LostPart, plans []LostLines, acts []LostSeats) string {
	var parts []string
	for _, l := range lists {
		what := "filas"
		switch l.Info.Kind {
		case data.KindOffer:
			what = "plazas"
		case data.KindAdjudication:
			what = "adjudicaciones"
		default:
		}
		parts = append(parts, fmt.Sprintf("%s de %s %s de %s", Thousands(l.Lost), Thousands(l.Before), what, listWords(&l.Info)))
	}
	for _, p := range plans {
		parts = append(parts, fmt.Sprintf("la plaza de %s de su plan %s (las líneas quedan, sin probabilidad)", counted(p.Lines, "línea", "líneas"), p.Plan))
	}
	for _, a := range acts {
		parts = append(parts, fmt.Sprintf("%s en el acto de %s %s (%s)", counted(a.Seats, "cupo tachado", "cupos tachados"),
			a.Line.Profession, a.Line.Modality, plural(a.Seats, "sigue tachado", "siguen tachados")))
	}
	return "quitaría " + strings.Join(parts, "; ")
}

func listWords(info *data.ListInfo) string {
	words := []string{"la lista de " + string(info.Kind)}
	if info.Kind == data.KindOffer {
		words = []string{"la oferta"}
	}
	for _, word := range []string{string(info.Process), string(info.Modality)} {
		if word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

// ImportLossAsk asks a second time before an import that takes something away.
func ImportLossAsk(file, loss string) string {
	return fmt.Sprintf("¡Cuidado! Guardar %s %s. ¿Es la lista correcta? ¿Guardarla de todos modos? (Después se vuelve atrás con u aquí mismo, o con :importar deshacer.)", file, loss)
}

// LinearStoreLoss asks the same where nothing is on a screen.
func LinearStoreLoss(loss string) string {
	return fmt.Sprintf("¡Cuidado! Guardarla %s. ¿Es la lista correcta y la guarda de todos modos?", loss)
}

// ImportLossAskCommand asks the same on the command line.
func ImportLossAskCommand(loss string) string {
	return fmt.Sprintf("¡Cuidado! Esto %s. ¿Guardar de todos modos? (se puede volver atrás con «serums importar --deshacer») [s/N] ", loss)
}

// ImportLossRefused says that nobody could be asked, and nothing was stored.
func ImportLossRefused(loss string) string {
	return fmt.Sprintf("no se guardó nada: la importación %s; si es la lista correcta, agregue --si", loss)
}

// ImportLossDone says what an import that was not to be asked about has taken away.
func ImportLossDone(loss string) string {
	return "la importación " + strings.Replace(loss, "quitaría", "quitó", 1) + "; para volver atrás: serums importar --deshacer"
}

// ImportTakenBack says which lists were taken back; before tells of each what is in
// force again, "" where there was none.
func ImportTakenBack(lists []data.ListInfo, before []string) string {
	var parts []string
	for i := range lists {
		info := &lists[i]
		if before[i] == "" {
			parts = append(parts, fmt.Sprintf("%s de %s ya no está", listWords(info), info.File))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s vuelve a ser la de %s", listWords(info), before[i]))
	}
	return "Importación deshecha: " + strings.Join(parts, "; ") + "."
}

// ImportTakenBackList reports a list that is in force again.
func ImportTakenBackList(info *data.ListInfo) string {
	if info.Kind == data.KindOffer {
		return fmt.Sprintf("%s (%s)", info.File, counted(info.Seats, "plaza", "plazas"))
	}
	return fmt.Sprintf("%s (%s)", info.File, counted(info.Rows, "fila", "filas"))
}

// Words of taking an import back.
const (
	FlagTakeBack        = "vuelve a las listas de antes de la última importación, aun después de cerrar el programa"
	TakeBackBusy        = "hay cambios sin guardar: espere a que se guarden y vuelva a intentarlo"
	KeyTakeBack         = "deshacer la importación"
	TipTakeBack         = "Vuelve a la lista de antes; después de reabrir el programa, con `:importar deshacer`."
	TakeBackWord        = "deshacer"
	LinearTakeBackOffer = "«deshacer» vuelve a la lista de antes de la última importación."
)
