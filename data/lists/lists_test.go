package lists

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
)

// fixture returns the path of a made-up list.
func fixture(name string) string {
	return filepath.Join("..", "..", "testdata", "lists", name)
}

// write puts content into a file of the test's own.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readOffer(t testing.TB, path string, o Options) Draft {
	t.Helper()
	drafts, err := ReadOffer(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(drafts) != 1 {
		t.Fatalf("%d drafts", len(drafts))
	}
	return drafts[0]
}

// truth is what oferta.csv says, read by eye.
func truth() []data.Plaza {
	id := func(profession, code string) data.PlazaID {
		return data.PlazaID{Process: "2031-I", Profession: profession, Modality: data.Remunerada, Renipress: code}
	}
	return []data.Plaza{
		{
			PlazaID: id("MEDICINA", "00090001"), Establishment: "PUESTO DE SALUD INVENTADO",
			Region: "AMAZONAS", Province: "CONDORCANQUI", District: "NIEVA", Diresa: "AMAZONAS", Offering: "AMAZONAS",
			Institution: "GOBIERNO REGIONAL", Grade: 4, Category: "I-2", Seats: 2,
			Budgets: []data.Budget{{Name: "NACIONAL", Seats: 1}, {Name: "REGIONAL", Seats: 1}}, ZAF: true,
		},
		{
			PlazaID: id("MEDICINA VETERINARIA", "00090002"), Establishment: `CENTRO DE SALUD "LA PEÑA"`,
			Region: "ANCASH", Province: "SANTA", District: "NEPEÑA", Diresa: "ANCASH", Offering: "ANCASH",
			Institution: "GOBIERNO REGIONAL", Grade: 2, Category: "I-4", Seats: 2,
			Budgets: []data.Budget{{Name: "REGIONAL", Seats: 2}},
		},
		{
			PlazaID: id("MEDICINA", "00090003"), Establishment: "QUINCHAMALCA",
			Region: "HUANCAVELICA", Province: "TAYACAJA", District: "PAMPAS", Diresa: "HUANCAVELICA", Offering: "HUANCAVELICA",
			Institution: "GOBIERNO REGIONAL", Grade: 5, Category: "I-1", Seats: 1,
			Budgets: []data.Budget{{Name: "NACIONAL", Seats: 1}}, ZE: true,
		},
		{
			PlazaID: id("TM - LABORATORIO CLINICO", "00090004"), Establishment: "HOSPITAL DE PRUEBA",
			Region: "LIMA", Province: "CAÑETE", District: "SAN VICENTE DE CAÑETE", Diresa: "LIMA REGION", Offering: "LIMA REGION",
			Institution: "GOBIERNO REGIONAL", Grade: 1, Category: "II-1", Seats: 1,
			Budgets: []data.Budget{{Name: "NACIONAL", Seats: 1}},
		},
		{
			PlazaID: id("PSICOLOGIA", "00090005"), Establishment: "QUINCHAMALCA",
			Region: "CUSCO", Province: "LA CONVENCION", District: "SANTA ANA", Diresa: "CUSCO", Offering: "ESSALUD",
			Institution: "ESSALUD", Grade: 3, Category: "I-3", Seats: 1,
			Budgets: []data.Budget{{Name: "ESSALUD", Seats: 1}},
		},
	}
}

var butSources = cmpopts.IgnoreFields(data.Plaza{}, "Sources", "Extra") //nolint:gochecknoglobals // an option of comparison

func TestOfferIsReadAsItStands(t *testing.T) {
	d := readOffer(t, fixture("oferta.csv"), Options{})
	if diff := cmp.Diff(truth(), d.Offer.Plazas, butSources); diff != "" {
		t.Error(diff)
	}
	// 12 records: a title, a note, a blank one, a total and the heading again are
	// skipped; the first heading is neither row nor skipped.
	want := data.ListInfo{
		Kind: data.KindOffer, Process: "2031-I", Modality: data.Remunerada, File: "oferta.csv",
		Rows: 6, Plazas: 5, Seats: 7, Skipped: 5,
	}
	got := d.Info
	if len(got.SHA256) != 64 {
		t.Errorf("hash %q", got.SHA256)
	}
	got.SHA256 = ""
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.DeclaredTotal != 7 || len(d.Problems) != 0 {
		t.Errorf("total %d, problems %v", d.DeclaredTotal, d.Problems)
	}
	if diff := cmp.Diff([]data.Source{{File: "oferta.csv", Row: 4}, {File: "oferta.csv", Row: 11}}, d.Offer.Plazas[0].Sources); diff != "" {
		t.Error(diff)
	}
	if h := d.Headings[3]; h.Text != "N° PLAZAS" || h.Column != "D" || h.Field != FieldSeats {
		t.Errorf("%+v", h)
	}
}

func TestTotalThatDiffersIsSaid(t *testing.T) {
	content, err := os.ReadFile(fixture("oferta.csv"))
	if err != nil {
		t.Fatal(err)
	}
	d := readOffer(t, write(t, "x.csv", strings.Replace(string(content), "TOTAL;;;7", "TOTAL GENERAL;;;8", 1)), Options{})
	if len(d.Problems) != 1 || d.Problems[0].Row != 12 || d.Problems[0].Level != data.Warning {
		t.Errorf("%+v", d.Problems)
	}
}

const offerHeading = "PROFESION;N° PLAZAS;DEPARTAMENTO;PROVINCIA;DISTRITO;GD;RENIPRESS;ESTABLECIMIENTO;CATEGORIA;INSTITUCION;PRESUPUESTO;ZAF;ZE\n"

// good is a row that nothing is wrong with.
func good(code int) string {
	return fmt.Sprintf("MEDICINA;1;PUNO;PUNO;PUNO;GD-3;%d;POSTA INVENTADA;I-3;MINSA;NACIONAL;NO;NO\n", code)
}

func TestBadCellsAreReportedWhereTheyStand(t *testing.T) {
	for _, c := range []struct {
		name, row, column, value string
		level                    data.Level
	}{
		{"grade", "MEDICINA;1;PUNO;PUNO;PUNO;GD-9;2;X;I-3;MINSA;NACIONAL;NO;NO", "GD", "GD-9", data.Rejected},
		{"code", "MEDICINA;1;PUNO;PUNO;PUNO;GD-1;00A1;X;I-3;MINSA;NACIONAL;NO;NO", "RENIPRESS", "00A1", data.Rejected},
		{"no code", "MEDICINA;1;PUNO;PUNO;PUNO;GD-1;;X;I-3;MINSA;NACIONAL;NO;NO", "RENIPRESS", "", data.Rejected},
		{"seats", "MEDICINA;dos;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "N° PLAZAS", "dos", data.Rejected},
		{"no seats", "MEDICINA;0;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "N° PLAZAS", "0", data.Rejected},
		{"minus", "MEDICINA;-1;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "N° PLAZAS", "-1", data.Rejected},
		{"absurd", "MEDICINA;999999;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "N° PLAZAS", "999999", data.Rejected},
		{"no profession", ";1;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "PROFESION", "", data.Rejected},
		{"escape", "MEDICINA;\x1b[31m1;PUNO;PUNO;PUNO;GD-1\x1b]0;2;X;I-3;MINSA;NACIONAL;NO", "N° PLAZAS", "1", data.Rejected},
		{"shifted", "MEDICINA;1;PUNO;PUNO;PUNO;GD-1;2;X;Y;I-3;MINSA;NACIONAL;NO;NO", "", "", data.Rejected},
		{"new profession", "ALQUIMIA;1;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "PROFESION", "ALQUIMIA", data.Warning},
		{"region", "MEDICINA;1;ATLANTIDA;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "DEPARTAMENTO", "ATLANTIDA", data.Warning},
		{"district", "MEDICINA;1;PUNO;PUNO;XANADU;GD-1;2;X;I-3;MINSA;NACIONAL;NO;NO", "DISTRITO", "XANADU", data.Warning},
		{"blank grade", "MEDICINA;1;PUNO;PUNO;PUNO;;2;X;I-3;MINSA;NACIONAL;NO;NO", "GD", "", data.Warning},
		{"flag", "MEDICINA;1;PUNO;PUNO;PUNO;GD-1;2;X;I-3;MINSA;NACIONAL;QUIZA;NO", "ZAF", "QUIZA", data.Warning},
		{"category", "MEDICINA;1;PUNO;PUNO;PUNO;GD-1;2;X;I-9;MINSA;NACIONAL;NO;NO", "CATEGORIA", "I-9", data.Warning},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, "x.csv", offerHeading+good(1)+c.row+"\n"+good(3))
			d := readOffer(t, path, Options{Process: "2031-I"})
			if len(d.Problems) != 1 {
				t.Fatalf("%+v", d.Problems)
			}
			p := d.Problems[0]
			p.Reason = ""
			if diff := cmp.Diff(data.Problem{File: "x.csv", Row: 3, Column: c.column, Value: c.value, Level: c.level}, p); diff != "" {
				t.Error(diff)
			}
			rejected := 0
			if c.level == data.Rejected {
				rejected = 1
			}
			if d.Info.Rejected != rejected || d.Info.Rows != 3-rejected {
				t.Errorf("%+v", d.Info)
			}
		})
	}
}

func TestConflictsOfOnePlazaKeepTheFirst(t *testing.T) {
	path := write(t, "x.csv", offerHeading+good(1)+strings.Replace(good(1), "GD-3", "GD-4", 1))
	d := readOffer(t, path, Options{Process: "2031-I"})
	if len(d.Offer.Plazas) != 1 || d.Offer.Plazas[0].Grade != 3 || d.Offer.Plazas[0].Seats != 2 || len(d.Problems) != 1 || d.Problems[0].Column != "GD" {
		t.Errorf("%+v %+v", d.Offer.Plazas, d.Problems)
	}
}

func TestUnknownBrokenWordIsJoinedByABlankAndSaid(t *testing.T) {
	row := strings.Replace(good(2), "POSTA INVENTADA", "\"ZZYXWVUTSR\nQPONM\"", 1)
	d := readOffer(t, write(t, "x.csv", offerHeading+good(1)+row), Options{Process: "2031-I"})
	if d.Offer.Plazas[1].Establishment != "ZZYXWVUTSR QPONM" || len(d.Problems) != 1 || d.Problems[0].Level != data.Warning {
		t.Errorf("%q %+v", d.Offer.Plazas[1].Establishment, d.Problems)
	}
	known := Vocabulary{Offers: []*data.Offer{{Plazas: []data.Plaza{{Establishment: "CASERIO ZZYXWVUTSRQPONM"}}}}}
	d = readOffer(t, write(t, "x.csv", offerHeading+good(1)+row), Options{Process: "2031-I", Known: known})
	if d.Offer.Plazas[1].Establishment != "ZZYXWVUTSRQPONM" || len(d.Problems) != 0 {
		t.Errorf("%q %+v", d.Offer.Plazas[1].Establishment, d.Problems)
	}
}

func TestUnknownColumnsAreKeptAside(t *testing.T) {
	path := write(t, "x.csv", strings.Replace(offerHeading, "\n", ";CLIMA\n", 1)+strings.Replace(good(1), "\n", ";FRIO\n", 1))
	d := readOffer(t, path, Options{Process: "2031-I"})
	if diff := cmp.Diff(map[string]string{"CLIMA": "FRIO"}, d.Offer.Plazas[0].Extra); diff != "" {
		t.Error(diff)
	}
}

func TestNoEscapeReachesTheDraft(t *testing.T) {
	row := strings.Replace(good(1), "POSTA INVENTADA", "POSTA \x1b]2x\x07\u202eINVENTADA", 1)
	d := readOffer(t, write(t, "x.csv", strings.Replace(offerHeading, "ZAF", "ZAF;\x1b[2JQ", 1)+strings.Replace(row, "NACIONAL;NO;", "NACIONAL;NO;\x9b31mFRIO;", 1)), Options{Process: "2031-I", Encoding: "utf-8"})
	if text := fmt.Sprintf("%+v", d.Offer) + fmt.Sprintf("%+v", d.Headings); strings.ContainsAny(text, "\x1b\x07\x00\u202e\u009b") {
		t.Errorf("%q", text)
	}
}
