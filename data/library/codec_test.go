package library

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data"
)

// anyText favours what breaks a table: separators, quotes, breaks, escapes.
func anyText() *rapid.Generator[string] {
	nasty := rapid.SampledFrom([]string{";", "|", ":", `\`, "\n", "\r", "\r\n", `"`, `\n`, "=1+1", "-", "@", " ", "\ufeff", "\u2028", "\x00", "\xff", "Ñ", "SI", ""})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(nasty, rapid.String()), 0, 4).Draw(t, "parts"), "")
	})
}

func anySource() *rapid.Generator[data.Source] {
	return rapid.Custom(func(t *rapid.T) data.Source {
		return data.Source{File: anyText().Draw(t, "file"), Sheet: anyText().Draw(t, "sheet"), Page: rapid.Int().Draw(t, "page"), Row: rapid.Int().Draw(t, "row")}
	})
}

func anyPlaza() *rapid.Generator[data.Plaza] {
	return rapid.Custom(func(t *rapid.T) data.Plaza {
		text := func(name string) string { return anyText().Draw(t, name) }
		return data.Plaza{
			PlazaID:       data.PlazaID{Process: "2026-I", Profession: text("profession"), Modality: data.Remunerada, Renipress: text("renipress")},
			Establishment: text("establishment"), Region: text("region"), Province: text("province"), District: text("district"),
			Diresa: text("diresa"), Offering: text("offering"), Institution: text("institution"), Category: text("category"),
			Grade: rapid.Int().Draw(t, "grade"), Seats: rapid.Int().Draw(t, "seats"),
			ZAF: rapid.Bool().Draw(t, "zaf"), ZE: rapid.Bool().Draw(t, "ze"),
			Budgets: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) data.Budget {
				return data.Budget{Name: anyText().Draw(t, "name"), Seats: rapid.Int().Draw(t, "seats")}
			}), 0, 3).Draw(t, "budgets"),
			Sources: rapid.SliceOfN(anySource(), 0, 3).Draw(t, "sources"),
			Extra:   rapid.MapOfN(anyText(), anyText(), 0, 3).Draw(t, "extra"),
		}
	})
}

func TestOfferRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offer := &data.Offer{Process: "2026-I", Modality: data.Remunerada, Plazas: rapid.SliceOfN(anyPlaza(), 0, 4).Draw(t, "plazas")}
		content, err := encodeOffer(offer)
		if err != nil {
			t.Fatal(err)
		}
		if lines := bytes.Count(content, []byte("\n")); lines != len(offer.Plazas)+1 {
			t.Fatalf("%d lines for %d plazas", lines, len(offer.Plazas))
		}
		back, ok, err := decodeOffer(context.Background(), string(content), "2026-I", data.Remunerada)
		if !ok || err != nil {
			t.Fatalf("%v %v\n%s", ok, err, content)
		}
		if diff := cmp.Diff(offer, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAdjudicationRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := &data.Adjudication{Process: "2025-I", Modality: data.Equivalente, UpTo: rapid.IntRange(0, 9).Draw(t, "upto")}
		for range rapid.IntRange(0, 4).Draw(t, "picks") {
			list.Picks = append(list.Picks, data.Pick{
				Profession: anyText().Draw(t, "profession"), Renipress: anyText().Draw(t, "renipress"), Establishment: anyText().Draw(t, "establishment"),
				Rank: rapid.Int().Draw(t, "rank"), Mark: rapid.Float64().Draw(t, "mark"), Source: anySource().Draw(t, "source"),
			})
		}
		content, err := encodeAdjudication(list)
		if err != nil {
			t.Fatal(err)
		}
		info := &data.ListInfo{Process: "2025-I", Modality: data.Equivalente, UpTo: list.UpTo}
		back, ok, err := decodeAdjudication(context.Background(), string(content), info)
		if !ok || err != nil {
			t.Fatalf("%v %v\n%s", ok, err, content)
		}
		if diff := cmp.Diff(list, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTableRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 3).Draw(t, "width")
		table := &Table{Head: rapid.SliceOfN(rapid.StringMatching(`[a-z;"]{1,5}`), width, width).Draw(t, "head")}
		table.Rows = rapid.SliceOfN(rapid.SliceOfN(anyText(), width, width), 0, 4).Draw(t, "rows")
		content, err := encodeTable(table)
		if err != nil {
			t.Fatal(err)
		}
		back, ok := decodeTable(string(content))
		if !ok {
			t.Fatalf("not read back:\n%s", content)
		}
		if diff := cmp.Diff(table, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestFormulasAreGuarded(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@A1", "\t=1"} {
		cell := escapeText(text)
		if cell[0] != '\\' || unescape(cell) != text {
			t.Errorf("%q became %q", text, cell)
		}
	}
	if cell := extraCell(map[string]string{"=A": "1"}, []string{"=A"}); cell[0] != '\\' {
		t.Errorf("extra %q", cell)
	}
}

func TestDecodeOfferRefuses(t *testing.T) {
	head := strings.Join(offerColumns(), ";")
	good := "00000001;MEDICINA;POSTA;PUNO;;;;;;5;I-2;2;NACIONAL:2;SI;NO;a.csv:::7;SEDE:X"
	for _, tt := range []struct{ name, text string }{
		{"nothing", ""},
		{"other heading", "a;b\n" + good},
		{"column missing", head + "\n" + good[:len(good)-7]},
		{"column too many", head + "\n" + good + ";"},
		{"seats", head + "\n" + strings.Replace(good, "I-2;2;", "I-2;dos;", 1)},
		{"no seats", head + "\n" + strings.Replace(good, "I-2;2;", "I-2;;", 1)},
		{"grade", head + "\n" + strings.Replace(good, ";5;", ";GD-5;", 1)},
		{"budget", head + "\n" + strings.Replace(good, ":2;", ":x;", 1)},
		{"zaf", head + "\n" + strings.Replace(good, ";SI;", ";si;", 1)},
		{"source", head + "\n" + strings.Replace(good, "a.csv:::7", "a.csv:7", 1)},
		{"source row", head + "\n" + strings.Replace(good, ":::7", ":::x", 1)},
		{"extra", head + "\n" + strings.Replace(good, "SEDE:X", "SEDE", 1)},
		{"open quote", head + "\n" + strings.Replace(good, "POSTA", `"POSTA`, 1)},
	} {
		if offer, ok, err := decodeOffer(context.Background(), tt.text, "2026-I", data.Remunerada); ok || err != nil || offer != nil {
			t.Errorf("%s: %v %v", tt.name, ok, err)
		}
	}
	offer, ok, err := decodeOffer(context.Background(), head+"\r\n"+good+"\r\n\r\n", "2026-I", data.Remunerada)
	if !ok || err != nil || len(offer.Plazas) != 1 || offer.Plazas[0].Seats != 2 {
		t.Errorf("the good one: %v %v %v", offer, ok, err)
	}
}

func TestDecodeOfferStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	content, err := encodeOffer(fakeOffer("2026-I", data.Remunerada, contextRows+10, 1))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := decodeOffer(ctx, string(content), "2026-I", data.Remunerada); ok || err == nil {
		t.Errorf("%v %v", ok, err)
	}
}

// naiveRecords is the reference for recordReader: encoding/csv over the whole
// text. Line breaks within quotes never occur in what the library writes.
func naiveRecords(text string) ([][]string, bool) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, byteOrderMark)))
	r.Comma = delimiter
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	return all, err == nil
}

func fastRecords(text string) (all [][]string, ok bool) {
	r := newReader(text)
	for {
		cells, ok := r.next()
		if !ok || cells == nil {
			return all, ok
		}
		all = append(all, slices.Clone(cells))
	}
}

func FuzzRecordsEqualEncodingCSV(f *testing.F) {
	for _, seed := range []string{"", "a;b\n", "a;\"b;\"\"c\"\n", "\"a\nb\";c", "\ufeffa\r\n;;\n\n\"\"\n", "a\"b\n", "\"a\"b;c", "a\r;b\n\r\n", "x;\"y\r\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, okWant := naiveRecords(text)
		got, ok := fastRecords(text)
		for _, record := range want {
			if slices.ContainsFunc(record, func(cell string) bool { return strings.Contains(cell, "\n") }) {
				if ok {
					t.Fatalf("took a line break within quotes: %q", text)
				}
				return
			}
		}
		if ok != okWant {
			t.Fatalf("%q: ok %v, encoding/csv %v", text, ok, okWant)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); ok && diff != "" {
			t.Fatalf("%q: %s", text, diff)
		}
	})
}

// What can be read at all is written back so that it reads the same.
func FuzzDecodeOffer(f *testing.F) {
	content, err := encodeOffer(fakeOffer("2026-I", data.Remunerada, 3, 1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(content))
	f.Add(strings.Join(offerColumns(), ";") + "\n1;M;\"P;\"\"Q\";;;;;;;;;1;A\\|B:1|C:2;SI;NO;f:s:1:2|f:::3;a\\:b:c|d:\n")
	f.Fuzz(func(t *testing.T, text string) {
		offer, ok, err := decodeOffer(context.Background(), text, "2026-I", data.Remunerada)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			return
		}
		again, err := encodeOffer(offer)
		if err != nil {
			t.Fatal(err)
		}
		back, ok, err := decodeOffer(context.Background(), string(again), "2026-I", data.Remunerada)
		if !ok || err != nil {
			t.Fatalf("%v %v: %q", ok, err, again)
		}
		if diff := cmp.Diff(offer, back, cmpopts.EquateEmpty(), cmpopts.EquateNaNs()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestUnescapeUndoesEscape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, other := anyText().Draw(t, "text"), anyText().Draw(t, "other")
		if got := unescape(escapeText(text)); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		before, after, found := cut(escapePart(text)+"|"+escapePart(other), itemSeparator)
		if !found || unescape(before) != text || unescape(after) != other {
			t.Fatalf("%q %q became %q %q", text, other, before, after)
		}
	})
}

func TestPlazasDoNotShareSlices(t *testing.T) {
	content, err := encodeOffer(fakeOffer("2026-I", data.Remunerada, 2, 1))
	if err != nil {
		t.Fatal(err)
	}
	offer, _, _ := decodeOffer(context.Background(), string(content), "2026-I", data.Remunerada)
	second := offer.Plazas[1].Budgets[0]
	_ = append(offer.Plazas[0].Budgets, data.Budget{Name: "X", Seats: math.MaxInt})
	if offer.Plazas[1].Budgets[0] != second {
		t.Error("an append to one plaza changed the next")
	}
	if len(slices.Collect(maps.Keys(offer.Plazas[0].Extra))) == 0 {
		t.Error("no extra columns")
	}
}
