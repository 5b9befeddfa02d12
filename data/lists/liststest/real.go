// Package liststest gives tests the real lists, which are not part of the
// project: a test that asks for them skips where they are absent. It is
// imported by tests only.
package liststest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"brujula/data"
	"brujula/data/lists"
)

// Folder is where the real lists lie, beside the repository. It skips the
// test where they are absent.
func Folder(tb testing.TB) string {
	tb.Helper()
	root, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(root)
		if parent == root {
			tb.Fatal("no go.mod above the test")
		}
		root = parent
	}
	folder := filepath.Join(filepath.Dir(root), "shared", "data")
	if _, err := os.Stat(folder); err != nil {
		tb.Skip("the real lists are not here: ../shared/data beside the repository")
	}
	return folder
}

// offerFiles names the files of the offers: process, modality and name.
var offerFiles = []struct {
	process  data.Process
	modality data.Modality
	file     string
}{
	{"2024-I", data.Remunerada, "2024-i-remunerado.csv"},
	{"2025-I", data.Remunerada, "2025-i-remunerado.csv"},
	{"2025-I", data.Equivalente, "2025-i-equivalente.csv"},
	{"2026-I", data.Remunerada, "2026-i-remunerado.csv"},
	{"2026-I", data.Equivalente, "2026-i-equivalente.csv"},
}

// once has the lists that this test program has read: each takes tenths of a second.
var once struct {
	sync.Mutex
	drafts map[string][]lists.Draft
}

func readOnce(tb testing.TB, name string, read func() ([]lists.Draft, error)) []lists.Draft {
	tb.Helper()
	once.Lock()
	defer once.Unlock()
	if drafts, ok := once.drafts[name]; ok {
		return drafts
	}
	drafts, err := read()
	if err != nil {
		tb.Fatal(err)
	}
	if once.drafts == nil {
		once.drafts = map[string][]lists.Draft{}
	}
	once.drafts[name] = drafts
	return drafts
}

// Offer reads one real offer; each caller may change its own plazas.
func Offer(tb testing.TB, process data.Process, modality data.Modality) *data.Offer {
	tb.Helper()
	folder := Folder(tb)
	for _, f := range offerFiles {
		if f.process != process || f.modality != modality {
			continue
		}
		o := *readOnce(tb, f.file, func() ([]lists.Draft, error) {
			return lists.ReadOffer(context.Background(), filepath.Join(folder, f.file), lists.Options{Process: process, Modality: modality})
		})[0].Offer
		o.Plazas = slices.Clone(o.Plazas)
		return &o
	}
	tb.Fatalf("there is no real offer of %s %v", process, modality)
	return nil
}

// Offers reads the four real offers of 2025-I and 2026-I.
func Offers(tb testing.TB) []*data.Offer {
	tb.Helper()
	offers := make([]*data.Offer, 0, len(offerFiles))
	for _, f := range offerFiles {
		if f.process != "2024-I" {
			offers = append(offers, Offer(tb, f.process, f.modality))
		}
	}
	return offers
}

// Adjudications reads who took what in 2025-I, remunerada before equivalente.
func Adjudications(tb testing.TB, known ...*data.Offer) []*data.Adjudication {
	tb.Helper()
	return AdjudicationsOf(tb, "2025-I", known...)
}

// AdjudicationsOf reads who took what in 2024-I, which has remunerada alone and
// the exact order of six professions, or in 2025-I.
func AdjudicationsOf(tb testing.TB, process data.Process, known ...*data.Offer) []*data.Adjudication {
	tb.Helper()
	file := strings.ToLower(string(process)) + "-adjudicados.csv"
	name := file
	for _, o := range known {
		name += fmt.Sprintf(" %s %s", o.Process, o.Modality)
	}
	drafts := readOnce(tb, name, func() ([]lists.Draft, error) {
		return lists.ReadAdjudications(context.Background(), filepath.Join(Folder(tb), file),
			lists.Options{Process: process, Known: lists.Vocabulary{Offers: known}})
	})
	all := make([]*data.Adjudication, 0, len(drafts))
	for i := range drafts {
		a := *drafts[i].Adjudication
		a.Picks = slices.Clone(a.Picks)
		all = append(all, &a)
	}
	return all
}
