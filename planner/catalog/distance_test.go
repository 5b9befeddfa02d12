package catalog

import (
	"math"
	"slices"
	"testing"
)

func TestDistanceFiltersAndSorts(t *testing.T) {
	c := sample()
	fig := &Figures{Distance: []float64{60, math.NaN(), 12.5, 0, 300}}
	for _, tt := range []struct {
		most float64
		want []string
	}{
		{0, []string{"1", "2", "3", "4", "5"}}, // asks nothing
		{60, []string{"1", "3", "4"}},
		{59.9, []string{"3", "4"}},
	} {
		if got := names(c, c.Select(Filter{DistanceMax: tt.most}, fig).Rows); !slices.Equal(got, tt.want) {
			t.Errorf("at most %v km: %v, want %v", tt.most, got, tt.want)
		}
	}
	// What has no known place comes last in either direction.
	for order, want := range map[string][]string{"km": {"4", "3", "1", "5", "2"}, "-km": {"5", "1", "3", "4", "2"}} {
		orders, unknown := ParseOrder(order)
		if unknown != "" {
			t.Fatal(unknown)
		}
		if got := names(c, c.Sort(c.All(), orders, fig)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", order, got, want)
		}
	}
	// Without distances nothing is near, and a filter of distance is a filter.
	f := Filter{DistanceMax: 10}
	if got := c.Select(f, nil).Rows; len(got) != 0 || f.Empty() {
		t.Errorf("%v, empty %v", got, f.Empty())
	}
}
