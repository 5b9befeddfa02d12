package lists

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"brujula/data"
)

// origins returns "letter field origin" of the columns of a draft.
func origins(headings []HeadingMatch) string {
	var out []string
	for _, h := range headings {
		out = append(out, fmt.Sprintf("%d%s %s %s", h.Table, h.Column, h.Field, h.Origin))
	}
	return strings.Join(out, ", ")
}

// Of each column it is told how its field was found, with a few of its values.
func TestColumnsTellWhereTheirFieldCameFrom(t *testing.T) {
	path := write(t, "x.csv", csvOf(colProfession, headed("Rubro", colRegion), headed("Cuota", colSeats), headed("Local", colName), colCode))
	o := Options{
		Process: "2031-I", Modality: data.Remunerada, Columns: []ColumnChoice{{FieldSeats, "Cuota"}},
	}
	d := readOffer(t, path, o)
	if got := origins(d.Headings); got != "0A profesion encabezado, 0B region valores, 0C cupos dicho por usted, 0D  , 0E renipress encabezado" {
		t.Error(got)
	}
	if got := fmt.Sprint(d.Headings[2].Samples, d.Headings[3].Samples); got != "[1 2 3] [POSTA UNO POSTA DOS POSTA TRES]" {
		t.Error(got)
	}
	o.Remembered = map[string][]ColumnChoice{d.Signatures[0]: {{FieldSeats, "Rubro"}, {FieldEstablishment, "Local"}, {Unused, "B"}}}
	d = readOffer(t, path, o)
	if got := origins(d.Headings); !strings.Contains(got, "0B  recordado, 0C cupos dicho por usted, 0D establecimiento recordado") {
		t.Error(got)
	}
	o.Columns = append(o.Columns, ColumnChoice{Automatic, "Local"}, ColumnChoice{FieldRegion, "Rubro"})
	d = readOffer(t, path, o)
	if got := origins(d.Headings); !strings.Contains(got, "0B region dicho por usted, 0C cupos dicho por usted, 0D  ,") {
		t.Error(got)
	}
	if got := fmt.Sprint(Merged(o.Remembered[d.Signatures[0]], o.Columns)); got != "[{sin usar B} {cupos Cuota} {region Rubro}]" {
		t.Error(got)
	}
}

// Of lists of persons no name, no document and no telephone is a sample; a mark
// is, so that its column can be told.
func TestSamplesAreOfNoPerson(t *testing.T) {
	path := write(t, "x.csv", csvOf(colPerson, []string{"Nº", "40000001", "40000002", "40000003", "40000004", "40000005"},
		headed("PTJE", colMark), headed("Quién", colPerson), colProfession, colMerit, colCode))
	drafts, err := ReadAdjudications(context.Background(), path, Options{Process: "2031-I", Modality: data.Remunerada})
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%+v", drafts[0].Headings)
	if strings.Contains(got, "CANARIO") || strings.Contains(got, "4000000") || !strings.Contains(got, "17.5 16.25 16") || !strings.Contains(got, "00090001") && !strings.Contains(got, "90001") {
		t.Error(got)
	}
}

// A row whose number is said is the heading, whatever it says; where none was
// found the likely one is offered with its texts, since figures stand under them.
func TestTheRowOfTheHeadingCanBeSaid(t *testing.T) {
	text := "CONVOCATORIA 2031-I\n\n" + csvOf(headed("A QUIÉN 1", colProfession), headed("CUÁNTOS 2", colSeats), headed("DÓNDE 3", colRegion), headed("CLAVE 4", colCode))
	path := write(t, "x.csv", text)
	guess, err := detect(path)
	if !errors.Is(err, ErrNoHeading) || guess.HeadingRow != 3 || len(guess.Headings) != 4 || guess.Headings[1].Text != "CUÁNTOS 2" || guess.Headings[1].Samples[1] != "2" {
		t.Fatalf("%+v %v", guess, err)
	}
	o := Options{HeadingRow: 3, Process: "2031-I", Modality: data.Remunerada, Columns: []ColumnChoice{{FieldSeats, "cuántos 2"}}}
	if d := readOffer(t, path, o); d.Info.Seats != 8 || d.HeadingRow != 3 {
		t.Errorf("%+v", d.Info)
	}
	o.HeadingRow, o.Columns = 40, nil
	if _, err := ReadOffer(context.Background(), path, o); !errors.Is(err, ErrNoHeading) {
		t.Error(err)
	}
	persons := write(t, "y.csv", "nota al margen\n"+csvOf(headed("CANARIO CERO", colPerson), headed("X1", colMark), headed("MEDICINA", colProfession)))
	if guess, _ = detect(persons); strings.Contains(fmt.Sprintf("%+v", guess), "CANARIO UNO") {
		t.Errorf("%+v", guess)
	}
}

// A column that the user names is evidence of the heading, of one row even.
func TestANamedColumnShowsTheHeading(t *testing.T) {
	one := "Rubro;Cód. único;Denominación;Cuota;Ámbito\nOBSTETRICIA;90007;POSTA SIETE;3;PUNO\n"
	path := write(t, "x.csv", "Una nota\n"+one)
	o := Options{Process: "2031-I", Modality: data.Remunerada, Columns: []ColumnChoice{{FieldSeats, "cuota"}}}
	if d := readOffer(t, path, o); d.Info.Seats != 3 || d.Offer.Plazas[0].Profession != "OBSTETRICIA" || d.Offer.Plazas[0].Renipress != "00090007" {
		t.Errorf("%+v", d.Offer)
	}
	o.Columns = append(o.Columns, ColumnChoice{FieldEstablishment, "Nombre"})
	if _, err := ReadOffer(context.Background(), path, o); !errors.Is(err, ErrNoColumn) {
		t.Error(err)
	}
	o.Loose = true
	if d := readOffer(t, path, o); d.Info.Seats != 3 {
		t.Errorf("%+v", d.Info)
	}
}

// Each row is one seat although a column looks like that of the seats.
func TestEachRowIsOneSeatOverAColumn(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", csvOf(colProfession, colSeats, colRegion, colCode, colBudget)),
		Options{Process: "2031-I", Columns: []ColumnChoice{{FieldSeats, EachRowOneSeat}}})
	if d.Info.Seats != 5 || d.Headings[1].Field != "" {
		t.Errorf("%+v %+v", d.Info, d.Headings[1])
	}
}

// A file may hold two tables: the same heading again under another title is no
// row, and one with other headings is shown beside the first.
func TestTwoTablesOfAFile(t *testing.T) {
	head := "Rubro;Cód. único;Denominación;Cuota;Ámbito\n"
	row := "OBSTETRICIA;9000%d;POSTA SIETE;3;PUNO\n"
	rows := fmt.Sprintf(row, 1) + fmt.Sprintf(row, 2) + fmt.Sprintf(row, 3)
	others := strings.ReplaceAll(rows, ";9000", ";9001")
	o := Options{Process: "2031-I", Columns: []ColumnChoice{{FieldSeats, "Cuota"}}}
	drafts, err := ReadOffer(context.Background(), write(t, "x.csv", "PLAZAS REMUNERADAS\n"+head+rows+"PLAZAS EQUIVALENTES\n"+head+others), o)
	if err != nil || len(drafts) != 2 || drafts[0].Info.Rejected != 0 || drafts[1].Info.Seats != 9 {
		t.Errorf("%+v %v", drafts, err)
	}
	two := "PLAZAS REMUNERADAS\n" + head + rows + "PLAZAS EQUIVALENTES\nCód. único;Rubro;Cuota;Denominación\n90011;MEDICINA;2;POSTA DOS\n90012;MEDICINA;2;POSTA DOS\n"
	o.Columns = append(o.Columns, ColumnChoice{FieldProfession, "Rubro"}, ColumnChoice{FieldRenipress, "Cód. único"})
	if drafts, err = ReadOffer(context.Background(), write(t, "x.csv", two), o); err != nil || len(drafts) != 2 || drafts[1].Info.Seats != 4 {
		t.Fatalf("%+v %v", drafts, err)
	}
	if got := origins(drafts[0].Headings); !strings.Contains(got, "1C cupos dicho") {
		t.Error(got)
	}
	// without a word of what the columns are, by the texts alone
	bare := "CARGO;CLAVE;DESTINO;ASIGNADOS;AMBITO\nMEDICINA;96001;UNO;1;PUNO\nENFERMERIA;96002;DOS;2;PUNO\n\nPLAZAS EQUIVALENTES\n" +
		"CLAVE;CARGO;ASIGNADOS;DESTINO;AMBITO\n97001;MEDICINA;2;TRES;PUNO\n97002;MEDICINA;2;CUATRO;CUSCO\n"
	drafts, err = ReadOffer(context.Background(), write(t, "x.csv", bare), Options{Process: "2031-I", Modality: data.Remunerada, Columns: []ColumnChoice{{FieldSeats, "ASIGNADOS"}}})
	if err != nil || drafts[0].Info.Seats != 7 || drafts[0].Info.Rejected != 0 || len(drafts[0].Signatures) != 2 {
		t.Errorf("%+v %v", drafts, err)
	}
}
