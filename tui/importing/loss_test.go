package importing

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

// do carries a command of the desk out.
func do(d *tuitest.Driver, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, one := range m {
			do(d, one)
		}
	default:
		d.Send(m)
	}
}

// A wrong list in the place of the right one is asked about a second time, and no is
// the end of it; stored all the same, u brings the right one back.
func TestAWrongListIsAskedAboutAndTakenBack(t *testing.T) {
	wrong := "OFERTA DE PLAZAS SERUMS 2026-I;;;;;;;;\n" +
		"PROFESIÓN;N° PLAZAS;DEPARTAMENTO;PROVINCIA;DISTRITO;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;PRESUPUESTO\n" +
		"ENFERMERIA;1;PUNO;PUNO;ACORA;GD-5;90000009;OTRA;NACIONAL\n"
	d, h, folder := drive(t, map[string]string{"oferta.csv": offer})
	d.Press("enter", "enter", "s", "enter")
	put(t, folder, map[string]string{"otra.csv": wrong})
	plaza := h.desk.Space.Catalog.Plaza(0).PlazaID
	do(d, bridge.Cmd(h.desk.ToggleStar(plaza)))
	seats := func() int { return h.desk.Lib.Lists()[0].Seats }

	d.Send(msg.ImportMsg{File: folder + "/otra.csv"}).Press("enter").Contains(texts.ImportApartHere, "a agregar: de 2 a 3 lugares, de 3 a 4 plazas; sus planes no cambian", "r reemplazar: de 2 a 1 lugar, de 3 a 1 plaza (1 nueva, 2 retiradas", "1 línea de su")
	d.Press("s") // neither is taken for meant
	if said := h.Said(); seats() != 3 || !strings.Contains(said, texts.ImportChooseFirst) {
		t.Fatalf("said %q", said)
	}
	d.Press("r", "s")
	if asked := h.Questions(); !strings.Contains(asked, "3 de 3 plazas de la oferta 2026-I remunerada") || !strings.Contains(asked, "1 línea de su plan A") {
		t.Errorf("asked %q", asked)
	}
	if seats() != 3 {
		t.Fatal("stored although the answer was no")
	}
	h.Agree = true
	d.Press("s")
	if seats() != 1 || h.desk.Space.Catalog.Len() != 1 {
		t.Fatalf("not stored:\n%s", d.View())
	}
	d.Press("u")
	if _, there := h.desk.Space.Catalog.Row(plaza); seats() != 3 || !there || !strings.Contains(h.Said(), "Importación deshecha: la oferta 2026-I remunerada vuelve a ser la de oferta.csv (3 plazas).") {
		t.Errorf("%d seats, said %q", seats(), h.Said())
	}
	if h.desk.CanTakeBack() {
		t.Error("it can be taken back twice")
	}
}

// The first import taken back leaves the demonstration, and the user's plan on the
// disk.
func TestTheFirstImportIsTakenBack(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"oferta.csv": offer})
	d.Press("enter", "enter", "s")
	do(d, bridge.Cmd(h.desk.ToggleStar(h.desk.Space.Catalog.Plaza(0).PlazaID)))
	d.Press("u")
	if !h.desk.Space.Demo || len(h.desk.Lib.Lists()) != 0 || len(h.desk.Plan().Entries) != 0 {
		t.Fatalf("%v, %d lists, %d lines", h.desk.Space.Demo, len(h.desk.Lib.Lists()), len(h.desk.Plan().Entries))
	}
	d.Send(msg.ImportMsg{File: "oferta.csv"}).Press("enter", "enter", "s")
	if h.desk.Space.Demo || len(h.desk.Plan().Entries) != 1 {
		t.Errorf("demo %v, %d lines\n%s", h.desk.Space.Demo, len(h.desk.Plan().Entries), d.View())
	}
}
