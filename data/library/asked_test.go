package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
)

func TestAskedListsAreThePartOfTheWhole(t *testing.T) {
	word := rapid.SampledFrom([]string{"MEDICINA", "ENFERMERÍA", `QUÍMICA; "F"`, `A\B`, "=X", "Ñ\nO", "", "OBSTETRICIA\r"})
	rapid.Check(t, func(t *rapid.T) {
		offer := &data.Offer{Process: "2026-I", Modality: data.Remunerada}
		list := &data.Adjudication{Process: "2026-I", Modality: data.Remunerada}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			id := data.PlazaID{Process: "2026-I", Modality: data.Remunerada, Profession: word.Draw(t, "p"), Renipress: word.Draw(t, "r")}
			offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: id, Establishment: word.Draw(t, "e"), Seats: 1})
			list.Picks = append(list.Picks, data.Pick{Profession: id.Profession, Renipress: id.Renipress, Rank: len(offer.Plazas)})
		}
		profession, renipress := word.Draw(t, "asked"), word.Draw(t, "code")
		only := Keep{Profession: func(p string) bool { return p == profession }, Renipress: func(r string) bool { return r == renipress }}
		keep := func(p, r string) bool { return p == profession || r == renipress }
		whole, err := encodeOffer(offer)
		if err != nil {
			t.Fatal(err)
		}
		got, ok, err := decodeOffer(t.Context(), asked(string(whole), 1, 0, only, false), "2026-I", data.Remunerada)
		if !ok || err != nil {
			t.Fatalf("%v of %q", err, whole)
		}
		want := slices.DeleteFunc(slices.Clone(offer.Plazas), func(p data.Plaza) bool { return !keep(p.Profession, p.Renipress) })
		if fmt.Sprint(got.Plazas) != fmt.Sprint(want) {
			t.Errorf("plazas\n%v, want\n%v", got.Plazas, want)
		}
		if whole, err = encodeAdjudication(list); err != nil {
			t.Fatal(err)
		}
		picks, ok, err := decodeAdjudication(t.Context(), asked(string(whole), 0, 1, only, false), &data.ListInfo{})
		if !ok || err != nil {
			t.Fatalf("%v of %q", err, whole)
		}
		wanted := slices.DeleteFunc(slices.Clone(list.Picks), func(p data.Pick) bool { return !keep(p.Profession, p.Renipress) })
		if fmt.Sprint(picks.Picks) != fmt.Sprint(wanted) {
			t.Errorf("picks\n%v, want\n%v", picks.Picks, wanted)
		}
	})
}

// The naive reference looks at every sign.
func TestPlainTextEndsAtTheFirstOtherSign(t *testing.T) {
	ordinary := func(c byte) bool { return c >= ' ' && c < 0x7f && c != '\\' }
	for at := range 24 {
		for c := range 256 {
			text := strings.Repeat("a~ ;\"[]0", 3)
			text = text[:at] + string([]byte{byte(c)}) + text[at:]
			want := at / 8 * 8
			if ordinary(byte(c)) {
				want = len(text) / 8 * 8
			}
			if got := plainText(text); got != want {
				t.Errorf("%q: %d, want %d", text, got, want)
			}
		}
	}
}
