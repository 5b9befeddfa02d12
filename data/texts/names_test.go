package texts

import "testing"

func TestListName(t *testing.T) {
	for in, want := range map[string]string{
		"PUESTO DE SALUD I-1 NUEVA JERUSALEN": "P.S. I-1 Nueva Jerusalen",
		"CENTRO DE SALUD DE LA MERCED":        "C.S. de la Merced",
		"P.S. I-2 LOBOYACU":                   "P.S. I-2 Loboyacu",
		"CENTRO DE SALUD":                     "Centro de Salud",
		"POSTA MEDICA ESSALUD II N° 2":        "Posta Medica EsSalud II N° 2",
		"ENFERMERIA UMAR N° 1 - URAKUZA":      "Enfermeria UMAR N° 1 - Urakuza",
	} {
		if got := ListName(in); got != want {
			t.Errorf("ListName(%q) = %q, want %q", in, got, want)
		}
	}
}

// My rank stands over its place, with what the column shows beside it: a bare figure
// at the end read as a number of plazas.
func TestAlongTitle(t *testing.T) {
	for _, c := range []struct {
		w, mine, rank int
		want          string
	}{
		{18, 4, 812, "    ▲812 Queda"},
		{12, 3, 812, "812▲ Queda"},
		{12, 0, 12, "▲12 Queda"},
		{10, 1, 812, " ▲ Queda"},
		{12, 11, 3000, "Queda  3000▲"},
		{12, -1, 0, "Queda"},
	} {
		if got := AlongTitle(c.w, c.mine, c.rank, "▲"); got != c.want {
			t.Errorf("%d cells, at %d: %q, want %q", c.w, c.mine, got, c.want)
		}
	}
}
