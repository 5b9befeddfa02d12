package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// BandName is the word for the band that a letter marks; empty for any other
// letter (model.md, "Bands": never "segura" or "arriesgada").
func BandName(letter string) string {
	switch letter {
	case "M":
		return "muy probable"
	case "P":
		return "probable"
	case "D":
		return "disputada"
	case "I":
		return "improbable"
	case "N":
		return "casi nula"
	}
	return ""
}

// ModelBasis says what the chances stand on: past lists that the user loaded,
// or the coefficients that ship.
func ModelBasis(prior bool, processes []data.Process) string {
	names := joinProcesses(processes)
	if prior {
		return fmt.Sprintf("con los coeficientes que trae el programa, ajustados en %s: cargue los adjudicados para afinarlos", names)
	}
	return "con los adjudicados de " + names
}

func joinProcesses(processes []data.Process) string {
	names := make([]string, len(processes))
	for i, p := range processes {
		names[i] = string(p)
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " y " + names[n-1]
	}
	return strings.Join(names, "")
}

// LeaveRange says when a plaza goes, in ranks (model.md, "Ranges", 1).
func LeaveRange(from, to int) string {
	return fmt.Sprintf("80 de cada 100 plazas así se van entre el puesto %s y el %s", Thousands(from), Thousands(to))
}

// ModelCard says, in a few lines, what the model is, what it was fitted on, how
// right it was and when not to trust it. The figures of the third line are those
// of the cross-validation of 2025-I, means over three fold seeds
// (planner/backtest, TestRealListsReachTheirFigures).
func ModelCard(prior bool, processes []data.Process, seats int) []string {
	fitted := fmt.Sprintf("Con qué se ajustó: %s plazas tomadas en %s, por puesto o nota; sin nombres.", Thousands(seats), joinProcesses(processes))
	if prior {
		fitted = fmt.Sprintf("Con qué se ajustó: %s plazas tomadas en %s; el programa trae solo los coeficientes. Con los adjudicados cargados se ajusta de nuevo y afina.",
			Thousands(seats), joinProcesses(processes))
	}
	return []string{
		"Qué es: la probabilidad de que una plaza siga libre cuando llegue su turno, aprendida del orden en que otros tomaron plazas parecidas (grado, institución, región, categoría, bono ZAF, provincia, distrito y establecimiento).",
		fitted,
		"Cuánto acierta: en plazas de 2025-I que no vio, su error (Brier, menos es mejor) es 0.107 en medicina, 0.112 en enfermería, 0.114 en psicología y 0.106 en obstetricia; dar a todas la misma probabilidad da 0.161. Unas 80 de cada 100 se fueron dentro del rango que dio.",
		"Cuándo desconfiar: si este año cambian las reglas, la oferta o los gustos; en profesiones con pocas plazas; hacia el final de la lista; y donde la evidencia dice «solo lo general de la profesión». Una probabilidad alta no es una plaza segura.",
	}
}
