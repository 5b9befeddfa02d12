// Package xlsxtable reads the sheets of an XLSX workbook as rows of positioned
// cells. Excelize does the reading; this package looks at the workbook first,
// so that no crafted file reaches it that would exhaust memory, and fills
// cells merged over several rows.
package xlsxtable

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/xuri/excelize/v2"

	"brujula/data/cells"
)

// maxInflate bounds the inflated workbook whatever the limits allow: what
// excelize parses in 4 s (measured: 13 MB/s of attributes) beside the elements
// that maxElements bounds. The ministry's longest list inflates to 10 MB.
const maxInflate = 48 << 20

// NoSheetError says that the workbook has no sheet of the wanted name, or, where
// none was wanted, that all of its sheets are hidden.
type NoSheetError struct {
	Wanted string
	Sheets []string // that it has
}

// Error states it for programmers.
func (e *NoSheetError) Error() string {
	return fmt.Sprintf("xlsxtable: no sheet %q to be read among %q", e.Wanted, e.Sheets)
}

// Sheet returns an opener that reads the sheet of the name alone, hidden or not;
// the empty name stands for every visible sheet. The opener fails with
// cells.ErrTooLarge, cells.ErrEncrypted, cells.ErrFormat and *NoSheetError.
func Sheet(name string) cells.Open {
	return func(ctx context.Context, path string, limits cells.Limits, progress cells.Progress) (cells.Reader, error) {
		content, err := readFile(path, limits.Bytes)
		if err != nil {
			return nil, err
		}
		return open(ctx, content, name, limits, progress)
	}
}

func readFile(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, min(limit, maxInflate)+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > min(limit, maxInflate) {
		return nil, fmt.Errorf("%w: %d bytes", cells.ErrTooLarge, len(content))
	}
	return content, nil
}

func open(ctx context.Context, content []byte, sheet string, limits cells.Limits, progress cells.Progress) (r *reader, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, fmt.Errorf("%w: %v", cells.ErrFormat, p)
		}
	}()
	if bytes.HasPrefix(content, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		return nil, cells.ErrEncrypted
	}
	survey, err := surveyArchive(ctx, content, min(limits.Inflate, maxInflate))
	if err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue:      true, // dates and formats tell nothing about our fields, and cost half as much again
		UnzipSizeLimit:    maxInflate,
		UnzipXMLSizeLimit: maxInflate, // stay in memory: write no files that nobody asked for
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", cells.ErrFormat, err)
	}
	survey.arrange(book)
	r = &reader{ctx: ctx, book: book, survey: survey, limits: limits, progress: progress}
	if err := r.chooseSheets(sheet); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return r, nil
}

// surveyArchive looks at every part of the workbook before it is handed on.
func surveyArchive(ctx context.Context, content []byte, inflate int64) (*survey, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", cells.ErrFormat, err)
	}
	if len(archive.File) > maxParts {
		return nil, fmt.Errorf("%w: %d parts", cells.ErrTooLarge, len(archive.File))
	}
	var declared uint64
	for _, part := range archive.File {
		declared += part.UncompressedSize64
		if part.UncompressedSize64 > uint64(inflate) || declared > uint64(inflate) {
			return nil, fmt.Errorf("%w: it inflates to over %d bytes", cells.ErrTooLarge, inflate)
		}
	}
	where, err := locate(archive)
	if err != nil {
		return nil, err
	}
	s := &survey{layout: where, parts: make(map[string]*partSurvey)}
	for _, part := range archive.File {
		if err := s.look(ctx, part); err != nil {
			return nil, fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return s, s.linkSheets()
}
