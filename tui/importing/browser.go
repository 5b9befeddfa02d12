package importing

import (
	"path/filepath"
	"slices"
	"strings"

	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/tui/drop"
	"brujula/tui/layout"
	"brujula/tui/table"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// browser shows a folder, narrowed by what is typed.
type browser struct {
	styles  *theme.Styles
	path    string
	loading bool
	cut     bool
	entries []imports.Entry
	rows    []int  // of entries, what the filter lets pass
	from    string // the folder that was left upwards, to put the cursor on it
	follows string // the folder part of a path that is typed, of which the names were asked for
	shows   string // and of which they are in view
	input   *widget.Input
	table   *table.Model[string]
}

func newBrowser(st *theme.Styles) *browser {
	b := &browser{styles: st, input: widget.NewInput(st)}
	b.input.Placeholder = texts.ImportFilterHint
	b.table = table.New[string](st, []table.Column{
		{ID: "name", Title: texts.ImportColumnName, Min: 20, Ideal: 60, Max: 120, Priority: 1},
		{ID: "size", Title: texts.ImportColumnSize, Min: 9, Priority: 2, Align: layout.Right},
		{ID: "time", Title: texts.ImportColumnModified, Min: 16, Priority: 3},
	})
	b.table.Focused = true
	b.table.RowStyle = func(row int, _ string) theme.Style {
		if b.entries[b.rows[row]].Rank == imports.OtherEntry {
			return st.Muted
		}
		return theme.Style{}
	}
	return b
}

// show takes the names of a folder.
func (b *browser) show(f folderMsg) {
	if filepath.Dir(b.path) == f.Path && b.path != f.Path {
		b.from = filepath.Base(b.path)
	}
	b.path, b.entries, b.cut, b.follows, b.shows = f.Path, f.Entries, f.Cut, "", ""
	b.input.SetValue("")
	b.narrow()
	b.toFirst()
}

// showTyped takes the names of the folder of the path that is being typed, which
// stays.
func (b *browser) showTyped(f folderMsg) {
	b.path, b.entries, b.cut, b.shows = f.Path, f.Entries, f.Cut, f.typed
	b.narrow()
	b.table.MoveTo(0)
}

// typedFolder parts a whole path that is typed into its folder and the beginning of
// a name; folder is "" for any other text.
func (b *browser) typedFolder() (folder, name string) {
	text := b.typed()
	at := strings.LastIndexAny(text, `/`+string(filepath.Separator)) + 1
	if folder = text[:at]; filepath.IsAbs(folder) || strings.HasPrefix(folder, "~") {
		return folder, text[at:]
	}
	return "", text
}

// toFirst puts the cursor on the folder that was left, else on the newest
// list, else on the first name under "..".
func (b *browser) toFirst() {
	if b.from != "" && b.table.Select(b.from) {
		b.from = ""
		return
	}
	b.from = ""
	b.table.MoveTo(0)
	if len(b.rows) > 1 && b.entries[b.rows[0]].Rank == imports.ParentEntry {
		b.table.MoveTo(1)
	}
}

// typed reports what the filter holds; a path is not a filter.
func (b *browser) typed() string { return b.input.Value() }

// narrow lets pass the names that hold every typed word; of the folder of a typed
// path, those that begin as it ends.
func (b *browser) narrow() {
	wanted := strings.Fields(fold.Fold(b.typed()))
	folder, name := b.typedFolder()
	name = fold.Fold(name)
	if drop.LooksLikePath(b.typed()) {
		wanted = nil
	}
	b.rows = b.rows[:0:0]
	for i := range b.entries {
		e := &b.entries[i]
		if passes(e, wanted) && (folder == "" || folder != b.shows || strings.HasPrefix(e.Folded, name)) {
			b.rows = append(b.rows, i)
		}
	}
	b.table.Empty = texts.ImportNoFiles
	if len(wanted) > 0 || folder != "" {
		b.table.Empty = texts.ImportNoMatch
	}
	b.table.SetRows(files{b.entries, b.rows})
}

func passes(e *imports.Entry, wanted []string) bool {
	if e.Rank == imports.ParentEntry {
		return len(wanted) == 0
	}
	return !slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(e.Folded, word) })
}

// clear empties the filter; it tells whether there was one.
func (b *browser) clear() bool {
	if b.typed() == "" {
		return false
	}
	b.input.SetValue("")
	b.narrow()
	return true
}

// current returns the entry under the cursor.
func (b *browser) current() (imports.Entry, bool) {
	if len(b.rows) == 0 {
		return imports.Entry{}, false
	}
	return b.entries[b.rows[b.table.Row()]], true
}

// files is the table's view of a folder. It does not change: the table asks the
// old one where its rows were.
type files struct {
	entries []imports.Entry
	rows    []int
}

func (f files) Len() int          { return len(f.rows) }
func (f files) ID(row int) string { return f.entries[f.rows[row]].Name }
func (f files) Cells(row int, out []string) {
	e := &f.entries[f.rows[row]]
	out[0] = e.Shown
	switch e.Rank {
	case imports.ParentEntry:
		out[0] = e.Shown + "  " + texts.KeyImportParent
	case imports.FolderEntry:
		out[0] = e.Shown + e.Mark
		out[1] = texts.ImportEntryFolder
		out[2] = texts.FileTime(e.Modified)
	case imports.ListEntry, imports.OtherEntry:
		out[1], out[2] = texts.FileSize(e.Size), texts.FileTime(e.Modified)
	}
}

// lines draws the browser: where it is, the filter, the names.
func (b *browser) lines(w, h int) []string {
	st := b.styles
	count := texts.ImportFolderCount(len(b.rows), len(b.entries))
	if b.cut {
		count = texts.ImportFolderCut(len(b.rows), imports.MostEntries)
	}
	if b.loading {
		count = texts.ImportOpening
	}
	room := max(0, w-layout.Width(count)-3)
	path := filename.Clean(b.path)
	if over := layout.Width(path) - room; over > 0 { // the end of a path says more than its head
		path = st.Glyphs.Ellipsis + tail(path, room-1)
	}
	head := " " + st.Strong.Render(layout.Fit(path, room, layout.Left, "")) + " " + st.Muted.Render(count) + " "
	filter := " " + st.Prompt.Render("> ") + b.input.Line(max(0, w-4)) + " "
	out := []string{head, filter}
	b.table.Resize(w, max(0, h-len(out)))
	return append(out, b.table.Lines()...)
}

// tail returns the last cells of a text.
func tail(s string, cells int) string {
	r := []rune(s)
	for len(r) > 0 && layout.Width(string(r)) > cells {
		r = r[1:]
	}
	return string(r)
}
