package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"brujula/data"
	"brujula/data/store"
	"brujula/data/texts"
	"brujula/planner/yearbook"
)

// WriteYearbook writes how a past process went to a page. A file that is there
// already is left alone, and that is told.
func (d *Session) WriteYearbook(line data.Line, file string) Jobs {
	if !strings.EqualFold(filepath.Ext(file), ".html") {
		return warn(texts.Capital(texts.YearNotHTML))
	}
	space, home := d.Space, d.Folders.Home
	return Jobs{func() Answer {
		path, err := outputPath(home, file)
		if err != nil {
			return Notice{Error, texts.CannotWrite(file, err)}
		}
		if _, there := os.Lstat(path); !errors.Is(there, fs.ErrNotExist) {
			return Notice{Error, texts.Capital(texts.YearExists(file))}
		}
		r, err := yearbook.Of(space, line)
		if err != nil {
			return Notice{Error, texts.Capital(texts.YearNoPast)}
		}
		content, err := r.HTML()
		if err == nil {
			err = store.WriteFile(store.OS{}, path, content)
		}
		if err != nil {
			return Notice{Error, texts.CannotWrite(file, err)}
		}
		return Notice{Success, texts.YearWritten(path)}
	}}
}
