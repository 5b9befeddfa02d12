package csvtable

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data/cells"
)

// cutNaively reads text without quotes: records between line ends, fields
// between delimiters.
func cutNaively(text, delimiter string) [][]string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	var rows [][]string
	for record := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		var row []string
		if strings.TrimSpace(strings.ReplaceAll(record, delimiter, "")) != "" {
			row = strings.Split(record, delimiter)
		}
		rows = append(rows, row)
	}
	for len(rows) > 0 && rows[len(rows)-1] == nil {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// Fields are read alike wherever the buffer ends: in a field, before a
// delimiter, inside one of two bytes or between the two halves of a line end.
func TestPlainFieldsAcrossTheBuffer(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		delimiter := rapid.SampledFrom([]string{";", ",", "¦"}).Draw(rt, "delimiter")
		sign := rapid.SampledFrom([]string{delimiter, delimiter, delimiter, "\n", "\r\n", "\r"})
		cell := rapid.SampledFrom([]string{"", "a", "§", "Puesto de salud", "ñ", " ", strings.Repeat("x", 400), strings.Repeat("é", 333)})
		var b strings.Builder
		for range rapid.IntRange(0, 400).Draw(rt, "fields") {
			b.WriteString(cell.Draw(rt, "cell"))
			b.WriteString(sign.Draw(rt, "sign"))
		}
		limits := cells.Limits{Bytes: 1 << 20, Rows: 1 << 12, Columns: 512, Cell: 1 << 10}
		rows, err := readAll(t, b.String(), Dialect{Delimiter: []rune(delimiter)[0], Encoding: UTF8}, limits)
		if err != nil {
			rt.Fatal(err)
		}
		var got [][]string
		for _, row := range rows {
			got = append(got, row.Cells)
		}
		if diff := cmp.Diff(cutNaively(b.String(), delimiter), got, cmpopts.EquateEmpty()); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// A plain field is bounded wherever it ends.
func TestLongPlainFieldIsRefused(t *testing.T) {
	limits := cells.Limits{Bytes: 1 << 20, Rows: 10, Columns: 10, Cell: 100}
	for _, end := range []string{"", "\n", ";", "\r\n", ";b\n"} {
		_, err := readAll(t, "a;b\n"+strings.Repeat("x", 100)+end, Dialect{Delimiter: ';', Encoding: UTF8}, limits)
		if err != nil {
			t.Errorf("100 bytes before %q: %v", end, err)
		}
		_, err = readAll(t, "a;b\n"+strings.Repeat("x", 101)+end, Dialect{Delimiter: ';', Encoding: UTF8}, limits)
		if !errors.Is(err, cells.ErrTooLarge) {
			t.Errorf("101 bytes before %q: %v", end, err)
		}
	}
}
