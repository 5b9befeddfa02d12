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
	"golang.org/x/text/encoding/charmap"

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

// One table in each encoding that programs write, without a word about which.
func TestEncodingsAreFound(t *testing.T) {
	const text = "DEPARTAMENTO;Categoría;N°\nCAÑETE;Ámbar Niño;1\nPIURA;MÁNCORA Ñaña;2\nJUNÍN;P.S. Río Pichís;3\n"
	want := marked(mustRead(t, text))
	latin, err := charmap.ISO8859_1.NewDecoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	encoded := func(page *charmap.Charmap) string {
		out, err := page.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, c := range map[string]struct {
		content string
		kind    cells.NoticeKind
	}{
		"utf-8":        {text, ""},
		"cp1252":       {encoded(charmap.Windows1252), ""},
		"cp850":        {encoded(charmap.CodePage850), cells.TextOfDOS},
		"macroman":     {encoded(charmap.Macintosh), cells.TextOfMac},
		"twice latin1": {latin, cells.TextEncodedTwice},
	} {
		r, err := Dialect{}.Open(context.Background(), write(t, c.content), cells.DefaultLimits(), nil)
		if err != nil {
			t.Fatal(name, err)
		}
		var rows []cells.Row
		for {
			row, err := r.Next()
			if err != nil {
				break
			}
			rows = append(rows, row)
		}
		kind := cells.NoticeKind("")
		for _, n := range r.(cells.Noticer).Notices() {
			kind = n.Kind
		}
		if got := marked(rows); got != want || kind != c.kind {
			t.Errorf("%s: %q, notice %q", name, got, kind)
		}
		_ = r.Close()
	}
}

func mustRead(t testing.TB, content string) []cells.Row {
	t.Helper()
	rows, err := readAll(t, content, Dialect{}, cells.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A single letter tells the encoding where the others are ASCII.
func TestFewLettersTellTheEncoding(t *testing.T) {
	for content, want := range map[string]string{
		"CA\xa5ETE;1\n": "¶§CAÑETE§1", "Ca\xa4ete;1\n": "¶§Cañete§1", // MS-DOS
		"CA\x84ETE;1\n": "¶§CAÑETE§1", "Ca\x96ete;1\n": "¶§Cañete§1", // Mac
		"CA\xd1ETE;1\n": "¶§CAÑETE§1", "Ca\xf1ete;1\n": "¶§Cañete§1", "R\xcdO \x93X\x94;\xbf\n": "¶§RÍO “X”§¿", // Windows
		"Ã‘AÃ‘A;PEÃ‘A\n": "¶§ÑAÑA§PEÑA", "CATEGORÃ\ufffdA;RÃ\ufffdO\n": "¶§CATEGORÍA§RÍO", "JUNÃ\ufffdN;1\n": "¶§JUN\ufffdN§1", // twice
		"â€œX” Â°;NÂº\n": "¶§“X” °§Nº",
	} {
		if got := marked(mustRead(t, content)); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}

func TestNamedEncodings(t *testing.T) {
	for name, content := range map[string]string{
		CP850: "CA\xa5ETE;1\n", "DOS": "CA\xa5ETE;1\n", MacRoman: "CA\x84ETE;1\n", "Mac": "CA\x84ETE;1\n", "latin1": "CA\xd1ETE;1\n", "UTF8": "CAÑETE;1\n",
	} {
		rows, err := readAll(t, content, Dialect{Encoding: name}, cells.DefaultLimits())
		if err != nil || marked(rows) != "¶§CAÑETE§1" {
			t.Errorf("%s: %q %v", name, marked(rows), err)
		}
	}
}

// Halves in two encodings are no one's guess: the error names both.
func TestMixedEncodingsAreRefused(t *testing.T) {
	content := strings.Repeat("CAÑETE;Ñ\n", 10) + strings.Repeat("CA\xd1ETE;\xd1\n", 8)
	var mixed *MixedError
	_, err := readAll(t, content, Dialect{}, cells.DefaultLimits())
	if !errors.As(err, &mixed) || *mixed != (MixedError{UTF8: 20, Others: 16, Other: CP1252, Line: 11}) {
		t.Errorf("%v", err)
	}
	if rows, err := readAll(t, content, Dialect{Encoding: CP1252}, cells.DefaultLimits()); err != nil || len(rows) != 18 {
		t.Errorf("%d rows, %v", len(rows), err)
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
	r, err := Dialect{}.Open(ctx, write(t, "a;b\n"), cells.DefaultLimits(), nil)
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
