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

const strangeHeading = "Rubro;Clave;Local;Cuota;Ámbito\n"

// strangeList writes an offer of two plazas whose headings nobody knows.
func strangeList(t *testing.T, name, codes string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	text := strangeHeading
	for i, code := range strings.Fields(codes) {
		text += "MEDICINA;" + code + ";POSTA;" + string(rune('1'+i)) + ";PUNO\n"
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func openLibrary(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(filepath.Join(t.TempDir(), "b"))
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// What was said of the columns of a list, and that it is another than it seems,
// holds for the next with its headings: for a look at it and for its reading.
func TestWhatIsSaidOfColumnsIsRemembered(t *testing.T) {
	ctx, lib := context.Background(), openLibrary(t)
	o := lists.Options{Process: "2031-I", Modality: data.Remunerada, Columns: []lists.ColumnChoice{{Field: lists.FieldSeats, Column: "Cuota"}}}
	drafts, err := ReadLists(ctx, lib, data.KindOffer, []string{strangeList(t, "a.csv", "90001 90002"), strangeList(t, "b.csv", "90003 90004")}, o)
	if err != nil || len(drafts) != 1 || drafts[0].Info.Seats != 6 || len(drafts[0].Signatures) != 1 {
		t.Fatalf("%+v %v", drafts, err)
	}
	if err := Remember(lib, drafts, o); err != nil {
		t.Fatal(err)
	}
	next := strangeList(t, "c.csv", "90005 90006 90007")
	o.Columns = nil
	if drafts, err = ReadLists(ctx, lib, data.KindOffer, []string{next}, o); err != nil || drafts[0].Info.Seats != 6 || drafts[0].Headings[3].Origin != lists.ByMemory {
		t.Fatalf("%+v %v", drafts, err)
	}
	o.As, o.Columns = data.KindAdjudication, []lists.ColumnChoice{{Field: lists.FieldRank, Column: "Cuota"}}
	if drafts, err = ReadLists(ctx, lib, data.KindAdjudication, []string{next}, o); err != nil {
		t.Fatal(err)
	}
	if err := Remember(lib, drafts, o); err != nil {
		t.Fatal(err)
	}
	guess, err := Detect(ctx, lib, next, lists.Options{})
	if err != nil || guess.Kind != data.KindAdjudication {
		t.Errorf("%+v %v", guess, err)
	}
	if got := lib.Headings(); len(got) != 1 || len(got[0].Columns) != 1 || got[0].Columns[0].Field != "puesto" {
		t.Errorf("%+v", got)
	}
	o.Columns = []lists.ColumnChoice{{Field: lists.FieldRank, Column: "Puesto"}}
	if _, err = ReadLists(ctx, lib, data.KindAdjudication, []string{next, strangeList(t, "d.csv", "90008")}, o); err == nil || !strings.Contains(err.Error(), "c.csv y d.csv: el archivo no tiene una columna Puesto") {
		t.Error(err)
	}
}

// Both ways to store a list beside the loaded one are told, and that one is
// proposed which loses nothing.
func TestPlacing(t *testing.T) {
	ctx, lib := context.Background(), openLibrary(t)
	o := lists.Options{Process: "2031-I", Modality: data.Remunerada, Columns: []lists.ColumnChoice{{Field: lists.FieldSeats, Column: "Cuota"}}}
	read := func(path string) []lists.Draft {
		t.Helper()
		drafts, err := ReadLists(ctx, lib, data.KindOffer, []string{path}, o)
		if err != nil {
			t.Fatal(err)
		}
		return drafts
	}
	first := strangeList(t, "a.csv", "90001 90002 90003")
	if p, err := Place(ctx, lib, read(first)); err != nil || p.Adding != nil || p.Adds || p.Cannot != "" {
		t.Fatalf("%+v %v", p, err)
	}
	if _, err := storage.Store(ctx, lib, Items(read(first), time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, codes string
		seats       int // of both together; 0 where they cannot be added
		adds        bool
		cannot      string
	}{
		{"a.csv", "90001 90002", 0, false, ""},
		{"other.csv", "90007 90008", 9, true, ""},
		{"version.csv", "90001 90002", 0, false, "versiones"},
		{"partly.csv", "90003 90007 90008", 12, false, ""},
	} {
		p, err := Place(ctx, lib, read(strangeList(t, c.name, c.codes)))
		seats := 0
		if len(p.Adding) > 0 {
			seats = p.Adding[0].Info.Seats
		}
		if err != nil || seats != c.seats || p.Adds != c.adds || p.Open != c.adds || (p.Cannot == "") != (c.cannot == "") || !strings.Contains(p.Cannot, c.cannot) {
			t.Errorf("%s: %d seats, %+v %v", c.name, seats, p, err)
		}
	}
}

// That each row is one seat is of no column, however it is written.
func TestEachRowIsNoColumn(t *testing.T) {
	said := []lists.ColumnChoice{{Field: lists.FieldSeats, Column: strings.ToUpper(lists.EachRowOneSeat)}}
	if err := CheckColumns(nil, said); err != nil {
		t.Error(err)
	}
}
