package own

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"brujula/data/archive"
	"brujula/data/lists"
	"brujula/data/texts"
)

func wide(text string) string {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return string(out)
}

func packed(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// workbook has its rows on its second sheet.
func workbook(t *testing.T, heading ...string) string {
	t.Helper()
	book := excelize.NewFile()
	if _, err := book.NewSheet("Otra"); err != nil {
		t.Fatal(err)
	}
	if err := book.SetSheetRow("Otra", "B3", &heading); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sample is a file and what it is; empty where it is none of ours.
type sample struct {
	name, content string
	want          Kind
}

func samples(t *testing.T) []sample {
	t.Helper()
	const offer = "PROFESION;N° PLAZAS;RENIPRESS;ESTABLECIMIENTO;GRADO DE DIFICULTAD;PRESUPUESTO\nMEDICINA;1;90001;POSTA;GD-1;NACIONAL\n"
	planHead := "proceso;renipress;profesion;modalidad;orden;mi nota"
	return []sample{
		{"plan in JSON", `{"formato":1,"nombre":"A","lineas":[]}`, Plan},
		{"stored plan", ` {"serums":"plan","formato":1}`, Plan},
		{"stored profile", `{"serums":"perfil","formato":1}`, Stored},
		{"listing", `{"linea":{},"plazas":[]}`, Listing},
		{"log", `{"n":1,"crc":"0","acto":"inicio"}` + "\n" + `{"n":2`, Acts},
		{"exported acts", `[{"acto":"inicio","deshecho":false,"detalle":""}]`, Acts},
		{"JSON of others", `{"type":"FeatureCollection","features":[]}`, ""},
		{"list in JSON", `[{"a":1}]`, ""},
		{"empty JSON list", `[]`, ""},
		{"half a JSON", `{"formato":`, ""},
		{"plan in CSV", "\ufeff" + planHead + "\n", Plan},
		{"plan saved by Excel", strings.ToUpper(planHead) + ";;;\r\n", Plan},
		{"plan with tabs", strings.ReplaceAll(planHead, ";", "\t") + "\n", Plan},
		{"plan of a spreadsheet", workbook(t, strings.Split(planHead, ";")...), Plan},
		{"listing in CSV", "proceso;renipress;profesion;modalidad;prob;banda\n", Listing},
		{"acts in CSV", strings.Join(texts.TurnExportHeading(), ";") + "\n", Acts},
		{"page in CSV", strings.Join(texts.PlanPageHeading(), ";") + "\n", Page},
		{"page without two columns", strings.Join(texts.PlanPageHeading()[2:], ";") + "\n", Page},
		{"page in Markdown", "# " + texts.PlanTitle("A") + "\n", Page},
		{"page in HTML", "<!doctype html><html><head><title>" + texts.PlanTitle("A") + "</title>", Page},
		{"card", texts.CardTurnTitle + " · MEDICINA\n", Page},
		{"text that says how to load it", "Mi plan\n" + texts.ExportReadBackMark + " otro formato\n", Page},
		{"text in UTF-16", wide("Mi plan\n" + texts.ExportReadBackMark + " otro formato\n"), Page},
		{"stored list", "renipress;profesion;institucion_ofertante;cupos;fuente;otros\n", Stored},
		{"stored picks", "profesion;renipress;establecimiento;puesto;nota;fuente\n", Stored},
		{"backup", packed(t, "listas/a.csv", archive.ManifestName), Backup},
		{"ZIP of others", packed(t, "lista.csv"), ""},
		{"offer", offer, ""},
		{"offer in UTF-16", wide(offer), ""},
		{"offer of a spreadsheet", workbook(t, "PROFESION", "N° PLAZAS", "RENIPRESS", "ESTABLECIMIENTO"), ""},
		{"picks", "PROFESIÓN;MODALIDAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;NOTA\n", ""},
		{"PDF", "%PDF-1.7\n" + texts.ExportReadBackMark, ""},
		{"nothing", "", ""},
		{"bytes", "PK\x03\x04\x00\x00\xff", ""},
		{"a heading past the first rows", strings.Repeat("a;b;c\n", lookRows+1) + planHead + "\n", ""},
	}
}

// A file of the program is known by what it holds; a list of the ministry never
// is one, and what cannot be read is left to the reader of lists.
func TestLook(t *testing.T) {
	for _, s := range samples(t) {
		path := filepath.Join(t.TempDir(), "archivo")
		if err := os.WriteFile(path, []byte(s.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if kind, ok, err := Look(t.Context(), path); kind != s.want || ok != (s.want != "") || err != nil {
			t.Errorf("%s: %q %v %v, want %q", s.name, kind, ok, err, s.want)
		}
	}
}

// Watch says the same as Look of a file whose rows somebody else reads.
func TestWatchSaysWhatLookDoes(t *testing.T) {
	for _, s := range samples(t) {
		path := filepath.Join(t.TempDir(), "archivo")
		if err := os.WriteFile(path, []byte(s.content), 0o600); err != nil {
			t.Fatal(err)
		}
		row, err := Watch(path)
		if err == nil {
			_, _, err = lists.EachRow(t.Context(), path, lists.Options{}, row)
		}
		var own *Error
		if errors.As(err, &own) != (s.want != "") || own != nil && own.Kind != s.want {
			t.Errorf("%s: %v, want %q", s.name, err, s.want)
		}
	}
}

func TestLookAtWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "no"), ""} {
		if kind, ok, err := Look(t.Context(), path); ok || err != nil {
			t.Errorf("%q: %q %v", path, kind, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(path, []byte("a;b;c\n1;2;3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := Look(ctx, path); ok || !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v %v", ok, err)
	}
}

// The error says what the file is, under a name that no terminal obeys.
func TestErrorNamesTheFile(t *testing.T) {
	got := (&Error{Path: "carpeta/mi\x1b[2J\u202eplan.json", Kind: Plan}).Error()
	if !strings.Contains(got, "miplan.json") || !strings.Contains(got, string(Plan)) || strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("%q", got)
	}
}

// A heading counts by its columns, in any order, case and number of others.
func TestOfHeading(t *testing.T) {
	for heading, want := range map[string]Kind{
		"Mi Nota|MODALIDAD|Profesión|Renipress|Proceso|otra": Plan,
		"proceso|renipress|profesion|modalidad":              "",
		"proceso|renipress|profesion|modalidad|prob":         "",
		"mi nota": "",
		"":        "",
	} {
		if kind, ok := ofHeading(strings.Split(heading, "|")); kind != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", heading, kind, ok, want)
		}
	}
}
