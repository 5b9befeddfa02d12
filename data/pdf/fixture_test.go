package pdf

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var writeHTML = flag.String("write-html", "", "write the pages that the PDF fixtures are printed from to this folder")

const fixtures = "../../testdata/pdf"

var heading = []string{
	"INSTITUCIÓN OFERTANTE", "PROFESIÓN", "SEDE DE ADJUDICACIÓN", "N° PLAZAS", "DIRESA GERESA DIRIS", "INSTITUCIÓN",
	"DEPARTAMENTO", "PROVINCIA", "DISTRITO", "GRADO DE DIFICULTAD", "CÓDIGO RENIPRESS", "NOMBRE DE ESTABLECIMIENTO",
	"CATEGORÍA", "PRESUPUESTO", "ZAF (*)", "ZE (**)",
}

// madeUp returns n rows of a list that exists nowhere: the words of real ones,
// with establishments and districts of our own.
func madeUp(n int) [][]string {
	pick := func(i, prime int, words ...string) string { return words[i*prime%len(words)] }
	yes := func(b bool) string {
		if b {
			return "SI"
		}
		return "NO"
	}
	rows := make([][]string, n)
	for i := range rows {
		region := pick(i, 1, "AMAZONAS", "ÁNCASH", "HUÁNUCO", "LA LIBERTAD", "MADRE DE DIOS", "PUNO")
		rows[i] = []string{
			pick(i, 1, region, "ESSALUD", "MINSA", region),
			pick(i, 7, "MEDICINA", "ENFERMERIA", "OBSTETRICIA", "QUIMICO FARMACEUTICO", "TM - LABORATORIO CLINICO"),
			"SEDE CENTRAL",
			fmt.Sprint(1 + i%11/10),
			region,
			pick(i, 3, "GOBIERNO REGIONAL", "ESSALUD", "MINSA", "SANIDAD DE LA PNP"),
			region,
			pick(i, 5, "PROVINCIA INVENTADA", "CONDORINVENTADO", "SEÑALADA"),
			pick(i, 11, "DISTRITO DEL NIÑO", "ALTO INVENTO", "QUEBRADA FICTICIA DE ABAJO", "FICCIÓN"),
			fmt.Sprintf("GD-%d", 1+i%5),
			fmt.Sprintf("%08d", 90000000+i*37),
			pick(i, 13, "POSTA INVENTADA", "CENTRO DE SALUD LA QUIMERA", "PUESTO DE SALUD SAN NADIE DE LA PEÑA FICTICIA",
				"IE - 000 HÉROES DE PAPEL; SECUNDARIA, TURNO: MAÑANA-TARDE") + fmt.Sprintf(" %d", i),
			pick(i, 17, "I-1", "I-2", "I-3", "II-E", "0"),
			pick(i, 1, "REGIONAL", "ESSALUD", "NACIONAL"),
			yes(i%3 == 0),
			yes(i%7 == 0),
		}
	}
	return rows
}

// printed are the fixtures, the number of their rows and the style they were
// printed with. README.md beside them says how.
var printed = []struct {
	name  string
	rows  int
	style string
}{
	{"reglas", 200, `td,th{border:1px solid #000;font-size:6pt;text-align:center;vertical-align:middle}`},
	{"sin-reglas", 200, `td,th{font-size:6pt;vertical-align:middle}`},
	{"cortadas", 120, `table{width:60%}td,th{font-size:8pt;vertical-align:top}`},
	{"cortadas-reglas", 120, `table{width:60%}td,th{font-size:8pt;border:1px solid #777;vertical-align:middle}`},
	{"bandas", 120, `tr:nth-child(even){background:#ddd}th{background:#036;color:#fff}td{text-align:center;vertical-align:middle}`},
	{"desbordadas", 120, `td,th{white-space:nowrap;word-break:normal;font-size:5pt;border:1px solid #777}`},
	{"separadas", 120, `table{border-collapse:separate;border-spacing:2px}td,th{border:1px solid #888;vertical-align:bottom}`},
	{"vertical", 120, `@page{size:A4 portrait;margin:5mm}td,th{border:1px solid #000;font-size:4.5pt}`},
}

func pageHTML(style string, rows [][]string) string {
	widths := []float64{7, 7, 6, 4, 7, 7, 7, 7, 7, 5, 6, 11, 5, 6.5, 3.2, 3.2}
	var b strings.Builder
	b.WriteString(`<!doctype html><meta charset=utf-8><style>@page{size:A4 landscape;margin:8mm}body{font:6pt sans-serif;margin:0}` +
		`table{border-collapse:collapse;table-layout:fixed;width:100%}td,th{word-break:break-all;padding:1px}` + style +
		`</style><h3>OFERTA INVENTADA</h3><table><colgroup>`)
	for _, w := range widths {
		fmt.Fprintf(&b, `<col style="width:%g%%">`, w)
	}
	writeRow := func(tag string, cells []string) {
		b.WriteString("<tr>")
		for _, c := range cells {
			fmt.Fprintf(&b, "<%s>%s</%s>", tag, html.EscapeString(c), tag)
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</colgroup><thead>")
	writeRow("th", heading)
	b.WriteString("</thead><tbody>")
	for _, r := range rows {
		writeRow("td", r)
	}
	b.WriteString("</tbody></table><p>NOTA: " + strings.Repeat("esta lista es inventada y sirve para probar la lectura. ", 4) + "</p>")
	return b.String()
}

func squashed(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		for _, c := range rows[i] {
			out[i] = append(out[i], squash(c))
		}
	}
	return out
}

func TestPrinted(t *testing.T) {
	for _, p := range printed {
		if *writeHTML != "" {
			err := os.WriteFile(filepath.Join(*writeHTML, p.name+".html"), []byte(pageHTML(p.style, madeUp(p.rows))), 0o644)
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	paths, _ := filepath.Glob(filepath.Join(fixtures, "*.pdf"))
	if len(paths) < len(printed) {
		t.Fatalf("%d fixtures", len(paths))
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".pdf")
		t.Run(name, func(t *testing.T) {
			base, _, _ := strings.Cut(name, "_") // reglas_qpdf is reglas, rewritten
			n := 0
			for _, p := range printed {
				if p.name == base {
					n = p.rows
				}
			}
			rows := readAll(t, path)
			got := dataRows(cellsOf(rows))
			if diff := cmp.Diff(squashed(madeUp(n)), got); diff != "" {
				t.Errorf("%d rows, want %d (-list +pdf):\n%.3000s", len(got), n, diff)
			}
			checkShape(t, cellsOf(rows))
		})
	}
}

// checkShape looks at what is no data row: the title, headings and notes.
func checkShape(t *testing.T, rows [][]string) {
	t.Helper()
	if got := rows[0][0]; got != "OFERTA INVENTADA" {
		t.Errorf("first row %q", got)
	}
	headings := 0
	for _, r := range rows {
		if len(r) != 16 {
			t.Errorf("row of %d cells: %q", len(r), r)
		}
		if cmp.Equal(squashed([][]string{r}), squashed([][]string{heading})) {
			headings++
		}
	}
	if headings < 2 {
		t.Errorf("%d headings", headings)
	}
	if last := rows[len(rows)-1]; !strings.Contains(squash(last[0]), "inventada") && !strings.Contains(squash(rows[len(rows)-2][0]), "NOTA") {
		t.Errorf("last row %q", last)
	}
}
