package texts

import (
	"errors"
	"io/fs"
	"syscall"
)

// plainError says in plain words why the system refused.
func plainError(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no existe"
	case errors.Is(err, fs.ErrPermission):
		return "no tiene permiso"
	case errors.Is(err, syscall.ENOSPC):
		return "el disco está lleno"
	case errors.Is(err, syscall.EROFS):
		return "la carpeta es de solo lectura"
	case errors.Is(err, syscall.EISDIR):
		return "es una carpeta"
	case errors.Is(err, syscall.ENOTDIR):
		return "una parte de la ruta no es una carpeta"
	case errors.Is(err, syscall.EDQUOT):
		return "se agotó su cuota de disco"
	case errors.Is(err, syscall.EFBIG):
		return "el archivo llegó al tamaño máximo permitido"
	case errors.Is(err, syscall.EIO):
		return "el disco o el dispositivo falló"
	}
	return err.Error()
}

// OutputIncomplete tells that what a command answers could not be written, or
// not to its end. What the command changes it may have changed.
func OutputIncomplete(err error) string {
	room := ""
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		room = "libere espacio o "
	}
	return "la salida estándar quedó incompleta: " + plainError(err) + "; " + room +
		"diríjala a otro lugar y repita (si la orden cambia algo, vea antes si ya quedó hecho)"
}

// PlannerFault ends the planner after a fault of its own; Bubble Tea has told
// where it was.
const PlannerFault = "el planificador falló por un error propio; lo que estaba registrado sigue en el disco: ábralo de nuevo con «serums»"
