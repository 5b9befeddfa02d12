package importing

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/sample"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/drop"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

func TestHugeFolderIsBounded(t *testing.T) {
	folder := t.TempDir()
	for i := range imports.MostEntries + 10 {
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".csv"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := newHost(t, plain(), "", folder)
	tuitest.New(t, h, 100, 30).Contains("de más de 5000 nombres")
}

// A name of a file is untrusted text like any other.
func TestNamesOfFilesAreClean(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such names")
	}
	d, _, _ := drive(t, map[string]string{"ro\x1b[31mja\u202e.csv": bare})
	d.Contains("roja.csv")
	if strings.Contains(d.View(), "\x1b[31m") || strings.Contains(d.View(), "\u202e") {
		t.Error("an escape sequence is drawn")
	}
	d.Press("enter").Contains("Archivo: roja.csv")
}

// The first import from beginning to end: pick, see, read, review, store.
func TestFirstImport(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"oferta.csv": offer, "otra.txt": "nada"})
	d.Type("ofe").Contains("> ofe", "1 de 3 nombres").Lacks("otra.txt")
	d.Press("enter").Contains("Archivo: oferta.csv", "CSV", "plazas ofertadas", "según el archivo: 2026-I", "según el archivo: remunerada")
	d.Press("enter").Contains(
		"Oferta 2026-I remunerada · oferta.csv", "2 filas · 2 lugares · 3 plazas", "1 rechazada",
		"Ojo: la lista declara 5 plazas, pero las leídas suman 3.", "Lista nueva.",
		"fila 5, N° PLAZAS «dos»", "Avisos", "Muestra", "ÑANDÚ DEL RÍO", "s o enter guarda",
	)
	if len(h.desk.Lib.Lists()) != 0 {
		t.Fatal("stored before the review was accepted")
	}
	d.Press("s")
	if got := h.desk.Lib.Lists(); len(got) != 1 || got[0].Seats != 3 || got[0].Rejected != 1 {
		t.Fatalf("the library has %+v", got)
	}
	if h.desk.Space.Demo || h.desk.Space.Catalog.Len() != 2 {
		t.Error("the demonstration goes on")
	}
	if !strings.Contains(h.Said(), texts.ImportDone) {
		t.Errorf("said: %q", h.Said())
	}
	d.Contains("Guardado", "Oferta 2026-I remunerada", "No hay listas de procesos pasados", "Si el proceso 2026-I ya terminó, falta su lista de adjudicados")
	d.Press("enter").Contains("oferta.csv", "otra.txt") // for the next file
	d.Press("enter")
}

// A file that was downloaded while another page was shown is there.
func TestFolderIsReadAnewWhenOpenedAgain(t *testing.T) {
	d, _, folder := drive(t, map[string]string{"vieja.csv": offer})
	put(t, folder, map[string]string{"recién bajada.csv": offer})
	d.Lacks("recién").Send(msg.ReopenedMsg{}).Contains("recién bajada.csv", "vieja.csv")
}

func TestImportAgainSaysWhatChanges(t *testing.T) {
	d, h, folder := drive(t, map[string]string{"oferta.csv": offer})
	d.Press("enter", "enter", "s", "enter")
	d.Press("enter", "enter").Contains("Igual a la que ya está cargada.")
	d.Press("esc", "esc")
	put(t, folder, map[string]string{"oferta.csv": strings.Replace(offer, "GD-5", "GD-4", 1)})
	d.Press("enter", "enter").Contains("Reemplaza a la cargada: 0 nuevas, 0 retiradas, 1 cambiada; de 3 a 3 plazas")
	d.Press("s")
	if got := h.desk.Lib.Lists(); len(got) != 1 {
		t.Errorf("%d lists", len(got))
	}
}

func TestAsksForWhatTheFileDoesNotTell(t *testing.T) {
	d, _, _ := drive(t, map[string]string{"lista.csv": bare})
	d.Press("enter").Contains("▸ Proceso")
	d.Press("enter", "enter").Contains("Falta: Proceso") // nothing is guessed
	d.Type("2026-I").Press("enter").Contains("▸ Modalidad").Type("equi").Press("enter")
	d.Contains("Oferta 2026-I equivalente · lista.csv")
}

func TestTheNameOfTheFileSuggestsTheProcess(t *testing.T) {
	d, _, _ := drive(t, map[string]string{"oferta-2026-ii-equivalente.csv": bare})
	d.Press("enter").Contains("según el archivo: 2026-II", "▸ Modalidad")
	d.Type("equi").Press("enter").Contains("Oferta 2026-II equivalente", "El proceso, 2026-II, lo dice solo el nombre del archivo: revise que sea ese.")
}

func TestPartialAdjudications(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"adjudicados-2025-i.csv": taken})
	d.Press("enter").Contains("plazas adjudicadas", "Llega hasta el puesto", "Vacío si la lista está completa")
	d.Type("650").Press("enter").Contains("Adjudicados 2025-I remunerada (hasta el puesto 650)").Lacks("CANARIO")
	d.Press("s")
	if got := h.desk.Lib.Lists(); len(got) != 1 || got[0].UpTo != 650 {
		t.Errorf("stored %+v", got)
	}
}

// Of a kind that is changed by hand the rank of the cut is asked or not, and it is
// read as that; what is missing then can be said, or the kind changed back.
func TestChangingTheKindChangesTheQuestions(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"adjudicados-2025-i.csv": taken})
	d.Press("enter", "shift+tab", "shift+tab", "shift+tab").Contains("▸ Tipo de lista")
	d.Press("up").Lacks("Llega hasta el puesto")
	d.Press("tab", "tab", "enter").Contains("ninguna columna dice cuántas plazas", "encabezado  17.20, 16.00").Lacks("--columna", "CANARIO")
	d.Press("home").Type("adju").Press("enter", "esc").Contains("Adjudicados 2025-I remunerada", "2 filas")
	d.Press("t").Contains("ninguna columna dice").Press("esc").Contains("Adjudicados 2025-I remunerada", "¿Guardar?") // taken back
	d.Press("s").Contains("Guardado")
	if got := h.desk.Lib.Headings(); len(got) != 0 {
		t.Errorf("remembered, though only what it seemed was stored: %+v", got)
	}
}

func TestWhatContradictsTheFileIsToldInPlace(t *testing.T) {
	d, _, _ := drive(t, map[string]string{"lista.csv": "PROCESO;" + strings.Replace(bare, "MEDICINA", "2024-I;MEDICINA", 1)})
	d.Press("enter").Contains("según el archivo: 2024-I", "▸ Modalidad").Type("remu").Press("shift+tab").Type("2026-I").Press("tab", "enter")
	d.Contains("Error:", "2024-I", "▸ Proceso")
}

func TestEachErrorIsToldInPlaceWithWhatToDo(t *testing.T) {
	cases := map[string]struct {
		text string
		want []string
	}{
		"vacio.csv":     {"", []string{"el archivo está vacío", "Qué hacer: descárguelo de nuevo"}},
		"viejo.xls":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{"Excel antiguo (.xls)", "guárdelo como .xlsx o .csv"}},
		"pagina.xls":    {"<html><body></body></html>", []string{"página web", "Qué hacer"}},
		"carta.txt":     {"Estimados;señores\nles;escribo", []string{"es un texto, no una tabla", "Qué hacer"}},
		"roto.pdf":      {"%PDF-1.7\nnada", []string{"Error: roto.pdf", "Qué hacer"}},
		"roto.xlsx":     {"PK\x03\x04", []string{"Error: roto.xlsx", "Qué hacer"}},
		"merito.csv":    {"ORDEN DE MÉRITO;APELLIDOS Y NOMBRES;PROFESIÓN;NOTA\n1;CANARIO;MEDICINA;17\n2;CANARIO;MEDICINA;16\n", []string{"orden de mérito", "serums puesto"}},
		"rechazada.csv": {strings.Replace(bare, ";1;", ";dos;", 1), nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d, h, _ := drive(t, map[string]string{name: c.text})
			d.Press("enter")
			if name == "rechazada.csv" {
				d.Type("2026-I").Press("enter").Type("remu").Press("enter")
				c.want = []string{"ninguna fila se pudo leer", "«dos»"}
			}
			d.Contains(c.want...).Contains(name).Lacks("CANARIO")
			switch want := map[string]step{"rechazada.csv": correcting, "merito.csv": asking}[name]; {
			case h.screen.step != want:
				t.Errorf("step %d, want %d", h.screen.step, want)
			case want == correcting: // it may be another column that has the seats
				d.Press("esc", "esc")
			}
			d.Press("esc").Lacks("Error:").Contains(name)
			if len(h.desk.Lib.Lists()) != 0 {
				t.Error("something was stored")
			}
		})
	}
}

func TestPastedPathsOpenAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	d, _, folder := drive(t, map[string]string{"a.csv": "x"})
	other := t.TempDir()
	put(t, other, map[string]string{"mi lista.csv": offer})
	path := filepath.Join(other, "mi lista.csv")
	for _, text := range []string{path, "'" + path + "' ", strings.ReplaceAll(path, " ", `\ `), "file://" + strings.ReplaceAll(path, " ", "%20")} {
		d.Paste(text).Contains("Archivo: mi lista.csv").Press("esc").Contains("a.csv")
	}
	d.Paste(other).Contains("mi lista.csv") // a folder
	d.Paste(folder + "/").Contains("a.csv")
	d.Type(other+"/no.csv").Press("enter").Contains("no existe", "revise la ruta")
	d.Press("esc").Lacks("no.csv").Type("~").Press("enter").Contains("a.csv")
}

const (
	coordinates = "RENIPRESS;LATITUD;LONGITUD\n90000001;-15.97;-69.79\n90000002;-15.98;-69.80\n90000003;norte;-69.80\n"
	reports     = "RENIPRESS;TEMA;NOTA;FUENTE;FECHA\n90000001;servicios;Hay dos cuartos para el personal.;visita;2026-01-10\n"
)

// Files of coordinates and notes are told by their headings, reviewed and
// stored like lists, and ask nothing.
func TestCoordinatesAndNotesAreImported(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"puntos.csv": coordinates, "notas.csv": reports})
	d.Type("puntos").Press("enter").Contains("Coordenadas · puntos.csv", "2 puntos", "norte", "¿Guardar?").Lacks("Columnas")
	d.Press("esc", "esc").Contains("notas.csv") // back to the browser and its filter: there was no form
	d.Type("puntos").Press("enter", "s").Contains(texts.ImportStored, "Coordenadas · puntos.csv")
	d.Press("enter").Type("notas").Press("enter").Contains("Notas · notas.csv", "1 nueva", "¿Guardar?")
	d.Press("s").Contains(texts.ImportStored)
	kinds := map[data.Kind]int{}
	for _, info := range h.desk.Lib.Lists() {
		kinds[info.Kind] = info.Rows
	}
	if diff := cmp.Diff(map[data.Kind]int{data.KindCoordinates: 2, data.KindNotes: 1}, kinds); diff != "" {
		t.Error(diff)
	}
	d.Press("enter").Type("puntos").Press("enter").Contains("Igual a la que ya está cargada.")
}

// A paragraph is not looked for word by word, and it is said.
func TestAPasteOfVeryManyNamesIsRefused(t *testing.T) {
	d, _, folder := drive(t, map[string]string{"puntos.csv": coordinates})
	d.Paste(filepath.Join(folder, "puntos.csv")+strings.Repeat(" otro/nombre.csv", drop.Most)).Contains("más de 30 nombres", "suelte menos archivos")
	d.Paste(strings.Repeat("/una/carpeta ", 3)).Contains("no existe")
}

// Files that are dropped together are imported one after the other; one that
// is no list does not keep the others from it.
func TestSeveralDroppedFilesFollowEachOther(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	d, h, folder := drive(t, map[string]string{"mi oferta.csv": offer, "carta.txt": "Estimado postulante:\n", "puntos.csv": coordinates})
	at := func(name string) string { return "'" + filepath.Join(folder, name) + "'" }
	d.Paste(at("mi oferta.csv") + " " + at("carta.txt") + " " + at("puntos.csv"))
	d.Contains("Archivo: mi oferta.csv").Press("enter").Contains("¿Guardar?", "Archivo 1 de 3: mi oferta.csv. Después de guardarlo sigue carta.txt.")
	if left, _ := h.screen.Status(); !strings.Contains(left, "archivo 1 de 3") {
		t.Errorf("status %q", left)
	}
	d.Paste(at("puntos.csv"))
	if !strings.Contains(h.Said(), texts.ImportBusy) {
		t.Error("a file that is dropped meanwhile is passed over in silence")
	}
	d.Press("s").Contains(texts.ImportStored, "Faltan 2", "carta.txt")
	d.Press("enter").Contains("Qué hacer", "puntos.csv")
	d.Press("enter").Contains("Coordenadas · puntos.csv").Press("s").Contains(texts.ImportStored).Lacks("Falta ")
	if got := len(h.desk.Lib.Lists()); got != 2 {
		t.Errorf("%d lists", got)
	}
	d.Press("enter").Paste(at("puntos.csv")+" "+at("no.csv")).Contains("no existe", "no.csv")
}

// A batch with files that are no lists tells which file is next and, in the end,
// what became of each.
func TestEveryFileOfABatchIsAccountedFor(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	d, _, folder := drive(t, map[string]string{"a vacío.csv": "", "b oferta.csv": offer, "c oferta.csv": offer, "d puntos.csv": coordinates})
	at := func(name string) string { return "'" + filepath.Join(folder, name) + "'" }
	d.Paste(at("a vacío.csv") + " " + at("b oferta.csv") + " " + at("c oferta.csv") + " " + at("d puntos.csv"))
	d.Contains("Error: ", "a vacío.csv", "Faltan 3 de los archivos que soltó: enter sigue con b oferta.csv.")
	d.Press("enter").Contains("Archivo: b oferta.csv").Press("esc")
	d.Contains("a vacío.csv: no se importó, el archivo está vacío", "b oferta.csv: se dejó sin importar", "Faltan 2", "c oferta.csv")
	d.Press("enter").Contains("Archivo: c oferta.csv").Press("enter", "s").Contains(texts.ImportStored, texts.ImportFates, "b oferta.csv: se dejó")
	d.Press("enter").Contains("Coordenadas · d puntos.csv").Press("s").Contains("c oferta.csv: guardado").Lacks("Falta ")
	d.Press("enter").Paste(at("a vacío.csv")).Contains("Error: ").Lacks("se dejó", "Falta ")
}

func TestWalkingFolders(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"a.csv": "x", "dentro/b.csv": "x", "dentro/c.csv": "x"})
	d.Type("den").Press("enter").Contains("b.csv", "c.csv").Lacks("> den")
	d.Press("left").Contains("a.csv")
	if e, _ := h.screen.browser.current(); e.Name != "dentro" {
		t.Errorf("the cursor is on %q, not on the folder that was left", e.Name)
	}
	d.Press("right").Contains("b.csv").Press("backspace").Contains("a.csv")
	d.Type("zzz").Contains("Ningún nombre").Press("esc").Contains("a.csv")
	if h.Left() {
		t.Error("left the screen while there was a filter")
	}
	if d.Press("esc"); !h.Left() {
		t.Error("esc does not leave")
	}
}

// The names are those of the folder that is typed, and begin as the path ends; enter
// opens the one under the cursor.
func TestNamesFollowATypedPath(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"inicio.csv": "x"})
	other := t.TempDir()
	put(t, other, map[string]string{"oferta.csv": offer, "otra.csv": "x", "tercera.csv": "x", "dentro/b.csv": "x"})
	d.Type(other+string(filepath.Separator)).Contains("> "+other, "oferta.csv", "otra.csv", "tercera.csv").Lacks("inicio")
	d.Type("o").Contains("oferta.csv", "otra.csv").Lacks("tercera.csv", "dentro")
	d.Type("x").Contains("Ningún nombre").Press("backspace")
	d.Type("f").Press("enter").Contains("Archivo: oferta.csv").Press("esc", "esc")
	if h.screen.browser.path != other {
		t.Errorf("in %s", h.screen.browser.path)
	}
	d.Type(filepath.Join(other, "den")+string(filepath.Separator)).Contains("> ", "otra.csv") // there is none such
}

// Until the folder of a typed path was read, and where there is none such, enter means
// the path: the names in view are of another folder.
func TestEnterMeansThePathWhoseFolderIsNotInView(t *testing.T) {
	d, h, folder := drive(t, map[string]string{"oferta vieja.csv": offer})
	missing := filepath.Join(folder, "no hay") + string(filepath.Separator)
	d.Type(missing + "of").Press("enter")
	if h.screen.step != browsing || h.screen.path != "" {
		t.Fatalf("opened %q", h.screen.path)
	}
	d.Contains("no existe")
}

// An answer to an older question changes nothing.
func TestLateAnswersAreDropped(t *testing.T) {
	d, h, folder := drive(t, map[string]string{"oferta.csv": offer})
	before := d.Text()
	d.Send(folderMsg{0, imports.Folder{Path: "/otra"}, ""})
	d.Send(pickedMsg{generation: 0, files: []drop.File{{Path: folder, Folder: true}}})
	d.Send(session.Detected{Generation: 99, Guess: lists.Guess{Kind: data.KindOffer}})
	d.Send(session.FilesRead{Generation: 99})
	d.Send(session.ReadProgress{Generation: 99, Done: 1, Total: 2})
	d.Send(session.Imported{First: true})
	d.Send(session.ImportFailed{})
	if diff := cmp.Diff(before, d.Text()); diff != "" || h.screen.step != browsing {
		t.Errorf("step %d: %s", h.screen.step, diff)
	}
}

// hold stops the screen in the middle of a reading.
func hold(t *testing.T, h *host) {
	t.Helper()
	m := h.screen
	m.path, m.guess, m.step = "/x/lista.pdf", lists.Guess{Kind: data.KindOffer, Format: "PDF", Processes: []data.Process{"2026-I"}}, asking
	m.form = newForm(h.desk.Styles, &m.guess, 2026)
	m.read() // the command is not run
	m.started = noon().Add(-5 * time.Second)
}

func TestProgressAndEsc(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"a.csv": "x"})
	hold(t, h)
	generation := uint64(0)
	for !h.screen.asked.Current(generation) {
		generation++
	}
	h.screen.Update(session.ReadProgress{Generation: generation, Done: 50, Total: 100})
	d.Resize(100, 30).Contains("Leyendo lista.pdf", "página 50 de 100, faltan unos 5 s")
	d.Press("esc").Contains("Lectura interrumpida", "Archivo: lista.pdf")
	d.Send(session.FilesRead{Generation: generation, Outcome: session.Outcome{Drafts: []lists.Draft{{}}}}).Contains("Archivo: lista.pdf") // too late
}

// A reading that is stopped ends with an error of the context and no drafts.
func TestStoppedReading(t *testing.T) {
	_, h, folder := drive(t, map[string]string{"oferta.csv": offer})
	r := h.desk.Read(7, data.KindOffer, []string{filepath.Join(folder, "oferta.csv")}, lists.Options{})
	r.Stop()
	m, ok := r.Next()().(session.FilesRead)
	if !ok || m.Err == nil || m.Drafts != nil || m.Generation != 7 {
		t.Errorf("got %+v", m)
	}
}

func TestDemoFlagStoresNothing(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, map[string]string{"oferta.csv": offer})
	h := newHost(t, plain(), "", folder)
	d := tuitest.New(t, h, 100, 30)
	d.Press("enter", "enter").Contains("Lista nueva.").Press("s").Contains("s o enter guarda")
	if !strings.Contains(h.Said(), "--demo") {
		t.Errorf("said: %q", h.Said())
	}
}

// What cannot be stored leaves the review open and the library as it was.
func TestLockedLibrary(t *testing.T) {
	folder, dir := t.TempDir(), filepath.Join(t.TempDir(), "biblioteca")
	put(t, folder, map[string]string{"oferta.csv": offer})
	other, err := library.Open(dir, library.WithPurpose("planificador"))
	if err != nil {
		t.Fatal(err)
	}
	release, err := other.Lock()
	if err != nil {
		t.Fatal(err)
	}
	h := newHost(t, plain(), dir, folder)
	d := tuitest.New(t, h, 100, 30)
	d.Press("enter", "enter", "s").Contains("s o enter guarda")
	if h.Said() == "" || len(other.Lists()) != 0 {
		t.Errorf("said %q, stored %d", h.Said(), len(other.Lists()))
	}
	release()
	if d.Press("s").Contains("Guardado"); other.Reload() != nil || len(other.Lists()) != 1 {
		t.Error("not stored once the lock was free")
	}
}

func TestRequestByCommandLine(t *testing.T) {
	d, _, folder := drive(t, map[string]string{"a.csv": "x"})
	other := t.TempDir()
	put(t, other, map[string]string{"oferta.csv": offer})
	d.Send(msg.ImportMsg{}).Contains("a.csv")
	d.Send(msg.ImportMsg{File: filepath.Join(other, "oferta.csv")}).Contains("Archivo: oferta.csv")
	d.Press("esc").Send(msg.ImportMsg{File: "no-hay.csv"}).Contains("no existe")
	d.Send(msg.ImportMsg{File: "~/a.csv"}).Contains("Error:") // found under home, and no list
	_ = folder
}

// No name of a person reaches the library.
func TestNoNameIsStored(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"adjudicados-2025-i.csv": taken})
	d.Press("enter", "enter", "s")
	err := filepath.WalkDir(h.desk.Lib.Path(), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if strings.Contains(string(text), "CANARIO") {
			t.Errorf("%s holds a name", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A list of which a page could not be read is stored after a second question
// only, to which anything but yes is no.
func TestHalfReadableListIsAskedAboutTwice(t *testing.T) {
	var b bytes.Buffer
	if err := sample.WriteScanned(&b, sample.Offer("2031-I", data.Remunerada, 150, 1), 2); err != nil {
		t.Fatal(err)
	}
	d, h, _ := drive(t, map[string]string{"escaneada.pdf": b.String()})
	d.Press("enter").Type("2026-I").Press("enter", "enter")
	const page, again = "¡OJO! página 2: sin texto que se pueda leer: es una imagen", "Puede faltar parte de la lista. ¿Guardarla así?"
	d.Contains(page).Lacks(again)
	for _, no := range []string{"enter", "esc", "n", "down"} {
		d.Press("s").Contains(again)
		d.Press(no).Lacks(again).Contains(page)
	}
	if len(h.desk.Lib.Lists()) != 0 {
		t.Fatal("stored without a yes")
	}
	d.Press("enter").Contains(again).Press("s").Contains("Guardado")
	if got := h.desk.Lib.Lists(); len(got) != 1 || got[0].Rows != 90 {
		t.Fatalf("the library has %+v", got)
	}
}
