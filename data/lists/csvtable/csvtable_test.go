package csvtable

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/cells"
)

func write(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readAll(t testing.TB, content string, d Dialect, limits cells.Limits) ([]cells.Row, error) {
	t.Helper()
	r, err := d.Open(context.Background(), write(t, content), limits, nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var rows []cells.Row
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
}

// marked writes rows as text: ¶ before each, § before each cell.
func marked(rows []cells.Row) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("¶")
		for _, cell := range row.Cells {
			b.WriteString("§" + cell)
		}
	}
	return b.String()
}

func TestRowsAndCells(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "a;b\nc;d\n", "¶§a§b¶§c§d"},
		{"no last break", "a;b\nc;d", "¶§a§b¶§c§d"},
		{"CRLF", "a;b\r\nc;d\r\n", "¶§a§b¶§c§d"},
		{"CR", "a;b\rc;d\r", "¶§a§b¶§c§d"},
		{"quoted break", "a;\"b\r\nx\"\nc;d\n", "¶§a§b\nx¶§c§d"},
		{"quoted delimiter", "a;\"b;x\"\nc;d\n", "¶§a§b;x¶§c§d"},
		{"doubled quote", "a;\"b \"\"x\"\"\"\nc;d\n", "¶§a§b \"x\"¶§c§d"},
		{"quote and blanks", "\"a\" ;b\nc;d\n", "¶§a§b¶§c§d"},
		{"empty quoted", "\"\";b\nc;d\n", "¶§§b¶§c§d"},
		{"quote inside", "a;b \"x\" y\nc;d\n", "¶§a§b \"x\" y¶§c§d"},
		{"stray quote", "a;\"b\nc;d\ne;f\n", "¶§a§\"b¶§c§d¶§e§f"},
		{"stray quote, pair later", "a;\"b;c;d;e\nf;g;h;i;j\nk;l\";m;n;o\n", "¶§a§\"b§c§d§e¶§f§g§h§i§j¶§k§l\"§m§n§o"},
		{"unescaped quotes", "a;\"b \"x\" y\";z\nc;d;e\n", "¶§a§\"b \"x\" y\"§z¶§c§d§e"},
		{"blank between", "a;b\n\n;\nc;d\n\n;;\n", "¶§a§b¶¶¶§c§d"},
		{"comma", "a,b\nc,d\n", "¶§a§b¶§c§d"},
		{"tab", "a\tb\nc\td\n", "¶§a§b¶§c§d"},
		{"pipe", "a|b\nc|d\n", "¶§a§b¶§c§d"},
		{"commas inside", "a, x;b\nc;d, y\ne;f\n", "¶§a, x§b¶§c§d, y¶§e§f"},
		{"one column", "a\nb\n", "¶§a¶§b"},
		{"mark", "\ufeffa;b\n", "¶§a§b"},
		{"cp1252", "N\xba;A\xd1O\nc;d\n", "¶§Nº§AÑO¶§c§d"},
		{"mixed", strings.Repeat("Ñ", 20) + ";A\xd1O\n", "¶§" + strings.Repeat("Ñ", 20) + "§AÑO"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := readAll(t, c.in, Dialect{}, cells.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, marked(rows)); diff != "" {
				t.Error(diff)
			}
			for i, row := range rows {
				if row.Number != i+1 {
					t.Errorf("row %d has number %d", i+1, row.Number)
				}
			}
		})
	}
}

func TestDialectOverridesWhatWouldBeDetected(t *testing.T) {
	rows, err := readAll(t, "a;b,c\nd;e,f\n", Dialect{Delimiter: ','}, cells.DefaultLimits())
	if err != nil || marked(rows) != "¶§a;b§c¶§d;e§f" {
		t.Errorf("%q %v", marked(rows), err)
	}
	rows, err = readAll(t, "a¦b\n", Dialect{Delimiter: '¦'}, cells.DefaultLimits())
	if err != nil || marked(rows) != "¶§a§b" {
		t.Errorf("%q %v", marked(rows), err)
	}
	rows, err = readAll(t, "Ã\u0091;b\n", Dialect{Encoding: CP1252}, cells.DefaultLimits())
	if err != nil || !strings.HasPrefix(marked(rows), "¶§Ãƒ") {
		t.Errorf("%q %v", marked(rows), err)
	}
	if _, err := readAll(t, "a;b\n", Dialect{Encoding: "ebcdic"}, cells.DefaultLimits()); !errors.Is(err, ErrEncoding) {
		t.Error(err)
	}
}

func TestLimits(t *testing.T) {
	limits := cells.Limits{Bytes: 4 << 20, Rows: 10, Columns: 5, Cell: 100}
	for name, content := range map[string]string{
		"rows":    strings.Repeat("a;b\n", 11),
		"columns": "a;b;c;d;e;f\n",
		"cell":    strings.Repeat("x", 101),
		"bytes":   strings.Repeat("a;b\n", 2<<20),
	} {
		if _, err := readAll(t, content, Dialect{}, limits); !errors.Is(err, cells.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := readAll(t, "a;\x00b\n", Dialect{}, limits); !errors.Is(err, cells.ErrFormat) {
		t.Errorf("binary: %v", err)
	}
}

// Quotes without end must cost time in proportion to the file (this one would
// take minutes if each cost a look at the longest cell).
func TestEndlessQuotesStayLinear(t *testing.T) {
	for _, unit := range []string{`"`, `;"`, `"a;`, `""a;`, "\n\"a;\"\"", `;"a""`} {
		limits := cells.DefaultLimits()
		limits.Columns = 1 << 30
		limits.Cell = 1 << 20
		if _, err := readAll(t, strings.Repeat(unit, (4<<20)/len(unit)), Dialect{Delimiter: ';'}, limits); err != nil && !errors.Is(err, cells.ErrTooLarge) {
			t.Errorf("%q: %v", unit, err)
		}
	}
}

func TestCancelledContextStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, err := Open(ctx, write(t, "a;b\n"), cells.DefaultLimits(), nil)
	if err == nil {
		_, err = r.Next()
	}
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// What a standard writer wrote is read as it was.
func FuzzRoundTrip(f *testing.F) {
	for _, seed := range []string{"a;b\nc;d\n", "\"a\nb\";c\n", "x", "\"\"\"\";\n", "a;\"b\nc;d\ne\";f"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) > 1<<14 {
			return
		}
		limits := cells.Limits{Bytes: 1 << 20, Rows: 1 << 12, Columns: 256, Cell: 1 << 12}
		rows, err := readAll(t, string(content), Dialect{}, limits)
		if err != nil {
			return
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		for _, row := range rows {
			for _, cell := range row.Cells {
				if strings.ContainsAny(cell, "\r") || strings.Count(cell, ";") > 1 {
					return // what a writer would hardly write and the guard against stray quotes reads otherwise
				}
			}
			if len(row.Cells) == 0 {
				row.Cells = []string{"", ""}
			}
			if err := w.Write(row.Cells); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		again, err := readAll(t, b.String(), Dialect{Delimiter: ';', Encoding: UTF8}, limits)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(b.String(), "\ufeff") {
			return
		}
		if diff := cmp.Diff(marked(rows), marked(again)); diff != "" {
			t.Errorf("%q: %s", b.String(), diff)
		}
	})
}
