package texts

// How commands are called, as their help shows it: the word that calls them,
// then what it takes. A word in capitals stands for a value.
const (
	UseBackupMake    = "crear [ARCHIVO]"
	UseBackupSee     = "ver ARCHIVO"
	UseBackupRestore = "restaurar ARCHIVO"
)

// What a command takes, as it is named where it is missing.
const (
	ArgFile = "ARCHIVO"
)
