package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/own"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// files returns the exports of a plan, each as it was written and as a spreadsheet
// leaves it that has opened and saved it.
func files(t *testing.T) (p plan.Plan, all map[string][]byte) {
	t.Helper()
	p, out := demoPlan(t)
	all = map[string][]byte{}
	for _, f := range Formats() {
		content, err := Bytes(f, out, Options{BOM: f == CSV, Notes: true})
		if err != nil {
			t.Fatal(err)
		}
		all["plan."+string(f)] = content
	}
	semicolons := resaved(t, all["plan.csv"], ';')
	latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(strings.Map(inLatin, string(semicolons))))
	if err != nil {
		t.Fatal(err)
	}
	all["excel, español.csv"] = latin
	all["LibreOffice.csv"] = resaved(t, all["plan.csv"], '\t')
	all["texto Unicode.txt"] = wide(string(resaved(t, all["plan.csv"], '\t')))
	all["libro de otro nombre"] = all["plan.xlsx"]
	all["csv guardado como libro.xlsx"] = workbook(t, all["plan.csv"])
	all["hojas en otro orden.xlsx"] = reordered(t, all["plan.xlsx"])
	stored, err := planDocument(&p)
	if err != nil {
		t.Fatal(err)
	}
	all["planes-a.json"] = stored
	return p, all
}

// inLatin leaves out what the code page of Western Windows does not have.
func inLatin(r rune) rune {
	if _, ok := charmap.Windows1252.EncodeRune(r); !ok {
		return '?'
	}
	return r
}

func rowsOf(t *testing.T, content []byte) [][]string {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(BOM))))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// resaved writes a CSV as spreadsheets do: every row as wide as the widest, the
// zeros in front of a code gone.
func resaved(t *testing.T, content []byte, comma rune) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, true
	rows := rowsOf(t, content)
	for _, row := range rows {
		row = append(row, make([]string, len(rows[0])-len(row))...)
		if code, ok := data.ParseRenipress(row[5]); ok {
			row[5] = strings.TrimLeft(code, "0")
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.Bytes()
}

func wide(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

func workbook(t *testing.T, content []byte) []byte {
	t.Helper()
	book := excelize.NewFile()
	for i, row := range rowsOf(t, content) {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	return bytesOf(t, book)
}

func reordered(t *testing.T, content []byte) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := book.MoveSheet(texts.ExportSheetSources, texts.ExportSheetPlan); err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, book)
}

func bytesOf(t *testing.T, book *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := book.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// planDocument returns a plan as the library keeps it on the disk.
func planDocument(p *plan.Plan) ([]byte, error) {
	dir, err := os.MkdirTemp("", "planes")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	lib, err := library.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := storage.SavePlan(lib, p); err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "planes", "*.json"))
	if err != nil {
		return nil, err
	}
	return os.ReadFile(names[0])
}

// What the program wrote of a plan is known by its content, under any name and
// however a spreadsheet saved it; it is never a list of any kind, and what promises
// to be loaded again brings every line and note.
func TestOwnPlansAreKnown(t *testing.T) {
	p, all := files(t)
	dir := t.TempDir()
	for name, content := range all {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		people := strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".html") || name == "plan.txt"
		want := own.Plan
		if people {
			want = own.Page
		}
		if kind, ok, err := own.Look(t.Context(), path); kind != want || !ok || err != nil {
			t.Errorf("%s: %q %v %v", name, kind, ok, err)
		}
		refusedAsList(t, path)
		if people {
			continue
		}
		read, err := ReadFile(t.Context(), path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(p.Entries, read.Entries); diff != "" {
			t.Errorf("%s (-plan +read):\n%s", name, diff)
		}
	}
}

// refusedAsList tries a file as every kind of list.
func refusedAsList(t *testing.T, path string) {
	t.Helper()
	refused := func(what string, err error) {
		t.Helper()
		if e, ok := err.(*own.Error); !ok || !strings.Contains(e.Error(), filepath.Base(path)) { //nolint:errorlint // not wrapped
			t.Errorf("%s as %s: %v", path, what, err)
		}
	}
	ctx := context.Background()
	_, err := imports.Detect(ctx, nil, path, lists.Options{})
	refused("any", err)
	for _, kind := range []data.Kind{data.KindOffer, data.KindAdjudication} {
		_, err := imports.ReadList(ctx, nil, kind, path, lists.Options{Process: "2026-I", Modality: data.Remunerada})
		refused(string(kind), err)
	}
	for _, kind := range []data.Kind{data.KindCoordinates, data.KindNotes} {
		_, err := imports.ReadTable(ctx, nil, kind, path, lists.Options{})
		refused(string(kind), err)
	}
}

// The other files that the program writes are known too; lists of others are not
// taken for any of them.
func TestOtherOwnFilesAreKnown(t *testing.T) {
	dir := t.TempDir()
	lib, err := library.Open(filepath.Join(dir, "b"))
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Profession: "MEDICINA", Rank: 3}); err != nil {
		t.Fatal(err)
	}
	backup, _, err := lib.Backup(t.Context(), library.About{Program: "1", At: noon}, library.Unsaved{})
	if err != nil {
		t.Fatal(err)
	}
	log, _, err := lib.OpenLog("turno")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := log.Append(json.RawMessage(`{"acto":"empezar"}`)); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	read := func(parts ...string) string {
		content, err := os.ReadFile(filepath.Join(append([]string{dir, "b"}, parts...)...))
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	listing := strings.Join(texts.ListCSVHeading(), ",") + "\n2026-I,00000001,MEDICINA,remunerada,POSTA,PUNO,,,,5,I-2,MINSA,,SI,NO,2,0.9,,,,,muy_probable,1,10,confirmado,0\n"
	for name, tt := range map[string]struct {
		content string
		want    own.Kind
	}{
		"respaldo.zip":      {string(backup), own.Backup},
		"respaldo.xlsx":     {string(backup), own.Backup},
		"perfil.json":       {read("perfil.json"), own.Stored},
		"turno.jsonl":       {read("turnos", "turno.jsonl"), own.Acts},
		"turno.csv":         {strings.Join(texts.TurnExportHeading(), ",") + "\n1,,empezar,,,1,,,,,,,van\n", own.Acts},
		"turno.json":        {`[{"n":1,"hora":null,"acto":"empezar","deshecho":false,"detalle":"x"}]`, own.Acts},
		"listar.csv":        {listing, own.Listing},
		"listar excel.csv":  {strings.ReplaceAll(listing, ",", ";"), own.Listing},
		"listar.json":       {`{"proceso":"2026-I","linea":null,"puesto":null,"k":null,"modelo":null,"plazas":[]}`, own.Listing},
		"oferta-2026-I.csv": {"renipress;profesion;establecimiento;region;provincia;distrito;diresa;institucion_ofertante;institucion;gd;categoria;cupos;presupuesto;zaf;ze;fuente;otros\n", own.Stored},
		"de otros.csv":      {"PROCESO,RENIPRESS,PROFESION,MODALIDAD,ESTABLECIMIENTO,REGION,N° PLAZAS\n2026-I,00000001,MEDICINA,REMUNERADA,POSTA,PUNO,2\n", ""},
		"adjudicados.csv":   {"ORDEN,PROFESION,MODALIDAD,PROCESO,RENIPRESS,ESTABLECIMIENTO,NOTA\n1,MEDICINA,REMUNERADA,2025-I,00000001,POSTA,15\n", ""},
		"un texto.txt":      {"hola", ""},
		"vacío":             {"", ""},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(tt.content), 0o600); err != nil {
			t.Fatal(err)
		}
		kind, ok, err := own.Look(t.Context(), path)
		if kind != tt.want || ok != (tt.want != "") || err != nil {
			t.Errorf("%s: %q %v %v", name, kind, ok, err)
		}
		if ok {
			refusedAsList(t, path)
		}
	}
}
