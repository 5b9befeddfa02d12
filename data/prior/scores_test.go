package prior

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

// The file that ships must read and print back to the very same bytes.
func TestShippedScoresFollowTheFormat(t *testing.T) {
	all, err := ShippedScores()
	if err != nil {
		t.Fatal(err)
	}
	again, err := WriteScores(all)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(scores), string(again)); diff != "" {
		t.Errorf("write it again with `serums evaluar --cifras`: %s", diff)
	}
}

func TestScoresReadBack(t *testing.T) {
	share := rapid.Float64Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		coverage := share.Draw(t, "coverage")
		want := []Scores{{
			Model: Full, Process: "2025-I", Modality: data.Remunerada, Seeds: []uint64{rapid.Uint64().Draw(t, "seed")},
			Lines: []LineScores{{Profession: "MEDICINA", Seats: 3, Brier: share.Draw(t, "brier"), Coverage: &coverage}},
			Bins:  []ScoreBin{{To: 1, N: 2, Mean: share.Draw(t, "mean")}}, Checked: 2, Astray: 1,
		}}
		raw, err := WriteScores(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ParseScores(raw)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Fatal(err, diff)
		}
	})
	for _, raw := range []string{"", "{", `[{"otra": 1}]`} {
		if _, err := ParseScores([]byte(raw)); err == nil {
			t.Errorf("%q was read", raw)
		}
	}
}
