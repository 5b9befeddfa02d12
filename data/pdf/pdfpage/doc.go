// Package pdfpage draws a PDF page in its mind: it runs the page's content
// stream and gives the words with their places, the ruling lines and the
// filled areas (ISO 32000-1, chapters 8 and 9). What the words mean, and which
// stand in one cell, is the business of package pdf.
//
// All coordinates are in points from the top left corner of the page as a
// viewer shows it, y downwards.
package pdfpage
