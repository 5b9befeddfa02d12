package linear_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/store/storetest"
	"brujula/planner/session"
)

// pastFiles writes the past process of the demonstration as the files of a
// ministry: what was on offer, and who took what.
func pastFiles(t *testing.T) (offer, taken string) {
	t.Helper()
	offers, adjudications := demo.Lists()
	write := func(name, head string, lines []string) string {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(head+"\n"+strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	var plazas, picks []string
	for _, o := range offers {
		if o.Process == demo.Current || o.Modality != data.Remunerada {
			continue
		}
		for _, p := range o.Plazas {
			plazas = append(plazas, fmt.Sprintf("%s;%s;REMUNERADA;%d;%s;%s;%s;%s;%s;GD-%d;%s;%s;%s", o.Process, p.Profession, p.Seats, p.Diresa, p.Institution,
				p.Region, p.Province, p.District, p.Grade, p.Renipress, p.Establishment, p.Category))
		}
	}
	for _, a := range adjudications {
		if a.Modality == data.Remunerada {
			for _, p := range a.Picks {
				picks = append(picks, fmt.Sprintf("%s;%d;%s;REMUNERADA;%s", a.Process, p.Rank, p.Profession, p.Renipress))
			}
		}
	}
	return write("oferta.csv", "PROCESO;PROFESIÓN;MODALIDAD;N° PLAZAS;DIRESA;INSTITUCIÓN;DEPARTAMENTO;PROVINCIA;DISTRITO;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;CATEGORÍA", plazas),
		write("adjudicados.csv", "PROCESO;PUESTO;PROFESIÓN;MODALIDAD;CÓDIGO RENIPRESS", picks)
}

// From the files to what is read out: an import of past lists moves chances, the
// notice counts the lines of the plan that it moved, and the plan tells of each the
// chance before and now and why. What did not move is not told of.
func TestAnImportTellsWhichLinesItMovedAndWhy(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	withProfile(t, lib, space)
	d := open(t, lib, space)
	before := flat(converse(t, d, "1\n1\n8\n1\n0\n9\n1\n0\n10\n1\ninicio\n2\n1\n"))
	if strings.Contains(before, "Cambió") {
		t.Fatalf("nothing was imported yet:\n%s", before)
	}
	was := map[data.PlazaID]float64{}
	for _, id := range d.Plan().IDs() {
		was[id] = chanceOf(t, d, id)
	}
	offer, taken := pastFiles(t)
	// kind, process, modality and, of who took what, that the list is whole
	said := flat(converse(t, d, "8\n"+offer+"\n\n\n\ns\ninicio\n8\n"+taken+"\n\n\n\n\ns\ninicio\n2\n1\n"))
	if lists := lib.Lists(); len(lists) != 3 {
		t.Fatalf("%+v\n%s", lists, said)
	}
	moved := 0
	for id, chance := range was {
		m, ok := d.Moved(id)
		if ok != (m.Before != m.Now) {
			t.Errorf("%v: %+v", id, m)
		}
		if !ok {
			continue
		}
		moved++
		if m.Before != chance || m.Now != chanceOf(t, d, id) {
			t.Errorf("from %v to %v, and told is %+v", chance, chanceOf(t, d, id), m)
		}
		text := m.Text()
		if !strings.Contains(said, "Cambió: "+text.String()) || !strings.Contains(text.String(), " porque ") {
			t.Errorf("the plan does not read out %q", text.String())
		}
	}
	notice := fmt.Sprintf("Cambió la probabilidad de %d de las %d líneas de su plan", moved, len(was))
	if moved == 0 || !strings.Contains(said, notice) {
		t.Errorf("%q is not said:\n%s", notice, said)
	}
}

// An act is kept as a past list of its line and taken out
// again, each after a question, and the screen's rules hold: nothing is kept of an
// act without a crossed out plaza, and none stands in two lists.
func TestAnActIsKeptAsAPastProcess(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	withProfile(t, lib, space)
	kept := func() (acts int) {
		for _, info := range lib.Lists() {
			acts += len(info.Followed)
		}
		return acts
	}
	d := open(t, lib, space)
	if said := flat(converse(t, d, "4\n1\n1\n\nguardar\n")); !strings.Contains(said, "no hay nada que guardar") || kept() != 0 {
		t.Errorf("%d kept of nothing:\n%s", kept(), said)
	}
	said := flat(converse(t, d, "4\nx 00091623\nx 00090957\nguardar\nn\n"))
	if !strings.Contains(said, "proceso pasado") || kept() != 0 {
		t.Errorf("%d kept against a no:\n%s", kept(), said)
	}
	said = flat(converse(t, d, "4\nguardar\ns\n"))
	if !strings.Contains(said, "Guardado como proceso pasado") || kept() != 1 {
		t.Errorf("%d kept:\n%s", kept(), said)
	}
	if said = flat(converse(t, d, "4\nquitar\nn\n")); kept() != 1 {
		t.Errorf("taken out against a no:\n%s", said)
	}
	said = flat(converse(t, d, "4\nquitar\ns\n"))
	if !strings.Contains(said, "Se quitó el acto de los procesos pasados") || kept() != 0 {
		t.Errorf("%d still kept:\n%s", kept(), said)
	}
}

func chanceOf(t *testing.T, d *session.Session, id data.PlazaID) float64 {
	t.Helper()
	row, found := d.Space.Catalog.Row(id)
	e, ok := d.Est.Of(d.Space, row)
	if !found || !ok {
		t.Fatalf("%v has no chance", id)
	}
	return e.Chance
}
