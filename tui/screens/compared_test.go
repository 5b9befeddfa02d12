package screens

import (
	"testing"
	"time"

	"brujula/tui/tuitest"
)

// The plazas that are compared are found again at the next start.
func TestTheComparisonIsFoundAgain(t *testing.T) {
	lib := twoOffersStored(t)
	m, d := openStored(t, lib)
	driver := tuitest.New(t, m, 120, 40)
	driver.Press("c", "down", "c").Advance(10 * time.Second)
	d.Close()
	again, next := openStored(t, lib)
	if got := next.Compared(); len(got) != 2 {
		t.Fatalf("%d plazas are compared after a restart, want 2", len(got))
	}
	tuitest.New(t, again, 120, 40).Press("3").Contains("Posta")
}
