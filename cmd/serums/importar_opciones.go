package main

import (
	"strings"

	"github.com/spf13/pflag"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// importFlags are those of every kind of import.
type importFlags struct {
	process, modality   string
	upTo                int
	sheet, sep, charset string
	yes, dryRun         bool
	strict, asJSON      bool
	partial             bool
	as, profession      string
	add, replace        bool
	columns             []string
	headingRow          int
}

// define makes the flags that every kind of import has.
func (f *importFlags) define(flags *pflag.FlagSet) {
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
	flags.BoolVar(&f.yes, "si", false, texts.FlagYes)
	flags.BoolVar(&f.dryRun, "revisar", false, texts.FlagDryRun)
	flags.BoolVar(&f.strict, "estricto", false, texts.FlagStrict)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
}

// options reads the flags; errors are of usage.
func (f *importFlags) options() (lists.Options, error) {
	o := lists.Options{UpTo: f.upTo, Sheet: f.sheet, Encoding: f.charset}
	var err error
	if o.Process, err = processOf(f.process); err != nil {
		return o, err
	}
	if f.modality != "" {
		m, ok := data.ParseModality(f.modality)
		if !ok {
			return o, usage(texts.BadModality(f.modality))
		}
		o.Modality = m
	}
	if f.upTo < 0 {
		return o, usage(texts.BadRank(f.upTo, workspace.MostRank))
	}
	if o.HeadingRow = f.headingRow; o.HeadingRow < 0 {
		return o, usage(texts.BadHeadingRow(f.headingRow))
	}
	if err := f.columnOptions(&o); err != nil {
		return o, err
	}
	if f.sep != "" {
		sep := strings.ReplaceAll(f.sep, `\t`, "\t")
		if runes := []rune(sep); len(runes) == 1 {
			o.Delimiter = runes[0]
		} else {
			return o, usage(texts.BadDelimiter(f.sep))
		}
	}
	return o, nil
}

// columnOptions reads what the flags say of the list and its columns.
func (f *importFlags) columnOptions(o *lists.Options) error {
	switch as := data.Kind(f.as); as {
	case "", data.KindOffer, data.KindAdjudication:
		o.As = as
	default:
		return usage(texts.BadAs(f.as))
	}
	if f.profession != "" {
		name, ok := lists.ParseProfession(f.profession)
		if !ok {
			return usage(texts.BadListProfession(f.profession))
		}
		o.Profession = name
	}
	for _, text := range f.columns {
		name, column, ok := strings.Cut(text, "=")
		field, known := lists.ParseField(name)
		if !ok || !known || strings.TrimSpace(column) == "" {
			return usage(texts.BadColumn(text, lists.FieldWords()))
		}
		o.Columns = append(o.Columns, lists.ColumnChoice{Field: field, Column: strings.TrimSpace(column)})
	}
	return nil
}
