package export

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"

	"brujula/data/store"
	"brujula/data/texts"
)

// WriteTable writes rows as a CSV, each cell guarded against formulas, in place; bom
// marks it as UTF-8, and semicolons stand in the place of commas where asked.
func WriteTable(w io.Writer, rows [][]string, bom, semicolons bool) error {
	if bom {
		if _, err := io.WriteString(w, BOM); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if semicolons {
		out.Comma = ';'
	}
	for _, row := range rows {
		if err := out.Write(Guarded(row)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// WriteJSON writes a value as indented JSON without escaping < > &.
func WriteJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// Save writes a file whole or not at all, and returns its full path; errors are in
// the user's words.
func Save(file string, content []byte) (path string, err error) {
	if path, err = filepath.Abs(file); err == nil {
		err = store.WriteFile(store.OS{}, path, content)
	}
	if err != nil {
		return file, errors.New(texts.CannotWrite(file, err))
	}
	return path, nil
}
