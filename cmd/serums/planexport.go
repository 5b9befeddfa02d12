package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/export"
)

func (a *app) planExport(f *planFlags) *cobra.Command {
	var rank filterFlags
	var format, file string
	var bom, semicolons, replace, notes bool
	cmd := &cobra.Command{
		Use: "exportar", Short: texts.PlanExportShort, Example: texts.PlanExportExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := rank.checkRank(cmd); err != nil {
				return err
			}
			if stat, err := os.Stat(file); err == nil && stat.IsDir() {
				return errors.New(texts.CannotWrite(file, syscall.EISDIR))
			}
			chosen, err := chooseFormat(format, file)
			if err != nil {
				return err
			}
			if err := mayWrite(file, replace); err != nil {
				return err
			}
			if chosen == export.XLSX && file == "" {
				return usage(texts.PlanXLSXNeedsFile)
			}
			o := export.Options{BOM: bom, Semicolons: semicolons, Notes: notes || chosen.KeepsNotes() && !cmd.Flags().Changed("con-notas")}
			seen, err := a.openRankedPlan(cmd.Context(), f.name, &rank)
			if err != nil {
				return err
			}
			p, err := seen.report(cmd.Context(), a.now())
			if err != nil {
				return err
			}
			if file == "" || file == "-" {
				return export.Write(a.out, chosen, p, o)
			}
			content, err := export.Bytes(chosen, p, o)
			if err != nil {
				return err
			}
			path, err := saveFile(file, content)
			if err != nil {
				return err
			}
			fmt.Fprintln(a.out, texts.PlanExported(f.name, export.Holds(chosen, p, o), path))
			return nil
		},
	}
	rank.registerRank(cmd)
	cmd.Flags().StringVar(&format, "formato", "", texts.PlanFlagFormat)
	cmd.Flags().StringVar(&file, "archivo", "", texts.FlagFile)
	cmd.Flags().BoolVar(&replace, "reemplazar", false, texts.FlagReplace)
	cmd.Flags().BoolVar(&notes, "con-notas", false, texts.PlanFlagNotes)
	cmd.Flags().BoolVar(&bom, "bom", false, texts.FlagBOM)
	cmd.Flags().BoolVar(&semicolons, "punto-y-coma", false, texts.FlagSemicolons)
	return cmd
}

// chooseFormat takes the format by its name, else by the file's ending, else
// Markdown.
func chooseFormat(format, file string) (export.Format, error) {
	if format != "" {
		if chosen, ok := export.FormatOf("x." + format); ok {
			return chosen, nil
		}
		return "", usage(texts.PlanBadFormat(format))
	}
	if file != "" && file != "-" {
		if chosen, ok := export.FormatOf(file); ok {
			return chosen, nil
		}
		return "", usage(texts.PlanBadFormat(filepath.Ext(file)))
	}
	return export.Markdown, nil
}
