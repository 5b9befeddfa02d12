package desk

import (
	"context"
	"errors"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/backups"
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
	b := backup{d.ctx, d.Lib, library.About{Program: d.Program, At: d.Now()}, d.Folders.Home, file}
	return b.write(replace)
}

// backup is what the writing of one needs of the desk, which no command touches.
type backup struct {
	ctx        context.Context
	lib        *library.Library
	about      library.About
	home, file string
}

func (b backup) write(replace bool) tea.Cmd {
	return func() tea.Msg {
		path, err := outputPath(b.home, filepath.ToSlash(b.file))
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: err.Error()}
		}
		made, err := backups.Save(b.ctx, b.lib, path, b.about, replace)
		switch {
		case errors.Is(err, backups.ErrFileExists):
			return msg.ConfirmMsg{Question: texts.BackupOverwrite(b.file), Yes: b.write(true)}
		case err != nil:
			return msg.NoticeMsg{Severity: msg.Error, Text: err.Error()}
		}
		return msg.NoticeMsg{Severity: msg.Success, Text: texts.BackupMade(made.Path, len(made.Files), made.Bytes) + " " + texts.BackupReturn}
	}
}
