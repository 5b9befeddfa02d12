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
