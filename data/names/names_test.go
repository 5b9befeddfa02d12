package names

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Spellings that lists, forms and people were seen to use, with accents, in
// cells that a table broke, of one and of many. "?" stands for those that leave
// several professions open, "" for those that are none.
func TestProfessions(t *testing.T) {
	for want, texts := range map[string][]string{
		"MEDICINA": {
			"MEDICINA", "Médico", "médica", "MÉDICO(A)", "Médico(a) Cirujano(a)", "MEDICO-CIRUJANO", "MÉDICOS CIRUJANOS", "MEDICI\nNA", "MÉDICO\nCIRUJANO",
			"MEDICOS CIRUJA\nNOS", "MEDICINA HUMANA", "Medicina General", "médicos generales", "MEDICINA (MÉDICO CIRUJANO)", "SERUMS - MEDICINA",
		},
		"MEDICINA CON ESPECIALIDAD": {"MEDICINA CON ESPECIALIDAD", "Médico especialista", "MÉDICOS ESPECIALISTAS", "MÉDICO CON\nESPECIALIDAD"},
		"MEDICINA VETERINARIA":      {"Médico veterinario", "MÉDICOS(AS) VETERINARIOS(AS)", "VETERINARIA", "Medicina veterinaria y zootecnia", "MED. VET."},
		"ENFERMERIA": {
			"Enfermera", "ENFERMEROS", "enfermero(a)", "Enfermera/o", "ENFERMERO / ENFERMERA", "LIC. ENFERMERÍA", "LICENCIADAS EN ENFERMERÍA", "Lic.(a) en Enfermería", "ENFER\nMERAS",
		},
		"OBSTETRICIA":          {"Obstetra", "OBSTETRAS", "OBSTETRA(A)", "obstetriz", "OBSTETRICES", "Lic. en Obstetricia", "OBSTETRICIA - OBSTETRA"},
		"ODONTOLOGIA":          {"Odontólogo", "ODONTÓLOGAS", "dentista", "Cirujano(a) dentista", "CIRUJANOS DENTISTAS", "C.D.", "Estomatología", "ODONTOESTOMATOLOGÍA"},
		"QUIMICO FARMACEUTICO": {"Q.F.", "QF", "farmacia", "Químico-Farmacéutico", "Químico(a) Farmacéutico(a)", "QUÍMICOS / FARMACÉUTICOS", "Farmacia y Bioquímica", "QUÍMICA Y FARMACIA", "farmacéutica"},
		"INGENIERIA SANITARIA": {"Ing. Sanitario", "Ingeniera sanitaria", "INGENIEROS(AS) SANITARIOS(AS)", "INGENIERIA SANITARIA Y AMBIENTAL"},
		"NUTRICION":            {"Nutricionista", "NUTRICIONISTAS", "Lic. en Nutrición", "Nutrición humana", "BROMATOLOGÍA Y NUTRICIÓN"},
		"PSICOLOGIA":           {"Psicólogo/a", "psicólogas", "PSICOLOGOS(AS)", "Lic. Psicología"},
		"TRABAJO SOCIAL":       {"Trabajadora social", "TRABAJADORES SOCIALES", "Lic. Trabajo Social", "Asistenta social", "asistentes sociales"},
		"BIOLOGIA":             {"Biólogo", "BIÓLOGAS", "Biología - Microbiología", "Ciencias Biológicas"},
		"TM - LABORATORIO CLINICO": {
			"TM - LABORATORIO CLINICO", "TM LAB. CLÍNICO", "T.M. Laboratorio Clínico", "Tecnólogo médico - laboratorio", "TECNOLOGÍA MÉDICA (LABORATORIO CLÍNICO)",
			"TECNÓLOGA MÉDICA EN LABORATORIO CLÍNICO Y ANATOMÍA PATOLÓGICA", "Tecnólogos Médicos con mención en Laboratorio", "Lic. en Tecnología Médica, especialidad de Laboratorio Clínico", "TECNOLOGÍA\nMÉDICA - LABORATO\nRIO CLÍNICO",
		},
		"TM - RADIOLOGIA":          {"TM RADIODIAGNÓSTICO", "Tecnólogo Médico en Radiología", "TECNOLOGIA MEDICA-RADIOLOGIA"},
		"TM - TERAPIA FISICA":      {"TM - FISIOTERAPIA", "fisioterapeuta", "Terapia física y rehabilitación", "TECNÓLOGO MÉDICO EN TERAPIA FÍSICA Y REHABILITACIÓN"},
		"TM - TERAPIA LENGUAJE":    {"Terapia de lenguaje", "TM - TERAPIA DEL LENGUAJE", "TECNOLOGÍA MÉDICA EN TERAPIA DE LENGUAJE"},
		"TM - OPTOMETRIA":          {"Optometría", "TECNÓLOGO MÉDICO EN OPTOMETRÍA"},
		"TM - TERAPIA OCUPACIONAL": {"terapia ocupacional", "TM TERAPIA OCUPACIONAL"},
		"?":                        {"TM", "Tecnología Médica", "TECNÓLOGOS MÉDICOS", "Tecnólogo(a) médico(a)", "TECNOLO\nGIA MEDICA"},
		"":                         {"", "-", "ABOGACIA", "MEDICINA / ENFERMERIA", "DE LA CRUZ", "MEDINA", "ROSA OBSTETRA"},
	} {
		for _, text := range texts {
			got, ok := Professions().Find(text)
			if _, open := Professions().Among(text); open {
				got, ok = "?", true
			}
			if got != want || ok != (want != "") {
				t.Errorf("%q: %q %v, want %q", text, got, ok, want)
			}
		}
	}
	if n := len(Professions().Values()); n != 18 { // those of the offers 2025-I and 2026-I, and the specialists of 2024-I
		t.Errorf("%d professions", n)
	}
	if f, _ := Professions().Among("tecnólogo médico"); f.Name != "TECNOLOGIA MEDICA" || len(f.Values) != 6 {
		t.Errorf("%+v", f)
	}
}

func TestSpecialities(t *testing.T) {
	for _, c := range []struct{ profession, speciality, want string }{
		{"TECNOLOGÍA MÉDICA", "LABORATORIO CLÍNICO", "TM - LABORATORIO CLINICO"},
		{"Tecnólogo médico", "Terapia física", "TM - TERAPIA FISICA"},
		{"TM", "TM - RADIOLOGIA", "TM - RADIOLOGIA"},
		{"TM - OPTOMETRIA", "OPTOMETRÍA", "TM - OPTOMETRIA"},
		{"MEDICINA", "", "MEDICINA"},
		{"MEDICO", "General", "MEDICINA"},
		{"Médico cirujano", "-", "MEDICINA"},
		{"MEDICINA", "CON ESPECIALIDAD", "MEDICINA CON ESPECIALIDAD"},
		{"ENFERMERIA", "NO APLICA", "ENFERMERIA"},
		{"TECNOLOGIA MEDICA", "", ""},
		{"TECNOLOGIA MEDICA", "MEDICINA", ""},
		{"MEDICINA", "PEDIATRIA", ""},
	} {
		if got, ok := Speciality(c.profession, c.speciality); got != c.want || ok != (c.want != "") {
			t.Errorf("%q, %q: %q %v, want %q", c.profession, c.speciality, got, ok, c.want)
		}
	}
}

func TestInstitutionsAndBudgets(t *testing.T) {
	for _, c := range []struct {
		list       *List
		text, want string
	}{
		{Institutions(), "SANIDAD DE LA POLICIA NACIONAL DE PERU", "SANIDAD DE LA POLICIA NACIONAL DEL PERU"},
		{Institutions(), "SANIDAD DE LA POLICÍA NACIO\nNAL DEL PERÚ", "SANIDAD DE LA POLICIA NACIONAL DEL PERU"},
		{Institutions(), "Sanidad de la Marina de Guerra", "SANIDAD DE LA MARINA DE GUERRA DEL PERU"},
		{Institutions(), "NAV", "SANIDAD DE LA MARINA DE GUERRA DEL PERU"},
		{Institutions(), "GOBIERNO REGIONAL DE PUNO", "GOBIERNO REGIONAL"},
		{Institutions(), "GORE Áncash", "GOBIERNO REGIONAL"},
		{Institutions(), "EsSalud", "ESSALUD"},
		{Institutions(), "CLINICA INVENTADA", ""},
		{Budgets(), "NAV", "MGP"},
		{Budgets(), "MGP", "MGP"},
		{Budgets(), "Sin presupuesto", "SIN PRESUPUESTO"},
		{Budgets(), "S/P", "SIN PRESUPUESTO"},
		{Budgets(), "-", ""},
	} {
		if got, ok := c.list.Find(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q %v, want %q", c.text, got, ok, c.want)
		}
	}
}

// Every spelling of the tables leads to its own value, or leaves open a choice
// that has it: no two lines of a table contradict each other.
func TestTablesAreUnambiguous(t *testing.T) {
	for name, l := range map[string]*List{"professions": Professions(), "institutions": Institutions(), "budgets": Budgets()} {
		for _, value := range l.Values() {
			for _, spelling := range append([]string{value}, l.Spellings(value)...) {
				found, ok := l.Find(spelling)
				if f, _ := l.Among(spelling); !ok && !slices.Contains(f.Values, value) {
					t.Errorf("%s: %q of %q is not found", name, spelling, value)
				}
				if ok && found != value {
					t.Errorf("%s: %q is %q, not %q", name, spelling, found, value)
				}
			}
		}
	}
}

// Case, line breaks and blanks between letters make no difference to a value
// that is spelled as the lists have it.
func TestBrokenCanonicalValues(t *testing.T) {
	values := append(Professions().Values(), Institutions().Values()...)
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SampledFrom(values).Draw(t, "value")
		at := rapid.IntRange(0, len(value)).Draw(t, "at")
		text := strings.ToLower(value[:at]) + rapid.SampledFrom([]string{"\n", " ", "\r\n "}).Draw(t, "break") + value[at:]
		list := Professions()
		if _, ok := list.Find(value); !ok {
			list = Institutions()
		}
		if got, ok := list.Find(text); !ok || got != value {
			t.Fatalf("%q: %q", text, got)
		}
	})
}

func TestPick(t *testing.T) {
	offered := []string{"", "MEDICINA", "MEDICINA - PEDIATRIA", "TM - RADIOLOGIA", "TM - OPTOMETRIA"}
	for text, want := range map[string][]string{
		"médico": {"MEDICINA"}, "Medicina pediatría": {"MEDICINA - PEDIATRIA"}, "enfermera": nil, "x": nil,
		"tecnóloga médica": {"TM - OPTOMETRIA", "TM - RADIOLOGIA"}, "TM en radiología": {"TM - RADIOLOGIA"},
	} {
		if got := Professions().Pick(text, offered); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
