package availability

import (
	"bytes"
	"errors"
	"testing"

	"brujula/data"

	"github.com/google/go-cmp/cmp"
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
	if diff := cmp.Diff(m, again, cmp.AllowUnexported(Model{}, part{}, level{}), cmp.AllowUnexported(record{})); diff != "" {
		t.Error(diff)
	}
	if err := again.Save(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same model gave other bytes")
	}
}

func TestDamagedCacheIsRefused(t *testing.T) {
	w := makeWorld(23, "2025-I", data.Remunerada, 30, 1)
	var whole bytes.Buffer
	if err := mustFit(t, DefaultSettings(), w.history).Save(&whole); err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole.Bytes())
	flipped[len(flipped)/2] ^= 1
	older := bytes.Clone(whole.Bytes())
	older[len(cacheMagic)-2] = '0'
	for name, raw := range map[string][]byte{
		"empty": nil, "cut": whole.Bytes()[:whole.Len()/2], "one bit": flipped, "another version": older, "another file": []byte("PROFESION;MODALIDAD\n"),
	} {
		if _, err := Load(bytes.NewReader(raw)); !errors.Is(err, ErrCache) {
			t.Errorf("%s: error %v, want ErrCache", name, err)
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
		if err == nil {
			m.Basis()
		}
	})
}
