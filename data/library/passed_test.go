package library

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

// Those without a seat come back as they were stored; a list without any has
// the form that it had before there were such.
func TestPassedComeBack(t *testing.T) {
	list := &data.Adjudication{
		Process: "2031-I", Modality: data.Remunerada,
		Picks:  []data.Pick{{Profession: "MEDICINA", Renipress: "00090001", Rank: 1, Source: data.Source{File: "a.csv", Row: 2}}},
		Passed: []data.Passed{{Profession: "MEDICINA", Status: data.Absent, Rank: 2, Mark: 15.5, Source: data.Source{File: "a.csv", Row: 3}}},
	}
	info := &data.ListInfo{Process: list.Process, Modality: list.Modality}
	for _, passed := range [][]data.Passed{list.Passed, nil} {
		list.Passed = passed
		content, err := encodeAdjudication(list)
		if err != nil {
			t.Fatal(err)
		}
		got, ok, err := decodeAdjudication(context.Background(), string(content), info)
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		if diff := cmp.Diff(list, got); diff != "" {
			t.Error(diff)
		}
		if old := len(passed) == 0; old != cmp.Equal(headOf(string(content)), adjudicationColumns()) {
			t.Errorf("%s", content)
		}
	}
}

func headOf(text string) []string {
	_, head, _ := newRecordReader(text, nil)
	return head
}
