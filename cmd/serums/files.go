package main

import (
	"errors"
	"os"
	"path/filepath"

	"brujula/data/store"
	"brujula/data/texts"
)

// mayWrite refuses a file that is there already, unless it is to be replaced. "" and
// "-" stand for the output.
func mayWrite(file string, replace bool) error {
	if _, err := os.Lstat(file); err == nil && file != "-" && !replace {
		return errors.New(texts.PlanFileExists(file))
	}
	return nil
}

// saveFile writes a file whole or not at all, and returns its full path; errors are in
// the user's words.
func saveFile(file string, content []byte) (path string, err error) {
	if path, err = filepath.Abs(file); err == nil {
		err = store.WriteFile(store.OS{}, path, content)
	}
	if err != nil {
		return "", errors.New(texts.CannotWrite(file, err))
	}
	return path, nil
}

func fullPaths(files []string) ([]string, error) {
	full := make([]string, len(files))
	for i, file := range files {
		var err error
		if full[i], err = filepath.Abs(file); err != nil {
			return nil, err
		}
	}
	return full, nil
}
