// Package pdf reads the tables of a PDF file as rows of cells.
//
// A PDF knows no tables, only words and lines at places. The work goes in
// steps, each in a file of its own: pages are drawn by package pdfpage (pages
// in parallel); words that one stroke of the pen placed are atoms (atoms.go);
// ruling lines and filled bands make grids (rules.go, grid.go); where there
// are none, columns are the white corridors over all pages (columns.go) and
// rows follow from the order and alignment of the atoms (free.go); inside grids
// a row is a band between two rules (bands.go). At last rows that run over a
// page break are joined (join.go).
//
// A table has one cell a column, the same columns on all pages. Headings that
// every page repeats come out as often as they stand there; titles and notes
// are rows with all text in the first cell. What they are is the mapper's
// business. Nothing is guessed about the words themselves: a line break inside
// a cell stays as '\n'.
package pdf
