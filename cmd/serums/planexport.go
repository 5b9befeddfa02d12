package main

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/export"
)

func (a *app) planExport(f *planFlags) *cobra.Command {
	var rank filterFlags
	var file outFile
	format := ""
	var bom, semicolons, notes bool
	cmd := &cobra.Command{
		Use: "exportar", Short: texts.PlanExportShort, Example: texts.PlanExportExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := rank.checkRank(cmd); err != nil {
				return err
			}
			if stat, err := os.Stat(file.name); err == nil && stat.IsDir() {
				return errors.New(texts.CannotWrite(file.name, syscall.EISDIR))
			}
			chosen, err := chooseFormat(format, file)
			if err != nil {
				return err
			}
			if err := file.check(); err != nil {
				return err
			}
			if chosen == export.XLSX && file.name == "" {
				return usage(texts.PlanXLSXNeedsFile)
			}
			o := export.Options{BOM: bom, Semicolons: semicolons, Notes: notes || chosen.KeepsNotes() && !cmd.Flags().Changed("con-notas")}
			seen, err := a.openSeenPlan(cmd.Context(), f.name, &rank)
			if err != nil {
				return err
			}
			p, err := a.planReport(cmd.Context(), seen)
			if err != nil {
				return err
			}
			content, err := export.Bytes(chosen, p, o)
			if err != nil {
				return err
			}
			return a.save(file, content, func(path string) string { return texts.PlanExported(f.name, export.Holds(chosen, p, o), path) })
		},
	}
	rank.registerRank(cmd)
	cmd.Flags().StringVar(&format, "formato", "", texts.PlanFlagFormat)
	file.register(cmd.Flags(), texts.FlagFile)
	cmd.Flags().BoolVar(&notes, "con-notas", false, texts.PlanFlagNotes)
	cmd.Flags().BoolVar(&bom, "bom", false, texts.FlagBOM)
	cmd.Flags().BoolVar(&semicolons, "punto-y-coma", false, texts.FlagSemicolons)
	return cmd
}

// chooseFormat takes the format by its name, else by the file's ending, else
// Markdown.
func chooseFormat(format string, file outFile) (export.Format, error) {
	name, said := file.name, filepath.Ext(file.name)
	switch {
	case format != "":
		name, said = "x."+format, format
	case file.isOutput():
		return export.Markdown, nil
	}
	chosen, ok := export.FormatOf(name)
	if !ok {
		return "", usage(texts.PlanBadFormat(said))
	}
	return chosen, nil
}
