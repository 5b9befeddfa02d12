package points

import (
	"encoding/json"
	"math"
	"testing"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
)

func plaza(profession string, modality data.Modality, grade int) *data.Plaza {
	return &data.Plaza{PlazaID: data.PlazaID{Profession: profession, Modality: modality}, Grade: grade}
}

// poor is a plaza of a list that is older than the grades.
func poor(profession, quintile string, grade int) *data.Plaza {
	p := plaza(profession, data.Remunerada, grade)
	p.Extra = map[string]string{"DIRECCIÓN": "3", "QUINTIL DE POBREZA": quintile}
	return p
}

// The ladder and its marks are those of data/rules/README.md.
func TestAward(t *testing.T) {
	table := New(rules.Default())
	tests := []struct {
		plaza  *data.Plaza
		json   string
		reason Reason
	}{
		{plaza("MEDICINA", data.Remunerada, 5), `{"valor":10,"certeza":"secundaria"}`, Reported},
		{plaza("MEDICINA", data.Remunerada, 4), `{"valor":8,"certeza":"incierto"}`, Reported},
		{plaza("MEDICINA", data.Remunerada, 3), `{"valor":6,"certeza":"incierto"}`, Reported},
		{plaza("MEDICINA", data.Remunerada, 2), `{"valor":4,"certeza":"incierto"}`, Reported},
		{plaza("MEDICINA", data.Remunerada, 1), `{"valor":2,"certeza":"incierto"}`, Reported},
		{plaza("MEDICINA", data.Equivalente, 5), `{"valor":null,"certeza":"no confirmado"}`, Equivalente},
		{plaza("MEDICINA", data.Remunerada, 0), `{"valor":null,"certeza":"sin grado"}`, UnknownGrade},
		{poor("MEDICINA", "Q1", 0), `{"valor":10,"certeza":"secundaria"}`, ByQuintile},
		{poor("MEDICINA", "Quintil 4", 0), `{"valor":4,"certeza":"incierto"}`, ByQuintile},
		{poor("MEDICINA", "V", 0), `{"valor":2,"certeza":"incierto"}`, ByQuintile},
		{poor("MEDICINA", "Q1", 2), `{"valor":4,"certeza":"incierto"}`, Reported}, // the grade counts where there is one
		{poor("MEDICINA", "6", 0), `{"valor":null,"certeza":"sin grado"}`, UnknownGrade},
		{poor("ENFERMERIA", "Q1", 0), `{"valor":null,"certeza":"no hallado"}`, NoTable},
		{plaza("ENFERMERIA", data.Remunerada, 5), `{"valor":null,"certeza":"no hallado"}`, NoTable},
		{plaza("MEDICINA VETERINARIA", data.Equivalente, 5), `{"valor":null,"certeza":"no hallado"}`, NoTable},
	}
	for _, test := range tests {
		award := table.Award(test.plaza)
		got, err := json.Marshal(award)
		if err != nil || string(got) != test.json || award.Reason != test.reason {
			t.Errorf("%s %s GD-%d: %s, reason %q, error %v; want %s, %q",
				test.plaza.Profession, test.plaza.Modality, test.plaza.Grade, got, award.Reason, err, test.json, test.reason)
		}
		if texts.PointsReason(string(award.Reason)) == "" {
			t.Errorf("no words for %q", award.Reason)
		}
		if award.Reason != UnknownGrade && award.Source == "" {
			t.Errorf("%s: no source", award.Reason)
		}
	}
}

func TestOneGradeIsFiveQuestions(t *testing.T) {
	table := New(rules.Default())
	for grade := 2; grade <= 5; grade++ {
		step, ok := table.Below(plaza("MEDICINA", data.Remunerada, grade))
		if !ok || step.Grade != grade-1 || step.Points != 2 || math.Abs(step.Questions-5) > 1e-9 {
			t.Errorf("GD-%d: %+v %v", grade, step, ok)
		}
	}
	for _, p := range []*data.Plaza{
		plaza("MEDICINA", data.Remunerada, 1), plaza("MEDICINA", data.Equivalente, 5), plaza("OBSTETRICIA", data.Remunerada, 5),
	} {
		if step, ok := table.Below(p); ok {
			t.Errorf("%s %s: %+v", p.Profession, p.Modality, step)
		}
	}
	// GD-5 over GD-1 is worth 20 questions (data/rules/README.md).
	if got := table.Questions(8); math.Abs(got-20) > 1e-9 {
		t.Errorf("8 points are %v questions", got)
	}
}

func TestLinesOfTheCard(t *testing.T) {
	table := New(rules.Default())
	p := plaza("MEDICINA", data.Remunerada, 5)
	award := table.Award(p)
	step, _ := table.Below(p)
	words := texts.PointsStep(step.Points, step.Questions, step.Grade)
	tests := map[string]string{
		words: "2 más que GD-4 = 5 preguntas del examen",
		texts.PointsLine(award.Value, string(award.Certainty), words): "10 puntos CONAREME (reportado): 2 más que GD-4 = 5 preguntas del examen",
		texts.PointsLine(1, string(rules.Unclear), ""):                "1 punto CONAREME (reportado, incierto)",
		texts.PointsStep(-0.5, -1.25, 3):                              "0.5 menos que GD-3 = 1.25 preguntas del examen",
		texts.PointsStep(0, 0, 3):                                     "lo mismo que GD-3",
		texts.PointsNone(string(Equivalente)):                         "no confirmado que la equivalente dé puntos",
	}
	for got, want := range tests {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOwnRulesCount(t *testing.T) {
	own, err := rules.Default().With("r", []byte(`
[[puntos]]
id = "enfermeria-5"
profesion = "ENFERMERÍA"
grado = 5
valor = 3.5
fuente = "reglamento"
certeza = "oficial"

[[puntos]]
id = "otro-gd-5"
profesion = "MEDICINA"
grado = 5
valor = 9
fuente = "procedimiento"
certeza = "oficial"

[[cifra]]
id = "residentado-pregunta"
valor = 0.5
unidad = "puntos por pregunta"
texto = "otro examen"
fuente = "procedimiento"
certeza = "oficial"
`))
	if err != nil {
		t.Fatal(err)
	}
	table := New(own)
	if a := table.Award(plaza("ENFERMERIA", data.Remunerada, 5)); a.Value != 3.5 || a.Certainty != rules.Official {
		t.Errorf("%+v", a)
	}
	// No entry for nurses at this grade: the list has one, the rules have not.
	if a := table.Award(plaza("ENFERMERIA", data.Remunerada, 4)); a.Known || a.Reason != NoTable {
		t.Errorf("%+v", a)
	}
	if step, ok := table.Below(plaza("MEDICINA", data.Remunerada, 5)); !ok || step.Points != 1 || step.Questions != 2 {
		t.Errorf("%+v %v", step, ok)
	}
}
