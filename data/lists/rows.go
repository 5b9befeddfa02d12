package lists

import (
	"context"
	"errors"
	"io"

	"brujula/data/cells"
)

// EachRow calls take with every row of the file at path, in its order, keeping
// none: lists of other kinds, and searches, are read through it. The rows may
// hold names of persons; whoever asks for them keeps none. It gives the name
// and the SHA-256 of the file. Errors are of type *Error, those of take, or
// those of the context.
func EachRow(ctx context.Context, path string, o Options, take func(cells.Row) error) (base, sum string, err error) {
	s, err := inspect(path)
	if err != nil {
		return "", "", err
	}
	limits := o.limits()
	if s.size > limits.Bytes {
		return "", "", s.fail(cells.ErrTooLarge)
	}
	s.startHash()
	reader, err := soon(ctx, func() (cells.Reader, error) { return s.format.open(o)(ctx, path, limits, o.Progress) })
	if err != nil {
		return "", "", s.fail(err)
	}
	err = s.pass(ctx, reader, take)
	if err = errors.Join(err, reader.Close()); err != nil {
		return "", "", err
	}
	sum, err = s.sum()
	return s.base, sum, err
}

// pass hands the rows on.
func (s *source) pass(ctx context.Context, reader cells.Reader, take func(cells.Row) error) error {
	for n := 0; ; n++ {
		if n%512 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		row, err := reader.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return s.fail(&rowError{after: n, err: err})
		}
		if err := take(row); err != nil {
			return err
		}
	}
}

// ColumnName names a column as spreadsheets do, "A" for 0, for problems.
func ColumnName(column int) string { return letters(column) }

// soon returns the result of work, or the error of ctx as soon as that is done:
// libraries that open a file in one go look at no context, and a large one
// takes them seconds. Work that was left goes on, within its own bounds, and
// nothing waits for it. It must touch nothing that its caller goes on to use.
func soon[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
		fault any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.fault = recover()
			done <- r
		}()
		r.value, r.err = work()
	}()
	select {
	case r := <-done:
		if r.fault != nil {
			panic(r.fault) // where the caller's guards are
		}
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
