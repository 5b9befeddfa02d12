package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// The texts of this file say why a file may hold more rows than were read.

// ListDamagedInside says that the reader went around a damage of the file.
func ListDamagedInside([]int) string {
	return "el archivo está dañado por dentro: pueden faltar páginas o filas; descárguelo de nuevo"
}

// ListPicturePages names pages without text whose picture may hold rows.
func ListPicturePages(pages []int) string {
	return onPages(pages) + ": sin texto que se pueda leer: " + plural(len(pages), "es una imagen", "son imágenes")
}

// ListUnreadablePages names pages whose letters, all or many, are not in the file.
func ListUnreadablePages(pages []int) string {
	return onPages(pages) + ": sin texto que se pueda leer: el archivo no dice qué letras son, o está dañado ahí"
}

// ListNarrowPages names pages with text beyond their edges.
func ListNarrowPages(pages []int) string {
	return onPages(pages) + ": hay texto fuera del borde de la hoja, que no se leyó"
}

// ListBlankPages names blank pages amid the list.
func ListBlankPages(pages []int) string {
	return onPages(pages) + ": en blanco, en medio de la lista"
}

// ListPagesWithoutRows names pages amid the list with text and no row of it.
func ListPagesWithoutRows(pages []int) string {
	return onPages(pages) + ": " + plural(len(pages), "tiene", "tienen") + " texto, pero ninguna fila de la lista"
}

// pagesNamed is how many pages are named one by one.
const pagesNamed = 12

// onPages names pages: "página 2", "páginas 2, 5 y 7".
func onPages(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("página %d", pages[0])
	}
	names := data.Map(pages[:min(len(pages), pagesNamed)], func(p int) string { return fmt.Sprint(p) })
	if more := len(pages) - pagesNamed; more > 0 {
		return fmt.Sprintf("páginas %s y %d más", strings.Join(names, ", "), more)
	}
	return "páginas " + joined(names)
}

// ListClipped says that the print cuts texts short, by the headings that it cuts.
func ListClipped(headings []string) string {
	return "el PDF sale con los textos cortados (" + strings.Join(headings, ", ") + "): los nombres y las profesiones pueden estar incompletos; busque la lista en XLSX o CSV"
}

// ListClippedProfession says that a profession is cut so short that several
// begin like it.
const ListClippedProfession = "la profesión sale cortada y podría ser más de una"
