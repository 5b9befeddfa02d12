package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of the conflicts between lists.
const (
	ConflictsTitle     = "Lo que las listas no dicen igual"
	ConflictsNone      = "Ninguna contradicción entre las listas cargadas."
	ConflictsLooking   = "Comparando las listas…"
	ConflictsHint      = "x las muestra una por una, con archivo y fila."
	ConflictsScreen    = "contradicciones entre listas"
	ConflictsFlag      = "lo que las listas cargadas no dicen igual: cada valor con su archivo y fila, y cuál se usa"
	LinksFlag          = "dónde se publican las listas oficiales"
	LinksTitle         = "Dónde se publican las listas oficiales"
	LinksHint          = "y copia este texto · esc vuelve"
	LinksCopied        = "Dónde se publican las listas"
	KeyLinks           = "dónde se publican"
	TipLinks           = "Dónde publica el ministerio las listas, como texto que y copia."
	SourcesOneAtATime  = "--conflictos y --enlaces no van juntas: elija una"
	ConflictCopied     = "La contradicción"
	CardConflicts      = "Las listas no coinciden"
	KeyConflicts       = "contradicciones"
	TipConflicts       = "Lo que dos listas dicen distinto de la misma plaza o establecimiento, con archivo y fila de cada una."
	KeyConflictField   = "de qué dato"
	ConflictAllFields  = "todos los datos"
	ConflictColumnWhat = "Dato"
	ConflictColumnOf   = "De quién"
	ConflictColumnSays = "Cada lista dice"
	ConflictColumnUsed = "Se usa"
)

// conflictFields names the data by the keys of the JSON.
var conflictFields = map[string]string{
	"region": "región", "provincia": "provincia", "distrito": "distrito", "establecimiento": "nombre",
	"gd": "grado de dificultad", "categoria": "categoría", "institucion": "institución", "zaf": "bono ZAF", "ze": "bono ZE",
	"cupos": "plazas", "ofertada": "no está en la oferta", "coordenadas": "coordenadas",
}

// ConflictField names the datum on which lists disagree.
func ConflictField(key string) string { return conflictFields[key] }

// conflictUsed tells what the program goes by.
var conflictUsed = map[string]string{
	"la_de_cada_lista": "en cada plaza lo que dice su fila",
	"la_oferta":        "lo que dice la oferta",
	"ninguna":          "ninguno: se deja fuera",
}

// ConflictUsed reports which of the values the program uses.
func ConflictUsed(key string) string { return conflictUsed[key] }

// ConflictOf names whom a conflict is about.
func ConflictOf(renipress, establishment, profession string, process data.Process, modality data.Modality) string {
	parts := []string{renipress + " " + establishment}
	for _, part := range []string{profession, string(process), string(modality)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// ConflictSide writes one value with the row that says it, and how many say so.
func ConflictSide(value string, kind data.Kind, process data.Process, modality data.Modality, rows int, s data.Source) string {
	if rows == 0 {
		return fmt.Sprintf("%s: no está en la %s %s %s", ConflictNowhere, kind, process, modality)
	}
	text := fmt.Sprintf("«%s» %s", value, ConflictWhere(s))
	if rows > 1 {
		text += fmt.Sprintf(" y %s más", Thousands(rows-1))
	}
	return text
}

// ConflictNowhere stands in the place of a value that a list lacks.
const ConflictNowhere = "nada"

// ConflictWhere writes a place as archivo:fila, with the page where there is
// one.
func ConflictWhere(s data.Source) string {
	at := s.File
	if s.Page > 0 {
		at += fmt.Sprintf(":p%d", s.Page)
	}
	if s.Row > 0 {
		at += fmt.Sprintf(":%d", s.Row)
	}
	return at
}

// ConflictHome is where an offer has an establishment.
func ConflictHome(province, region string) string { return province + ", " + region }

// ConflictPoint is where a list of coordinates puts it.
func ConflictPoint(lat, lon, km float64) string {
	return fmt.Sprintf("%.4f, %.4f, a %s km de las demás de la zona", lat, lon, Thousands(int(km+0.5)))
}

// ConflictCount is the number of conflicts of one datum.
func ConflictCount(key string, n int) string { return ConflictField(key) + " " + Thousands(n) }

// ConflictsCount counts the conflicts in view.
func ConflictsCount(shown, all int) string {
	if shown == all {
		return counted(all, "contradicción", "contradicciones")
	}
	return fmt.Sprintf("%s de %s", Thousands(shown), counted(all, "contradicción", "contradicciones"))
}

// ConflictText writes the values side by side, and which of them is used.
func ConflictText(sides []string, used string) string {
	return strings.Join(sides, "; ") + ". Se usa " + ConflictUsed(used) + "."
}

// LinkLine writes a fact about where lists are published, with its certainty
// and source.
func LinkLine(text, source, certainty string) string {
	return fmt.Sprintf("%s [%s; %s]", text, certainty, source)
}
