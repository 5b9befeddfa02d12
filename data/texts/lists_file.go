package texts

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
)

// The texts of this file say why package lists cannot read a file as a whole.
// Those with Hint tell what to do; the others say what is the matter.

const (
	// ListFileMissing says that there is no such file.
	ListFileMissing = "el archivo no existe"
	// ListFileMissingHint tells what to do about a missing file.
	ListFileMissingHint = "revise la ruta y el nombre"
	// ListFileForbidden says that the file may not be read.
	ListFileForbidden = "no hay permiso para leer el archivo"
	// ListFileForbiddenHint tells what to do about missing permission.
	ListFileForbiddenHint = "copie el archivo a una carpeta suya e inténtelo de nuevo"
)

// ListFileUnreadable says that reading failed for another reason.
func ListFileUnreadable(err error) string {
	const text = "no se pudo leer el archivo"
	var why syscall.Errno
	if errors.As(err, &why) {
		return text + ": " + ofErrno(why)
	}
	return text
}

const (
	// ListFileUnreadableHint tells what to do then.
	ListFileUnreadableHint = "ciérrelo en otros programas o descárguelo de nuevo"
	// ListIsFolder says that the path is a folder.
	ListIsFolder = "es una carpeta, no un archivo"
	// ListIsSpecial says that the path is a pipe, a device or the like.
	ListIsSpecial = "no es un archivo ordinario"
	// ListIsFolderHint tells what to give instead.
	ListIsFolderHint = "indique el archivo de la lista (CSV, XLSX o PDF)"
	// ListFileEmpty says that the file has no bytes.
	ListFileEmpty = "el archivo está vacío"
	// ListFileEmptyHint tells what to do about an empty file.
	ListFileEmptyHint = "descárguelo de nuevo"
	// ListTooLarge says that the file exceeds the limits.
	ListTooLarge = "el archivo es demasiado grande o demasiado complejo para ser una lista del SERUMS"
)

// ListPastLastRow says that the file has rows beyond the last that Excel has.
func ListPastLastRow(last int) string {
	return "el archivo dice tener filas más allá de la última de Excel, la " + Thousands(last)
}

const (
	// ListTooLargeHint tells what to do about it.
	ListTooLargeHint = "copie solo la tabla a un libro nuevo, guárdelo como .xlsx o .csv e impórtelo"
	// ListEncrypted says that the file has a password.
	ListEncrypted = "el archivo está protegido con contraseña"
	// ListEncryptedHint tells how to take the password off.
	ListEncryptedHint = "ábralo, guarde una copia sin contraseña e importe la copia"
	// ListOldExcel says that the file is an .xls workbook.
	ListOldExcel = "es un libro de Excel antiguo (.xls)"
	// ListHTML says that the file is a web page, whatever its name.
	ListHTML = "es una página web (HTML), aunque tenga nombre de hoja de cálculo"
	// ListXML says that the file is XML.
	ListXML = "es un archivo XML"
	// ListHTMLHint tells what to do with a web page: some lists are published as
	// one under the name of a workbook, and some servers answer so with an error.
	ListHTMLHint = "si al abrirlo se ve la lista, guárdelo en Excel o LibreOffice como .xlsx o .csv; si no, descárguelo de nuevo"
	// ListSaveAsXLSXHint tells how to convert a format that is not read.
	ListSaveAsXLSXHint = "ábralo en Excel o LibreOffice, guárdelo como .xlsx o .csv e impórtelo"
	// ListArchive says that the file is an archive or a document that is no
	// workbook.
	ListArchive = "es un archivo comprimido o un documento que no es un libro .xlsx"
	// ListArchiveHint tells what to do with an archive.
	ListArchiveHint = "si es un ZIP, extraiga la lista; si es ODS o XLSB, guárdela como .xlsx o .csv"
	// ListArchiveNamedBook says that an archive named as a workbook is none.
	ListArchiveNamedBook = "no es un libro de Excel, aunque su nombre lo diga: es otro archivo comprimido, o está dañado"
	// ListArchiveNamedBookHint tells what to do about it.
	ListArchiveNamedBookHint = "descárguelo de nuevo; si es ODS o XLSB, guárdelo como .xlsx o .csv"
	// ListImage says that the file is a picture.
	ListImage = "es una imagen: no contiene texto que se pueda leer"
	// ListNoText says that a document holds pictures of text only.
	ListNoText = "el documento contiene imágenes, no texto"
	// ListNoTextHint tells what to do about pictures.
	ListNoTextHint = "busque la versión con texto (PDF original, XLSX o CSV) en la página del MINSA"
	// ListUnknownFormat says that the format is none that is known.
	ListUnknownFormat = "no es un archivo CSV, XLSX ni PDF"
	// ListUnknownFormatHint tells what can be read.
	ListUnknownFormatHint = "indique la lista del MINSA en uno de esos formatos"
)

// ListDamaged says that a file of the format cannot be read to its end.
func ListDamaged(format string) string {
	if format == "" {
		return "el archivo está dañado o incompleto"
	}
	return "el archivo " + format + " está dañado o incompleto"
}

// ListDamagedHint tells what to do about a damaged file.
const ListDamagedHint = "descárguelo de nuevo"

// ListPageDamaged says that a page of a document cannot be read whole.
func ListPageDamaged(page int) string {
	return fmt.Sprintf("la página %d está dañada: faltarían filas o cambiarían sus números", page)
}

// ListPageDamagedHint tells what to do about a damaged page.
const ListPageDamagedHint = "descargue el archivo de nuevo; si vuelve a salir, busque la lista en XLSX o CSV"

// ListNoSheet says that the workbook has no sheet of the given name.
const ListNoSheet = "el libro no tiene esa hoja"

// ListNoSheetHint names the sheets.
func ListNoSheetHint(names []string) string { return "hojas: " + strings.Join(names, ", ") }

// ListAllHidden says that a workbook has hidden sheets only.
const ListAllHidden = "todas las hojas del libro están ocultas"

// ListAllHiddenHint reports how to read one of them.
func ListAllHiddenHint(names []string) string {
	return "muéstrelas en Excel o indique una con --hoja: " + strings.Join(names, ", ")
}

// ListUnknownEncoding says that the given encoding is not known.
const ListUnknownEncoding = "codificación desconocida"

// ListUnknownEncodingHint names the encodings.
const ListUnknownEncodingHint = "use utf-8, utf-16le, utf-16be, cp1252 (Windows), cp850 (MS-DOS) o macroman (Mac)"

// ListMixedEncodings says that a file is in two encodings.
func ListMixedEncodings(valid, others int, other string, line int) string {
	return fmt.Sprintf("el archivo mezcla dos codificaciones: %s en utf-8 y %s en %s, la primera en la línea %d",
		counted(valid, "letra", "letras"), counted(others, "letra", "letras"), other, line)
}

// ListMixedEncodingsHint tells what to do about it.
const ListMixedEncodingsHint = "guárdelo de nuevo como CSV UTF-8; o elija una con --codificacion y revise tildes y eñes"

// ListGuessedEncoding says in which encoding a text was read.
func ListGuessedEncoding(system, encoding string) string {
	return fmt.Sprintf("el texto parece de %s: se leyó como %s; si las tildes o eñes no son, diga --codificacion", system, encoding)
}

// ListEncodedTwice says that letters were encoded twice.
const ListEncodedTwice = "las tildes y eñes venían codificadas dos veces (Ã‘ por Ñ): se restauraron"
