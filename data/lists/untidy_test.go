package lists

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

// The tests of this file read lists as people have them: with the faults of
// programs that wrote them and hands that changed them. All are made up.

// untidyOffer is a heading and records with the named columns changed, as CSV.
// Every row has text for each column, in the order of the columns.
func untidyOffer(columns string, rows ...string) string {
	return "N° PLAZAS;DEPARTAMENTO;PROVINCIA;DISTRITO;NOMBRE DE ESTABLECIMIENTO;CATEGORÍA;INSTITUCIÓN;" + columns + "\n" +
		"1;PUNO;PUNO;ACORA;POSTA INVENTADA;I-2;GOBIERNO REGIONAL;" + strings.Join(rows, "\n1;PUNO;PUNO;ACORA;POSTA INVENTADA;I-2;GOBIERNO REGIONAL;") + "\n"
}

// untidyOptions say what such lists leave out.
func untidyOptions() Options { return Options{Process: "2031-I", Modality: data.Remunerada} }

func TestSpecialitiesMakeProfessions(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", untidyOffer("PROFESIÓN;ESPECIALIDAD;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS",
		"TECNOLOGÍA MÉDICA;LABORATORIO CLÍNICO;GD-4;90001",
		"TECNÓLOGO MÉDICO;Terapia Física y Rehabilitación;GD-4;90001",
		"TECNOLOGÍA MÉDICA;RADIOLOGÍA;GD-4;90001",
		"MÉDICO CIRUJANO;;GD-4;90001",
		"MEDICINA;PEDIATRÍA;GD-4;90001",
		"ENFERMERIA;-;GD-4;90001",
		"TECNOLOGÍA MÉDICA;;GD-4;90001",
	)), untidyOptions())
	got := map[string]int{}
	for i := range d.Offer.Plazas {
		got[d.Offer.Plazas[i].Profession] = d.Offer.Plazas[i].Seats
	}
	want := map[string]int{
		"TM - LABORATORIO CLINICO": 1, "TM - TERAPIA FISICA": 1, "TM - RADIOLOGIA": 1, "MEDICINA": 1,
		"MEDICINA - PEDIATRIA": 1, "ENFERMERIA": 1, "TECNOLOGIA MEDICA": 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var told []string
	for _, p := range d.Problems {
		told = append(told, p.Column+": "+p.Reason)
	}
	if all := strings.Join(told, "\n"); len(told) != 2 || !strings.Contains(all, "ESPECIALIDAD: valor que no se conoce: se conservó como MEDICINA - PEDIATRIA") ||
		!strings.Contains(all, "PROFESIÓN: falta la especialidad") {
		t.Error(all)
	}
}

// A row out of step may have a name in the column of specialities: in a list of
// persons one that is not known is rejected and not shown.
func TestSpecialitiesOfPersonsAreNoNames(t *testing.T) {
	drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", "PROFESIÓN;ESPECIALIDAD;CÓDIGO RENIPRESS;NOTA\n"+
		"TECNOLOGIA MEDICA;RADIOLOGIA;90001;15\nMEDICINA;CANARI TITO;90001;16\nTECNOLOGIA MEDICA;;90002;14\n"), untidyOptions())
	if err != nil {
		t.Fatal(err)
	}
	canary(t, drafts)
	picks := drafts[0].Adjudication.Picks
	if len(picks) != 2 || picks[0].Profession != "TM - RADIOLOGIA" || picks[1].Profession != "TECNOLOGIA MEDICA" || drafts[0].Info.Rejected != 1 {
		t.Errorf("%+v %+v", picks, drafts[0].Info)
	}
}

// Values that the offers of several years spell in their own way are one.
func TestSpellingsOfYearsAreOneValue(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", "PROFESION;N° PLAZAS;INSTITUCION;DEPARTAMENTO;PROVINCIA;DISTRITO;GD;RENIPRESS;ESTABLECIMIENTO;CATEGORIA;PRESUPUESTO\n"+
		"MEDICINA;1;SANIDAD DE LA POLICIA NACIONAL DE PERU;AMAZONAS;LUYA;SAN FRANCISCO DEL YESO;GD-4;1;X UNO;I-2;PNP\n"+
		"MEDICINA;1;SANIDAD DE LA MARINA DE GUERRA DEL PERU;LORETO;PUTUMAYO;TENIENTE MANUEL CLA;GD-4;2;X DOS;I-2;NAV\n"+
		"MEDICINA CON ESPECIALIDAD;1;ESSALUD;ANCASH;HUARAZ;PAMPAS;GD-4;3;X TRES;I-2;ESSALUD\n"+
		"MEDICINA;1;ESSALUD;LIMA;YAUYOS;AYAUCA;GD-4;4;X CUATRO;I-2;ESSALUD\n"+
		"MEDICINA;1;GOBIERNO REGIONAL DE ANCASH;ANCASH;BOLOGNESI;ANTONIO RAYMONDI;GD-4;5;X CINCO;I-2;REGIONAL\n"), untidyOptions())
	for _, p := range d.Problems {
		t.Errorf("%s: %s", p.Value, p.Reason)
	}
	var got []string
	for i := range d.Offer.Plazas {
		p := &d.Offer.Plazas[i]
		got = append(got, p.Profession+"|"+p.Institution+"|"+p.District+"|"+p.Budgets[0].Name)
	}
	want := []string{
		"MEDICINA|SANIDAD DE LA POLICIA NACIONAL DEL PERU|SAN FRANCISCO DE YESO|PNP",
		"MEDICINA|SANIDAD DE LA MARINA DE GUERRA DEL PERU|TENIENTE MANUEL CLAVERO|MGP",
		"MEDICINA CON ESPECIALIDAD|ESSALUD|PAMPAS GRANDE|ESSALUD",
		"MEDICINA|ESSALUD|ALLAUCA|ESSALUD",
		"MEDICINA|GOBIERNO REGIONAL|ANTONIO RAIMONDI|REGIONAL",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Cells that say nothing are blank, whatever stands in them, and the aviso shows
// what does.
func TestWordsForBlank(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", untidyOffer("PROFESIÓN;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS;PRESUPUESTO;ZAF;DIRESA;PISO",
		"MEDICINA;#N/A;90001;-;-;PUNO;-", "MEDICINA;GD-4;90002;N/A;NO;--;2")), untidyOptions())
	for i := range d.Offer.Plazas {
		p := &d.Offer.Plazas[i]
		if len(p.Budgets) != 0 || p.ZAF || i == 0 && p.Grade != 0 || i == 1 && p.Diresa != "" || len(p.Extra) != i {
			t.Errorf("%+v", p)
		}
	}
	got := map[string]string{}
	for _, p := range d.Problems {
		got[p.Column+" "+p.Value] = p.Reason
	}
	blank := "celda en blanco"
	want := map[string]string{"GRADO DE DIFICULTAD #N/A": blank, "PRESUPUESTO -": blank, "PRESUPUESTO N/A": blank, "DIRESA --": blank}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.Info.Rows != 2 || d.Info.Rejected != 0 {
		t.Errorf("%+v", d.Info)
	}
}

// A name that says nothing is blank as well, and its plaza keeps its seats.
func TestNamesThatSayNothing(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", "PROFESIÓN;N° PLAZAS;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;DEPARTAMENTO;PROVINCIA;DISTRITO;GD;CATEGORÍA;INSTITUCIÓN\n"+
		"MEDICINA;2;90001;#N/A;PUNO;PUNO;N/A;GD-4;I-2;ESSALUD\n"), untidyOptions())
	if p := d.Offer.Plazas[0]; p.Establishment != "" || p.District != "" || p.Province != "PUNO" || p.Seats != 2 || len(d.Problems) != 2 {
		t.Errorf("%+v %+v", p, d.Problems)
	}
}

// A code with a mark of thousands is read whole, never cut at the mark, and said.
func TestCodesWithMarks(t *testing.T) {
	d := readOffer(t, write(t, "x.csv", untidyOffer("PROFESIÓN;GD;CÓDIGO RENIPRESS",
		"MEDICINA;GD-4;7.000", "MEDICINA;GD-4;6.021", "MEDICINA;GD-4;9.0001E+04", "MEDICINA;GD-4;90002,00", "MEDICINA;GD-4;9.0E+04")), untidyOptions())
	var codes []string
	for i := range d.Offer.Plazas {
		codes = append(codes, d.Offer.Plazas[i].Renipress)
	}
	if diff := cmp.Diff([]string{"00007000", "00006021", "00090001", "00090002"}, codes); diff != "" {
		t.Error(diff)
	}
	if d.Info.Rejected != 1 || len(d.Problems) != 2 || d.Problems[0].Level != data.Warning || d.Problems[0].Value != "7.000" || d.Problems[1].Value != "9.0E+04" {
		t.Errorf("%+v", d.Problems)
	}
}

// A heading of two rows has its groups above and their columns below; in a
// print or a long file it is repeated.
func TestHeadingsOfTwoRows(t *testing.T) {
	row := ";PUNO;PUNO;ACORA;90001;POSTA INVENTADA;I-2;MEDICINA;2;GD-4;REGIONAL\n"
	for name, c := range map[string]struct {
		upper, lower string
	}{
		"groups":          {"N°;UBICACIÓN;;;ESTABLECIMIENTO DE SALUD;;;PLAZA;;;", ";DEPARTAMENTO;PROVINCIA;DISTRITO;CÓDIGO RENIPRESS;NOMBRE;CATEGORÍA;PROFESIÓN;N° PLAZAS;GD;PRESUPUESTO"},
		"all in groups":   {"N°;UBICACIÓN;;;EESS;;;OFERTA;;;", ";DPTO;PROV;DIST;CÓDIGO;DENOMINACIÓN;CATEGORÍA;CARRERA;VACANTES;GRADO DE DIFICULTAD;PRESUPUESTO"},
		"merged and both": {"N°;DEPARTAMENTO;PROVINCIA;DISTRITO;IPRESS;;;PROFESIÓN;N° PLAZAS;GRADO DE;PRESUPUESTO", "N°;DEPARTAMENTO;PROVINCIA;DISTRITO;CÓDIGO;NOMBRE;CATEGORÍA;PROFESIÓN;N° PLAZAS;DIFICULTAD;PRESUPUESTO"},
		"wrapped":         {"N°;DEPARTAMENTO;PROVINCIA;DISTRITO;CÓDIGO;NOMBRE DEL;CATEGORÍA;PROFESIÓN;N°;GRADO DE;PRESUPUESTO", ";;;;RENIPRESS;ESTABLECIMIENTO;;;PLAZAS;DIFICULTAD;"},
	} {
		text := "OFERTA DE PLAZAS\n" + c.upper + "\n" + c.lower + "\n1" + row + c.upper + "\n" + c.lower + "\n2" + strings.Replace(row, "90001", "90002", 1)
		d := readOffer(t, write(t, "x.csv", text), untidyOptions())
		if len(d.Offer.Plazas) != 2 || d.Info.Seats != 4 || d.Info.Rejected != 0 {
			t.Errorf("%s: %+v %+v", name, d.Info, d.Problems)
			continue
		}
		for _, p := range d.Offer.Plazas {
			if p.Establishment != "POSTA INVENTADA" || p.District != "ACORA" || p.Category != "I-2" || p.Grade != 4 {
				t.Errorf("%s: %+v", name, p)
			}
		}
	}
	// A group about persons makes its columns those of persons.
	drafts, err := ReadAdjudications(context.Background(), write(t, "x.csv", "N°;POSTULANTE;;ESTABLECIMIENTO;;NOTA\n;NOMBRE;CARRERA;CÓDIGO;NOMBRE;\n1;CANARIO UNO;MEDICINA;90001;POSTA UNO;15\n2;CANARIO DOS;MEDICINA;90002;POSTA DOS;14\n"), untidyOptions())
	if err != nil {
		t.Fatal(err)
	}
	canary(t, drafts)
	if p := drafts[0].Adjudication.Picks; len(p) != 2 || p[1].Establishment != "POSTA DOS" {
		t.Errorf("%+v", p)
	}
}
