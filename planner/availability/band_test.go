package availability_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"brujula/data/texts"
	"brujula/planner/availability"
)

// A band begins at its floor and ends where the one above begins.
func TestBandsMeetAtTheirFloors(t *testing.T) {
	above := math.Inf(1)
	for _, b := range availability.Bands() {
		if got := availability.BandOf(b.Floor()); got != b {
			t.Errorf("a chance of %v is %s, want %s", b.Floor(), got.Name(), b.Name())
		}
		if got := availability.BandOf(math.Nextafter(above, 0)); got != b {
			t.Errorf("a chance just under %v is %s, want %s", above, got.Name(), b.Name())
		}
		above = b.Floor()
	}
	if got := availability.BandOf(math.NaN()); got != availability.CasiNula {
		t.Errorf("no number is %s", got.Name())
	}
}

// Every legend explains every letter, and the floors that it states are those
// that decide.
func TestLegendsAgreeWithTheBands(t *testing.T) {
	for _, legend := range texts.BandLegends() {
		parts := strings.Split(legend, " · ")
		if len(parts) != len(availability.Bands()) {
			t.Fatalf("%d letters in %q", len(parts), legend)
		}
		for i, b := range availability.Bands() {
			if !strings.HasPrefix(parts[i], b.Letter()+" ") {
				t.Errorf("%q does not begin with %s", parts[i], b.Letter())
			}
			figure := fmt.Sprintf("%.0f", b.Floor()*100)
			named, figured := strings.Contains(parts[i], b.Name()), strings.Contains(parts[i], figure)
			if !named && !figured && b.Floor() > 0 {
				t.Errorf("%q has neither %q nor %s", parts[i], b.Name(), figure)
			}
			if strings.ContainsAny(parts[i], "0123456789") && !figured {
				t.Errorf("%q states another floor than %s", parts[i], figure)
			}
		}
	}
}
