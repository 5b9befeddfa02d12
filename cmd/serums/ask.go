package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/lists"
	"brujula/data/texts"
)

// asker puts questions on the terminal. One reader serves all questions, so
// that an answer typed ahead is not lost.
type asker struct {
	app     *app
	input   *bufio.Reader
	allowed bool
}

// line asks one question. It gives up when the context ends, since Ctrl-C does
// not end a read from the terminal; ok is false at the end of the input.
func (q *asker) line(ctx context.Context, question string) (text string, ok bool, err error) {
	fmt.Fprint(q.app.out, question)
	type answer struct {
		text string
		err  error
	}
	read := make(chan answer, 1)
	go func() {
		text, err := q.input.ReadString('\n')
		read <- answer{text, err}
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(q.app.out)
		return "", false, ctx.Err()
	case got := <-read:
		if got.err != nil && got.text == "" {
			fmt.Fprintln(q.app.out)
			return "", false, nil
		}
		return strings.TrimSpace(got.text), true, nil
	}
}

// confirm asks yes or no; end of input is no.
func (q *asker) confirm(ctx context.Context, question string) (bool, error) {
	text, ok, err := q.line(ctx, question)
	return ok && texts.IsYes(text), err
}

// askMissing asks for what a file does not tell; asked is false when the error is
// another or the user gives no answer.
func (q *asker) askMissing(ctx context.Context, cause error, file string, o *lists.Options) (asked bool, err error) {
	switch {
	case errors.Is(cause, lists.ErrNeedProcess) && o.Process == "":
		o.Process, err = q.process(ctx, file)
		return o.Process != "", err
	case errors.Is(cause, lists.ErrNeedModality) && o.Modality == "":
		o.Modality, err = q.modality(ctx, file)
		return o.Modality != "", err
	}
	return false, nil
}

// process asks until the answer is a process; an empty one gives up.
func (q *asker) process(ctx context.Context, file string) (data.Process, error) {
	base := filename.Shown(file)
	for {
		text, ok, err := q.line(ctx, texts.ImportAskProcess(base))
		if !ok || err != nil || text == "" {
			return "", err
		}
		if process, err := data.ParseProcess(text); err == nil {
			return process, nil
		}
		fmt.Fprintln(q.app.out, texts.BadProcess(text))
	}
}

// modality asks until the answer is a modality; an empty one gives up.
func (q *asker) modality(ctx context.Context, file string) (data.Modality, error) {
	for {
		text, ok, err := q.line(ctx, texts.ImportAskModality(filename.Shown(file)))
		if !ok || err != nil || text == "" {
			return "", err
		}
		for _, m := range data.Modalities() {
			if strings.HasPrefix(string(m), strings.ToLower(text)) {
				return m, nil
			}
		}
		if m, ok := data.ParseModality(text); ok {
			return m, nil
		}
		fmt.Fprintln(q.app.out, texts.BadModality(text))
	}
}
