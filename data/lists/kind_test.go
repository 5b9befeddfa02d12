package lists

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"brujula/data"
)

// table makes a CSV of columns, each a heading and its values.
func csvOf(columns ...[]string) string {
	var b strings.Builder
	for row := range columns[0] {
		for i, column := range columns {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(column[row])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	colProfession = []string{"PROFESIÓN", "MEDICINA", "MEDICINA", "ENFERMERIA", "OBSTETRICIA", "MEDICINA"}
	colSeats      = []string{"N° PLAZAS", "1", "2", "1", "1", "3"}
	colOnes       = []string{"PLAZAS", "1", "1", "1", "1", "1"}
	colRegion     = []string{"DEPARTAMENTO", "PUNO", "CUSCO", "PIURA", "LIMA", "PUNO"}
	colGrade      = []string{"GD", "GD-1", "GD-2", "GD-3", "GD-4", "GD-5"}
	colCode       = []string{"CÓDIGO RENIPRESS", "90001", "90002", "90003", "90004", "90005"}
	colName       = []string{"ESTABLECIMIENTO", "POSTA UNO", "POSTA DOS", "POSTA TRES", "POSTA CUATRO", "POSTA CINCO"}
	colBudget     = []string{"PRESUPUESTO", "NACIONAL", "REGIONAL", "ESSALUD", "NACIONAL", "REGIONAL"}
	colCategory   = []string{"CATEGORÍA", "I-1", "I-2", "I-3", "I-4", "II-1"}
	colMark       = []string{"NOTA", "17.5", "16.25", "16", "15,5", "-"}
	colMerit      = []string{"ORDEN DE MÉRITO", "1", "2", "1", "1", "3"}
	colPerson     = []string{"APELLIDOS Y NOMBRES", "CANARIO UNO", "CANARIO DOS", "CANARIO TRES", "CANARIO CUATRO", "CANARIO CINCO"}
)

func headed(heading string, column []string) []string {
	return append([]string{heading}, column[1:]...)
}

// The kind of a list is told by all its columns and their values together, not
// by one heading.
func TestKindIsToldByAllTheEvidence(t *testing.T) {
	five := func(heading, format string) []string {
		out := []string{heading}
		for i := range 5 {
			out = append(out, fmt.Sprintf(format, i+1))
		}
		return out
	}
	same := func(heading, text string) []string { return []string{heading, text, text, text, text, text} }
	offer := [][]string{colProfession, colSeats, colRegion, colGrade, colCode, colName, colCategory, colBudget}
	with := func(more ...[]string) [][]string { return append(more, offer...) }
	for _, c := range []struct {
		name    string
		columns [][]string
		want    data.Kind
		doubt   bool
	}{
		{"offer", offer, data.KindOffer, false},
		{"offer with remarks", with(same("OBSERVACIONES", "con vivienda")), data.KindOffer, false},
		{"offer with a running number", with(five("N° ORDEN", "%d")), data.KindOffer, false},
		{"offer with an order", with(five("ORDEN", "%d")), data.KindOffer, false},
		{"offer with an order that was sorted", with([]string{"ORDEN", "9", "2", "7", "30", "1"}), data.KindOffer, false},
		{"offer with part of a word", with(same("COORDINADNIA", "x")), data.KindOffer, false},
		{"offer with a column of positions", with(same("UBICACIÓN", "zona rural")), data.KindOffer, false},
		{"offer with points", with([]string{"PUNTAJE", "10", "8", "6", "4", "2"}), data.KindOffer, true},
		{"offer whose professions are headed as persons", [][]string{headed("PROFESIONAL", colProfession), colSeats, colRegion, colCode, colBudget}, data.KindOffer, false},
		{"plazas alone", [][]string{colProfession, colCode, colName}, data.KindOffer, false},
		{"adjudicated", [][]string{colMerit, colPerson, colProfession, colCode, colName, colMark}, data.KindAdjudication, false},
		{"adjudicated without persons", [][]string{colMerit, colProfession, colCode}, data.KindAdjudication, false},
		{"adjudicated by mark", [][]string{colProfession, colCode, colMark}, data.KindAdjudication, false},
		{"adjudicated with the columns of the offer", [][]string{colMark, colPerson, colProfession, colRegion, colGrade, colCode, colCategory, colBudget}, data.KindAdjudication, false},
		{"adjudicated with seats of one", [][]string{colMerit, colMark, colOnes, colProfession, colRegion, colGrade, colCode, colCategory, colBudget}, data.KindAdjudication, false},
		{"merit", [][]string{colMerit, colPerson, colProfession, colMark}, KindMerit, false},
		{"marks", [][]string{colProfession, colMark}, KindMerit, false},
	} {
		guess, err := detect(write(t, "x.csv", csvOf(c.columns...)))
		if err != nil || guess.Kind != c.want || guess.Even != c.doubt || guess.Why == "" {
			t.Errorf("%s: %s (%s) doubt %v, %v", c.name, guess.Kind, guess.Why, guess.Even, err)
		}
		if strings.Contains(fmt.Sprintf("%+v", guess), "CANARIO") {
			t.Errorf("%s: a person got through: %+v", c.name, guess)
		}
	}
}

// What the list is can be said against its evidence.
func TestKindCanBeSaid(t *testing.T) {
	path := write(t, "x.csv", csvOf(colPerson, colMark, colProfession, colOnes, colRegion, colCode))
	o := Options{Process: "2031-I", Modality: data.Remunerada}
	if _, err := ReadOffer(context.Background(), path, o); !errors.Is(err, ErrWrongKind) || !strings.Contains(err.Error(), "--como oferta") {
		t.Fatal(err)
	}
	o.As = data.KindOffer
	drafts, err := ReadOffer(context.Background(), path, o)
	if err != nil || drafts[0].Info.Seats != 5 {
		t.Fatalf("%+v %v", drafts, err)
	}
	if p := drafts[0].Problems; len(p) == 0 || !strings.Contains(fmt.Sprint(p), "revise que lo sea") {
		t.Errorf("not told: %+v", p)
	}
}

// A column is found by its values where its heading says nothing of it.
func TestFieldsAreFoundByTheirValues(t *testing.T) {
	modality := []string{"CONDICIÓN", "Remunerado", "Equivalente", "Remunerado", "Remunerado", "Remunerado"}
	for _, heading := range []string{"CONDICIÓN", "Tipo", "Tipo SERUMS", "MODALIDAD SERUMS", "Régimen"} {
		drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv",
			csvOf(colPerson, colProfession, colCode, headed(heading, modality), colMark)), Options{Process: "2031-I"})
		if err != nil || len(drafts) != 2 || drafts[0].Info.Seats != 4 || drafts[1].Info.Seats != 1 || drafts[0].Adjudication.Picks[3].HasMark() {
			t.Errorf("%s: %+v %v", heading, drafts, err)
		}
	}
	strange := csvOf(headed("Rubro", colProfession), headed("Id del local", colCode), headed("Denominación", colName), headed("Cuántas plazas", colSeats),
		headed("Ámbito", colRegion), headed("Nivel", colGrade), headed("Tipo de local", colCategory), headed("Origen", colBudget))
	d := readOffer(t, write(t, "x.csv", "Una nota cualquiera\n"+strange), Options{Process: "2031-I"})
	if p := d.Offer.Plazas[4]; d.Info.Seats != 8 || p.Renipress != "00090005" || p.Grade != 5 || p.Region != "PUNO" || p.Category != "II-1" || p.Budgets[0].Name != "REGIONAL" {
		t.Errorf("%+v", p)
	}
}

// Seats are found under any usual name, or refused once for the whole file.
func TestSeatsUnderAnyName(t *testing.T) {
	read := func(columns ...[]string) ([]Draft, error) {
		return ReadOffer(context.Background(), write(t, "x.csv", csvOf(columns...)), Options{Process: "2031-I"})
	}
	for _, heading := range []string{"PLAZAS OFERTADAS", "N PLAZAS", "VACANTES", "N° DE VACANTES", "CANT.", "CANT", "PLAZAS A ADJUDICAR", "Total de cupos", "N°"} {
		drafts, err := read(colProfession, headed(heading, colSeats), colRegion, colCode, colBudget)
		if err != nil || drafts[0].Info.Seats != 8 {
			t.Errorf("%s: %+v %v", heading, drafts, err)
		}
	}
	drafts, err := read(colProfession, headed("PLAZAS REMUNERADAS", colSeats), []string{"PLAZAS EQUIVALENTES", "0", "4", "", "-", "2"},
		[]string{"TOTAL PLAZAS", "1", "6", "1", "1", "5"}, colRegion, colCode, colBudget)
	if err != nil || len(drafts) != 2 || drafts[0].Info.Seats != 8 || drafts[1].Info.Seats != 6 || drafts[1].Info.Rejected != 0 ||
		drafts[1].Offer.Plazas[0].Budgets[0].Name != noBudget {
		t.Errorf("%+v %v", drafts, err)
	}
	if _, err = read(colProfession, headed("RUBRO", colOnes), colRegion, colCode, colBudget); !errors.Is(err, ErrNoSeats) {
		t.Errorf("no seats: %v", err)
	}
	drafts, err = ReadOffer(context.Background(), write(t, "x.csv", csvOf(colProfession, colRegion, colCode, colBudget)),
		Options{Process: "2031-I", Columns: []ColumnChoice{{FieldSeats, EachRowOneSeat}}})
	if err != nil || drafts[0].Info.Seats != 5 {
		t.Errorf("each row one seat: %v", err)
	}
}

// Whoever took no seat is counted and takes none.
func TestStatusOfAdjudications(t *testing.T) {
	status := []string{"ESTADO", "ADJUDICÓ", "NO ADJUDICÓ", "Ausente", "RENUNCIÓ", "anulado"}
	code := []string{"CÓDIGO RENIPRESS", "90001", "", "-", "90004", "90005"}
	for _, heading := range []string{"ESTADO", "SITUACIÓN", "OBSERVACIONES", "Detalle"} {
		drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", csvOf(colMerit, colProfession, headed(heading, status), code)),
			Options{Process: "2031-I", Modality: data.Remunerada})
		if err != nil {
			t.Fatalf("%s: %v", heading, err)
		}
		d := drafts[0]
		if d.Info.Seats != 1 || d.Info.Passed != 4 || d.Info.Rejected != 0 || len(d.Adjudication.Passed) != 4 {
			t.Errorf("%s: %+v", heading, d.Info)
		}
		for i, s := range data.Statuses() {
			if p := d.Adjudication.Passed[i]; p.Status != s || p.Rank == 0 || p.Profession == "" || p.Source.Row != i+3 {
				t.Errorf("%s: %+v", heading, p)
			}
		}
		if !strings.Contains(fmt.Sprint(d.Problems), "ausente 1") {
			t.Errorf("%s: not told: %v", heading, d.Problems)
		}
	}
}

// A sheet, or a part of a sheet, may name the profession of its rows once.
func TestProfessionOfATitle(t *testing.T) {
	row := "1;PUNO;GD-1;%d;POSTA;NACIONAL\n"
	heading := "N° PLAZAS;DEPARTAMENTO;GD;CÓDIGO RENIPRESS;ESTABLECIMIENTO;PRESUPUESTO\n"
	content := "SERUMS 2031-I\nPROFESIÓN: MEDICINA\n" + heading + fmt.Sprintf(row, 90001) + "ENFERMERÍA\n" + fmt.Sprintf(row, 90002) + heading + fmt.Sprintf(row, 90003)
	d := readOffer(t, write(t, "x.csv", content), Options{})
	var got []string
	for _, p := range d.Offer.Plazas {
		got = append(got, p.Profession)
	}
	if strings.Join(got, " ") != "MEDICINA ENFERMERIA ENFERMERIA" {
		t.Error(got)
	}
	d = readOffer(t, write(t, "x.csv", heading+fmt.Sprintf(row, 90001)), Options{Process: "2031-I", Profession: "OBSTETRICIA"})
	if d.Offer.Plazas[0].Profession != "OBSTETRICIA" {
		t.Error(d.Offer.Plazas[0])
	}
}

// Rows that say the same, and equal ranks, are told.
func TestRepetitionsAreTold(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", offerHeading+good(1)+good(2)+good(3)+good(4)+good(1)), Options{Process: "2031-I"})
	if d.Info.Seats != 5 || !strings.Contains(fmt.Sprint(d.Problems), "1 fila es idéntica") {
		t.Errorf("%+v", d.Problems)
	}
	twice := good(1) + good(2) + good(3)
	if d = readOffer(t, write(t, "x.csv", offerHeading+twice+twice), Options{Process: "2031-I"}); !strings.Contains(fmt.Sprint(d.Problems), "3 de 6 filas") {
		t.Errorf("%+v", d.Problems)
	}
	drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", csvOf([]string{"PUESTO", "1", "1", "1", "2", "2"}, colProfession, colCode)),
		Options{Process: "2031-I", Modality: data.Remunerada})
	if err != nil || !strings.Contains(fmt.Sprint(drafts[0].Problems), "2 plazas tienen un orden") { // two more of MEDICINA than places
		if !strings.Contains(fmt.Sprint(drafts[0].Problems), "orden de mérito que otra") {
			t.Errorf("%+v %v", drafts, err)
		}
	}
}

// Marks of another scale are left out with one word, not row by row.
func TestMarksOfAnotherScale(t *testing.T) {
	drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", csvOf(colMerit, colProfession, colCode, []string{"PUNTAJE", "87.5", "85", "80,25", "79", "18"})),
		Options{Process: "2031-I", Modality: data.Remunerada})
	if err != nil || drafts[0].Info.Rejected != 0 || drafts[0].Adjudication.Picks[0].HasMark() || !strings.Contains(fmt.Sprint(drafts[0].Problems), "otra escala") {
		t.Errorf("%+v %v", drafts, err)
	}
}

func TestCountsWithThousands(t *testing.T) {
	for text, want := range map[string]int{
		"1.000": 1000, "12,345": 12345, "1.234.567": 0, "1.0": 1, "1,00": 1, "2.5": 0, "1,00,0": 0, "1.000,5": 0, "0.500": 0, "7.000": 7000, "1.0000": 1,
	} {
		if n, ok := parseCount(text, maxRank); n != want && ok || ok != (want > 0) {
			t.Errorf("%q: %d %v", text, n, ok)
		}
	}
}

// Columns can be said, by heading or letter; what is said wins over headings and
// values, and a column that is not there is refused by name.
func TestColumnsCanBeSaid(t *testing.T) {
	path := write(t, "x.csv", csvOf(colProfession, headed("UNO", colOnes), headed("DOS", colSeats), colRegion, headed("LOCAL", colName), colCode, colBudget))
	o := Options{Process: "2031-I", Columns: []ColumnChoice{{FieldSeats, "dos"}, {FieldEstablishment, "E"}, {Unused, "DEPARTAMENTO"}}}
	d := readOffer(t, path, o)
	if p := d.Offer.Plazas[1]; d.Info.Seats != 8 || p.Establishment != "POSTA DOS" || p.Region != "" || p.Extra["DEPARTAMENTO"] != "CUSCO" {
		t.Errorf("%+v", p)
	}
	again := readOffer(t, path, Options{Process: "2031-I", Remembered: map[string][]ColumnChoice{d.Signatures[0]: o.Columns}})
	if again.Info.Seats != 8 || again.Offer.Plazas[1].Establishment != "POSTA DOS" {
		t.Errorf("not remembered: %+v", again.Offer.Plazas[1])
	}
	o.Columns = []ColumnChoice{{FieldSeats, "TRES"}}
	if _, err := ReadOffer(context.Background(), path, o); !errors.Is(err, ErrNoColumn) || !strings.Contains(err.Error(), "C DOS") {
		t.Error(err)
	}
}

// What lists say of an outcome; a remark is none.
func TestStatusWords(t *testing.T) {
	for text, want := range map[string]data.Status{
		"Adj.": data.Taken, "PLAZA ADJUDICADA": data.Taken, "SI": data.Taken,
		"no adj.": data.NotTaken, "SIN ADJUDICAR": data.NotTaken, "DESISTIÓ": data.NotTaken, "EN RESERVA": data.NotTaken,
		"NO SE PRESENTÓ": data.Absent, "No asistió a la adjudicación": data.Absent, "N.S.P.": data.Absent,
		"RENUNCIÓ": data.Resigned, "RENUNCIA VOLUNTARIA": data.Resigned, "ABANDONÓ": data.Resigned,
		"RETIRADO": data.Cancelled, "SE RETIRÓ": data.Cancelled, "REVOCADA": data.Cancelled, "NO APTO": data.Cancelled,
		"RENUNCIA POR SALUD": "", "VIGENTE": "", "": "",
	} {
		if got, ok := parseStatus(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q", text, got)
		}
	}
}
