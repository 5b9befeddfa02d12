package texts

import (
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of importar.
const (
	ImportShort        = "Cargar listas del ministerio: oferta o adjudicados"
	ImportOfferShort   = "Cargar la oferta de plazas de un proceso"
	ImportTakenShort   = "Cargar la lista de adjudicados de un proceso (sin nombres)"
	ImportOfferExample = "  serums importar oferta oferta-remunerada.xlsx --proceso 2026-I\n" +
		"  serums importar oferta oferta.csv --proceso 2026-I --modalidad equivalente --revisar"
	ImportTakenExample = "  serums importar adjudicados adjudicados.csv --proceso 2025-I\n" +
		"  serums importar adjudicados parcial.csv --proceso 2026-I --modalidad remunerada --hasta-puesto 650"
	ImportWhat     = "diga qué importa: «serums importar oferta ARCHIVO» o «serums importar adjudicados ARCHIVO»"
	ImportIntoDemo = "no se importa en los datos de demostración: quite --demo"
	ImportAsk      = "¿Guardar? [s/N] "
	PurposeImport  = "importar una lista"
	PurposePlan    = "cambiar el plan"
	PurposeRead    = "consultar"
)

// ImportUnknownKind refuses a kind of list.
func ImportUnknownKind(word string) string {
	return fmt.Sprintf("no se puede importar «%s»: %s", word, ImportWhat)
}

// ImportTwice tells that two files give the same list.
func ImportTwice(first, second string, process data.Process, modality data.Modality) string {
	return fmt.Sprintf("%s y %s dan la misma lista (%s %s): impórtelos por separado o diga --proceso y --modalidad", first, second, process, modality)
}

// ImportStrict tells why nothing was stored.
func ImportStrict(rejected int) string {
	return fmt.Sprintf("no se guardó nada: --estricto y %s", counted(rejected, "fila rechazada", "filas rechazadas"))
}

// ImportHeading is one heading of the file and what it was taken for.
type ImportHeading struct{ Text, Column, Field string }

// ImportSummary is what the report of one list tells.
type ImportSummary struct {
	Info                    data.ListInfo
	Problems                []data.Problem
	Headings                []ImportHeading
	DeclaredTotal           int
	Replaced, Same          bool
	Added, Removed, Changed int
	SeatsBefore, SeatsAfter int
}

// problemsShown is how many problems of each level the report prints.
const problemsShown = 12

// ImportReport tells how the reading of the lists went.
func ImportReport(lists []ImportSummary) string {
	var b strings.Builder
	for i := range lists {
		lists[i].write(&b)
	}
	return b.String()
}

func (s *ImportSummary) write(b *strings.Builder) {
	fmt.Fprintf(b, "%s %s %s · %s\n", kindTitle(s.Info.Kind), s.Info.Process, s.Info.Modality, s.Info.File)
	fmt.Fprintf(b, "  %s · %s · %s · %s · %s\n", counted(s.Info.Rows, "fila", "filas"),
		counted(s.Info.Plazas, "establecimiento", "establecimientos"), counted(s.Info.Seats, "plaza", "plazas"),
		counted(s.Info.Skipped, "omitida", "omitidas"), counted(s.Info.Rejected, "rechazada", "rechazadas"))
	if s.DeclaredTotal > 0 && s.DeclaredTotal != s.Info.Seats {
		fmt.Fprintf(b, "  ojo: la lista dice %s y suman %s\n", Thousands(s.DeclaredTotal), Thousands(s.Info.Seats))
	}
	fmt.Fprintf(b, "  columnas: %s\n", strings.Join(s.columns(), ", "))
	s.writeProblems(b, data.Rejected, "filas rechazadas")
	s.writeProblems(b, data.Warning, "avisos")
	fmt.Fprintf(b, "  %s\n", s.change())
}

func (s *ImportSummary) columns() []string {
	var out []string
	for _, h := range s.Headings {
		if h.Field != "" {
			out = append(out, fmt.Sprintf("%s=%s", h.Column, h.Field))
		}
	}
	return out
}

func (s *ImportSummary) writeProblems(b *strings.Builder, level data.Level, title string) {
	shown, total := 0, 0
	for i := range s.Problems {
		p := &s.Problems[i]
		if p.Level != level {
			continue
		}
		if total++; total > problemsShown {
			continue
		}
		if shown++; shown == 1 {
			fmt.Fprintf(b, "  %s:\n", title)
		}
		fmt.Fprintf(b, "    %s: «%s»: %s\n", p.Where(), strings.ReplaceAll(p.Value, "\n", "⏎"), p.Reason)
	}
	if total > shown {
		fmt.Fprintf(b, "    … y %s más (con --json, todos)\n", Thousands(total-shown))
	}
}

func (s *ImportSummary) change() string {
	switch {
	case s.Same:
		return "igual a la que ya está cargada: no cambia nada"
	case s.Replaced:
		return fmt.Sprintf("reemplaza a la cargada: %s, %s, %s; de %s a %s plazas", counted(s.Added, "nueva", "nuevas"),
			counted(s.Removed, "retirada", "retiradas"), counted(s.Changed, "cambiada", "cambiadas"), Thousands(s.SeatsBefore), Thousands(s.SeatsAfter))
	}
	return "lista nueva"
}

func kindTitle(k data.Kind) string {
	switch k {
	case data.KindOffer:
		return "Oferta"
	case data.KindAdjudication:
		return "Adjudicados"
	case data.KindCoordinates:
		return "Coordenadas"
	case data.KindNotes:
		return "Notas"
	}
	return string(k)
}

// ImportOutcome ends the report.
func ImportOutcome(stored, dryRun bool, folder string) string {
	switch {
	case stored:
		return "Guardado en " + folder
	case dryRun:
		return "No se guardó nada (--revisar)."
	}
	return "No se guardó nada."
}

// ProgressLine is drawn while a long file is read.
func ProgressLine(label string, done, total int, left time.Duration) string {
	const width = 20
	filled := width * done / total
	return fmt.Sprintf("%s [%s%s] %s de %s, faltan %d s", label, strings.Repeat("#", filled), strings.Repeat(".", width-filled),
		Thousands(done), Thousands(total), int(left.Round(time.Second)/time.Second))
}
