package availability

import (
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
)

// realHistory is what happened in 2025-I; without the real lists the test skips.
func realHistory(tb testing.TB, modality data.Modality) History {
	tb.Helper()
	h := History{Offer: liststest.Offer(tb, "2025-I", modality)}
	for _, a := range liststest.Adjudications(tb, h.Offer) {
		if a.Modality == modality {
			h.Adjudication = a
		}
	}
	return h
}
