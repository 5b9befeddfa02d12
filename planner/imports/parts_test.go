package imports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/planner/storage"
)

const partHeading = "PROFESIÓN;N° PLAZAS;DEPARTAMENTO;CÓDIGO RENIPRESS;ESTABLECIMIENTO;PRESUPUESTO\n"

// part reads a file of an offer made of rows.
func part(t *testing.T, name string, rows ...string) []lists.Draft {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(partHeading+strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	drafts, err := ReadList(context.Background(), nil, data.KindOffer, path, lists.Options{Process: "2031-I"})
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

func join(t *testing.T, parts ...[]lists.Draft) []lists.Draft {
	t.Helper()
	var all []lists.Draft
	for _, p := range parts {
		all = append(all, p...)
	}
	out, err := Join(all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func store(t *testing.T, lib *library.Library, drafts []lists.Draft) library.Change {
	t.Helper()
	changes, err := storage.Store(context.Background(), lib, Items(drafts, time.Unix(1, 0)))
	if err != nil {
		t.Fatal(err)
	}
	return changes[0]
}

// A list in several files is one list, whether they come together or one after
// the other; one of them read anew replaces what came from it and nothing else.
func TestAListInSeveralFilesIsOne(t *testing.T) {
	ctx := context.Background()
	medicine := part(t, "med.csv", "MEDICINA;2;PUNO;90001;POSTA UNO;NACIONAL", "MEDICINA;1;PUNO;90002;POSTA DOS;NACIONAL")
	nursing := part(t, "enf.csv", "ENFERMERIA;1;PUNO;90001;POSTA UNO;NACIONAL", "ENFERMERIA;x;PUNO;90003;POSTA TRES;NACIONAL")
	together := join(t, medicine, nursing)
	if i := together[0].Info; len(together) != 1 || i.Rows != 3 || i.Plazas != 3 || i.Seats != 4 || i.Rejected != 1 || len(i.Parts) != 2 || i.File != "med.csv y enf.csv" {
		t.Fatalf("%+v", i)
	}
	if s := together[0].Offer.Plazas[2].Sources[0]; s.File != "enf.csv" || s.Row != 2 {
		t.Errorf("%+v", s)
	}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	store(t, lib, medicine)
	if b, err := Belonging(ctx, lib, &nursing[0]); b != Apart || err != nil {
		t.Fatal(b, err)
	}
	added, err := Extend(ctx, lib, nursing)
	if err != nil {
		t.Fatal(err)
	}
	if c := store(t, lib, added); c.Added != 1 || c.Removed != 0 || c.SeatsBefore != 3 || c.SeatsAfter != 4 {
		t.Errorf("%+v", c)
	}
	if b, _ := Belonging(ctx, lib, &medicine[0]); b != PartAnew {
		t.Error(b)
	}
	again, err := Extend(ctx, lib, medicine)
	if err != nil {
		t.Fatal(err)
	}
	if c := store(t, lib, again); !c.Same {
		t.Errorf("the same part changes the list: %+v", c)
	}
	fewer := part(t, "med.csv", "MEDICINA;5;PUNO;90001;POSTA UNO;NACIONAL")
	if fewer, err = Extend(ctx, lib, fewer); err != nil {
		t.Fatal(err)
	}
	if c := store(t, lib, fewer); c.Removed != 1 || c.Changed != 1 || c.SeatsAfter != 6 || c.Info.Rejected != 1 || c.Info.Rows != 2 {
		t.Errorf("%+v", c)
	}
	offer, err := lib.Offer(ctx, "2031-I", data.Remunerada)
	if err != nil || len(offer.Plazas) != 2 || offer.Plazas[0].Profession != "MEDICINA" {
		t.Errorf("%+v %v", offer, err)
	}
	if problems, err := lib.Problems(lib.Lists()[0]); err != nil || len(problems) == 0 {
		t.Errorf("the other part's rejected row is forgotten: %v %v", problems, err)
	}
}

// Parts may share a plaza, whose seats add up; what can no longer be told apart
// is not guessed at.
func TestPartsThatShareAPlaza(t *testing.T) {
	ctx := context.Background()
	one := part(t, "uno.csv", "MEDICINA;2;PUNO;90001;POSTA UNO;NACIONAL", "MEDICINA;1;PUNO;90002;POSTA DOS;NACIONAL", "MEDICINA;1;PUNO;90003;POSTA TRES;NACIONAL")
	two := part(t, "dos.csv", "MEDICINA;3;PUNO;90001;POSTA UNO;REGIONAL", "MEDICINA;3;PUNO;90004;POSTA CUATRO;REGIONAL", "MEDICINA;1;PUNO;90005;POSTA CINCO;REGIONAL")
	all := join(t, one, two)
	p := all[0].Offer.Plazas[0]
	if p.Seats != 5 || len(p.Budgets) != 2 || len(p.Sources) != 2 || one[0].Offer.Plazas[0].Seats != 2 || len(one[0].Offer.Plazas[0].Budgets) != 1 {
		t.Errorf("%+v, of %+v", p, one[0].Offer.Plazas[0])
	}
	if n := len(all[0].Problems); n == 0 || !strings.Contains(all[0].Problems[n-1].Reason, "1 plaza está también en uno.csv") {
		t.Errorf("not told: %+v", all[0].Problems)
	}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	store(t, lib, all)
	if _, err := Extend(ctx, lib, two); err == nil || !strings.Contains(err.Error(), "POSTA UNO") {
		t.Errorf("%v", err)
	}
}

// Two versions of one list are no parts: their seats would be added up.
func TestVersionsAreNoParts(t *testing.T) {
	rows := []string{"MEDICINA;2;PUNO;90001;POSTA UNO;NACIONAL", "MEDICINA;1;PUNO;90002;POSTA DOS;NACIONAL"}
	first, second := part(t, "uno.csv", rows...), part(t, "dos.csv", append(rows, "MEDICINA;1;PUNO;90003;POSTA TRES;NACIONAL")...)
	if _, err := Join(append(append([]lists.Draft{}, first...), second...)); err == nil || !strings.Contains(err.Error(), "versiones") {
		t.Error(err)
	}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	store(t, lib, first)
	if _, err := Extend(context.Background(), lib, second); err == nil {
		t.Error("a version was added to another")
	}
}
