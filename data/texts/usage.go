package texts

// What a command takes after its own word, as its help shows it and as it is
// named where it is missing. Words in capitals stand for a value; shell
// completion goes by the first of them.
const (
	ArgFile         = "ARCHIVO"
	ArgFiles        = "ARCHIVO…"
	ArgMaybeFile    = "[ARCHIVO]"
	ArgCode         = "RENIPRESS"
	ArgCodes        = "RENIPRESS…"
	ArgMaybeCode    = "[RENIPRESS]"
	ArgCodeNumber   = "RENIPRESS N"
	ArgCodeLetters  = "RENIPRESS|LETRAS"
	ArgLine         = "LÍNEA"
	ArgLines        = "LÍNEA…"
	ArgLinePlace    = "LÍNEA LUGAR"
	ArgName         = "NOMBRE"
	ArgProcess      = "PROCESO"
	ArgProcesses    = "PROCESO PROCESO"
	ArgFileText     = "ARCHIVO TEXTO"
	ArgNumber       = "N"
	ArgMaybeNumber  = "[N]"
	ArgSecondsCalls = "SEGUNDOS LLAMADOS"
	ArgMaybeCommand = "[orden]"
	ArgShell        = "bash|zsh|fish|powershell"
)
