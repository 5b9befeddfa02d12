package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"brujula/data/texts"
	"brujula/planner/export"
)

// outFile is where a command writes its answer to.
type outFile struct {
	name    string // "" and "-" stand for the output
	replace bool
}

func (f *outFile) register(flags *pflag.FlagSet, what string) {
	flags.StringVar(&f.name, "archivo", "", what)
	flags.BoolVar(&f.replace, "reemplazar", false, texts.FlagReplace)
}

func (f *outFile) isOutput() bool { return f.name == "" || f.name == "-" }

// check refuses a file that is there already, unless it is to be replaced.
func (f *outFile) check() error {
	if _, err := os.Lstat(f.name); err == nil && !f.isOutput() && !f.replace {
		return errors.New(texts.PlanFileExists(f.name))
	}
	return nil
}

// save writes an answer; of a file it tells in words that it is there.
func (a *app) save(f outFile, content []byte, told func(path string) string) error {
	if f.isOutput() {
		_, err := a.out.Write(content)
		return err
	}
	path, err := export.Save(f.name, content)
	if err == nil {
		fmt.Fprintln(a.out, told(path))
	}
	return err
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
