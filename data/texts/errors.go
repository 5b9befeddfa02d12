package texts

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Spanish puts what the system and the libraries say of a failure into plain
// words, wherever it stands within an error of our own: every error that a user
// reads passes here.
func Spanish(err error) string {
	text := err.Error()
	if several, ok := err.(interface{ Unwrap() []error }); ok { // of errors.Join
		var each, said []string
		for _, part := range several.Unwrap() {
			each, said = append(each, part.Error()), append(said, Spanish(part))
		}
		if text == strings.Join(each, "\n") {
			return strings.Join(said, "; ")
		}
	}
	for _, part := range parts(err, nil) {
		said, ok := ofSystem(part)
		if !ok {
			said, ok = untranslated(part)
		}
		if ok {
			text = strings.ReplaceAll(text, part.Error(), said)
		}
	}
	return Visible(withoutPackages(text))
}

// parts lists an error and all that it wraps, the outermost first.
func parts(err error, found []error) []error {
	found = append(found, err)
	switch e := err.(type) { //nolint:errorlint // the parts are what is looked for
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			found = parts(inner, found)
		}
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			found = parts(inner, found)
		}
	}
	return found
}

// plainError says in plain words why the system refused.
func plainError(err error) string {
	for _, part := range parts(err, nil) {
		switch part.(type) { //nolint:errorlint // one part alone
		case *fs.PathError, *os.LinkError, *os.SyscallError:
			continue // whoever tells the cause names the file
		}
		if said, ok := ofSystem(part); ok {
			return said
		}
	}
	return Spanish(err)
}

// ofSystem translates one error of the system or of a library; ok is false for
// one of our own.
func ofSystem(err error) (said string, ok bool) {
	switch e := err.(type) { //nolint:errorlint // one part alone
	case *fs.PathError:
		return e.Path + ": " + plainError(e.Err), true
	case *os.LinkError:
		return e.New + ": " + plainError(e.Err), true
	case *os.SyscallError:
		return plainError(e.Err), true
	case syscall.Errno:
		return ofErrno(e), true
	case *strconv.NumError:
		return fmt.Sprintf("«%s» no es un número que se pueda usar", e.Num), true
	case *json.SyntaxError:
		return fmt.Sprintf("el JSON está mal escrito cerca del byte %d", e.Offset), true
	case *json.UnmarshalTypeError:
		return fmt.Sprintf("el JSON tiene un valor de otro tipo en «%s»", e.Field), true
	case *xml.SyntaxError:
		return fmt.Sprintf("el XML está mal escrito en la línea %d", e.Line), true
	case *csv.ParseError:
		return fmt.Sprintf("el CSV está mal escrito en la línea %d", e.Line), true
	case *time.ParseError:
		return fmt.Sprintf("«%s» no es una fecha", e.Value), true
	case *url.Error:
		return plainError(e.Err), true
	case flate.CorruptInputError:
		return "lo comprimido está dañado", true
	}
	for _, known := range plain {
		if err == known.err { //nolint:errorlint // one part alone
			return known.said, true
		}
	}
	return ofLibrary(err)
}

// plain are the errors that are known by identity.
var plain = []struct {
	err  error
	said string
}{
	{fs.ErrNotExist, "no existe"},
	{fs.ErrPermission, "no tiene permiso"},
	{fs.ErrExist, "ya existe"},
	{fs.ErrClosed, "el archivo ya estaba cerrado"},
	{fs.ErrInvalid, "el nombre no sirve"},
	{os.ErrDeadlineExceeded, "tardó demasiado"},
	{context.Canceled, Interrupted},
	{context.DeadlineExceeded, "tardó demasiado"},
	{io.ErrUnexpectedEOF, "el archivo se corta antes de terminar"},
	{io.EOF, "el archivo se corta antes de terminar"},
	{io.ErrShortWrite, "no se pudo escribir entero"},
	{io.ErrClosedPipe, "nadie lee ya la salida"},
	{zip.ErrFormat, "no es un ZIP, o está dañado"},
	{zip.ErrAlgorithm, "el ZIP usa una compresión que no se conoce"},
	{zip.ErrChecksum, "el ZIP está dañado: no cuadra su suma"},
	{zip.ErrInsecurePath, "el ZIP trae un nombre que no se permite"},
	{gzip.ErrHeader, "lo comprimido está dañado"},
	{gzip.ErrChecksum, "lo comprimido está dañado"},
	{csv.ErrQuote, "una comilla del CSV está mal puesta"},
	{csv.ErrFieldCount, "las filas del CSV no tienen las mismas columnas"},
	{strconv.ErrSyntax, "no es un número"},
	{strconv.ErrRange, "el número es demasiado grande"},
	{syscall.ENOSPC, "el disco está lleno"},
	{syscall.EROFS, "la carpeta es de solo lectura"},
	{syscall.EISDIR, "es una carpeta"},
	{syscall.ENOTDIR, "una parte de la ruta no es una carpeta"},
	{syscall.EDQUOT, "se agotó su cuota de disco"},
	{syscall.EFBIG, "el archivo llegó al tamaño máximo permitido"},
	{syscall.EIO, "el disco o el dispositivo falló"},
	{syscall.ENAMETOOLONG, "el nombre es demasiado largo"},
	{syscall.ELOOP, "los enlaces dan vueltas"},
	{syscall.EMFILE, "hay demasiados archivos abiertos"},
	{syscall.ENFILE, "hay demasiados archivos abiertos"},
	{syscall.EBUSY, "lo está usando otro programa"},
	{syscall.EINVAL, "el sistema no acepta ese nombre o ese pedido"},
	{syscall.ENOMEM, "no hay memoria"},
	{syscall.EPIPE, "nadie lee ya la salida"},
}

// ofErrno translates what the system answers.
func ofErrno(e syscall.Errno) string {
	e = posix(e)
	for _, known := range plain {
		if errors.Is(e, known.err) {
			return known.said
		}
	}
	return fmt.Sprintf("el sistema respondió con el error %d", uintptr(e))
}

// OutputIncomplete reports that what a command answers could not be written, or
// not to its end. What the command changes it may have changed.
func OutputIncomplete(err error) string {
	room := ""
	var why syscall.Errno
	if errors.As(err, &why) && (posix(why) == syscall.ENOSPC || posix(why) == syscall.EDQUOT) {
		room = "libere espacio o "
	}
	return "la salida estándar quedó incompleta: " + plainError(err) + "; " + room +
		"diríjala a otro lugar y repita (si la orden cambia algo, vea antes si ya quedó hecho)"
}

// PlannerFault ends the planner after a fault of its own; Bubble Tea has told
// where it was.
const PlannerFault = "el planificador falló por un error propio; lo que estaba registrado sigue en el disco: ábralo de nuevo con «serums»"

// PlannerStopped reports that the terminal could not be used, or no longer; the
// sentence around the cause is Bubble Tea's own.
func PlannerStopped(err error) string {
	why := "falló una parte del programa"
	for _, part := range parts(err, nil) {
		if _, wraps := part.(interface{ Unwrap() error }); !wraps {
			why = plainError(part)
		}
	}
	return "no se pudo usar la terminal: " + why + "; ábralo en otra, o use «serums --lineal»"
}
