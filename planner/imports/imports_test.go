package imports

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/planner/workspace"
)

func info(kind data.Kind, process data.Process, m data.Modality, upTo int) data.ListInfo {
	return data.ListInfo{Kind: kind, Process: process, Modality: m, UpTo: upTo}
}

func TestGaps(t *testing.T) {
	const offer, taken = data.KindOffer, data.KindAdjudication
	cases := []struct {
		name  string
		infos []data.ListInfo
		want  []workspace.Gap
	}{
		{"nothing", nil, []workspace.Gap{{Kind: workspace.GapAll}, {Kind: workspace.GapPast}}},
		{"offer alone", []data.ListInfo{info(offer, "2026-I", data.Remunerada, 0)}, []workspace.Gap{{Kind: workspace.GapPast, Process: "2026-I"}}},
		{
			"offers alone",
			[]data.ListInfo{info(offer, "2026-I", data.Remunerada, 0), info(offer, "2025-I", data.Remunerada, 0)},
			[]workspace.Gap{{Kind: workspace.GapPast, Process: "2025-I"}},
		},
		{
			"past without its offer",
			[]data.ListInfo{info(offer, "2026-I", data.Remunerada, 0), info(taken, "2025-I", data.Remunerada, 0)},
			[]workspace.Gap{{Kind: workspace.GapOffer, Process: "2025-I", Modality: data.Remunerada}},
		},
		{"complete", []data.ListInfo{info(offer, "2025-I", data.Remunerada, 0), info(taken, "2025-I", data.Remunerada, 0)}, nil},
		{"the other modality has no past", []data.ListInfo{
			info(offer, "2025-I", data.Remunerada, 0), info(taken, "2025-I", data.Remunerada, 0), info(offer, "2026-I", data.Equivalente, 0),
		}, []workspace.Gap{{Kind: workspace.GapModality, Modality: data.Equivalente}}},
		{
			"cut",
			[]data.ListInfo{info(offer, "2025-I", data.Remunerada, 0), info(taken, "2025-I", data.Remunerada, 650)},
			[]workspace.Gap{{Kind: workspace.GapCut, Process: "2025-I", Modality: data.Remunerada, UpTo: 650}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := workspace.Gaps(c.infos)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			for _, g := range got {
				if g.Text() == "" {
					t.Errorf("%v has no words", g)
				}
			}
		})
	}
}

// The sample begins with the first record, ends with the last, ascends and
// repeats none.
func TestSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, most := rapid.IntRange(0, 5000).Draw(t, "n"), rapid.IntRange(0, 9).Draw(t, "most")
		got := spread(n, most)
		if len(got) != min(n, most) {
			t.Fatalf("%d places of %d among %d", len(got), most, n)
		}
		for i, at := range got {
			if at < 0 || at >= n || i > 0 && at <= got[i-1] {
				t.Fatalf("%v among %d", got, n)
			}
		}
		if len(got) > 1 && (got[0] != 0 || got[len(got)-1] != n-1) {
			t.Fatalf("%v does not span %d", got, n)
		}
	})
}

func TestSummaries(t *testing.T) {
	drafts := []lists.Draft{{
		Info: info(data.KindAdjudication, "2025-I", data.Remunerada, 0), DeclaredTotal: 3,
		Adjudication: &data.Adjudication{Picks: make([]data.Pick, 12)},
		Headings:     []lists.HeadingMatch{{Text: "PUESTO", Column: "A", Field: lists.FieldRank}},
	}}
	got := Summaries(drafts, []library.Change{{Replaced: true, Added: 2, SeatsAfter: 12}})
	if len(got) != 1 || len(got[0].Samples) != sampleRows || got[0].Samples[4].Pick != &drafts[0].Adjudication.Picks[11] {
		t.Errorf("got %+v", got)
	}
	if !got[0].Replaced || got[0].Added != 2 || got[0].SeatsAfter != 12 || got[0].Headings[0].Field != "puesto" {
		t.Errorf("got %+v", got[0])
	}
	if got := Summaries(drafts, nil); got[0].Replaced || got[0].Change() != "lista nueva" {
		t.Errorf("without changes: %+v", got[0])
	}
}
