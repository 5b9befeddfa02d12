package main

import (
	"errors"
	"io"

	"brujula/data/texts"
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
