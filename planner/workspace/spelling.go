package workspace

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"brujula/data/fold"
)

const maxSimilar = 3

// Similar finds up to three values that the word may have been meant for: those
// that have its letters in their order, else those that few slips of the finger
// lead to.
func Similar(word string, values []string) []string {
	folded := make([]string, len(values))
	for i, v := range values {
		folded[i] = fold.Bytes(v, false)
	}
	var out []string
	for _, m := range fuzzy.Find(fold.Bytes(word, false), folded) {
		if len(out) == maxSimilar {
			break
		}
		if values[m.Index] != "" {
			out = append(out, values[m.Index])
		}
	}
	if len(out) == 0 {
		return misspelt(word, values)
	}
	return out
}

// longestMisspelt bounds the words that are compared letter by letter, in bytes:
// what is longer is no slip.
const longestMisspelt = 60

// misspelt finds the values that the fewest slips lead to, at most three of them
// in their order, where that is at most one slip in four letters.
func misspelt(word string, values []string) []string {
	word = fold.Fold(word)
	most := utf8.RuneCountInString(word) / 4
	if most == 0 || len(word) > longestMisspelt {
		return nil
	}
	type candidate struct {
		value string
		slips int
	}
	var near []candidate
	for _, v := range values {
		if v == "" || len(v) > longestMisspelt {
			continue
		}
		if n := slips(word, fold.Fold(v)); n <= most {
			near = append(near, candidate{v, n})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.slips, b.slips) })
	var out []string
	for _, c := range near[:min(len(near), maxSimilar)] {
		if c.slips == near[0].slips {
			out = append(out, c.value)
		}
	}
	return out
}

// slips counts the letters to put in, leave out or change, and the neighbours to
// swap, to make one word of the other (optimal string alignment distance: what
// was swapped is not touched again).
func slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	// From what was read of a to each beginning of b; before, last and row are for
	// two letters less, one less, and this one.
	before, last, row := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		before, last, row = last, row, before
		row[0] = i + 1
		for j, s := range to {
			changed := last[j]
			if r != s {
				changed++
			}
			row[j+1] = min(changed, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && r == to[j-1] && s == from[i-1] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(to)]
}
