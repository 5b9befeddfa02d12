package notes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/rules"
)

func note(code string, topic rules.Topic, text, source, date string) Note {
	return Note{Renipress: code, Topic: topic, Text: text, Source: source, Date: date}
}

func TestNewTakesWhatPeopleWrite(t *testing.T) {
	n, faults := New(" 3949 ", "Agua, luz, vivienda y señal", " hay  luz\nde noche ", "serumista 2024-I", "28/01/2025")
	if len(faults) != 0 {
		t.Fatal(faults)
	}
	want := note("00003949", rules.TopicServices, "hay luz de noche", "serumista 2024-I", "2025-01-28")
	if diff := cmp.Diff(want, n); diff != "" {
		t.Error(diff)
	}
	if n.NamesSomeone() {
		t.Error("it names nobody")
	}
}

func TestNewNamesFaults(t *testing.T) {
	for _, tt := range []struct {
		code, topic, text, source, date string
		columns                         string
	}{
		{"x", "acceso", "a", "b", "", "renipress"},
		{"1", "comida", "a", "b", "", "tema"},
		{"1", "acceso", " ", "", "", "nota fuente"},
		{"1", "acceso", "a", "b", "ayer", "fecha"},
		{"1", "acceso", "a", "b", "2025-02-30", "fecha"},
		{"1", "acceso", strings.Repeat("ñ", MaxText+1), "b", "", "nota"},
		{"1", "acceso", "llame al 987 654 321", "b", "", "nota"},
		{"1", "acceso", "a", "ana@correo.pe", "", "fuente"},
		{"1", "acceso", "su DNI: 12345678", "b", "", "nota"},
		{"1", "acceso", "a 4,500 m, RENIPRESS 00012345", "b", "2024", ""},
	} {
		_, faults := New(tt.code, tt.topic, tt.text, tt.source, tt.date)
		var columns []string
		for _, f := range faults {
			columns = append(columns, f.Column)
			if strings.Contains(f.Value, "987") || strings.Contains(f.Value, "@") {
				t.Errorf("shown: %q", f.Value)
			}
		}
		if got := strings.Join(columns, " "); got != tt.columns {
			t.Errorf("%+v: faults in %q, want %q", tt, got, tt.columns)
		}
	}
	n := note("1", rules.TopicTeam, "el jefe es el Dr. Quispe", "x", "")
	if !n.NamesSomeone() {
		t.Error("a title with a name must be told")
	}
	for text, want := range map[string]bool{
		"el jefe Juan Perez Quispe no deja salir":          true,
		"preguntar por la doctora maria lopez":             true,
		"Rosa Mamani, serumista 2024-I":                    true,
		"cuatro horas a pie desde San Juan de Marcona":     false,
		"el puesto Santa Rosa Alta no tiene agua":          false,
		"queda en el distrito Daniel Alomía Robles":        false,
		"C.S. JOSE OLAYA BALANDRA":                         false,
		"la enfermera jefa ayuda mucho; el director, nada": false,
		"serumista 2024-I":                                 false,
		"Diresa Puno":                                      false,
	} {
		for _, n := range []Note{{Text: text, Source: "x"}, {Text: "x", Source: text}} {
			if got := n.NamesSomeone(); got != want {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2025": "2025", "2025-1": "2025-01", "01/2025": "2025-01", "2025-01-28": "2025-01-28", "28-01-2025": "2025-01-28", "": "",
		"1": "no", "2025-13": "no", "32/01/2025": "no", "1900": "no", "2025-01-28x": "no",
	} {
		got, ok := ParseDate(text)
		if ok != (want != "no") || ok && got != want {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
	}
}

func TestConflictsStandSideBySide(t *testing.T) {
	b := NewBook(
		note("1", rules.TopicAccess, "4 h a pie", "uno", "2023"), note("1", rules.TopicAccess, "hay carro diario", "dos", "2025"),
		note("1", rules.TopicAccess, "HAY CARRO  DIARIO", "tres", "2024"), note("1", rules.TopicServices, "hay luz", "uno", ""), note("2", rules.TopicAccess, "a", "b", ""),
	)
	topics := b.Topics("1")
	if len(topics) != 2 || !topics[0].Disagree || len(topics[0].Notes) != 3 || topics[1].Disagree {
		t.Fatalf("%+v", topics)
	}
	if topics[0].Notes[0].Date != "2025" {
		t.Error("the newest comes first")
	}
	less, gone, ok := b.Without("1", 2)
	if !ok || gone.Text != "4 h a pie" || less.Count("1") != 3 || less.Count("2") != 1 || b.Count("1") != 4 {
		t.Errorf("%v %v, %d left", gone, ok, less.Count("1"))
	}
	if _, _, ok := b.Without("1", 9); ok {
		t.Error("there is no tenth note")
	}
}

func anyNote(t *rapid.T) Note {
	n, faults := New(fmt.Sprint(rapid.IntRange(1, 4).Draw(t, "code")), string(rapid.SampledFrom(rules.Topics()).Draw(t, "topic")),
		rapid.StringMatching(`[a-dñ=+'@-][a-dñ ;"=',é-]{0,8}`).Draw(t, "text"), rapid.SampledFrom([]string{"uno", "dos"}).Draw(t, "source"), rapid.SampledFrom([]string{"", "2024", "2025-03"}).Draw(t, "date"))
	if len(faults) > 0 {
		t.Skip()
	}
	return n
}

// Merging twice adds nothing; the order of merging does not matter; nothing is
// lost in the table.
func TestMergeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.SliceOfN(rapid.Custom(anyNote), 0, 8).Draw(t, "one")
		two := rapid.SliceOfN(rapid.Custom(anyNote), 0, 8).Draw(t, "two")
		merged, added, repeated := NewBook(one...).Merge(two)
		if added+repeated != len(two) || merged.Len() != NewBook(one...).Len()+added {
			t.Fatalf("%d added, %d repeated of %d", added, repeated, len(two))
		}
		if again, more, _ := merged.Merge(append(one, two...)); more != 0 || again.Len() != merged.Len() {
			t.Fatalf("%d more", more)
		}
		if diff := cmp.Diff(len(merged.All()), len(NewBook(append(two, one...)...).All())); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(merged.All(), FromRows(Columns(), merged.Rows()).All()); diff != "" {
			t.Fatal(diff)
		}
	})
}
