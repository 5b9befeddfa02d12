package lists

import (
	"context"
	"strings"
	"testing"

	"brujula/data"
)

// Of two tables side by side one is read; that the other was not is asked about.
func TestTablesSideBySideAreDoubtful(t *testing.T) {
	const heading = "PROFESIÓN;MODALIDAD;N° PLAZAS;DEPARTAMENTO;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO"
	row := func(code, name string) string { return "MEDICINA;REMUNERADA;1;PUNO;" + code + ";" + name }
	beside := heading + ";;" + heading + "\n" +
		row("90000001", "POSTA UNO") + ";;" + row("90000003", "POSTA TRES") + "\n" +
		row("90000002", "POSTA DOS") + ";;" + row("90000004", "POSTA CUATRO") + "\n"
	twice := heading + ";DEPARTAMENTO\n" + row("90000001", "POSTA UNO") + ";LIMA\n" + row("90000002", "POSTA DOS") + ";LIMA\n"
	for name, tt := range map[string]struct {
		text  string
		doubt string
	}{
		"two tables":           {beside, "columnas H a M repiten los encabezados de las que se leyeron: parece otra tabla al lado, con 2 filas"},
		"one heading repeated": {twice, ""},
	} {
		drafts, err := ReadOffer(context.Background(), write(t, "x.csv", tt.text), Options{Process: "2026-I", Modality: data.Remunerada})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := strings.Join(drafts[0].Doubts, " ")
		if (got == "") != (tt.doubt == "") || !strings.Contains(got, tt.doubt) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
