package session

import (
	"cmp"
	"errors"
	"path/filepath"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/backups"
)

// Backup writes everything that is the user's to a file; without a name, to one
// in the home folder named by the date. A file that is there is replaced only
// after a question.
func (d *Session) Backup(file string, replace bool) Jobs {
	if d.Lib == nil {
		return warn(texts.DemoNotStored)
	}
	file = cmp.Or(file, "~/"+texts.BackupFileName(d.Now()))
	unsaved, err := d.notOnDisk()
	if err != nil {
		return fail(err)
	}
	ctx, lib, home := d.ctx, d.Lib, d.Folders.Home
	wish := backups.Wish{Replace: replace, About: library.About{Program: d.Program, At: d.Now()}, Unsaved: unsaved}
	carries := d.unsaved() && !unsaved.Empty()
	return Jobs{func() Answer {
		var err error
		if wish.File, err = outputPath(home, filepath.ToSlash(file)); err != nil {
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		made, err := backups.Save(ctx, lib, wish)
		switch {
		case errors.Is(err, backups.ErrFileExists):
			return Question{Text: texts.BackupOverwrite(file), Yes: send(backupAgreed{file})}
		case err != nil:
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		told := texts.BackupMade(made.Path, len(made.Files), made.Bytes)
		if carries {
			told += " " + texts.BackupWithUnsaved
		}
		return Notice{Severity: Success, Text: told + " " + texts.BackupReturn}
	}}
}

// backupAgreed asks the session for a backup in the place of a file, which the user
// agreed to: it takes along what is at hand then.
type backupAgreed struct{ file string }

func (m backupAgreed) apply(d *Session) Jobs { return d.Backup(m.file, true) }

// notOnDisk returns what a backup takes along of the work that is not on the disk
// yet, or that the disk has refused.
func (d *Session) notOnDisk() (u library.Unsaved, err error) {
	if !d.stores() || d.Locked != "" {
		return u, nil
	}
	for _, s := range d.box.Unwritten() {
		err = errors.Join(err, s.carry(&u))
	}
	return u, err
}
