package linear_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"brujula/data/texts"
	"brujula/tui/linear"
)

// flat returns what was said without its line breaks, which say nothing.
func flat(said string) string { return strings.Join(strings.Fields(said), " ") }

// Each flow that the screens got later has its questions here.
func TestTheLaterFlows(t *testing.T) {
	const plan = "1\n1\n40\n1\n0\n60\n1\n0\n90\n1\ninicio\n"
	for name, tt := range map[string]struct {
		answers string
		want    []string
	}{
		"alike":         {plan + "2\nplazas parecidas\n1\ns\n", []string{"Parecidas a las de su plan.", "como la 1", "¿Agregar", "agregada en el lugar"}},
		"weights":       {plan + "2\npesos\n3\n0\n\n9\n10\n1\n0\n", []string{"de 0 a 9 (enter: ", "«10» no sirve", "Pesos: puntos 3"}},
		"no weight":     {plan + "2\npesos\n0\n0\n0\n0\n0\n0\n", []string{"Al menos uno tiene que pesar más que 0."}},
		"conflicts":     {"6\ncontradicciones\n", []string{"contradicci"}},
		"links":         {"6\nenlaces\n", []string{"Dónde se publican las listas oficiales.", "gob.pe/minsa"}},
		"grid":          {"5\ncruce\n1\n", []string{"Región por grado.", "A su alcance. ", "Total: 71.", "GD-5, "}},
		"grid, likely":  {"5\ncruce\nplazas tomadas\n", []string{"Qué se cuenta: plazas tomadas."}},
		"a slip":        {"1\nbuscar\nmoilno\n0\n", []string{"«moilno» se lee MOLINO. Explorar. 2 lugares. 1. POSTA INVENTADA EL MOLINO"}},
		"counted":       {"1\ncontar\ngd\n1\n0\n0\n", []string{"5 valores, del más frecuente al menos.", ": 57 lugares, 61 plazas, alcanza 53", "57 de 138 establecimientos, 61 plazas."}},
		"offered once":  {"1\nfiltrar\nofrecida 1\n0\nordenar\nofrecida\n1\n", []string{"en cuántos procesos se ofreció", "de mayor a menor"}},
		"grade before":  {"1\nfiltrar\ngd-antes no_estaba\n0\n", []string{"GD antes no estaba"}},
		"not wanted":    {"1\nno-quiero region:puno\n\nno-quiero\nno-quiero nada\n", []string{"No quiero: región PUNO.", "ocultas: «no quiero»", "Ya no hay nada que no quiera"}},
		"timer":         {"4\n1\n10\n66\nllamado\n\n", []string{"Llamado 1 de 3, quedan 30 segundos."}},
		"timer, set":    {"4\n1\n10\n66\ncambiar\n45\n2\nllamado\n", []string{"Ahora: 30 segundos y 3 llamados.", "Llamado 1 de 2, quedan 45 segundos."}},
		"timer, over":   {"4\n1\n10\n66\nllamado\n4\n0\nllamado\n", []string{"Llamado 1 de 3"}},
		"note":          {"1\n1\n1\nnota\n", []string{"Aviso: Son datos de demostración: no se guarda nada; importe una lista para empezar, con «Importar una lista»."}},
		"restore":       {"6\nrestaurar\n", []string{"planificador se abrió solo con la demostración"}},
		"end of an act": {"4\n1\n10\n66\nterminar\n", []string{"termina el acto"}},
	} {
		said := flat(converse(t, onDemo(t, nil), tt.answers))
		for _, want := range tt.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q was not said:\n%s", name, want, said)
			}
		}
	}
}

// A report that may name a person is asked about before it is kept.
func TestAReportThatNamesSomeoneIsAskedAbout(t *testing.T) {
	for answer, want := range map[string]string{"n": "No se guardó: escríbala sin el nombre.", "s": "Nota guardada: POSTA NUEVA"} {
		said := flat(converse(t, onLibrary(t, twoOffers(t)), "1\n1\nposta nueva\nnota\nacceso\nla doctora maria lopez ayuda\nun serumista\n2024-11\n"+answer+"\n"))
		if !strings.Contains(said, "parece nombrar a una persona. ¿Guardarla así?") || !strings.Contains(said, want) {
			t.Errorf("%s: %q was not said:\n%s", answer, want, said)
		}
	}
}

// A report is kept, read with the card, and asked for anew where it has a fault.
func TestAReportIsKept(t *testing.T) {
	lib := twoOffers(t)
	said := flat(converse(t, onLibrary(t, lib), "1\n1\nposta nueva\nnota\nacceso\n\nun serumista\n2024-11\ncuatro horas a pie\nun serumista\nayer\ncuatro horas a pie\nun serumista\n2024-11\nleer\n"))
	for _, want := range []string{"Aviso: La nota ", "Aviso: La fecha ", "Nota guardada: POSTA NUEVA", "Acceso y camino: cuatro horas a pie (un serumista, 2024-11)."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said)
		}
	}
}

// While a question waits, a call says that it ends, and asks the question again.
func TestACallIsHeard(t *testing.T) {
	in, typed := io.Pipe()
	go func() {
		_, _ = io.WriteString(typed, "4\n1\n10\n66\ncambiar\n1\n2\nllamado\n")
	}()
	out := &answering{at: "tiempo cumplido.", end: typed}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	if err := linear.Run(ctx, linear.Options{Desk: onDemo(t, nil), In: in, Out: out, Patience: time.Hour}); err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(out.String(), "Llamado 1 de 2, tiempo cumplido.")
	if !found || !strings.HasPrefix(after, "\nOpción (enter repite las opciones, 0 vuelve): ") {
		t.Errorf("not heard:\n%s", out.String())
	}
}

// answering ends the input once something was said.
type answering struct {
	bytes.Buffer
	at  string
	end io.Closer
}

func (a *answering) Write(p []byte) (int, error) {
	n, err := a.Buffer.Write(p)
	if strings.Contains(a.String(), a.at) {
		_ = a.end.Close()
	}
	return n, err
}

// A contradiction is read with both values, their rows and the one that is used.
func TestContradictionsAreRead(t *testing.T) {
	said := flat(converse(t, onLibrary(t, twoOffers(t)), "6\ncontradicciones\n"))
	for _, want := range []string{"Lo que las listas no dicen igual.", "Provincia de 00000003 POSTA PERDIDA.", "«LAMPA»", "«AZANGARO»", "Se usa en cada plaza lo que dice su fila."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said)
		}
	}
}

// What the desk has to say names the options of this mode, no keys.
func TestTheDeskNamesNoKeys(t *testing.T) {
	answers := "1\n1\n"
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		answers += n + "\n2\n0\n"
	}
	said := flat(converse(t, onDemo(t, nil), answers))
	if want := "Ya hay 4 plazas en la comparación: quite una, en Comparar, para agregar otra."; !strings.Contains(said, want) {
		t.Errorf("%q was not said:\n%s", want, said)
	}
	for text, want := range map[string]string{
		texts.LeaveUnsaved([]string{"A"}, false): "Puede exportar el plan, en Mi plan, antes de salir.",
		"Acto recuperado" + texts.WhereTheActIs:  "Acto recuperado, en Mi turno",
		texts.PanoramaPastDrill("2025-I"):        "«Quitar los filtros» vuelve a la suya.",
	} {
		if got := texts.LinearSpoken(text); !strings.Contains(got, want) || screenWay.MatchString(got) {
			t.Errorf("%q is said as %q", text, got)
		}
	}
}

// An assumption that is taken back is no simulation any more.
func TestTheUsualPassesAreNotSimulated(t *testing.T) {
	said := flat(converse(t, onDemo(t, nil), "1\n8\n10\n8\n\n0\n"))
	assumed, after, ok := strings.Cut(said, "Con lo usual.")
	if !ok || strings.Contains(after, "Mirada simulada") || !strings.Contains(assumed, "Suponiendo que pasan 10.") {
		t.Error(said)
	}
}
