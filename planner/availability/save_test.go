package availability

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
)

func TestSavedModelReadsBackTheSame(t *testing.T) {
	w := makeWorld(21, "2025-I", data.Remunerada, 60, 1)
	e := makeWorld(22, "2025-I", data.Equivalente, 60, 1)
	m := mustFit(t, DefaultSettings(), w.history, e.history)
	var first, second bytes.Buffer
	if err := m.Save(&first); err != nil {
		t.Fatal(err)
	}
	again, err := Load(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for modality, p := range m.parts {
		all, err := again.parts[modality].whole()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, all, cmp.AllowUnexported(part{}, level{}, record{}), cmpopts.IgnoreFields(part{}, "index")); diff != "" {
			t.Error(diff)
		}
	}
	if err := again.Save(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same model gave other bytes")
	}
	if diff := cmp.Diff(priorOf(t, m), priorOf(t, again)); diff != "" {
		t.Errorf("what ships of the loaded one: %s", diff)
	}
}

// A model that was read for the lines of one profession says of them what the whole
// one says: chances with their ranges, evidence, what drives them, who passes.
func TestAModelReadForOneProfession(t *testing.T) {
	w := makeWorld(25, "2025-I", data.Remunerada, 90, 1)
	e := makeWorld(26, "2025-I", data.Equivalente, 90, 1)
	settings := DefaultSettings()
	m := mustFit(t, settings, w.history, e.history)
	m, err := m.WithRanges(t.Context(), []History{w.history, e.history}, settings, 1)
	if err != nil {
		t.Fatal(err)
	}
	var raw bytes.Buffer
	if err := m.Save(&raw); err != nil {
		t.Fatal(err)
	}
	next := makeWorld(27, "2026-I", data.Remunerada, 120, 1).history.Offer
	for _, profession := range []string{"ENFERMERIA", "MEDICINA", "NUTRICION", "OBSTETRICIA"} {
		both := []data.Line{{Profession: profession, Modality: data.Remunerada}, {Profession: profession, Modality: data.Equivalente}}
		alone, err := Load(bytes.NewReader(raw.Bytes()), both...)
		if err != nil {
			t.Fatal(err)
		}
		if p := alone.parts[data.Remunerada].of(profession); len(p.levels) == 0 || len(p.levels) >= len(m.parts[data.Remunerada].levels) {
			t.Errorf("%s: %d levels were read of %d", profession, len(p.levels), len(m.parts[data.Remunerada].levels))
		}
		for _, modality := range data.Modalities() {
			next.Modality = modality
			for i := range next.Plazas {
				next.Plazas[i].Modality = modality
			}
			line, plazas := lineOf(next, profession)
			if alone, err = Load(bytes.NewReader(raw.Bytes()), line); err != nil {
				t.Fatal(err)
			}
			other := line
			other.Modality = modality.Other()
			if diff := cmp.Diff(m.Passing(other, 40), alone.Passing(other, 40)); diff != "" || alone.HasRanges() != m.HasRanges() {
				t.Errorf("%s, beside what was asked: %s", profession, diff)
			}
			if diff := cmp.Diff(m.Passing(line, 40), alone.Passing(line, 40)); diff != "" {
				t.Errorf("%s: %s", profession, diff)
			}
			whole, part := m.Forecast(line, plazas), alone.Forecast(line, plazas)
			for i := range plazas {
				if diff := cmp.Diff(whole.Contributions(i), part.Contributions(i)); diff != "" {
					t.Errorf("%s: %s", plazas[i].Renipress, diff)
				}
			}
			for _, k := range []float64{0, 7, 30} {
				if diff := cmp.Diff(whole.Estimates(k), part.Estimates(k)); diff != "" {
					t.Errorf("%s at %v: %s", profession, k, diff)
				}
			}
		}
	}
}

func TestDamagedCacheIsRefused(t *testing.T) {
	w := makeWorld(23, "2025-I", data.Remunerada, 30, 1)
	var whole bytes.Buffer
	if err := mustFit(t, DefaultSettings(), w.history).Save(&whole); err != nil {
		t.Fatal(err)
	}
	older := bytes.Clone(whole.Bytes())
	older[len(cacheMagic)-2] = '0'
	head := bytes.Clone(whole.Bytes())
	head[len(cacheMagic)+20] ^= 1
	for name, raw := range map[string][]byte{
		"empty": nil, "cut": whole.Bytes()[:whole.Len()-1], "a bit of the directory": head, "another version": older, "another file": []byte("PROFESION;MODALIDAD\n"),
	} {
		if _, err := Load(bytes.NewReader(raw)); !errors.Is(err, ErrCache) {
			t.Errorf("%s: error %v, want ErrCache", name, err)
		}
	}
}

// A bit in a block is found when its profession is asked for: at once where the line is
// named, else by Lost. Of what was lost nothing is said, of the rest what was saved.
func TestLossIsFoundWhereItIs(t *testing.T) {
	w := makeWorld(23, "2025-I", data.Remunerada, 60, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	var whole bytes.Buffer
	if err := m.Save(&whole); err != nil {
		t.Fatal(err)
	}
	blocks, err := directoryOf(bytes.NewReader(whole.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks {
		raw := bytes.Clone(whole.Bytes())
		raw[b.from] ^= 1
		loaded, err := Load(bytes.NewReader(raw))
		if b.profession == blockOfHead {
			if !errors.Is(err, ErrCache) {
				t.Errorf("head: error %v, want ErrCache", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, profession := range []string{"ENFERMERIA", "MEDICINA"} {
			line, plazas := lineOf(w.history.Offer, profession)
			_, err := Load(bytes.NewReader(raw), line)
			lost := b.profession == "" || b.profession == profession
			if lost != errors.Is(err, ErrCache) {
				t.Errorf("a bit of %q, asked for %s: error %v", b.profession, profession, err)
			}
			if lost {
				continue
			}
			if diff := cmp.Diff(m.Forecast(line, plazas).Estimates(9), loaded.Forecast(line, plazas).Estimates(9)); diff != "" || loaded.Lost() {
				t.Errorf("a bit of %q, asked for %s: lost %v, %s", b.profession, profession, loaded.Lost(), diff)
			}
		}
		if b.profession != "" && b.profession != "MEDICINA" {
			continue
		}
		line, plazas := lineOf(w.history.Offer, "MEDICINA")
		for _, e := range loaded.Forecast(line, plazas).Estimates(9) {
			if e.Known {
				t.Fatalf("a bit of %q: a chance of what was lost", b.profession)
			}
		}
		if !loaded.Lost() || !errors.Is(loaded.Save(io.Discard), ErrCache) {
			t.Errorf("a bit of %q: lost %v", b.profession, loaded.Lost())
		}
	}
}

func FuzzLoad(f *testing.F) {
	var whole bytes.Buffer
	if err := mustFit(f, DefaultSettings(), makeWorld(24, "2025-I", data.Remunerada, 9, 1).history).Save(&whole); err != nil {
		f.Fatal(err)
	}
	f.Add(whole.Bytes())
	f.Add([]byte(cacheMagic))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := Load(bytes.NewReader(raw))
		if err != nil {
			return
		}
		plazas := []data.Plaza{{PlazaID: data.PlazaID{Profession: "MEDICINA", Renipress: "00000001"}, Seats: 1}}
		m.Forecast(data.Line{Profession: "MEDICINA", Modality: data.Remunerada}, plazas).Estimates(1)
		_ = m.Save(io.Discard) // whatever it is, it must not panic
	})
}
