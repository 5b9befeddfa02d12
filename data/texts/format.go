package texts

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Chance writes a chance (0–1) as a rounded percentage, clamped to <1 % and
// >99 % since nothing is certain; nil is a dash: not estimated.
func Chance(p *float64) string {
	if p == nil || math.IsNaN(*p) {
		return "–"
	}
	return Percent(*p)
}

// Percent writes a chance (0–1) as Chance does.
func Percent(p float64) string {
	switch {
	case p < 0.01:
		return "<1 %"
	case p > 0.99:
		return ">99 %"
	}
	shown := math.Round(p * 100)
	// Rounding must not lift a chance over the edge of its band: 79.7 % is
	// still "disputada", and "D 80 %" would contradict itself.
	for _, edge := range []float64{20, 50, 80, 95} {
		if shown == edge && p*100 < edge {
			shown--
		}
	}
	return fmt.Sprintf("%d %%", int(shown))
}

// bandLetters maps the keys of the bands to their letters.
var bandLetters = map[string]string{
	"muy_probable": "M", "probable": "P", "disputada": "D", "improbable": "I", "casi_nula": "N",
}

// BandLetter returns the letter of a band's key; a dash when there is none.
func BandLetter(key *string) string {
	if key == nil {
		return "–"
	}
	return bandLetters[*key]
}

// ChanceWithBand returns letter and percentage together.
func ChanceWithBand(p *float64, key *string) string {
	if p == nil {
		return "–"
	}
	return BandLetter(key) + " " + Chance(p)
}

// PointsShort writes residency points for a table: a dash when none is stated.
func PointsShort(known bool, points float64) string {
	if !known {
		return "–"
	}
	return Decimal(points)
}

// Decimal writes a figure with at most one decimal. The decimal sign is the
// point everywhere, as Peru writes it and as the marks of the ministry's lists
// stand (15.40); thousands are set off by a blank, never by a comma, which would
// read as another number elsewhere.
func Decimal(x float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
}

// Grade writes a grade of difficulty for a table.
func Grade(g *int) string {
	if g == nil {
		return "–"
	}
	return strconv.Itoa(*g)
}

// YesNo answers as the lists do.
func YesNo(yes bool) string {
	if yes {
		return "SI"
	}
	return "NO"
}

// Bonuses names the bonuses of a plaza.
func Bonuses(zaf, ze bool) string {
	switch {
	case zaf && ze:
		return "ZAF ZE"
	case zaf:
		return "ZAF"
	case ze:
		return "ZE"
	}
	return ""
}

// plural picks the form of a word that goes with a number.
func plural[N int | float64](n N, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// counted writes a number with its word.
func counted(n int, one, many string) string { return Thousands(n) + " " + plural(n, one, many) }

// either lists words with "o" before the last.
func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " o " + words[len(words)-1]
}
