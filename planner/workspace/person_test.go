package workspace_test

import (
	"slices"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/names"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

func TestReadPerson(t *testing.T) {
	for _, tt := range []struct {
		line       string
		profession string
		modality   data.Modality
		rank       int
		open       []string
		strange    string
	}{
		{"", "", data.Remunerada, 0, nil, ""},
		{"medicina 812", "MEDICINA", data.Remunerada, 812, nil, ""},
		{"812 Médico Cirujano", "MEDICINA", data.Remunerada, 812, nil, ""},
		{"med 812", "MEDICINA", data.Remunerada, 812, nil, ""},
		{"médica, 1 234", "MEDICINA", data.Remunerada, 1234, nil, ""},
		{"medicina 1.234", "MEDICINA", data.Remunerada, 1234, nil, ""},
		{"enf", "ENFERMERIA", data.Remunerada, 0, nil, ""},
		{"obstetra equivalente 40", "OBSTETRICIA", data.Equivalente, 40, nil, ""},
		{"q", "QUIMICO FARMACEUTICO", data.Remunerada, 0, nil, ""},
		{"trabajo social 7", "TRABAJO SOCIAL", data.Remunerada, 7, nil, ""},
		{"terapia lenguaje 9", "TM - TERAPIA LENGUAJE", data.Remunerada, 9, nil, ""},
		{"812", "", data.Remunerada, 812, nil, ""},
		{"alquimia 3", "", data.Remunerada, 3, nil, "alquimia"},
		{"medicina 812 900", "MEDICINA", data.Remunerada, 812, nil, "900"},
		{"medicina 0", "MEDICINA", data.Remunerada, 0, nil, "0"},
		{"medicina 100000", "MEDICINA", data.Remunerada, 0, nil, "100000"},
		{"o", "", data.Remunerada, 0, []string{"OBSTETRICIA", "ODONTOLOGIA"}, ""},
	} {
		p := workspace.ReadPerson(tt.line)
		if p.Profession != tt.profession || p.Modality != tt.modality || p.Rank != tt.rank || p.Strange != tt.strange || tt.open != nil && !slices.Equal(p.Open, tt.open) {
			t.Errorf("%q: %+v", tt.line, p)
		}
		if p.Ready() != (tt.profession != "" && tt.strange == "") || p.Text() == "" {
			t.Errorf("%q: ready %v, %q", tt.line, p.Ready(), p.Text())
		}
	}
}

// Whatever can be said is read back as it was.
func TestPersonIsReadBack(t *testing.T) {
	for _, profession := range names.Professions().Values() {
		for _, modality := range data.Modalities() {
			for _, rank := range []int{0, 1, 999, 1000, 99_999} {
				p := workspace.Person{Profession: profession, Modality: modality, Rank: rank}
				if got := workspace.ReadPerson(p.Line()); got.Line() != p.Line() || !got.Ready() {
					t.Errorf("%q is read as %+v", p.Line(), got)
				}
			}
		}
	}
}

func TestWishesOfOneLine(t *testing.T) {
	for _, tt := range []struct {
		key, rest string
		want      []workspace.Wish
	}{
		{"region", "puno cusco gd 4-5", []workspace.Wish{{"region", "puno cusco"}, {"gd", "4-5"}}},
		{"region", "", []workspace.Wish{{Key: "region"}}},
		{"region", "la  libertad", []workspace.Wish{{"region", "la libertad"}}},
		{"gd", "5 Region PUNO prob-min 80", []workspace.Wish{{"gd", "5"}, {"region", "PUNO"}, {"prob-min", "80"}}},
		{"texto", "posta gd 4", []workspace.Wish{{"texto", "posta gd 4"}}},
	} {
		if got := workspace.Wishes(tt.key, tt.rest); !slices.Equal(got, tt.want) {
			t.Errorf("%s %q: %v", tt.key, tt.rest, got)
		}
	}
}

// Values are parted by blanks as by commas, unless all words are one value.
func TestValuesPartedByBlanks(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	for rest, want := range map[string][]string{
		"region:puno cusco": {"PUNO", "CUSCO"}, "region:la libertad puno": {"LA LIBERTAD", "PUNO"}, "region:puno, la libertad": {"PUNO", "LA LIBERTAD"},
		"gd:4-5": {"4", "5"}, "gd:4 5": {"4", "5"}, "gd:3": {"3"},
	} {
		key, value, _ := strings.Cut(rest, ":")
		f, err := w.ParseFilter(map[string]string{key: value})
		d, _ := catalog.DimOf(key)
		got := slices.Clone(f.In[d])
		slices.Sort(got)
		slices.Sort(want)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", rest, got, err)
		}
	}
	for _, value := range []string{"puno atlantida", "5-4"} {
		if _, err := w.ParseFilter(map[string]string{"region": value}); err == nil {
			t.Errorf("%q is taken", value)
		}
	}
}
