// Package library keeps on disk what the program was given and what its user
// made: normalised lists with their reports, named plans, the profile, the
// logs of the turn and a cache of fitted models.
//
// # Layout
//
//	biblioteca.json                     the index: which lists, in which files
//	listas/oferta-2026-I-remunerada-<hash>.csv
//	listas/oferta-2026-I-remunerada-<hash>.informe.json
//	listas/en-curso.json                only while the index is being replaced
//	planes/<name>.json                  with <name>.anterior.json, the version before
//	perfil.json                         with perfil.anterior.json
//	turnos/<name>.jsonl                 append-only, one act a line
//	actos.json                          how many acts each of those is known to have
//	columnas.json                       what was said of the columns of lists, by heading
//	reglas.toml                         the user's own rules, which others read and write
//	respaldos/<when>.zip                what a restored backup took the place of
//	cache/                              may be deleted at any time
//	cerrojo                             locked by the one who writes; cerrojo.txt says who
//
// Beside a plan or a log there may be a .danado file, which is what could not
// be read when it was replaced, and beside a plan a .borrado one, the last of
// that name that was removed. Every JSON document carries its kind, its format
// and a hash of its content; the index carries a checksum of each list.
//
// # Promises
//
// A list and its report change together or not at all: new files are written
// under new names and become part of the library when the index is replaced,
// in one rename. The lists that an import replaced stay until the next one, so
// that it can be taken back. Files are removed only by the change that left them
// without a name, which announces them first; what no index names for any other
// reason stays, and an index that is missing or damaged is made from the reports.
// Whatever happens between (kill, power loss as far as fsync
// goes, a full disk), the library opens with the old or the new state, whole.
// Readers never wait; there is one writer at a time over all processes. What
// a newer version of the program wrote is refused and left alone. A damaged
// file is named, with what to do about it, and the rest still loads.
//
// A backup is restored all or none: its files are staged beside the library
// (restauracion/), a journal (restauracion.json) is written in one rename, and
// from then on whoever opens the library carries it through.
//
// No name of a person has a field here.
package library
