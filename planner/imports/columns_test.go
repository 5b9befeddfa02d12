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
	drafts, err := ReadLists(ctx, lib, data.KindOffer, []string{strangeList(t, "a.csv", "90001 90002"), strangeList(t, "b.csv", "90003 90004")}, o, nil)
	if err != nil || len(drafts) != 1 || drafts[0].Info.Seats != 6 || len(drafts[0].Signatures) != 1 {
		t.Fatalf("%+v %v", drafts, err)
	}
	if err := Remember(lib, drafts, o); err != nil {
		t.Fatal(err)
	}
	next := strangeList(t, "c.csv", "90005 90006 90007")
	o.Columns = nil
	if drafts, err = ReadLists(ctx, lib, data.KindOffer, []string{next}, o, nil); err != nil || drafts[0].Info.Seats != 6 || drafts[0].Headings[3].Origin != lists.ByMemory {
		t.Fatalf("%+v %v", drafts, err)
	}
	o.As, o.Columns = data.KindAdjudication, []lists.ColumnChoice{{Field: lists.FieldRank, Column: "Cuota"}}
	if drafts, err = ReadLists(ctx, lib, data.KindAdjudication, []string{next}, o, nil); err != nil {
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
	if _, err = ReadLists(ctx, lib, data.KindAdjudication, []string{next, strangeList(t, "d.csv", "90008")}, o, nil); err == nil || !strings.Contains(err.Error(), "c.csv y d.csv: el archivo no tiene una columna Puesto") {
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
		drafts, err := ReadLists(ctx, lib, data.KindOffer, []string{path}, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		return drafts
	}
	first := strangeList(t, "a.csv", "90001 90002 90003")
	if p, err := Place(ctx, lib, read(first)); err != nil || p[0].Added != nil || p[0].Adds || p.Cannot() != nil {
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
		seats, cannot := 0, ""
		_, adding, adds := p.Ways()
		if adding != nil {
			seats = adding[0].Info.Seats
		}
		if p.Cannot() != nil {
			cannot = p.Cannot().Error()
		}
		if err != nil || seats != c.seats || adds != c.adds || p.Open() != c.adds || (cannot == "") != (c.cannot == "") || !strings.Contains(cannot, c.cannot) {
			t.Errorf("%s: %d seats, %+v %v", c.name, seats, p, err)
		}
	}
}

// Of two lists that come together each has its own place: that one is a new version of
// its list does not let the other, known as a part, replace the whole of its own.
func TestEachListHasItsOwnPlace(t *testing.T) {
	ctx, lib := context.Background(), openLibrary(t)
	first := part(t, "med.csv", "MEDICINA;2;PUNO;90001;POSTA UNO;NACIONAL")
	second := part(t, "enf.csv", "ENFERMERIA;1;PUNO;90001;POSTA UNO;NACIONAL")
	other := part(t, "otra.csv", "MEDICINA;2;PUNO;90001;POSTA UNO;NACIONAL", "MEDICINA;1;PUNO;90002;POSTA DOS;NACIONAL")
	newer := part(t, "nueva.csv", "MEDICINA;3;PUNO;90001;POSTA UNO;NACIONAL", "MEDICINA;1;PUNO;90002;POSTA DOS;NACIONAL")
	for _, d := range []*lists.Draft{&other[0], &newer[0]} {
		d.Info.Process, d.Offer.Process = "2030-I", "2030-I"
		for i := range d.Offer.Plazas {
			d.Offer.Plazas[i].Process = "2030-I"
		}
	}
	store(t, lib, join(t, first, second, other))
	p, err := Place(ctx, lib, join(t, part(t, "med.csv", "MEDICINA;5;PUNO;90001;POSTA UNO;NACIONAL"), newer))
	if err != nil {
		t.Fatal(err)
	}
	replacing, adding, proposed := p.Ways()
	if !proposed || p.Open() || len(adding) != 2 || adding[0].Info.Seats != 6 || adding[1].Info.Seats != 4 || adding[1].Added || replacing[0].Info.Seats != 5 {
		t.Errorf("%v %+v", proposed, adding)
	}
	if chosen := p.Chosen(); chosen[0].Info.Seats != 6 || chosen[1].Info.Seats != 4 {
		t.Errorf("%+v", chosen)
	}
}

// That each row is one seat is of no column, however it is written.
func TestEachRowIsNoColumn(t *testing.T) {
	said := []lists.ColumnChoice{{Field: lists.FieldSeats, Column: strings.ToUpper(lists.EachRowOneSeat)}}
	if err := CheckColumns(nil, said); err != nil {
		t.Error(err)
	}
}
