package lists

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
)

// canary fails where anything of a person got through.
func canary(t *testing.T, got any) {
	t.Helper()
	text := strings.ToUpper(fmt.Sprintf("%+v", got))
	for _, word := range []string{"CANARI", "9000000", "RENUNCIA", "DISCAPACIDAD", "TITO"} {
		if strings.Contains(text, word) {
			t.Errorf("%s got through: %s", word, text)
		}
	}
}

func TestAdjudicationsKeepNoPerson(t *testing.T) {
	drafts, err := ReadAdjudications(context.Background(), fixture("adjudicados.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range drafts {
		canary(t, drafts[i])
		canary(t, *drafts[i].Adjudication)
	}
	if len(drafts) != 2 {
		t.Fatalf("%d drafts", len(drafts))
	}
	remunerated, equivalent := drafts[0], drafts[1]
	want := []data.Pick{
		{Profession: "MEDICINA", Renipress: "00090001", Rank: 1, Mark: 17.25, Source: data.Source{File: "adjudicados.csv", Row: 3}},
		{Profession: "MEDICINA", Renipress: "00090003", Rank: 2, Mark: 16.5, Source: data.Source{File: "adjudicados.csv", Row: 4}},
	}
	if diff := cmp.Diff(want, remunerated.Adjudication.Picks); diff != "" {
		t.Error(diff)
	}
	if p := equivalent.Adjudication.Picks; len(p) != 1 || p[0].Profession != "PSICOLOGIA" || p[0].Rank != 3 || p[0].HasMark() {
		t.Errorf("%+v", p)
	}
	// records 6 to 9 are bad, 8 by a separator too many; 2 is the heading, 1 and 10 are a title and a name alone
	if i := remunerated.Info; i.Process != "2031-I" || i.Rows != 2 || i.Rejected != 4 || i.Skipped != 2 || i.Seats != 2 || i.Plazas != 2 {
		t.Errorf("%+v", i)
	}
	rows := map[int]string{}
	for _, p := range remunerated.Problems {
		if p.Level == data.Rejected {
			rows[p.Row] = p.Column
		}
	}
	if diff := cmp.Diff(map[int]string{6: "ORDEN DE MÉRITO", 7: "PROFESIÓN", 8: "MODALIDAD", 9: "CÓDIGO RENIPRESS"}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestMeritKeepsNoPerson(t *testing.T) {
	merit, err := ReadMerit(context.Background(), fixture("merito.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	canary(t, *merit)
	want := []MeritRow{{Rank: 1, Mark: 17.25}, {Rank: 2, Mark: 16.5}}
	if diff := cmp.Diff(want, merit.Rows, cmpopts.IgnoreFields(MeritRow{}, "Source")); diff != "" {
		t.Error(diff)
	}
	if merit.Process != "2031-I" || merit.Rejected != 1 || merit.Skipped != 1 {
		t.Errorf("%+v", merit)
	}
}

func TestDetectKeepsNoPerson(t *testing.T) {
	for name, want := range map[string]Guess{
		"oferta.csv":      {Kind: data.KindOffer, Format: "CSV", Processes: []data.Process{"2031-I"}, Modalities: []data.Modality{data.Remunerada}},
		"adjudicados.csv": {Kind: data.KindAdjudication, Format: "CSV", Processes: []data.Process{"2031-I"}, Modalities: []data.Modality{data.Remunerada, data.Equivalente}},
		"merito.csv":      {Kind: KindMerit, Format: "CSV", Processes: []data.Process{"2031-I"}},
	} {
		got, err := detect(fixture(name))
		if err != nil {
			t.Fatal(err)
		}
		canary(t, got)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Guess{}, "Headings", "Why", "HeadingRow", "Signature")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A list without codes is matched against the offer of its process.
func TestSeatsWithoutCodeAreFoundInTheOffer(t *testing.T) {
	offer := readOffer(t, fixture("oferta.csv"), Options{}).Offer
	twin := offer.Plazas[0]
	twin.Renipress, twin.District = "00099999", "EL CENEPA"
	offer.Plazas = append(offer.Plazas, twin)
	path := write(t, "x.csv", "PUESTO;APELLIDOS Y NOMBRES;PROFESIÓN;MODALIDAD;ESTABLECIMIENTO;DISTRITO\n"+
		"1;CANARIO UNO;MEDICINA;REMUNERADO;Puesto de Salud Inventado;NIEVA\n"+
		"2;CANARIO DOS;MEDICINA;REMUNERADO;PUESTO DE SALUD INVENTADO;\n"+
		"3;CANARIO TRES;MEDICINA;REMUNERADO;NO HAY TAL;NIEVA\n")
	drafts, err := ReadAdjudications(context.Background(), path, Options{Process: "2031-I", Known: Vocabulary{Offers: []*data.Offer{offer}}})
	if err != nil {
		t.Fatal(err)
	}
	canary(t, drafts)
	picks := drafts[0].Adjudication.Picks
	if len(picks) != 1 || picks[0].Renipress != "00090001" || drafts[0].Info.Rejected != 2 {
		t.Errorf("%+v %+v", picks, drafts[0].Problems)
	}
}

func TestPartialListIsMarked(t *testing.T) {
	drafts, err := ReadAdjudications(context.Background(), fixture("adjudicados.csv"), Options{UpTo: 300})
	if err != nil {
		t.Fatal(err)
	}
	if drafts[0].Adjudication.UpTo != 300 || drafts[0].Info.UpTo != 300 {
		t.Errorf("%+v", drafts[0].Info)
	}
}
