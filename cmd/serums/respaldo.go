package main

import (
	"bufio"
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"brujula/data/archive"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/backups"
)

func (a *app) backupCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "respaldo", Short: texts.BackupShort, Long: texts.BackupLong, Example: texts.BackupExample,
		Args: noOther("respaldo"),
		RunE: func(*cobra.Command, []string) error { return usage(texts.BackupWhat) },
	}
	cmd.AddCommand(a.backupMake(), a.backupSee(), a.backupRestore())
	return cmd
}

// about is what a backup says of its making.
func (a *app) about() library.About { return library.About{Program: version, At: a.now()} }

// backupRecord is a backup in JSON.
type backupRecord struct {
	File    string         `json:"archivo"`
	Format  int            `json:"formato"`
	Program string         `json:"programa"`
	Library int            `json:"biblioteca"`
	Created time.Time      `json:"creado"`
	Bytes   int64          `json:"bytes"` // unpacked
	Files   []archive.File `json:"archivos"`
}

func recordOf(file string, m *archive.Manifest) backupRecord {
	return backupRecord{file, m.Format, m.Program, m.Library, m.Created, m.Bytes(), m.Files}
}

func (a *app) backupMake() *cobra.Command {
	var replace, force, asJSON bool
	cmd := &cobra.Command{
		Use: "crear " + texts.ArgMaybeFile, Short: texts.BackupMakeShort, Args: arguments(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.demo {
				return usage(texts.BackupInDemo)
			}
			lib, err := a.openLibrary(texts.PurposeBackup)
			if err != nil {
				return err
			}
			a.warn(lib.Notices()...)
			file := ""
			if len(args) == 1 {
				file = args[0]
			}
			made, err := backups.Save(cmd.Context(), lib, backups.Wish{File: file, Replace: replace || force, About: a.about()})
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(recordOf(made.Path, &made.Manifest))
			}
			fmt.Fprintln(a.out, texts.BackupMade(made.Path, len(made.Files), made.Bytes))
			return nil
		},
	}
	cmd.Flags().BoolVar(&replace, "reemplazar", false, texts.FlagReplace)
	cmd.Flags().BoolVar(&force, "forzar", false, texts.FlagReplace)
	cmd.Flags().Lookup("forzar").Hidden = true // the same by another name
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// contentsRecord is what a backup brings, in JSON.
type contentsRecord struct {
	backupRecord
	Lists   []importRecord `json:"listas"`
	Plans   []string       `json:"planes"`
	Turns   []string       `json:"turnos"`
	Profile bool           `json:"perfil"`
	Rules   bool           `json:"reglas"`
}

func contentsOf(file string, c *library.Contents) (contentsRecord, error) {
	m := c.Manifest()
	r := contentsRecord{backupRecord: recordOf(file, &m), Lists: []importRecord{}, Plans: []string{}, Profile: c.HasProfile, Rules: c.Rules != nil}
	for _, info := range c.Lists() {
		r.Lists = append(r.Lists, importRecord{ListInfo: info})
	}
	plans, err := c.Plans()
	if err != nil {
		return r, err
	}
	for _, p := range plans {
		r.Plans = append(r.Plans, p.Name)
	}
	turns, err := c.Logs()
	r.Turns = append([]string{}, turns...)
	return r, err
}

func (r *contentsRecord) holds() string {
	return texts.BackupHolds(len(r.Files), r.Bytes, len(r.Lists), len(r.Plans), len(r.Turns), r.Profile, r.Rules)
}

func (a *app) printContents(r *contentsRecord) {
	a.say(texts.BackupMadeBy(r.Created.In(a.now().Location()), r.Program), r.holds())
	if len(r.Lists) > 0 {
		table := [][]string{texts.SourcesHeading()}
		for i := range r.Lists {
			table = append(table, texts.SourceFields(&r.Lists[i].ListInfo))
		}
		fmt.Fprint(a.out, alignColumns(table))
	}
}

// openBackup reads and checks an archive; what was damaged or cannot be used
// already when it was made is told.
func (a *app) openBackup(ctx context.Context, file string) (*library.Contents, *contentsRecord, error) {
	c, err := backups.Open(ctx, file)
	if err != nil {
		return nil, nil, err
	}
	a.warn(c.Notices()...)
	if c.Rules != nil {
		if _, err := rules.Default().With(rulesFile, c.Rules); err != nil {
			a.warn(texts.Spanish(err))
		}
	}
	r, err := contentsOf(file, c)
	return c, &r, err
}

func (a *app) backupSee() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use: "ver " + texts.ArgFile, Short: texts.BackupSeeShort, Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, r, err := a.openBackup(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(r)
			}
			a.printContents(r)
			fmt.Fprintln(a.out, texts.BackupChecked)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) backupRestore() *cobra.Command {
	var yes, dryRun, asJSON bool
	cmd := &cobra.Command{
		Use: "restaurar " + texts.ArgFile, Short: texts.BackupRestoreShort, Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.demo {
				return usage(texts.BackupInDemo)
			}
			c, r, err := a.openBackup(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if !asJSON {
				a.printContents(r)
			}
			switch {
			case dryRun && asJSON:
				return a.printJSON(restoredRecord{contentsRecord: r})
			case dryRun:
				fmt.Fprintln(a.out, texts.BackupChecked)
				return nil
			}
			return a.restore(cmd.Context(), c, r, yes, asJSON)
		},
	}
	cmd.Flags().BoolVar(&yes, "si", false, texts.FlagBackupYes)
	cmd.Flags().BoolVar(&dryRun, "revisar", false, texts.FlagBackupDryRun)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// restoredRecord is what restaurar did, in JSON.
type restoredRecord struct {
	*contentsRecord
	Restored bool   `json:"restaurado"`
	Kept     string `json:"anterior"` // the backup of what was there; empty without
}

func (a *app) restore(ctx context.Context, c *library.Contents, r *contentsRecord, yes, asJSON bool) error {
	lib, err := a.openLibrary(texts.PurposeBackup)
	if err != nil {
		return err
	}
	a.warn(lib.Notices()...)
	if ok, err := a.mayRestore(ctx, lib, yes, asJSON); !ok || err != nil {
		return err
	}
	done, err := lib.Restore(ctx, c, a.about())
	switch {
	case err != nil:
		return err
	case asJSON:
		return a.printJSON(restoredRecord{r, !done.Same, done.Kept})
	case done.Same:
		fmt.Fprintln(a.out, texts.BackupSame)
	default:
		fmt.Fprintln(a.out, texts.BackupRestored(r.holds(), done.Kept))
	}
	return nil
}

// mayRestore asks on a terminal; elsewhere what is there is replaced only when
// told to. An empty library has nothing to lose.
func (a *app) mayRestore(ctx context.Context, lib *library.Library, yes, asJSON bool) (bool, error) {
	if yes {
		return true, nil
	}
	if empty, err := lib.Empty(); empty || err != nil {
		return empty, err
	}
	if asJSON || !a.interactive() {
		return false, usage(texts.BackupNeedsYes)
	}
	asks := &asker{app: a, input: bufio.NewReader(a.in), allowed: true}
	ok, err := asks.confirm(ctx, texts.BackupAsk)
	if err == nil && !ok {
		fmt.Fprintln(a.out, texts.BackupNotDone)
	}
	return ok, err
}
