package gen

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// rawFiles dresses the lists as the ministry's, faults included.
func rawFiles(rng *random, plazas []plaza, picks []pick) map[string][]byte {
	return map[string][]byte{
		"oferta-2026-I.csv":             rawOfferOfPages(rng, plazas),
		"oferta-2026-I-equivalente.csv": rawOfferInCP1252(rng, plazas),
		"oferta-2025-I.csv":             rawOfferBefore(plazas),
		"adjudicados-2025-I.csv":        rawPicks(picks),
		"README.md":                     readme(plazas, picks),
	}
}

const readmeText = `# The demonstration in the ministry's dress

Made up by data/demo/internal/gen (go generate ./data/demo): no establishment here exists, no person either.
The faults are those of the real lists: notes and headings on each page, words broken in cells, accents here and
there, rows repeated instead of counted, two budgets a plaza, an old encoding, names and remarks (canaries).

| file | what | rows | plazas | seats |
|---|---|---|---|---|
`

// readme tells the true totals, to check an import.
func readme(plazas []plaza, picks []pick) []byte {
	var b strings.Builder
	b.WriteString(readmeText)
	for _, list := range []struct{ file, process, modality, what string }{
		{"oferta-2026-I.csv", later, paid, "offer, remunerada; UTF-8 with BOM, semicolons"},
		{"oferta-2026-I-equivalente.csv", later, unpaid, "offer, equivalente; cp1252, commas"},
		{"oferta-2025-I.csv", earlier, paid, "offer, remunerada part; UTF-8, semicolons"},
		{"oferta-2025-I.csv", earlier, unpaid, "offer, equivalente part"},
	} {
		rows, count, seats := 0, 0, 0
		for i := range plazas {
			if p := &plazas[i]; p.process == list.process && p.modality == list.modality {
				rows, count, seats = rows+len(rowsOf(p)), count+1, seats+p.seats()
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d |\n", list.file, list.what, rows, count, seats)
	}
	first := 0
	for first < len(picks) && picks[first].modality == paid {
		first++
	}
	fmt.Fprintf(&b, "| adjudicados-2025-I.csv | adjudicated: %d remunerada, %d equivalente | %d | | |\n", first, len(picks)-first, len(picks))
	return []byte(b.String())
}

func headings2026() []string {
	return []string{
		"INSTITUCIÓN\nOFERTANTE", "PROFESIÓN", "SEDE DE\nADJUDICACIÓN", "N°\nPLAZAS", "DIRESA GERESA DIRIS", "INSTITUCIÓN", "DEPARTAMENTO", "PROVINCIA",
		"DISTRITO", "GRADO DE DIFICULTAD", "CÓDIGO\nRENIPRESS", "NOMBRE DE ESTABLECIMIENTO", "CATEGORÍA", "PRESUPUESTO", "ZAF\n(*)", "ZE\n(**)",
	}
}

const note = "NOTA:\n* BONO ZAF: texto inventado de la demostración, en lugar de la nota oficial.\n**BONO ZE: texto inventado de la demostración."

// pageRows is how many rows a page of the printed list holds, about.
const pageRows = 25

// rawOfferOfPages is the remunerated offer as cut out of a printed list: a
// note and the heading on each page, words broken inside cells, some regions
// with their accent. UTF-8 with its mark, semicolons.
func rawOfferOfPages(rng *random, plazas []plaza) []byte {
	var rows [][]string
	for _, p := range plazas {
		if p.process != later || p.modality != paid {
			continue
		}
		for _, row := range rowsOf(&p) {
			if len(rows)%(pageRows+2) == 0 {
				rows = append(rows, append([]string{note}, make([]string, 15)...), headings2026())
			}
			rows = append(rows, worn(rng, row))
		}
	}
	return append([]byte("\ufeff"), writeWith(';', rows)...)
}

// rawOfferInCP1252 is the other modality as a spreadsheet saves it on Windows:
// commas, its old encoding, a title and blank rows.
func rawOfferInCP1252(rng *random, plazas []plaza) []byte {
	blank := make([]string, 16)
	title := append([]string{"OFERTA DE PLAZAS SERUMS 2026-I - MODALIDAD EQUIVALENTE (INVENTADA)"}, make([]string, 15)...)
	rows := [][]string{title, blank, headings2026()}
	for _, p := range plazas {
		if p.process != later || p.modality != unpaid {
			continue
		}
		for _, row := range rowsOf(&p) {
			rows = append(rows, worn(rng, row))
		}
		if rng.chance(0.05) {
			rows = append(rows, blank)
		}
	}
	// Every letter of the lists is in cp1252, so this cannot fail.
	out, _ := charmap.Windows1252.NewEncoder().Bytes(writeWith(',', rows))
	return out
}

// rawOfferBefore has both modalities in one file, other headings, fewer
// columns, codes without leading zeros and one column that nobody knows.
func rawOfferBefore(plazas []plaza) []byte {
	rows := [][]string{{
		"PROFESION", "SEDE DE ADJUDICACIÓN", "N° PLAZAS", "DIRESA\nGERESA\nDIRIS", "INSTITUCIÓN", "DEPARTAMENTO", "PROVINCIA", "DISTRITO",
		"GRADO DE DIFICULTAD", "CODIGO", "NOMBRE DE ESTABLECIMIENTO", "CATEGORIA", "PRESUPUESTO", "ZAF (*)", "ZE (**)", "direccion",
	}}
	for _, p := range plazas {
		if p.process != earlier {
			continue
		}
		for _, row := range rowsOf(&p) {
			row[10] = strings.TrimLeft(row[10], "0")
			rows = append(rows, append(row[1:], "CALLE INVENTADA S/N"))
		}
	}
	return writeWith(';', rows)
}

// rawPicks holds names and remarks, as the real lists do: canaries, to prove
// that neither reaches the library.
func rawPicks(picks []pick) []byte {
	rows := [][]string{{"PUESTO", "APELLIDOS Y NOMBRES", "PROFESIÓN", "MODALIDAD", "CÓDIGO RENIPRESS", "NOMBRE DE ESTABLECIMIENTO", "NOTA", "OBSERVACIÓN"}}
	for i, p := range picks {
		remark := ""
		if i%40 == 7 {
			remark = fmt.Sprintf("OBSERVACION CANARIA %03d", i)
		}
		modality := map[string]string{paid: "Remunerado", unpaid: "Equivalente"}[p.modality]
		rows = append(rows, []string{
			strconv.Itoa(p.rank), fmt.Sprintf("CANARIO INVENTADO, PERSONA %03d", i), p.profession, modality,
			p.code, p.name, markText(p.mark), remark,
		})
	}
	return writeWith(';', rows)
}

// rowsOf returns the rows of a plaza: one a budget, and one a seat where a list
// repeats the row instead of counting.
func rowsOf(p *plaza) [][]string {
	var rows [][]string
	for _, b := range p.budgets {
		offering := "MINSA"
		switch {
		case p.modality == unpaid, b.name == "REGIONAL":
			offering = p.diresa
		case b.name != "NACIONAL":
			offering = p.institution
		}
		row := []string{
			offering, p.profession, "SEDE CENTRAL", strconv.Itoa(b.seats), p.diresa, p.institution, p.region, p.province, p.district,
			fmt.Sprintf("GD-%d", p.grade), p.code, p.name, p.category, b.name, yesNo(p.zaf), yesNo(p.ze),
		}
		if b.seats == 2 && p.modality == paid {
			row[3] = "1"
			rows = append(rows, append([]string(nil), row...))
		}
		rows = append(rows, row)
	}
	return rows
}

// cellWidth is how many letters fit in a cell of the printed list.
const cellWidth = 10

// worn returns a row as the printed list breaks it: within words in the columns
// of known values, between words elsewhere; regions at times with an accent.
func worn(rng *random, row []string) []string {
	accents := map[string]string{"ANCASH": "ÁNCASH", "HUANUCO": "HUÁNUCO", "JUNIN": "JUNÍN", "APURIMAC": "APURÍMAC", "SAN MARTIN": "SAN MARTÍN"}
	if accented, ok := accents[row[6]]; ok && rng.chance(0.3) {
		row[6] = accented
	}
	for _, column := range []int{1, 2, 5, 6, 7, 8, 13} {
		if rng.chance(0.5) {
			row[column] = broken(row[column])
		}
	}
	if rng.chance(0.3) {
		row[11] = strings.Replace(row[11], " ", "\n", 1)
	}
	return row
}

func broken(text string) string {
	if utf8.RuneCountInString(text) <= cellWidth {
		return text
	}
	words := strings.Split(text, " ")
	for i, word := range words {
		if letters := []rune(word); len(letters) > cellWidth {
			words[i] = string(letters[:cellWidth]) + "\n" + string(letters[cellWidth:])
		}
	}
	return strings.Join(words, "\n")
}

func writeWith(comma rune, rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	_ = w.WriteAll(rows) // a bytes.Buffer takes everything
	return b.Bytes()
}
