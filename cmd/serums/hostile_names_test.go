package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/library"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// hostileWord holds all that hostile does, but for what ends a name on the disk.
const hostileWord = "a\x1b[2Jb\u202ec\u200bd\u009be\rf\u2066g\x7fh\x1b]0;t\x07i"

// hostileName is as much of it as the system takes in a name.
var hostileName = strings.Map(func(r rune) rune {
	if runtime.GOOS == "windows" && !filename.Ordinary(string(r)) {
		return -1
	}
	return r
}, hostileWord)

// hostileBook is a workbook whose sheet, headings and cells hold such words.
func hostileBook(t *testing.T, path string) {
	t.Helper()
	book := excelize.NewFile()
	sheet := "HOJA\u202e\u200bX"
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for i, row := range hostileRows("remunerada") {
		if err := book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

func hostileRows(modality string) [][]any {
	rows := [][]any{{"PROFESION", "MODALIDAD", "N° PLAZAS", "RENIPRESS", "ESTABLECIMIENTO", "REGION", "PROVINCIA", "DISTRITO", "GD", "CATEGORIA", "INSTITUCION", "CAMAS " + hostileWord, "NOTA X"}}
	for i := range 6 {
		rows = append(rows, []any{
			"MEDICINA", modality, 1, 90001 + i, fmt.Sprintf("POSTA %s %d", hostileWord, i), "PUNO", "PUNO" + hostileWord, "ACORA" + hostileWord, "GD-" + fmt.Sprint(i%5+1),
			"I-1" + hostileWord, "GOBIERNO" + hostileWord, hostileWord, "valor\n" + hostileWord,
		})
	}
	return append(rows, []any{"MEDICINA", modality, "x" + hostileWord, "1" + hostileWord, "POSTA", "PUNO", "", "", "GD" + hostileWord, "", "", "", ""})
}

func hostileCSV(rows [][]any) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			fmt.Fprintf(&b, `"%v"`, cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// hostileLibrary writes profile, plans and notes behind the commands' back, as
// somebody else's backup may hold them.
func hostileLibrary(t *testing.T, folder string) {
	t.Helper()
	lib, err := library.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Rank: 3, Settings: map[string]string{hostileWord: hostileWord, "tema": hostileWord}}); err != nil {
		t.Fatal(err)
	}
	offer := &data.Offer{Process: "2025-I", Modality: data.Remunerada}
	for i := range 3 {
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID:       data.PlazaID{Process: "2025-I", Modality: data.Remunerada, Profession: "MEDICINA" + hostileWord, Renipress: fmt.Sprintf("0009000%d", i+1)},
			Establishment: hostileWord, Region: hostileWord, Province: hostileWord, Institution: hostileWord, Category: hostileWord, Seats: 1, Grade: 1,
			Extra: map[string]string{hostileWord: hostileWord}, Sources: []data.Source{{File: hostileWord, Sheet: hostileWord, Row: 2}},
		})
	}
	info := data.ListInfo{Kind: data.KindOffer, Process: "2025-I", Modality: data.Remunerada, File: hostileWord, SHA256: "00", Rows: 3, Plazas: 3, Seats: 3}
	problem := data.Problem{File: hostileWord, Sheet: hostileWord, Row: 1, Column: hostileWord, Value: hostileWord, Reason: hostileWord, Level: data.Warning}
	if _, err := lib.Commit(t.Context(), []library.Item{{Info: info, Offer: offer, Problems: []data.Problem{problem}}}); err != nil {
		t.Fatal(err)
	}
	id := func(code, profession string) data.PlazaID {
		return data.PlazaID{Process: "2026-I", Modality: data.Remunerada, Profession: profession, Renipress: code}
	}
	for _, name := range []string{storage.DefaultPlan, "B"} {
		p := plan.Plan{Name: name, Entries: []plan.Entry{
			{ID: id("00090001", "MEDICINA"), Note: hostileWord}, {ID: id("00090002", "MEDICINA"), Note: "=1+1\n" + hostileWord}, {ID: id("00090003", "MEDICINA"+hostileWord), Note: hostileWord},
		}}
		if err := storage.SavePlan(lib, &p); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever stands in the names and texts of what is read, no command gives it
// back raw: on the terminal, in the library, in what it exports.
func TestHostileNames(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	h := &hostileRun{t: t, lib: filepath.Join(t.TempDir(), "lib"+hostileName)}
	folder := filepath.Join(here, "carpeta"+hostileName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	book := filepath.Join(folder, "libro"+hostileName+".xlsx")
	hostileBook(t, filepath.Join(folder, "libro.xlsx"))
	if err := os.Rename(filepath.Join(folder, "libro.xlsx"), book); err != nil {
		t.Fatal(err)
	}
	offer := file("oferta"+hostileName+".csv", hostileCSV(hostileRows("equivalente")))
	taken := "N° ORDEN;APELLIDOS Y NOMBRES;PROFESION;MODALIDAD;RENIPRESS;ESTABLECIMIENTO;NOTA\n"
	for i := range 6 {
		taken += fmt.Sprintf("%d;X Y;MEDICINA;Remunerado;%d;POSTA %s;15\n", i+1, 90001+i, strings.ReplaceAll(hostileWord, "\r", ""))
	}
	picks := file("adj"+hostileName+".csv", taken)
	notes := file("notas"+hostileName+".csv", "renipress;tema;nota;fuente;fecha\n90001;acceso;llega"+hostileWord+";vecino"+hostileWord+";2025-01\n90002;"+hostileWord+";x;y;z\n")
	shared := []string{"--si", "--proceso", "2026-I"}
	for _, call := range [][]string{
		append([]string{"importar", "oferta", book}, shared...), append([]string{"importar", "oferta", offer}, shared...),
		append([]string{"importar", "oferta", offer, "--json"}, shared...), append([]string{"importar", "adjudicados", picks}, shared...),
		append([]string{"importar", "oferta", book, "--hoja", hostileWord}, shared...),
		{"importar", "notas", notes},
		{"importar", "coordenadas", offer, "--si"},
		{"importar", "oferta", folder},
		{"plan", "importar", offer},
		{"plan", "importar", book},
		{"respaldo", "ver", offer},
		{"respaldo", "restaurar", book},
		{"puesto", picks, "--nota", "15"},
		{"buscar-adjudicado", picks, "--nombre", hostileWord},
		{"notas", "agregar", "90003", "--tema", "acceso", "--nota", hostileWord, "--fuente", hostileWord},
	} {
		h.try(call...)
	}
	h.views()
	h.checkFiles(h.lib)
	h.checkPacked("r.zip")

	hostileLibrary(t, h.lib)
	h.views()
	h.checkFiles(here)
	h.checkPacked("plan.xlsx")
	h.sessions(offer)
}

// views runs all that shows or exports what the library has.
func (h *hostileRun) views() {
	h.t.Helper()
	line := []string{"--profesion", "medicina", "--modalidad", "remunerada"}
	views := [][]string{
		{"listar"},
		append([]string{"listar"}, line...), append([]string{"listar", "--json"}, line...), append([]string{"listar", "--csv"}, line...), append([]string{"ficha", "90001"}, line...),
		append([]string{"ficha", "90001", "--json"}, line...),
		{"fuentes"},
		{"fuentes", "--json"},
		{"panorama"},
		{"panorama", "--json"},
		{"plan", "ver"},
		{"plan", "ver", "--json"},
		{"plan", "revisar"},
		{"plan", "sugerir"},
		{"plan", "versiones"},
		{"plan", "comparar", "B"},
		{"notas", "ver"},
		{"notas", "ver", "--json"},
		{"notas", "exportar", "n.csv"},
		append([]string{"turno", "empezar"}, line...), append([]string{"turno", "tachar", "90001"}, line...), append([]string{"turno", "ver"}, line...),
		append([]string{"turno", "exportar", "--reemplazar", "--archivo", "t.csv"}, line...), append([]string{"turno", "exportar", "--archivo", "t.json"}, line...),
		append([]string{"cerca", "--puesto", "3"}, line...),
		{"respaldo", "crear", "r.zip", "--reemplazar"},
		{"respaldo", "ver", "r.zip"},
		{"--lineal"},
		{"diferencias", "2025-I", "2026-I"},
		{"listar", "--proceso", "2025-I", "--modalidad", "remunerada", "--profesion", "medicina" + hostileWord},
		{"panorama", "--proceso", "2025-I"},
	}
	for _, format := range []string{"md", "csv", "json", "html", "txt", "xlsx"} {
		views = append(views, []string{"plan", "exportar", "--con-notas", "--archivo", "plan." + format})
	}
	for _, call := range views {
		h.try(call...)
	}
}

// sessions talks to the linear mode.
func (h *hostileRun) sessions(offer string) {
	h.t.Helper()
	said := ""
	for _, session := range []string{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "plan\nfuentes\nlistar\nturno\nperfil\nnotas\n", "importar\n" + offer + "\n", "ficha 1\nficha 90001\n" + hostileWord + "\nbuscar " + hostileWord + "\n"} {
		h.in = session
		h.try("--lineal")
		said += h.said
	}
	if !strings.Contains(said, "POSTA") {
		h.t.Errorf("the linear mode shows no plaza: %s", said)
	}
	h.in = ""
}

// checkPacked looks into every member of a packed file.
func (h *hostileRun) checkPacked(path string) {
	h.t.Helper()
	packed, err := zip.OpenReader(path)
	if err != nil {
		h.t.Error(err)
		return
	}
	defer packed.Close()
	for _, member := range packed.File {
		r, err := member.Open()
		if err != nil {
			h.t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(r); err != nil {
			h.t.Fatal(err)
		}
		if raw := rawSigns(member.Name + "\n" + strings.ReplaceAll(strings.TrimPrefix(content.String(), "\ufeff"), "\r\n", "\n")); raw != "" && bytes.IndexByte(content.Bytes(), 0) < 0 {
			h.t.Errorf("%s: %s: %s", path, member.Name, raw)
		}
	}
}

// A backup that is not ours, or was made to harm, is refused without giving its
// names back.
func TestHostileBackups(t *testing.T) {
	t.Chdir(t.TempDir())
	h := &hostileRun{t: t, lib: filepath.Join(t.TempDir(), "lib")}
	for i, name := range []string{hostileWord, "listas/" + hostileWord + ".csv", "../" + hostileWord, "planes/" + hostileWord + ".json", "respaldo.json"} {
		var packed bytes.Buffer
		w := zip.NewWriter(&packed)
		member, err := w.CreateHeader(&zip.FileHeader{Name: name, Comment: hostileWord, Modified: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(member, `{"serums":"%s","formato":1}`, hostileWord)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		path := fmt.Sprintf("%d%s.zip", i, hostileName)
		if err := os.WriteFile(path, packed.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, call := range [][]string{{"respaldo", "ver", path}, {"respaldo", "restaurar", path, "--si"}, {"importar", "oferta", path}, {"plan", "importar", path}} {
			h.try(call...)
		}
	}
}
