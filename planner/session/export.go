package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/report"
	"brujula/planner/yearbook"
)

// ExportTo says where a plan is written to, and what of it.
type ExportTo struct {
	File       string
	Notes      bool // the own notes too
	Semicolons bool // a CSV has them between its cells
	Overwrite  bool // a file that is there already is replaced
}

// ExportExists tells Mi plan that a file would be overwritten; it asks.
type ExportExists struct{ ExportTo }

// ExportPlan writes the plan as it is seen now to a file, in the format of its
// ending; the own notes go with it only where asked for, or where the format is
// for loading the plan again. A file that is there already is replaced only with
// Overwrite; else ExportExists answers.
func (d *Session) ExportPlan(to ExportTo) Jobs {
	file := to.File
	if filepath.Ext(file) == "" {
		file += "." + string(export.Markdown)
	}
	if _, ok := export.FormatOf(file); !ok {
		return warn(texts.PlanBadFormat(filepath.Ext(file)))
	}
	d.rank(d.shown.Editor)
	space, p, est, now, ctx := d.Space, d.Plan().Clone(), d.Est, d.Now(), d.ctx
	own, home, runs := d.Profile.Rank, d.Folders.Home, d.runs
	return Jobs{func() Answer {
		path, err := outputPath(home, file)
		if err != nil {
			return Exported{Path: file, Err: errors.New(texts.CannotWrite(file, err))}
		}
		if _, err := os.Stat(path); err == nil && !to.Overwrite {
			to.File = file
			return ExportExists{to}
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Exported{Path: path, Err: errors.New(texts.CannotWrite(path, err))}
		}
		out, err := report.Simulated(ctx, space, &p, est, now, runs)
		if err != nil {
			return Exported{Path: path, Err: err}
		}
		out.SeenFrom(own)
		return writeExport(path, out, to)
	}}
}

func writeExport(path string, out *report.Plan, to ExportTo) Answer {
	format, _ := export.FormatOf(path)
	// Spreadsheets take a CSV without a mark for the system's own encoding.
	o := export.Options{BOM: true, Semicolons: to.Semicolons, Notes: to.Notes || format.KeepsNotes()}
	content, err := export.Bytes(format, out, o)
	if err == nil {
		_, err = export.Save(path, content)
	}
	return Exported{Path: path, Holds: export.Holds(format, out, o), Err: err}
}

// outputPath returns the full path of a file that the user named; "~/" is the
// home folder that cmd gave, as in a shell.
func outputPath(home, file string) (string, error) {
	rest, ok := strings.CutPrefix(file, "~/")
	switch {
	case !ok:
		return filepath.Abs(file)
	case home == "":
		return "", errors.New(texts.NoHomeFolder)
	}
	return filepath.Join(home, rest), nil
}

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
			_, err = export.Save(path, content)
		}
		return fileSaid(texts.YearWritten(path), err)
	}}
}
