package rules

import "testing"

func TestShippedFileHasNoFaults(t *testing.T) {
	if _, err := (&Rules{}).With(FileName, Shipped()); err != nil {
		t.Fatal(err)
	}
}
