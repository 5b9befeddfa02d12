package workspace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/planner/catalog"
)

// browses are what Explorar may be left with, on the demonstration's values.
func browses(w *Workspace) *rapid.Generator[Browse] {
	return rapid.Custom(func(t *rapid.T) Browse {
		b := Browse{Line: data.Line{Process: w.Latest(), Profession: "MEDICINA", Modality: data.Remunerada}}
		b.Filter = OfLine(b.Line)
		for _, d := range catalog.Dims() {
			values := w.ValuesOf(d)
			if len(values) == 0 || rapid.Bool().Draw(t, "skip") {
				continue
			}
			some := rapid.SliceOfNDistinct(rapid.SampledFrom(values), 0, min(3, len(values)), rapid.ID[string]).Draw(t, d.Key())
			b.Filter.Set(d, some...)
			if out := rapid.SampledFrom(values).Draw(t, "out"); rapid.Bool().Draw(t, "not") && !b.Filter.Has(d, out) {
				b.Filter.Exclude(d, out)
			}
		}
		b.Filter.Text = fold.Clean(rapid.String().Draw(t, "text"))
		b.Filter.ChanceMin = rapid.Float64Range(0, 1).Draw(t, "chance")
		b.Filter.PointsMin = rapid.Float64Range(0, 20).Draw(t, "points")
		if b.Near = rapid.SampledFrom([]string{"", "juliaca", "00000001"}).Draw(t, "near"); b.Near != "" {
			b.Filter.DistanceMax = rapid.Float64Range(0, 900).Draw(t, "km")
		}
		words := rapid.SliceOfN(rapid.SampledFrom([]string{">=501", "<=20", "3-9", "sobro", string(w.BeforeProcesses()[0]) + ":no_estaba"}), 0, 3)
		b.Filter.Before, _ = catalog.ParseBefore(strings.Join(words.Draw(t, "before"), ","))
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(catalog.SortKeys()), 0, 3).Draw(t, "orders") {
			b.Orders = append(b.Orders, catalog.Order{Key: key, Desc: rapid.Bool().Draw(t, "desc")})
		}
		if rapid.Bool().Draw(t, "plaza") {
			b.Plaza = w.Catalog.Plaza(rapid.IntRange(0, w.Catalog.Len()-1).Draw(t, "row")).PlazaID
		}
		return b
	})
}

// What is written is read back, and fits the lists that it came from whole.
func TestBrowseReadsBack(t *testing.T) {
	w := LoadDemo(rules.Default())
	rapid.Check(t, func(t *rapid.T) {
		b := browses(w).Draw(t, "browse")
		got, ok := ParseBrowse(b.Encode())
		if !ok {
			t.Fatalf("not read: %s", b.Encode())
		}
		if diff := cmp.Diff(b, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		kept, lost := w.Fits(got.On(b.Line), b.Line)
		if len(lost) > 0 {
			t.Fatalf("lost %v of %v", lost, b.Filter)
		}
		if Asked(&kept, b.Line) != Asked(&b.Filter, b.Line) {
			t.Fatalf("%v counted otherwise than %v", kept, b.Filter)
		}
	})
}

// Of another line what was asked beside it stays, and the line is the new one.
func TestBrowseOnAnotherLine(t *testing.T) {
	w := LoadDemo(rules.Default())
	other := data.Line{Process: w.Latest(), Profession: "OBSTETRICIA", Modality: data.Equivalente}
	rapid.Check(t, func(t *rapid.T) {
		b := browses(w).Draw(t, "browse")
		f, own := b.On(other), OfLine(other)
		for _, d := range catalog.Dims() {
			wantIn, wantOut := b.Filter.In[d], b.Filter.Out[d]
			if _, ofLine := own.In[d]; ofLine {
				wantIn, wantOut = own.In[d], nil
			}
			if diff := cmp.Diff(wantIn, f.In[d], cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(d.Key(), diff)
			}
			if diff := cmp.Diff(wantOut, f.Out[d], cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(d.Key(), diff)
			}
		}
	})
}

func TestFitsTakesOutWhatIsNotLoaded(t *testing.T) {
	w := LoadDemo(rules.Default())
	line := data.Line{Process: w.Latest(), Profession: "MEDICINA", Modality: data.Remunerada}
	f := OfLine(line)
	f.Set(catalog.DimRegion, "puno", "ATLANTIDA")
	f.Set(catalog.DimProcess, "1999-I")
	f.Exclude(catalog.DimProvince, "NINGUNA")
	kept, lost := w.Fits(f, line)
	want := OfLine(line)
	want.Set(catalog.DimRegion, "PUNO")
	if diff := cmp.Diff(want, kept, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Lost{{"proceso", "1999-I"}, {"region", "ATLANTIDA"}, {"provincia", "NINGUNA"}}, lost); diff != "" {
		t.Error(diff)
	}
	if got := LostText(lost); got != "Ya no están en las listas y se quitaron del filtro: proceso 1999-I, región Atlantida, provincia Ninguna." {
		t.Error(got)
	}
}

// A profile that was edited by hand, or damaged, never harms.
func FuzzParseBrowse(f *testing.F) {
	f.Add(`{"con":{"region":["PUNO"],"gd":["9"]},"sin":{"zaf":["SI","SI"]},"prob_min":1e300,"orden":"-prob,nada","plaza":{}}`)
	f.Add(`{"con":{"region":null},"texto":"\u001b[2J"}`)
	f.Add(``)
	w := LoadDemo(rules.Default())
	line := data.Line{Process: w.Latest(), Profession: "MEDICINA", Modality: data.Remunerada}
	f.Fuzz(func(t *testing.T, text string) {
		b, ok := ParseBrowse(text)
		if !ok {
			return
		}
		kept, _ := w.Fits(b.On(line), line)
		if kept.Text != fold.Clean(kept.Text) || kept.ChanceMin > 1 || kept.ChanceMin < 0 || kept.PointsMin < 0 || kept.DistanceMax < 0 {
			t.Errorf("%+v", kept)
		}
		w.Catalog.Select(kept, nil)
	})
}

// A filter for what the lists leave blank is kept: the blank is a value of them.
func TestFitsKeepsTheBlank(t *testing.T) {
	offer := &data.Offer{Process: "2026-I", Modality: data.Remunerada, Plazas: []data.Plaza{{
		PlazaID: data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "00000001"}, Region: "PUNO",
	}}}
	w := assemble(rules.Default(), nil, []*data.Offer{offer}, nil)
	var f catalog.Filter
	f.Set(catalog.DimDiresa, "")
	if kept, lost := w.Fits(f, data.Line{}); len(lost) > 0 || !kept.Has(catalog.DimDiresa, "") {
		t.Errorf("kept %v, lost %v", kept.In, lost)
	}
}
