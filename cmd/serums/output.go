package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"brujula/data/texts"
	"brujula/planner/export"
)

// output is where a command writes its answer. It remembers that a write failed,
// since hardly any of those who write ask: run tells it at the end. After a
// failure it takes nothing more, so that what came through has no hole in it.
type output struct {
	to  io.Writer
	err error // of the first write that failed
}

func (o *output) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.to.Write(p)
	o.err = err
	return n, err
}

// outcome returns the error that a command ends with, from the one that it gave. An
// answer that did not come through whole is a failure, and one with a cause of
// its own comes first. A reader that had enough, as head has, is told nothing.
func (o *output) outcome(err error) error {
	own := err != nil && !errors.Is(err, o.err) && !errors.Is(err, errSilent)
	switch {
	case o.err == nil || own:
		return err
	case !nobodyReads(o.err):
		return errors.New(texts.OutputIncomplete(o.err))
	case err != nil:
		return errSilent
	}
	return nil
}

// quietWriter takes what cobra writes, which would tell of an error by itself and in
// English; the output behind it remembers the error.
type quietWriter struct{ to io.Writer }

func (d quietWriter) Write(p []byte) (int, error) {
	_, _ = d.to.Write(p)
	return len(p), nil
}

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
