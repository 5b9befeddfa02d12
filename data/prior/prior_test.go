package prior

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

// The file that ships must read, and print back to the very same bytes: a test
// that fails when file and format disagree.
func TestEmbeddedFileFollowsTheFormat(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := Write(&again, p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(embedded), again.String()); diff != "" {
		t.Errorf("write it again with `serums ajustar`: %s", diff)
	}
}

// What ships are figures: effects of planner/availability/README.md, and nothing
// that names an establishment or a district.
func TestEmbeddedHoldsNoList(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]data.Process{"2024-I", "2025-I"}, p.Processes); diff != "" {
		t.Error(diff)
	}
	if len(p.Sets) != 2 {
		t.Fatalf("%d modalities, want both", len(p.Sets))
	}
	shipped := map[string]int{
		"grado": 0, "institucion": 0, "region": 0, "categoria": 0, "zaf": 0, "provincia": 1, "institucion_comun": 0,
		"region_comun": 0, "grado_institucion": 1, "distancia_ciudad": 0, "zona_medio": 1, "zona_uno": 1,
	}
	for _, s := range p.Sets {
		for _, c := range s.Coefficients {
			parts, ok := shipped[c.Effect]
			if !ok || strings.Count(c.Level, "/") != parts {
				t.Fatalf("coefficient %+v", c)
			}
			if c.Seats < MinSeats {
				t.Fatalf("%+v rests on fewer than %d seats", c, MinSeats)
			}
		}
	}
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	word := rapid.StringMatching(`[A-ZÑ][A-ZÑ ,"/]{0,10}`)
	rapid.Check(t, func(t *rapid.T) {
		want := &Prior{Processes: []data.Process{"2025-I", "2026-II"}}
		for _, modality := range data.Modalities() {
			s := Set{Modality: modality, Theta: float64(rapid.IntRange(0, 40).Draw(t, "theta")) / 10, Seats: rapid.IntRange(0, 9999).Draw(t, "seats")}
			for range rapid.IntRange(1, 3).Draw(t, "lines") {
				s.Lines = append(s.Lines, Line{
					Profession: word.Draw(t, "profession"), Seats: 20, Taken: rapid.IntRange(0, 20).Draw(t, "taken"), Ordered: 7,
					PassStart: 0.011, PassSlope: float64(rapid.IntRange(0, 40).Draw(t, "slope")) / 100,
				})
				s.Coefficients = append(s.Coefficients, Coefficient{
					Effect: "grado", Profession: word.Draw(t, "profession"), Level: word.Draw(t, "level"),
					Seats: rapid.IntRange(MinSeats, 99).Draw(t, "support"), Value: float64(rapid.IntRange(-50000, 50000).Draw(t, "value")) / 1e4,
					Draws: []float64{float64(rapid.IntRange(-5000, 5000).Draw(t, "draw")) / 100, 0.07},
				})
			}
			want.Sets = append(want.Sets, s)
		}
		var file bytes.Buffer
		if err := Write(&file, want); err != nil {
			t.Fatal(err)
		}
		got, err := Parse(&file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestParseRefuses(t *testing.T) {
	const head = "formato,3\nmodalidad,remunerada,1,10\n"
	for name, file := range map[string]string{
		"nothing":            "",
		"no format":          "proceso,2025-I\n",
		"another format":     "formato,2\n",
		"format twice":       "formato,3\nproceso,2025-I\nformato,3\n",
		"process":            "formato,3\nproceso,ayer\n",
		"modality":           "formato,3\nmodalidad,otra,1,1\n",
		"modality twice":     head + "modalidad,remunerada,1,10\n",
		"theta":              "formato,3\nmodalidad,remunerada,-1,1\n",
		"line before all":    "formato,3\nlinea,MEDICINA,1,1\n",
		"line without count": head + "linea,MEDICINA,uno,1,1,0,0\n",
		"four seats":         head + "coeficiente,grado,MEDICINA,1,4,0.5,\n",
		"not a number":       head + "coeficiente,grado,MEDICINA,1,5,NaN,\n",
		"far too large":      head + "coeficiente,grado,MEDICINA,1,5,1e300,\n",
		"no level":           head + "coeficiente,grado,MEDICINA,,5,1,\n",
		"a draw":             head + "coeficiente,grado,MEDICINA,1,5,1,3 x\n",
		"a draw too large":   head + "coeficiente,grado,MEDICINA,1,5,1,5001\n",
		"fewer draws":        head + "coeficiente,grado,MEDICINA,1,5,1,3 4\ncoeficiente,grado,MEDICINA,2,5,1,3\n",
		"fields":             head + "coeficiente,grado,MEDICINA\n",
		"kind":               head + "plaza,00000001\n",
		"line of four seats": head + "linea,MEDICINA,4,4,4,0,0\n",
		"quotes":             "formato,\"1\n",
	} {
		if p, err := Parse(strings.NewReader(file)); err == nil {
			t.Errorf("%s: read as %+v", name, p)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("formato,3\nproceso,2025-I\nmodalidad,remunerada,1,10\nlinea,MEDICINA,10,9,9,0.01,0.3\ncoeficiente,grado,MEDICINA,1,5,0.25,-7 0 12\n")
	f.Fuzz(func(t *testing.T, file string) {
		p, err := Parse(strings.NewReader(file))
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		if err := Write(&first, p); err != nil {
			t.Fatal(err)
		}
		again, err := Parse(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := Write(&second, again); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("%v: %q became %q", err, first.String(), second.String())
		}
	})
}
