package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/geo"
	"brujula/planner/storage"
)

// Commands read a part of the library where that is enough. The first of each kind
// reads the whole, and keeps what the others must know of it: all are asked of a
// library where that is never kept, and of one where it is.
func TestPartsAnswerAsTheWhole(t *testing.T) {
	whole, parts := storedDemo(t), storedDemo(t)
	offers, _ := demo.Lists()
	var questions []string
	for i := range offers[0].Plazas {
		if p := &offers[0].Plazas[i]; i%397 == 0 {
			line := fmt.Sprintf(" --profesion %s --modalidad %s --proceso %s", strings.ReplaceAll(p.Profession, " ", "_"), p.Modality, p.Process)
			questions = append(questions,
				"ficha "+p.Renipress, "ficha "+p.Renipress+line, "ficha "+p.Renipress+line+" --puesto 40", "ficha "+p.Renipress+line+" --puesto 40 --json",
				"listar"+line+" --puesto 12 --region "+strings.ReplaceAll(p.Region, " ", "_"), "listar"+line+" --json --puesto 80 --gd 4,5",
			)
		}
	}
	for _, more := range []string{
		"", "--region PUNO", "--region NINGUNA", "--cerca-de juliaca", "--no-quiero lejos:100:CUSCO", "--cambio nuevas", "--antes sobró", "--frontera",
		"--institucion minsa", "--riesgo seguridad", "--orden antes", "--texto posta", "--csv", "--json", "--turno", "--proceso 2020-I", "--prob-min 50%",
	} {
		questions = append(questions, "listar --puesto 30 --profesion medicina --modalidad remunerada "+more)
	}
	for _, line := range []string{"enfermera --modalidad equivalente", "medicina,enfermeria", "psico", "nadie", "!medicina"} {
		questions = append(questions, "listar --profesion "+line)
	}
	answer := func(dir, question string) string {
		var out, told bytes.Buffer
		a := &app{
			in: strings.NewReader(""), out: &out, err: &told, now: time.Now, env: func(string) string { return "" },
			interactive: func() bool { return false },
		}
		args := strings.Fields(question)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "_", " ")
		}
		code := a.run(t.Context(), append(args, "--datos", dir))
		return fmt.Sprintf("%d\n%s\n%s", code, out.String(), strings.ReplaceAll(told.String(), dir, ""))
	}
	answer(parts, "listar --puesto 30 --profesion medicina --modalidad remunerada")
	for _, question := range questions {
		forget(t, whole)
		if want, got := answer(whole, question), answer(parts, question); want != got {
			t.Errorf("%s:\n%s\nof the whole:\n%s", question, got, want)
		}
	}
	facts := rules.Default()
	lib, err := library.Open(parts)
	if err != nil {
		t.Fatal(err)
	}
	medicine := func(name string) bool { return name == "MEDICINA" }
	space, ok, err := storage.LoadAsked(t.Context(), lib, facts, &storage.Question{Profession: medicine})
	if err != nil || !ok {
		t.Fatalf("no part was read: %v %v", ok, err)
	}
	all := 0
	for _, o := range offers {
		all += len(o.Plazas)
	}
	if n := space.Catalog.Len(); n > all/2 {
		t.Errorf("%d of %d plazas are a part", n, all)
	}
}

// storedDemo is a library of the demonstration's lists, with coordinates.
func storedDemo(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	offers, _ := demo.Lists()
	table := geo.Table(nil)
	for i := range offers[0].Plazas {
		code := offers[0].Plazas[i].Renipress
		table.Rows = append(table.Rows, []string{code, fmt.Sprint(-15 - float64(i%7)/5), fmt.Sprint(-70 - float64(i%5)/3)})
	}
	info := data.ListInfo{Kind: data.KindCoordinates, File: "puntos.csv", Rows: len(table.Rows)}
	if _, err := lib.Commit(t.Context(), append(demotest.Items(), library.Item{Info: info, Table: table})); err != nil {
		t.Fatal(err)
	}
	return dir
}

// forget takes from the cache of a library what commands keep beside the model, which
// is the biggest there.
func forget(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "cache", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var largest int64
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			largest = max(largest, info.Size())
		}
	}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.Size() < largest {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
}
