package linear_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// heading is what an order of merit says of itself.
const heading = "CUADRO DE MÉRITO - MEDICINA - SERUMS "

// meritList writes an order of merit of made-up people.
func meritList(t *testing.T, title string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "orden.csv")
	rows := title + ",,\nN° ORDEN,APELLIDOS Y NOMBRES,PUNTAJE FINAL\n" +
		"1,CANARIO AMARILLO,17.25\n2,CANARIO VERDE,16.5\n3,JILGUERO VERDE,16.5\n4,CANARIO AZUL,15\n100000,CANARIO GRIS,\n"
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// The own rank is found in a list of merit, by mark or by a text, and taken over
// only after a question; else it is asked for again.
func TestTheRankIsLookedUp(t *testing.T) {
	// The demonstration's applicant, whose process is 2026-I, has rank 66.
	for name, tt := range map[string]struct {
		title, answers string
		want           []string
		not            string
	}{
		"by mark":     {heading + "2026-I", "17,25\n\ns\n", []string{"Lista: orden.csv, 2026-I, 4 filas con puesto o nota.", "Con 17.25, puesto 1: van 0 delante; 1 fila tiene esa misma nota: si no es la suya, puesto entre 1 y 2.", "¿Poner 1 como su orden de mérito?", "Orden de mérito: 1."}, "PROYECTADO"},
		"tied":        {heading + "2026-I", "16.5\n\ns\n", []string{"puesto entre 2 y 3", "¿Poner 3, el peor del empate,", "Orden de mérito: 3."}, "PROYECTADO"},
		"by text":     {heading + "2026-I", "canario azul\ns\n", []string{"La lista le da el puesto 4: van 3 delante", "Orden de mérito: 4."}, "¿De cuál?"},
		"refused":     {heading + "2026-I", "17.25\n\nn\n70\n", []string{"Orden de mérito: 70."}, "Orden de mérito: 1."},
		"nobody":      {heading + "2026-I", "nadie\n0\n", []string{"inguna fila contiene ese texto", "Orden de mérito: sin dato."}, "¿Poner"},
		"several":     {heading + "2026-I", "canario\n\n", []string{"4 filas contienen ese texto", "Orden en equivalente (0 si no se sabe):"}, "¿Poner"},
		"earlier":     {heading + "2025-I", "16,5\n\ns\n", []string{"Aviso: PROYECTADO", "puesto entre 2 y 4", "de 4540 a 6033 postulantes", "Orden de mérito: 4."}, "¿De cuál?"},
		"unsaid own":  {"CUADRO DE MÉRITO - MEDICINA", "15\n\n\ns\n", []string{"La lista no dice de qué proceso es", "Orden de mérito: 4."}, "PROYECTADO"},
		"unsaid past": {"CUADRO DE MÉRITO - MEDICINA", "15\n\nayer\n2025-i\ns\n", []string{"«ayer» no es un proceso", "PROYECTADO", "puesto entre 4 y 5", "el medio del rango", "Orden de mérito: 6."}, ""},
		"unsaid left": {"CUADRO DE MÉRITO - MEDICINA", "15\n\n0\n12\n", []string{"¿De cuál?", "Orden de mérito: 12."}, "¿Poner"},
		"average":     {heading + "2026-I", "17\n17.8333\ns\n", []string{"Puntaje de mérito 17.25 = 0.70 por 17.00 (evaluación) + 0.30 por 17.8333 (promedio).", "Con 17.25, puesto 1"}, "tal cual"},
		"left":        {heading + "2026-I", "0\n12\n", []string{"Orden de mérito: 12."}, "Leyendo"},
		"unfit":       {heading + "2026-I", "canario gris\n12\n", []string{"da 100000, que no puede ser un orden de mérito", "Orden de mérito: 12."}, "¿Poner"},
	} {
		t.Run(name, func(t *testing.T) {
			said := flat(converse(t, onDemo(t, nil), "7\n\nmedicina\n1\nlista\n"+meritList(t, tt.title)+"\n"+tt.answers))
			for _, want := range tt.want {
				if !strings.Contains(said, want) {
					t.Errorf("%q was not said:\n%s", want, said[strings.Index(said, "Orden de mérito (0"):])
				}
			}
			if tt.not != "" && strings.Contains(said, tt.not) {
				t.Errorf("%q was said:\n%s", tt.not, said)
			}
		})
	}
}

// No list, one that is none, or one that is not there: the rank is asked for
// again, and «lista» is a word of that question alone.
func TestALookupThatFails(t *testing.T) {
	said := flat(converse(t, onDemo(t, nil), "7\n\nmedicina\n1\nlista\n\nlista\nno-esta.csv\n15\n\nlista\n../../testdata/lists/oferta.csv\n15\n\n7\nlista\n"))
	for _, want := range []string{"no-esta.csv", "Orden de mérito: 7.", "«lista» no sirve"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said[strings.Index(said, "Orden de mérito (0"):])
		}
	}
	if got := strings.Count(said, "Error:"); got != 2 {
		t.Errorf("%d errors were said:\n%s", got, said)
	}
}

// The ranks that one's own may be are told with a dash, or come out of the lists
// that are loaded; another rank forgets them.
func TestRanksThatMayBe(t *testing.T) {
	for name, tt := range map[string]struct {
		answers string
		want    []string
	}{
		"told":   {"60-90\n", []string{"Orden de mérito: 75.", "Puede ser cualquiera entre 60 y 90"}},
		"loaded": {"lista\ncargadas\n15\n\ns\n", []string{"PROYECTADO", "2025-I, ", "Quedaría entre el puesto", "Puede ser cualquiera entre"}},
		"text":   {"lista\ncargadas\ncanario\n12\n", []string{"solo se busca por nota", "Orden de mérito: 12."}},
	} {
		t.Run(name, func(t *testing.T) {
			said := flat(converse(t, onDemo(t, nil), "7\n\nmedicina\n1\n"+tt.answers))
			for _, want := range tt.want {
				if !strings.Contains(said, want) {
					t.Errorf("%q was not said:\n%s", want, said[strings.Index(said, "Orden de mérito (0"):])
				}
			}
		})
	}
	said := flat(converse(t, onDemo(t, nil), "7\n\nmedicina\n1\n60-90\n\n\n7\n\n\n\n120\n"))
	for _, want := range []string{"orden de mérito 75 (puede ser de 60 a 90).", "Ya no se cuenta con el rango de 60 a 90"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said)
		}
	}
}
