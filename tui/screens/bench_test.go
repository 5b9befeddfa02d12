package screens

import (
	"fmt"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/sample"
	"brujula/planner"
	"brujula/tui/desk"
	"brujula/tui/tuitest"
)

// modelled is up to how many plazas a model is fitted: the real lists have so
// many, and larger ones would only measure the fit.
const modelled = 17_000

// loadedPlanner opens the planner on a made-up process of n plazas over both
// modalities, with a past one to fit a model on, seen without a profession so
// that every plaza is in view.
func loadedPlanner(b *testing.B, n int) *tuitest.Driver {
	b.Helper()
	dir := b.TempDir()
	lib, err := library.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	var items []library.Item
	for _, process := range []data.Process{"2025-I", "2026-I"} {
		for _, m := range data.Modalities() {
			o := sample.Offer(process, m, n/2, 1)
			items = append(items, library.Item{Offer: o, Info: data.ListInfo{
				Kind: data.KindOffer, Process: process, Modality: m, File: "x.csv", SHA256: "00", Rows: len(o.Plazas), Plazas: len(o.Plazas), Seats: o.Seats(),
			}})
			if process == "2025-I" && n <= modelled {
				a := sample.Adjudication(o, 1)
				items = append(items, library.Item{Adjudication: a, Info: data.ListInfo{
					Kind: data.KindAdjudication, Process: process, Modality: m, File: "y.csv", SHA256: "01", Rows: len(a.Picks), Plazas: len(o.Plazas), Seats: len(a.Picks),
				}})
			}
		}
	}
	if _, err := lib.Commit(b.Context(), items); err != nil {
		b.Fatal(err)
	}
	warmModel(b, lib)
	if err := lib.SaveProfile(library.Profile{Process: "2026-I", Modality: data.Remunerada, Profession: "MEDICINA", Rank: 800}); err != nil {
		b.Fatal(err)
	}
	space, err := planner.Load(b.Context(), lib, rules.Default())
	if err != nil {
		b.Fatal(err)
	}
	d, notices := desk.New(b.Context(), desk.Options{Styles: plain(), Lib: lib, Facts: rules.Default(), Space: space, Now: time.Now})
	b.Cleanup(d.Close)
	driver := tuitest.New(b, New(d, notices, func(string) (string, error) { return "", nil }), 120, 40)
	for _, line := range []string{":profesion", ":modalidad"} {
		driver.Type(line).Press("enter")
	}
	return driver
}

// warmModel leaves the model with its ranges in the cache, as any start but the
// first finds it.
func warmModel(b *testing.B, lib *library.Library) {
	b.Helper()
	space, err := planner.Load(b.Context(), lib, rules.Default())
	if err != nil {
		b.Fatal(err)
	}
	model, err := space.FitModel(b.Context(), lib)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := space.RangedModel(b.Context(), lib, model); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkKey is one key and the frame after it: what a person waits for. The
// commands that the key leaves to the background are not counted.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{17_000, 50_000, 200_000} {
		d := loadedPlanner(b, n)
		model := d.Model()
		key := func(name string) tea.KeyMsg { k, _ := tuitest.Key(name); return k }
		press := func(k tea.KeyMsg) {
			model, _ = model.Update(k)
			_ = model.View()
		}
		for name, run := range map[string]func(i int){
			"mover":  func(int) { press(key("down")) },
			"pagina": func(int) { press(key("pgdown")) },
			"buscar": func(i int) {
				// A word typed and erased, a letter at a time.
				if i == 0 {
					press(key("/"))
					return
				}
				if i = (i - 1) % 16; i < 8 {
					press(key(string("posta me"[i])))
					return
				}
				press(key("backspace"))
			},
			"filtrar": func(i int) {
				if i == 0 {
					press(key("f"))
				}
				press(key([]string{"down", " "}[i%2]))
			},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				press(key("esc"))
				press(key("esc"))
				var took []time.Duration
				i := 0
				for b.Loop() {
					began := time.Now()
					run(i)
					took = append(took, time.Since(began))
					i++
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			})
		}
	}
}
