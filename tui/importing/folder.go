package importing

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/planner/imports"
	"brujula/tui/drop"
)

// folderMsg brings the names in a folder.
type folderMsg struct {
	generation uint64
	imports.Folder
	typed string // the folder part of the path that is being typed; "" for a folder that was opened
}

// pickedMsg tells what typed or dropped paths name.
type pickedMsg struct {
	generation uint64
	files      []drop.File
	missing    []string
	tooMany    bool // names to look for
}

// openFirst reads the first folder of several that can be read.
func openFirst(generation uint64, paths []string) tea.Cmd {
	return func() tea.Msg { return folderMsg{generation, imports.FirstFolder(paths), ""} }
}

// openTyped reads the folder of a path that is being typed; nothing comes of one that
// is not there.
func openTyped(generation uint64, typed, home string) tea.Cmd {
	return func() tea.Msg {
		found, _ := drop.Find(typed, home)
		if len(found) != 1 || !found[0].Folder {
			return nil
		}
		return folderMsg{generation, imports.ReadFolder(found[0].Path), typed}
	}
}

// pick finds out what typed or dropped text names.
func pick(generation uint64, text, home string, folders ...string) tea.Cmd {
	return func() tea.Msg {
		files, missing := drop.Find(text, home, folders...)
		return pickedMsg{generation, files, missing, len(files) == 0 && drop.TooMany(text)}
	}
}
