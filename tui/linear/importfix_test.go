package linear

import (
	"testing"

	"brujula/data"
	"brujula/data/lists"
)

// A correction is written as the command has it; what means nothing changes nothing.
func TestCorrectionsAreReadAsTheCommandHasThem(t *testing.T) {
	in := &fileImport{kind: data.KindOffer}
	for _, text := range []string{
		"plazas=CUPOS", "plazas = E", "tipo=adju", "proceso=2026-i", "modalidad=remunerado", "codificacion=cp850", "encabezado=4", "profesión=medico", "nombre=C",
	} {
		if !in.say(text) {
			t.Errorf("%s is not understood", text)
		}
	}
	for _, text := range []string{"", "plazas", "plazas=", "tipo=otro", "encabezado=x", "color=rojo"} {
		if in.say(text) {
			t.Errorf("%q is taken for a correction", text)
		}
	}
	o := in.o
	if in.kind != data.KindAdjudication || o.As != data.KindAdjudication || o.Process != "2026-I" || o.Modality != data.Remunerada || o.Encoding != "cp850" ||
		o.HeadingRow != 4 || o.Profession != "MEDICINA" || len(o.Columns) != 2 || o.Columns[0] != (lists.ColumnChoice{Field: lists.FieldSeats, Column: "E"}) {
		t.Errorf("%v %+v", in.kind, o)
	}
}
