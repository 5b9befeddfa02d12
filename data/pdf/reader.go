package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"brujula/data/cells"
	"brujula/data/pdf/pdfobj"
	"brujula/data/pdf/pdfpage"
)

// maxAtoms bounds the pieces of text of a whole file, 100 bytes each; the list
// of 123 pages has 125,000.
const maxAtoms = 2_500_000

// First opens a PDF file for the tables of its first pages, that many of them, 0
// for all: a few are a look at what the file is. Their rows are as those of the
// whole, but for what only the later pages tell about the columns. Progress
// counts pages. Rows come in reading order with their page and their number on
// it, from 1.
//
// It fails with cells.ErrFormat when the file is no PDF, or is damaged so that
// rows could be missing; with cells.ErrEncrypted when it needs a password;
// with cells.ErrNoText when it holds pictures of text only; with
// cells.ErrTooLarge when it exceeds the limits; with the error of ctx when
// that is done.
func First(pages int) cells.Open {
	return func(ctx context.Context, path string, limits cells.Limits, progress cells.Progress) (cells.Reader, error) {
		data, err := readFile(path, limits.Bytes)
		if err != nil {
			return nil, err
		}
		return read(ctx, data, pages, limits, progress)
	}
}

// readFile reads a plain file of at most limit bytes. Anything else, such as a
// pipe that would never end, is refused unopened.
func readFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("pdf: not a plain file: %w", cells.ErrFormat)
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("pdf: %d bytes: %w", info.Size(), cells.ErrTooLarge)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, info.Size())
	n, err := io.ReadFull(f, data)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return data[:n], nil
}

// read does all the work. The recover is the last resort: a fault of ours
// must not take the program down with a user's plan in it.
func read(ctx context.Context, data []byte, first int, limits cells.Limits, progress cells.Progress) (r cells.Reader, err error) {
	defer recovered(&err)
	whole, err := readUnguarded(ctx, data, first, limits, progress)
	if err != nil {
		return nil, err
	}
	return whole, nil
}

func readUnguarded(ctx context.Context, data []byte, first int, limits cells.Limits, progress cells.Progress) (*reader, error) {
	doc, err := pdfobj.Open(data, pdfobj.NewBudget(limits.Inflate))
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	pages, err := doc.Pages(limits.Pages)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	if first > 0 && first < len(pages) {
		pages = pages[:first]
	}
	job := job{ctx: ctx, doc: doc, fonts: pdfpage.NewFonts(doc), pages: pages, progress: progress, sheets: make([]*sheet, len(pages))}
	if err := job.drawAll(); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	if err := job.checkText(); err != nil {
		return nil, err
	}
	rows, err := job.layOut(limits)
	if err != nil {
		return nil, err
	}
	return &reader{rows: rows, notices: job.notices()}, nil
}

// panicError is a fault of this package, told as a file that cannot be read.
type panicError struct{ value any }

func (p *panicError) Error() string { return fmt.Sprintf("pdf: %v: %v", p.value, cells.ErrFormat) }
func (p *panicError) Unwrap() error { return cells.ErrFormat }

func recovered(err *error) {
	if r := recover(); r != nil {
		*err = &panicError{r}
	}
}

// job is one file while it is read.
type job struct {
	ctx      context.Context
	doc      *pdfobj.Document
	fonts    *pdfpage.Fonts
	pages    []pdfobj.Page
	progress cells.Progress
	sheets   []*sheet

	mu         sync.Mutex
	next       int
	done       int
	atoms      int
	images     int // pages with pictures
	unreadable int
	failed     error
	failedPage int
}

// drawAll draws the pages, as many at a time as there are processors.
func (j *job) drawAll() error {
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(j.pages)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i, ok := j.nextPage(); ok; i, ok = j.nextPage() {
				j.finish(i, j.draw(i))
			}
		}()
	}
	wait.Wait()
	return j.failed
}

// nextPage hands out the next page, none after a failure.
func (j *job) nextPage() (page int, ok bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.failed != nil || j.next >= len(j.pages) {
		return 0, false
	}
	j.next++
	return j.next - 1, true
}

func (j *job) draw(i int) (err error) {
	defer recovered(&err)
	page, err := pdfpage.Read(j.ctx, j.doc, j.fonts, j.pages[i])
	if err != nil {
		return err
	}
	s, err := newSheet(page, j.doc.Budget())
	if err != nil {
		return err
	}
	j.sheets[i] = s
	j.mu.Lock()
	defer j.mu.Unlock()
	s.note(page)
	j.unreadable += page.Unreadable
	if page.Images > 0 {
		j.images++
	}
	if j.atoms += len(s.atoms); j.atoms > maxAtoms {
		return fmt.Errorf("more than %d pieces of text: %w", maxAtoms, cells.ErrTooLarge)
	}
	return nil
}

// finish notes the end of a page. Of several failures that of the first page
// is told, so that the same file gives the same message.
func (j *job) finish(i int, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.done++
	if err != nil && (j.failed == nil || i < j.failedPage) {
		j.failed, j.failedPage = &cells.PageError{Page: i + 1, Err: err}, i
	}
	if j.progress != nil && j.failed == nil {
		j.progress(j.done, len(j.pages))
	}
}

// checkText tells files without text from others.
func (j *job) checkText() error {
	switch {
	case j.atoms > 0:
		return nil
	case j.unreadable > 0:
		return fmt.Errorf("pdf: %d glyphs, the file does not say which letters: %w", j.unreadable, cells.ErrNoText)
	}
	return fmt.Errorf("pdf: pictures on %d of %d pages: %w", j.images, len(j.pages), cells.ErrNoText)
}

// layOut makes the rows of all pages. A file whose text makes no table and
// whose pages are pictures is a scan with a stamp or page number on it.
func (j *job) layOut(limits cells.Limits) ([]cells.Row, error) {
	plan := planColumns(j.sheets)
	if plan.columns > limits.Columns {
		return nil, fmt.Errorf("pdf: %d columns: %w", plan.columns, cells.ErrTooLarge)
	}
	pages := make([][]tableRow, len(j.sheets))
	table := false
	for i, s := range j.sheets {
		if err := j.ctx.Err(); err != nil {
			return nil, err
		}
		pages[i] = plan.rows(s)
		for k := range pages[i] {
			table = table || pages[i][k].table
		}
	}
	if !table && j.images*2 > len(pages) {
		return nil, fmt.Errorf("pdf: pictures on %d of %d pages: %w", j.images, len(pages), cells.ErrNoText)
	}
	plan.joinSplit(pages)
	joinPages(pages)
	carryOver(pages)
	return number(pages, limits)
}

// number returns the rows their places and keeps them to the limits.
func number(pages [][]tableRow, limits cells.Limits) ([]cells.Row, error) {
	var out []cells.Row
	for p, rows := range pages {
		for i, r := range rows {
			if len(r.cells) > limits.Columns || len(out) >= limits.Rows {
				return nil, fmt.Errorf("pdf: page %d: too many rows or columns: %w", p+1, cells.ErrTooLarge)
			}
			for _, c := range r.cells {
				if len(c) > limits.Cell {
					return nil, fmt.Errorf("pdf: page %d: cell of %d bytes: %w", p+1, len(c), cells.ErrTooLarge)
				}
			}
			out = append(out, cells.Row{Page: p + 1, Number: i + 1, Cells: r.cells})
		}
	}
	return out, nil
}

// reader hands out rows that are all read.
type reader struct {
	rows    []cells.Row
	next    int
	notices []cells.Notice
}

// Notices tells the pages of which text may be missing.
func (r *reader) Notices() []cells.Notice { return r.notices }

func (r *reader) Next() (cells.Row, error) {
	if r.next >= len(r.rows) {
		return cells.Row{}, io.EOF
	}
	r.next++
	return r.rows[r.next-1], nil
}

func (r *reader) Close() error {
	r.rows, r.next = nil, 0
	return nil
}
