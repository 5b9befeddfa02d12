package lookup

import (
	"testing"

	"pgregory.net/rapid"
)

// Things are found as in a map of which the first of a key stays.
func TestThingsAreFoundAsInAMap(t *testing.T) {
	type key struct {
		name string
		n    int
	}
	keys := rapid.Custom(func(t *rapid.T) key {
		return key{rapid.StringMatching("[ab]{0,3}").Draw(t, "name"), rapid.IntRange(0, 3).Draw(t, "n")}
	})
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(keys, 0, 80).Draw(rt, "list")
		at := func(place int) key { return list[place] }
		x, first := New[key](rapid.IntRange(0, 80).Draw(rt, "room")), map[key]int{}
		for i, k := range list {
			_, had := first[k]
			if x.Add(i, at) == had {
				rt.Fatalf("%v at %d: new %v", k, i, !had)
			}
			if !had {
				first[k] = i
			}
		}
		for _, k := range append(rapid.SliceOfN(keys, 0, 20).Draw(rt, "asked"), list...) {
			place, ok := x.Find(k, at)
			if want, has := first[k]; ok != has || ok && place != want {
				rt.Fatalf("%v: %d %v, want %d %v", k, place, ok, want, has)
			}
		}
	})
}

func TestNothingIsInNoIndex(t *testing.T) {
	var x Index[int]
	if _, ok := x.Find(1, func(int) int { return 1 }); ok {
		t.Error("found in nothing")
	}
}

func TestIndexGrowsFromNothing(t *testing.T) {
	var x Index[int]
	at := func(place int) int { return place * 7 }
	for i := range 1000 {
		if !x.Add(i, at) || x.Add(i, at) {
			t.Fatal("place", i)
		}
	}
	for i := range 1000 {
		if place, ok := x.Find(i*7, at); !ok || place != i {
			t.Fatal("found", place, ok, "for", i)
		}
	}
}
