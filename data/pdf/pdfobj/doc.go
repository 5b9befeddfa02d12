// Package pdfobj reads the objects of a PDF file (ISO 32000-1, chapter 7) out
// of files that nobody vouches for.
//
// It stands where a PDF library would: those at hand cannot be made safe from
// outside, because a stream whose length lies in itself, a cross-reference
// stream that claims 10⁹ entries or an unclosed hex string end them by stack
// overflow, lack of memory or an endless loop, none of which can be recovered
// from. Here nothing recurses without a depth, no size that a file claims is
// believed, and all work is counted against a budget. No function panics.
//
// A Document is safe for concurrent use.
package pdfobj
