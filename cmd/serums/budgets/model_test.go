package budgets

import (
	"testing"

	"brujula/data"
	"brujula/data/sample"
	"brujula/planner/availability"
)

// fit fits the model on all lines of a process of 7,383 plazas. Budget: one fit
// 0.5 s; with EM, which learns how much plazas differ beyond what is known of
// them, 1.5 s.
func (s *stage) fit(b *testing.B) {
	past := []availability.History{history("2025-I", rows2025Paid)}
	once := availability.DefaultSettings()
	once.Frailty = availability.Frailty{Theta: 0.6}
	for name, settings := range map[string]availability.Settings{"uno": once, "em": availability.DefaultSettings()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := availability.Fit(b.Context(), past, settings); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func history(process data.Process, rows int) availability.History {
	offer := sample.Offer(process, data.Remunerada, rows, 1)
	return availability.History{Offer: offer, Adjudication: sample.Adjudication(offer, 1)}
}

// chances are those of a line of some 2,100 plazas, with their ranges, at a rank
// that was not asked for before. Budget: 5 ms.
func (s *stage) chances(b *testing.B) {
	past := []availability.History{history("2025-I", rows2025Paid)}
	model, err := availability.Fit(b.Context(), past, availability.DefaultSettings())
	if err != nil {
		b.Fatal(err)
	}
	if model, err = model.WithRanges(b.Context(), past, availability.DefaultSettings(), 1); err != nil {
		b.Fatal(err)
	}
	line := data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}
	var plazas []data.Plaza
	for _, p := range sample.Offer(line.Process, line.Modality, rows2026Paid, 1).Plazas {
		if p.Line() == line {
			plazas = append(plazas, p)
		}
	}
	forecast := model.Forecast(line, plazas)
	rank := 0.0
	for b.Loop() {
		rank++
		forecast.Estimates(rank)
	}
}
