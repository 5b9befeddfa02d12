package panorama

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/rules"
)

func TestTilesAreTheRegionsInTheirPlaces(t *testing.T) {
	facts := rules.Default()
	var regions []string
	for _, a := range Tiles() {
		regions = append(regions, a.Region)
		if a.Column < 0 || a.Column >= TileColumns || a.Row < 0 || a.Row >= TileRows {
			t.Errorf("%v is off the map", a)
		}
		one, ok := facts.CapitalOf(a.Region)
		if !ok {
			t.Errorf("%s is no region of the rules", a.Region)
		}
		for _, b := range Tiles() {
			two, _ := facts.CapitalOf(b.Region)
			// Half a degree: Moyobamba lies a little north of Chachapoyas, its
			// region south of Amazonas.
			if a.Column == b.Column && a.Row < b.Row && two.Lat > one.Lat+0.5 {
				t.Errorf("%s stands above %s and lies south of it", a.Region, b.Region)
			}
			if a.Row == b.Row && a.Column < b.Column && two.Lon < one.Lon {
				t.Errorf("%s stands left of %s and lies east of it", a.Region, b.Region)
			}
			if a != b && a.Column == b.Column && a.Row == b.Row {
				t.Errorf("%s and %s share a place", a.Region, b.Region)
			}
		}
	}
	slices.Sort(regions)
	want := facts.Regions()
	slices.Sort(want)
	if diff := cmp.Diff(want, regions); diff != "" {
		t.Error(diff)
	}
}

// From any tile every other one can be reached.
func TestStepsReachEveryTile(t *testing.T) {
	for _, start := range Tiles() {
		seen := map[string]bool{start.Region: true}
		for queue := []Tile{start}; len(queue) > 0; queue = queue[1:] {
			for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				next := Step(queue[0], d[0], d[1])
				if (next.Column-queue[0].Column)*d[0]+(next.Row-queue[0].Row)*d[1] < 0 {
					t.Errorf("%v leads back to %v", queue[0], next)
				}
				if !seen[next.Region] {
					seen[next.Region] = true
					queue = append(queue, next)
				}
			}
		}
		if len(seen) != len(Tiles()) {
			t.Errorf("from %s only %d tiles can be reached", start.Region, len(seen))
		}
	}
}

func TestClassesFollowTheFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(0, 9), rapid.Just(math.NaN()), rapid.Just(3.0)), 0, 30).Draw(t, "values")
		classes := Classes(values)
		for i, a := range values {
			if math.IsNaN(a) != (classes[i] == -1) || classes[i] >= Levels {
				t.Fatalf("%v is in class %d", a, classes[i])
			}
			for j, b := range values {
				if a > b && classes[i] > classes[j] || a == b && classes[i] != classes[j] {
					t.Fatalf("%v in %d, %v in %d", a, classes[i], b, classes[j])
				}
			}
		}
	})
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4}, Classes([]float64{9, 7, 5, 3, 1})); diff != "" {
		t.Error(diff)
	}
}
