package importing

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// host is the screen under test in the little of the root that it needs.
type host struct {
	*tuitest.Host
	desk   *bridge.Desk
	screen *Model
}

func noon() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) }

// newHost opens the screen as the planner does with an empty library: on the
// demonstration, with one folder to start in. An empty dataDir is --demo.
func newHost(t *testing.T, st *theme.Styles, dataDir, start string) *host {
	t.Helper()
	facts := rules.Default()
	space := workspace.LoadDemo(facts)
	var lib *library.Library
	if dataDir != "" {
		var err error
		if lib, err = library.Open(dataDir); err != nil {
			t.Fatal(err)
		}
		loaded, err := storage.Load(context.Background(), lib, facts)
		if err != nil {
			t.Fatal(err)
		}
		if !loaded.Empty() {
			space = loaded
		}
	}
	d, _ := bridge.New(t.Context(), st, session.Options{Lib: lib, Facts: facts, Space: space, Now: noon, Folders: session.Folders{Home: start, Start: []string{start}}})
	d.Start()
	t.Cleanup(d.Close)
	m := New(d, screen.Page{Kind: screen.Import}).(*Model)
	return &host{&tuitest.Host{Desk: d, Screen: m}, d, m}
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// drive opens the screen in a folder with the given files.
func drive(t *testing.T, files map[string]string) (*tuitest.Driver, *host, string) {
	t.Helper()
	folder := t.TempDir()
	put(t, folder, files)
	h := newHost(t, plain(), filepath.Join(t.TempDir(), "biblioteca"), folder)
	return tuitest.New(t, h, 100, 30), h, folder
}

func put(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// body is what is left of a window for a page.
func body(h int) int { return layout.Body(h) }

const (
	offer = "OFERTA DE PLAZAS SERUMS 2026-I;;;;;;;;\n" +
		"PROFESIÓN;N° PLAZAS;DEPARTAMENTO;PROVINCIA;DISTRITO;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;PRESUPUESTO\n" +
		"MEDICINA;1;PUNO;PUNO;ACORA;GD-5;90000001;ÑANDÚ DEL RÍO;NACIONAL\n" +
		"MEDICINA;2;PUNO;PUNO;ACORA;GD-2;90000002;POSTA DOS;NACIONAL\n" +
		"MEDICINA;dos;PUNO;PUNO;ACORA;GD-2;90000003;POSTA TRES;NACIONAL\n" +
		"TOTAL;5;;;;;;;\n"
	// bare tells neither its process nor its modality.
	bare  = "PROFESIÓN;N° PLAZAS;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO\nMEDICINA;1;90000001;POSTA UNO\n"
	taken = "PUESTO;APELLIDOS Y NOMBRES;PROFESIÓN;MODALIDAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;NOTA\n" +
		"1;CANARIO UNO;MEDICINA;REMUNERADO;90000001;ÑANDÚ DEL RÍO;17.20\n2;CANARIO DOS;MEDICINA;REMUNERADO;90000002;POSTA DOS;16.00\n"
)
