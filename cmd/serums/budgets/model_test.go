package budgets

import (
	"context"
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
	"brujula/data/sample"
	"brujula/planner/availability"
)

// pasts gives past processes, two of remunerada and one of equivalente, and the
// line that most users ask about.
type pasts func(b *testing.B) (past []availability.History, line data.Line, plazas []data.Plaza)

func madePasts(*testing.B) (past []availability.History, line data.Line, plazas []data.Plaza) {
	for _, p := range []struct {
		process  data.Process
		modality data.Modality
		rows     int
		seed     uint64
	}{{"2024-I", data.Remunerada, rows2024Paid, 2}, {"2025-I", data.Remunerada, rows2025Paid, 1}, {"2025-I", data.Equivalente, rows2025Unpaid, 1}} {
		offer := sample.Offer(p.process, p.modality, p.rows, p.seed)
		past = append(past, availability.History{Offer: offer, Adjudication: sample.Adjudication(offer, p.seed)})
	}
	line, plazas = medicine(sample.Offer("2026-I", data.Remunerada, rows2026Paid, 1))
	return past, line, plazas
}

func realPasts(b *testing.B) (past []availability.History, line data.Line, plazas []data.Plaza) {
	b.Helper()
	for _, process := range []data.Process{"2024-I", "2025-I"} {
		offers := []*data.Offer{liststest.Offer(b, process, data.Remunerada)}
		if process == "2025-I" {
			offers = append(offers, liststest.Offer(b, process, data.Equivalente))
		}
		for _, a := range liststest.AdjudicationsOf(b, process, offers...) {
			for _, o := range offers {
				if o.Modality == a.Modality {
					past = append(past, availability.History{Offer: o, Adjudication: a})
				}
			}
		}
	}
	line, plazas = medicine(liststest.Offer(b, "2026-I", data.Remunerada))
	return past, line, plazas
}

func medicine(offer *data.Offer) (line data.Line, plazas []data.Plaza) {
	line = data.Line{Process: offer.Process, Profession: "MEDICINA", Modality: offer.Modality}
	for _, p := range offer.Plazas {
		if p.Line() == line {
			plazas = append(plazas, p)
		}
	}
	return line, plazas
}

// onEither measures on made-up past processes and, where they lie beside the
// repository, on the ministry's.
func onEither(measure func(b *testing.B, from pasts)) func(*testing.B) {
	return func(b *testing.B) {
		b.Run("inventadas", func(b *testing.B) { measure(b, madePasts) })
		b.Run("reales", func(b *testing.B) { measure(b, realPasts) })
	}
}

// fit fits the model. Budget: one fit on a process of 7,383 plazas 0.5 s; with EM,
// which learns how much plazas differ beyond what is known of them, 1.5 s; on two
// processes 1.0 s of processor; the chances of a line after three processes were
// imported 1 s, and those with their ranges 5 s of processor.
func (s *stage) fit(b *testing.B) {
	once := availability.DefaultSettings()
	once.Frailty = availability.Frailty{Theta: 0.6}
	part := func(name string, settings availability.Settings, from, to int) {
		b.Run(name, onEither(func(b *testing.B, of pasts) {
			past, _, _ := of(b)
			onProcessor(b, func() { mustFit(b, past[from:to], settings) })
		}))
	}
	part("uno", once, 1, 2)
	part("em", availability.DefaultSettings(), 1, 2)
	part("dos", availability.DefaultSettings(), 0, 2)
	b.Run("primeras", onEither(func(b *testing.B, of pasts) {
		past, line, plazas := of(b)
		onProcessor(b, func() {
			mustFit(b, past, availability.DefaultSettings()).Forecast(line, plazas).Estimates(811)
		})
	}))
	b.Run("rangos", onEither(func(b *testing.B, of pasts) {
		past, line, plazas := of(b)
		onProcessor(b, func() { ranged(b, past).Forecast(line, plazas).Estimates(811) })
	}))
}

// onProcessor tells beside the time on the wall the processor time of all
// goroutines, which other programs on the machine change little.
func onProcessor(b *testing.B, work func()) {
	began := processTime()
	for b.Loop() {
		work()
	}
	b.ReportMetric(milliseconds(processTime()-began)/float64(b.N), "cpu-ms")
}

func mustFit(b *testing.B, past []availability.History, s availability.Settings) *availability.Model {
	model, err := availability.Fit(context.Background(), past, s)
	if err != nil {
		b.Fatal(err)
	}
	return model
}

func ranged(b *testing.B, past []availability.History) *availability.Model {
	s := availability.DefaultSettings()
	model, err := mustFit(b, past, s).WithRanges(context.Background(), past, s, 1)
	if err != nil {
		b.Fatal(err)
	}
	return model
}

// chances are those of a line of some 2,100 plazas, with their ranges, at a rank
// that was not asked for before. Budget: 5 ms.
func (s *stage) chances(b *testing.B) {
	onEither(func(b *testing.B, of pasts) {
		past, line, plazas := of(b)
		forecast := ranged(b, past[:2]).Forecast(line, plazas)
		forecast.Estimates(0) // when each plaza goes is worked out once
		rank := 0.0
		onProcessor(b, func() {
			rank++
			forecast.Estimates(rank)
		})
	})(b)
}
