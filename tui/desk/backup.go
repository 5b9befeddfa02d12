package desk

import (
	"errors"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/tui/msg"
)

// Backup writes everything that is the user's to a file; without a name, to one
// in the home folder named by the date. A file that is there is replaced only
// after a question.
func (d *Desk) Backup(file string, replace bool) tea.Cmd {
	if d.Lib == nil {
		return msg.Warn(texts.DemoNotStored)
	}
	if file == "" {
		file = "~/" + texts.BackupFileName(d.Now())
	}
	lib, ctx, home := d.Lib, d.ctx, d.Folders.Home
	about := library.About{Program: d.Program, At: d.Now()}
	return func() tea.Msg {
		path, err := outputPath(home, filepath.ToSlash(file))
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: err.Error()}
		}
		made, err := planner.SaveBackup(ctx, lib, path, about, replace)
		switch {
		case errors.Is(err, planner.ErrFileExists):
			return msg.ConfirmMsg{Question: texts.BackupOverwrite(file), Yes: d.Backup(file, true)}
		case err != nil:
			return msg.NoticeMsg{Severity: msg.Error, Text: err.Error()}
		}
		return msg.NoticeMsg{Severity: msg.Success, Text: texts.BackupMade(made.Path, len(made.Files), made.Bytes) + " " + texts.BackupReturn(made.Path)}
	}
}
