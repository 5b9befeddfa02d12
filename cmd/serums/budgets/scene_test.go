package budgets

import (
	"slices"
	"sync"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
	"brujula/data/sample"
	"brujula/planner/imports"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// The rows of the real lists (data/rules/README.md).
const (
	rows2024Paid                 = 6141
	rows2025Paid, rows2025Unpaid = 7383, 10617
	rows2026Paid, rows2026Unpaid = 7323, 8695
)

// size is how many plazas one process has over both modalities; lists of more
// than the ministry's have no past process, whose fit alone would be measured.
type size int

func sizes() []size { return []size{17_000, 50_000, 200_000} }

func (n size) usual() bool { return n <= 17_000 }

// stage keeps the made-up libraries, each made when first asked for: what is
// not measured costs nothing.
type stage struct {
	usual func() string // folder of usualLibrary
}

func newStage(b *testing.B) *stage {
	return &stage{usual: sync.OnceValue(func() string { return usualLibrary(b) })}
}

// onBoth measures on the made-up lists and, where they lie beside the
// repository, on the ministry's.
func (s *stage) onBoth(measure func(b *testing.B, dir string)) func(*testing.B) {
	return func(b *testing.B) {
		b.Run("inventadas", func(b *testing.B) { measure(b, s.usual()) })
		b.Run("reales", func(b *testing.B) { measure(b, realLibrary(b)) })
	}
}

// realLibrary has the ministry's four offers and two adjudications.
func realLibrary(b *testing.B) string { return libraryOf(b, nil) }

// longLibrary has the past process of 2024-I as well.
func longLibrary(b *testing.B) string {
	earlier := liststest.Offer(b, "2024-I", data.Remunerada)
	return libraryOf(b, liststest.AdjudicationsOf(b, "2024-I", earlier), earlier)
}

func libraryOf(b *testing.B, earlier []*data.Adjudication, offers ...*data.Offer) string {
	b.Helper()
	var drafts []lists.Draft
	offers = append(offers, liststest.Offers(b)...)
	for _, o := range offers {
		drafts = append(drafts, lists.Draft{Offer: o, Info: data.ListInfo{Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "oferta.csv", SHA256: "00"}})
	}
	for _, a := range append(earlier, liststest.Adjudications(b, offers...)...) {
		drafts = append(drafts, lists.Draft{Adjudication: a, Info: data.ListInfo{Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: "adjudicados.csv", SHA256: "01"}})
	}
	return store(b, imports.Items(drafts, time.Unix(0, 0)))
}

// usualLibrary has four made-up offers of 34,018 rows and two adjudications, in
// the size that the ministry published for 2025 and 2026.
func usualLibrary(b *testing.B) string {
	b.Helper()
	return store(b, slices.Concat(
		pastItems(data.Remunerada, rows2025Paid), pastItems(data.Equivalente, rows2025Unpaid),
		[]library.Item{offerItem("2026-I", data.Remunerada, rows2026Paid), offerItem("2026-I", data.Equivalente, rows2026Unpaid)},
	))
}

// library returns the folder of one that has a process of n plazas and, up to the real size, a past one.
func (s *stage) library(b *testing.B, n size) string {
	b.Helper()
	if n.usual() {
		return s.usual()
	}
	return store(b, []library.Item{offerItem("2026-I", data.Remunerada, int(n)/2), offerItem("2026-I", data.Equivalente, int(n)/2)})
}

func offerItem(process data.Process, m data.Modality, rows int) library.Item {
	o := sample.Offer(process, m, rows, 1)
	return library.Item{Offer: o, Info: data.ListInfo{
		Kind: data.KindOffer, Process: process, Modality: m, File: "oferta.csv", SHA256: "00", Rows: rows, Plazas: rows, Seats: o.Seats(),
	}}
}

func pastItems(m data.Modality, rows int) []library.Item {
	offer := offerItem("2025-I", m, rows)
	taken := sample.Adjudication(offer.Offer, 1)
	return []library.Item{offer, {Adjudication: taken, Info: data.ListInfo{
		Kind: data.KindAdjudication, Process: "2025-I", Modality: m, File: "adjudicados.csv", SHA256: "01",
		Rows: len(taken.Picks), Plazas: rows, Seats: len(taken.Picks),
	}}}
}

// store leaves the lists in a library, with the profile of a physician and the
// model with its ranges in the cache, as any start but the first finds it.
func store(b *testing.B, items []library.Item) string {
	b.Helper()
	dir := b.TempDir()
	lib := openLibrary(b, dir)
	if _, err := lib.Commit(b.Context(), items); err != nil {
		b.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: "2026-I", Modality: data.Remunerada, Profession: "MEDICINA", Rank: 800}); err != nil {
		b.Fatal(err)
	}
	space := loadSpace(b, lib)
	model, err := space.FitModel(b.Context(), lib)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := space.RangedModel(b.Context(), lib, model, nil); err != nil {
		b.Fatal(err)
	}
	return dir
}

func openLibrary(b *testing.B, dir string) *library.Library {
	b.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	return lib
}

func loadSpace(b *testing.B, lib *library.Library) *workspace.Workspace {
	b.Helper()
	space, err := storage.Load(b.Context(), lib, rules.Default())
	if err != nil {
		b.Fatal(err)
	}
	return space
}
