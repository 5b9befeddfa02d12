package importing

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"brujula/data"
	"brujula/tui/tuitest"
)

// counted presses keys one by one, as a person does.
type counted struct {
	*tuitest.Driver
	keys int
}

func (c *counted) press(names ...string) *counted {
	c.keys += len(names)
	c.Press(names...)
	return c
}

func (c *counted) write(text string) *counted {
	c.keys += len([]rune(text))
	c.Type(text)
	return c
}

// A list whose headings nobody thought of, under a block of title, in the text of
// MS-DOS, is imported through the review at 80×24 in a few keys, whatever wrong turns
// are taken before; the next with its headings needs none of them.
func TestAListWithHeadingsOfItsOwn(t *testing.T) {
	text := "RED DE SALUD DEL ÑUCÑU\nANEXO Nº 3\n\nGRUPO 1;LOCALIDAD DESTINO;ÁMBITO 1;COD. UNIC. 2;CANT. TOTAL 3;TIPO CONTRATO;NIVEL 5\n"
	for i := range 8 {
		text += fmt.Sprintf("%s;C.S. Ñ %d;PUNO;%08d;%d;REMUNERADO;%d\n", []string{"MEDICINA", "ENFERMERÍA"}[i%2], i, 95001+i, 1+i%3, 1+i%5)
	}
	encoded, err := charmap.CodePage850.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	next := strings.ReplaceAll(encoded, ";0009500", ";0009600")
	d, h, _ := drive(t, map[string]string{"destinos.csv": encoded, "siguiente.csv": next})
	d.Resize(80, 22)
	c := &counted{Driver: d}
	c.write("dest").press("enter").Contains("LOCALIDAD DESTINO", "por sus valores", "sin usar")

	// Wrong turns, none of which loses what was said.
	d.Press("home").Press("down").Type("2026-I").Press("enter").Contains("ninguna columna dice")
	d.Press("esc", "esc").Contains("destinos.csv") // out and in again
	d.Type("dest").Press("enter").Contains("ninguna columna dice", "2026-I")

	c.press("tab", "tab") // from the first column over LOCALIDAD to CANT. TOTAL
	d.Contains("▸ E  CANT. TOTAL 3")
	c.write("region").press("enter").Contains("Error:") // a slip
	c.write("plazas").press("enter").Contains("8 filas · 15 plazas")
	c.press("tab").write("grado").press("enter").Contains("grado de dificultad  usted", "8 filas") // the last one
	c.press("tab").write("estab").press("enter").press("esc")
	c.Contains("¿Guardar?", "Oferta 2026-I remunerada", "C.S. Ñ 0", "Lista nueva.", "Si son plazas adjudicadas, pulse t.")

	d.Press("t", "t").Contains("¿Guardar?", "8 filas · 8 lugares · 15 plazas") // another kind, and back
	c.press("s").Contains("Guardado")
	if c.keys > 45 { // 4 + 11 of them for the wrong turns; a key a second is well under a minute
		t.Errorf("%d keys", c.keys)
	}
	offer, err := h.desk.Lib.Offer(t.Context(), "2026-I", data.Remunerada)
	if err != nil || offer.Seats() != 15 || offer.Plazas[0].Establishment != "C.S. Ñ 0" || offer.Plazas[4].Grade != 5 {
		t.Fatalf("%+v %v", offer, err)
	}

	d.Press("enter").Type("sig").Press("enter").Contains("según el archivo: remunerada").Type("2026-I").Press("enter", "enter", "enter")
	d.Contains("Nada de la lista cargada está en lo leído", "a agregar: de 8 a 16 lugares, de 15 a 30 plazas", "C.S. Ñ 0").Press("a", "s").Contains("Guardado")
	if got := h.desk.Lib.Lists(); len(got) != 1 || got[0].Seats != 30 {
		t.Errorf("%+v", got)
	}
}
