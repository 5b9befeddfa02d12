package plan

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func id(n int) data.PlazaID {
	return data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: fmt.Sprintf("%08d", n)}
}

func fallback(n int) data.PlazaID {
	e := id(n)
	e.Modality = data.Equivalente
	return e
}

func codes(p *Plan) string {
	out := ""
	for _, e := range p.Entries {
		out += e.ID.Renipress[7:]
		if e.ID.Modality == data.Equivalente {
			out += "e"
		}
	}
	return out
}

func TestEditing(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(e *Editor)
		want string
	}{
		{"add keeps the sections", func(e *Editor) { e.Add([]data.PlazaID{fallback(7), id(4)}, -1) }, "12347e"},
		{"add again does nothing", func(e *Editor) { e.Add([]data.PlazaID{id(2)}, -1) }, "123"},
		{"add in a place", func(e *Editor) { e.Add([]data.PlazaID{id(4), id(5)}, 1) }, "14523"},
		{"remove", func(e *Editor) { e.Remove(id(2)) }, "13"},
		{"move down", func(e *Editor) { e.Move([]data.PlazaID{id(1)}, 1) }, "213"},
		{"move to the end", func(e *Editor) { e.Move([]data.PlazaID{id(1)}, 99) }, "231"},
		{"move several", func(e *Editor) { e.Move([]data.PlazaID{id(3), id(2)}, 0) }, "231"},
		{"the fallback stays last", func(e *Editor) {
			e.Add([]data.PlazaID{fallback(7)}, -1)
			e.Move([]data.PlazaID{fallback(7)}, 0)
		}, "1237e"},
		{"several of both sections keep their order", func(e *Editor) {
			e.Add([]data.PlazaID{fallback(7), fallback(8), fallback(9)}, -1)
			e.Move([]data.PlazaID{id(2), id(3), fallback(8), fallback(9)}, 0)
		}, "2318e9e7e"},
		{"several of both sections to the end", func(e *Editor) {
			e.Add([]data.PlazaID{fallback(7), fallback(8), fallback(9)}, -1)
			e.Move([]data.PlazaID{id(1), id(2), fallback(7), fallback(8)}, 99)
		}, "3129e7e8e"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := Edit(Plan{Name: "A"})
			e.Add([]data.PlazaID{id(1), id(2), id(3)}, -1)
			tt.do(e)
			if got := codes(e.Plan()); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestUndoTellsWhatItTookBack(t *testing.T) {
	e := Edit(Plan{})
	e.Add([]data.PlazaID{id(1), id(2)}, -1)
	e.Move([]data.PlazaID{id(2)}, 0)
	act, ok := e.Undo()
	want := Act{Kind: Moved, IDs: []data.PlazaID{id(2)}, From: 1, To: 0}
	if diff := cmp.Diff(want, act); !ok || diff != "" {
		t.Error(diff)
	}
	if act, ok = e.Redo(); !ok || act.Kind != Moved || codes(e.Plan()) != "21" {
		t.Errorf("redo: %v %v %s", act, ok, codes(e.Plan()))
	}
	if _, ok = e.Redo(); ok {
		t.Error("nothing is left to redo")
	}
}

func TestUndoLeavesTheName(t *testing.T) {
	e := Edit(Plan{Name: "A"})
	e.Add([]data.PlazaID{id(1)}, -1)
	e.Add([]data.PlazaID{id(2)}, -1)
	e.Undo()
	e.Rename("Sierra")
	e.Undo()
	if e.Plan().Name != "Sierra" {
		t.Errorf("undone to the name %q", e.Plan().Name)
	}
	e.Redo()
	e.Redo()
	if e.Plan().Name != "Sierra" || codes(e.Plan()) != "12" {
		t.Errorf("redone to %q %s", e.Plan().Name, codes(e.Plan()))
	}
}

// Any run of acts leaves the plan without repeats and with its sections in
// order, and undoing all of them leads back to the beginning.
func TestActsKeepThePlanWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plaza := rapid.Custom(func(t *rapid.T) data.PlazaID {
			if rapid.Bool().Draw(t, "fallback") {
				return fallback(rapid.IntRange(1, 9).Draw(t, "code"))
			}
			return id(rapid.IntRange(1, 9).Draw(t, "code"))
		})
		e := Edit(Plan{Name: "A"})
		e.Add(rapid.SliceOfN(plaza, 0, 5).Draw(t, "start"), -1)
		start, acts := codes(e.Plan()), 0
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			ids := rapid.SliceOfN(plaza, 1, 3).Draw(t, "ids")
			at := rapid.IntRange(-1, 10).Draw(t, "at")
			ok := false
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				_, ok = e.Add(ids, at)
			case 1:
				_, ok = e.Remove(ids...)
			case 2:
				_, ok = e.Move(ids, at)
			case 3:
				_, ok = e.Note(ids[0], rapid.String().Draw(t, "note"))
			}
			if ok {
				acts++
			}
			again := e.Plan().Clone()
			again.normalize()
			if diff := cmp.Diff(again.Entries, e.Plan().Entries); diff != "" {
				t.Fatal(diff)
			}
		}
		for range acts {
			e.Undo()
		}
		if got := codes(e.Plan()); got != start {
			t.Fatalf("undone to %s, began at %s", got, start)
		}
	})
}

func TestCodecRoundTrip(t *testing.T) {
	p := Plan{Name: "Plan B", Ranks: map[data.Modality]int{data.Remunerada: 812}, Entries: []Entry{
		{ID: id(3), Note: "llamar al jefe; «ñ»"}, {ID: fallback(1)},
	}}
	b, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, got); diff != "" {
		t.Error(diff)
	}
}

func TestDecodeRefuses(t *testing.T) {
	var entry *EntryError
	for _, tt := range []struct {
		in   string
		want error
		line int
	}{
		{`no`, ErrForm, 0},
		{`{}`, ErrForm, 0},
		{`{"formato": 99}`, ErrNewer, 0},
		{`{"formato": 2, "lineas": {}}`, ErrNewer, 0},
		{`{"formato":1,"lineas":[{"proceso":"2026-I","renipress":"12a","profesion":"X","modalidad":"remunerada"}]}`, nil, 1},
	} {
		_, err := Decode([]byte(tt.in))
		switch {
		case tt.want != nil && !errors.Is(err, tt.want):
			t.Errorf("%s: %v, want %v", tt.in, err, tt.want)
		case tt.want == nil && (!errors.As(err, &entry) || entry.Line != tt.line):
			t.Errorf("%s: %v", tt.in, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"formato":1,"nombre":"A","puestos":{"remunerada":3},"lineas":[{"proceso":"2026-I","renipress":"7","profesion":"medicina","modalidad":"remunerada","nota":"\u001b[31m"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Decode(b)
		if err != nil {
			return
		}
		again, err := Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		q, err := Decode(again)
		if err != nil {
			t.Fatalf("own output refused: %v", err)
		}
		if diff := cmp.Diff(p, q); diff != "" {
			t.Error(diff)
		}
	})
}

// Notes and names are one line, whatever a file or the clipboard brings.
func TestNotesAreOneLine(t *testing.T) {
	const torn, whole = "dos\r\nlíneas\ty\u2028más", "dos líneas y más"
	e := Edit(Plan{Entries: []Entry{{ID: id(1)}}})
	e.Note(id(1), torn)
	if got := e.Plan().Entries[0].Note; got != whole {
		t.Errorf("noted as %q", got)
	}
	b, err := Encode(Plan{Name: torn, Entries: []Entry{{ID: id(1), Note: torn}}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Decode(b)
	if err != nil || p.Name != whole || p.Entries[0].Note != whole {
		t.Errorf("read as %+v, %v", p, err)
	}
}

// Undoing leaves the ranks, which are no act.
func TestRanksStayWhenUndoing(t *testing.T) {
	e := Edit(Plan{})
	e.Add([]data.PlazaID{id(1)}, -1)
	ranks := map[data.Modality]int{data.Remunerada: 812}
	if !e.SetRanks(ranks) || e.SetRanks(ranks) {
		t.Error("does not tell whether the ranks are new")
	}
	e.Undo()
	if diff := cmp.Diff(ranks, e.Plan().Ranks); diff != "" || len(e.Plan().Entries) != 0 {
		t.Error(diff)
	}
	e.Redo()
	if diff := cmp.Diff(ranks, e.Plan().Ranks); diff != "" {
		t.Error(diff)
	}
}

// A plan that differs in its ranks alone is another; ranks that it does not
// state stay as they were.
func TestReplaceTakesRanks(t *testing.T) {
	e := Edit(Plan{Entries: []Entry{{ID: id(1)}}, Ranks: map[data.Modality]int{data.Remunerada: 5}})
	with := e.Plan().Clone()
	with.Ranks = map[data.Modality]int{data.Equivalente: 7}
	if _, ok := e.Replace(with); !ok {
		t.Error("refused")
	}
	want := map[data.Modality]int{data.Remunerada: 5, data.Equivalente: 7}
	if diff := cmp.Diff(want, e.Plan().Ranks); diff != "" {
		t.Error(diff)
	}
	if _, ok := e.Replace(with); ok {
		t.Error("replaced by the same")
	}
	e.Undo()
	if diff := cmp.Diff(map[data.Modality]int{data.Remunerada: 5}, e.Plan().Ranks); diff != "" {
		t.Error(diff)
	}
}
