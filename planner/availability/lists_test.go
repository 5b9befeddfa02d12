package availability

import (
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
)

// realHistory is what happened in 2025-I; without the real lists the test skips.
func realHistory(tb testing.TB, modality data.Modality) History {
	tb.Helper()
	return realHistoryOf(tb, "2025-I", modality)
}

// realHistoryOf is what happened in 2024-I, of which remunerada alone is known,
// or in 2025-I.
func realHistoryOf(tb testing.TB, process data.Process, modality data.Modality) History {
	tb.Helper()
	h := History{Offer: liststest.Offer(tb, process, modality)}
	for _, a := range liststest.AdjudicationsOf(tb, process, h.Offer) {
		if a.Modality == modality {
			h.Adjudication = a
		}
	}
	return h
}
