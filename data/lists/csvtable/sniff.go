package csvtable

// sniffSize is how much of the file decides about the delimiter.
const sniffSize = 64 << 10

// candidates are the delimiters that Peruvian offices' programs write, the
// likeliest first: it wins a tie.
const candidates = ";,\t|"

// sniffLines bounds how many records vote.
const sniffLines = 200

// sniffDelimiter takes the delimiter that cuts the most records into the same
// number of cells, at least two. Records, not lines: quoted line breaks do not
// vote.
func sniffDelimiter(prefix []byte) byte {
	best, bestScore := candidates[0], 0
	for i := range len(candidates) {
		if score := scoreDelimiter(prefix, candidates[i]); score > bestScore {
			best, bestScore = candidates[i], score
		}
	}
	return best
}

// scoreDelimiter counts the delimiters outside quotes in the records that
// agree with the commonest width.
func scoreDelimiter(prefix []byte, delimiter byte) int {
	widths := make(map[int]int)
	count, quoted, atStart, records := 0, false, true, 0
	for _, c := range prefix {
		switch {
		case c == '"' && (quoted || atStart):
			quoted = !quoted
			atStart = false
		case quoted:
		case c == delimiter:
			count++
			atStart = true
		case c == '\n':
			widths[count]++
			records++
			count, atStart = 0, true
		case c != '\r':
			atStart = false
		}
		if records >= sniffLines {
			break
		}
	}
	if count > 0 && !quoted {
		widths[count]++
	}
	score := 0
	for width, times := range widths {
		score = max(score, width*times)
	}
	return score
}
