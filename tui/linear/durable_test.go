package linear_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/storage"
	"brujula/planner/turn"
	"brujula/planner/workspace"
	"brujula/tui/linear"
)

// script gives answers one by one.
type script struct{ lines []string }

func (s *script) Read(p []byte) (int, error) {
	if len(s.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.lines[0]+"\n")
	s.lines = s.lines[1:]
	return n, nil
}

// watched is an output that looks at the world whenever something is said.
type watched struct {
	bytes.Buffer
	look func(said string)
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Buffer.Write(p)
	w.look(w.String())
	return n, err
}

// profileAnswers fill the form for a line that the library has.
const profileAnswers = "medicina\n1\n66\n0\n0\n"

func withProfile(t *testing.T, lib *library.Library, space *workspace.Workspace) {
	t.Helper()
	if err := lib.SaveProfile(library.Profile{Process: space.Latest(), Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}); err != nil {
		t.Fatal(err)
	}
}

// What is confirmed is on the disk: at the moment in which anything is told of
// the plan or the act, a kill loses none of it.
func TestWhatIsConfirmedIsStored(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	d := open(t, lib, space)
	line := data.Line{Process: space.Latest(), Profession: "MEDICINA", Modality: data.Remunerada}
	checked := 0
	out := &watched{look: func(said string) {
		e, _, err := storage.OpenPlan(lib, "A")
		if err != nil {
			t.Fatal(err)
		}
		told := strings.Count(said, " agregada en el lugar ")
		if strings.Contains(said, " quitada del plan.") {
			told-- // and brought back by what follows
		}
		if got := len(e.Plan().Entries); got < told {
			t.Errorf("%d lines told, %d on the disk", told, got)
		}
		recorded, err := turn.Read(lib, line)
		if err != nil {
			t.Fatal(err)
		}
		if acts := strings.Count(said, "Registrado: "); len(recorded.Events) < acts {
			t.Errorf("%d acts told, %d on the disk", acts, len(recorded.Events))
		}
		checked++
	}}
	answers := profileAnswers + "1\n1\n1\n1\n0\n2\n1\n0\n5\n1\n0\n0\n0\n4\n1\n10\n66\nx quinuales\n1\n4\n4\n5\n3\n40\n0\n2\n5\n1\n7\n0\nsalir"
	if err := linear.Run(t.Context(), linear.Options{Desk: d, In: &script{strings.Split(answers, "\n")}, Out: out}); err != nil {
		t.Fatal(err)
	}
	said := out.String()
	if strings.Count(said, "Registrado: ") < 5 || strings.Count(said, " agregada en el lugar ") != 3 || !strings.Contains(said, "Perfil guardado.") || checked < 20 {
		t.Errorf("the session did not do what it should:\n%s", said)
	}
	if p, err := lib.Profile(); err != nil || p.Rank != 66 || p.Profession != "MEDICINA" {
		t.Errorf("profile %+v, %v", p, err)
	}
}

// A full disk is said, the work goes on, leaving asks, and the end tells what
// was lost; where nobody answers too.
func TestAFullDisk(t *testing.T) {
	disk := storetest.New()
	lib, space := onDisk(t, disk)
	withProfile(t, lib, space)
	for _, answers := range []string{"1\n1\n1\n1\ninicio\nsalir\nn\nsalir\ns\n", "1\n1\n1\n1\n"} {
		d := open(t, lib, space)
		disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
		var out bytes.Buffer
		err := linear.Run(t.Context(), linear.Options{Desk: d, In: strings.NewReader(answers), Out: &out, Echo: true})
		disk.Heal()
		d.Close()
		if err == nil || !strings.Contains(out.String(), "NO se guardó") || !strings.Contains(out.String(), "NO se pudo guardar") {
			t.Errorf("error %v after:\n%s", err, &out)
		}
	}
}

// A second window only looks, and says so.
func TestASecondWindow(t *testing.T) {
	disk := storetest.New()
	lib, space := onDisk(t, disk)
	withProfile(t, lib, space)
	open(t, lib, space)
	other, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	second := open(t, other, space)
	if second.Locked == "" {
		t.Fatal("both windows may write")
	}
	said := converse(t, second, "1\n1\n1\n1\n0\n0\n0\n4\n0\n")
	if !strings.Contains(said, "sta ventana solo mira") || strings.Contains(said, "agregada") {
		t.Errorf("not refused:\n%s", said)
	}
}

// The plan is written in every format and the act in both, and a file is
// replaced only after a question.
func TestExports(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	formats := []string{"md", "csv", "json", "xlsx", "html", "txt"}
	answers := "1\n1\n1\n1\ninicio\n2\n"
	for _, f := range formats {
		answers += fmt.Sprintf("exportar\nsalida.%s\n", f)
	}
	answers += "exportar\nsalida.md\nn\nexportar\nsalida.md\ns\n0\n4\n1\n5\n\nexportar\nturno.csv\nexportar\nturno.json\n"
	said := converse(t, onDemo(t, nil), answers)
	for _, name := range append([]string{"turno.csv", "turno.json"}, formats...) {
		if !strings.Contains(name, ".") {
			name = "salida." + name
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if strings.Count(said, "¿Reemplazarlo?") != 2 || strings.Count(said, "Plan escrito (") != len(formats)+1 {
		t.Errorf("not asked:\n%s", said)
	}
}

// A folder is read out, and a file is chosen in it by letters.
func TestBrowsing(t *testing.T) {
	lists, err := filepath.Abs("../../testdata/lists")
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	said := converse(t, onDemo(t, lib), "8\n"+lists+"\noferta\n\n\n\ns\n")
	if !strings.Contains(said, "Lista guardada en la biblioteca.") || len(lib.Lists()) != 1 {
		t.Errorf("not imported:\n%s", said)
	}
}

// A session that was told to end in the midst of things has all saved.
func TestInterruptSaves(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	d := open(t, lib, space)
	ctx, stop := context.WithCancel(t.Context())
	out := &signalled{stop: stop, at: "agregada en el lugar"}
	in := &script{strings.Split(profileAnswers+"1\n1\n1\n1\n0\n0", "\n")}
	if err := linear.Run(ctx, linear.Options{Desk: d, In: in, Out: out}); err != nil {
		t.Fatal(err)
	}
	e, _, err := storage.OpenPlan(lib, "A")
	if err != nil || len(e.Plan().Entries) != 1 {
		t.Errorf("%v, %v", e.Plan(), err)
	}
}
