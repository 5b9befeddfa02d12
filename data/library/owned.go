package library

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"brujula/data/store"
)

// rulesName is the user's own rules. Package rules reads them; the library only
// takes them along in a backup.
const rulesName = "reglas.toml"

// Names that a backup takes along: what the user made and loaded. The cache can
// be made again, the lock is of this machine, and files of others stay with them.
var (
	ownedRoot = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(biblioteca|perfil|actos|columnas)(\.(anterior|danado))?\.json$`)
	})
	ownedPlan = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9-]+(\.(anterior|danado|borrado))?\.json$`) })
	ownedLog  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9-]+(\.danado)?\.jsonl$`) })
)

// owned reports whether a name, with slashes and relative to the library, is of a
// file that a backup takes along and a restore replaces.
func owned(name string) bool {
	folder, file := path.Split(name)
	switch strings.TrimSuffix(folder, "/") {
	case "":
		return file == rulesName || ownedRoot().MatchString(file)
	case listFolder:
		_, ok := listFile(file)
		return ok || setAsideFile(file)
	case planFolder:
		return ownedPlan().MatchString(file)
	case logFolder:
		return ownedLog().MatchString(file)
	}
	return false
}

// bystander matches files of others that the first backups took for the
// library's: whatever in its folder is called so, such as a plan that was exported
// there. They are neither restored nor removed.
var bystander = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z-]+(\.(anterior|danado))?\.json$`) })

func isBystander(name string) bool {
	return bystander().MatchString(name) && name != journalName && !owned(name)
}

// ownedFolders are where owned files are; "" is the library's own folder.
func ownedFolders() []string { return []string{"", listFolder, planFolder, logFolder} }

// ownedNames gives the names of all owned files on the disk, sorted.
func (l *Library) ownedNames() ([]string, error) {
	var all []string
	for _, folder := range ownedFolders() {
		names, err := l.fs.ReadDir(l.path(folder))
		if err != nil {
			return nil, readError(l.path(folder), err)
		}
		for _, name := range names {
			if full := path.Join(folder, name); owned(full) && !store.IsTemp(name) {
				all = append(all, full)
			}
		}
	}
	slices.Sort(all)
	return all, nil
}
