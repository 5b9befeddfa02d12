package library

import (
	"context"
	"encoding/json"
	"runtime"
	"testing"

	"brujula/data"
)

// fullLibrary holds made-up lists with the row counts of the real ones
// (7,383 + 10,617 + 7,323 + 8,695 plazas, 12,588 picks) and their extra
// columns: those of 2025-I differ from row to row, those of 2026-I do not.
func fullLibrary(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	l := mustOpen(b, dir)
	remunerada, equivalente := fakeOffer("2026-I", data.Remunerada, 7323, 3), fakeOffer("2026-I", data.Equivalente, 8695, 4)
	for _, offer := range []*data.Offer{remunerada, equivalente} {
		for i := range offer.Plazas {
			offer.Plazas[i].Extra = map[string]string{"SEDE DE ADJUDICACIÓN": "SEDE CENTRAL"}
		}
	}
	mustCommit(b, l,
		fakeItem(fakeOffer("2025-I", data.Remunerada, 7383, 1), day(1)), fakeItem(fakeOffer("2025-I", data.Equivalente, 10617, 2), day(1)),
		fakeItem(remunerada, day(1)), fakeItem(equivalente, day(1)),
		fakeAdjudicationItem(fakeAdjudication("2025-I", data.Remunerada, 7488), day(1)), fakeAdjudicationItem(fakeAdjudication("2025-I", data.Equivalente, 5100), day(1)),
	)
	return dir
}

// Open and load everything, as a start does.
func BenchmarkLoadAll(b *testing.B) {
	dir := fullLibrary(b)
	b.ReportAllocs()
	for b.Loop() {
		l := mustOpen(b, dir)
		offers, err := l.Offers(context.Background())
		if err != nil || len(offers) != 4 {
			b.Fatal(err)
		}
		lists, err := l.Adjudications(context.Background())
		if err != nil || len(lists) != 2 {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadFourOffers(b *testing.B) {
	dir := fullLibrary(b)
	b.ReportAllocs()
	for b.Loop() {
		l := mustOpen(b, dir)
		if offers, err := l.Offers(context.Background()); err != nil || len(offers) != 4 {
			b.Fatal(err)
		}
	}
}

// How much memory the loaded lists keep.
func BenchmarkMemory(b *testing.B) {
	dir := fullLibrary(b)
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		l := mustOpen(b, dir)
		offers, _ := l.Offers(context.Background())
		lists, _ := l.Adjudications(context.Background())
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
		runtime.KeepAlive(offers)
		runtime.KeepAlive(lists)
	}
}

func BenchmarkDecodeOffer(b *testing.B) {
	content, err := encodeOffer(fakeOffer("2026-I", data.Remunerada, 7323, 1))
	if err != nil {
		b.Fatal(err)
	}
	text := string(content)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok, err := decodeOffer(context.Background(), text, "2026-I", data.Remunerada); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

// What storing adds to an import: replace a list of 7,323 plazas by another.
func BenchmarkCommit(b *testing.B) {
	l := mustOpen(b, b.TempDir())
	items := [][]Item{{fakeItem(fakeOffer("2026-I", data.Remunerada, 7323, 1), day(1))}, {fakeItem(fakeOffer("2026-I", data.Remunerada, 7323, 2), day(1))}}
	n := 0
	for b.Loop() {
		n++
		mustCommit(b, l, items[n%2]...)
	}
}

func BenchmarkSavePlan(b *testing.B) {
	l := mustOpen(b, b.TempDir())
	body, _ := json.Marshal(make([]data.PlazaID, 50))
	n := 0
	for b.Loop() {
		n++
		if err := l.SavePlan("p", Document{Version: 1 + n, Body: body}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	l := mustOpen(b, b.TempDir())
	g, _, err := l.OpenLog("t")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = g.Close() }()
	for b.Loop() {
		if _, err := g.Append(json.RawMessage(`{"tachar":"00000001"}`)); err != nil {
			b.Fatal(err)
		}
	}
}
