package lists

import (
	"fmt"
	"strings"
	"testing"
)

// Columns of an offer about persons, by heading or by what stands in them, are
// told and not kept; other columns without a field are.
func TestOfferKeepsNothingOfPersons(t *testing.T) {
	text := "PROFESION;N° PLAZAS;RENIPRESS;ESTABLECIMIENTO;GD;REGION;PROVINCIA;JEFE DEL ESTABLECIMIENTO;Celular;CONTACTO;ANEXO;COLUMNA X;CAMAS;REFERENCIA\n"
	for i := range 9 {
		text += fmt.Sprintf("MEDICINA;1;%d;POSTA INVENTADA;GD-3;PUNO;PUNO;CANARIO JEFE;999000%03d;CANARIO;CANARIO@correo.pe;987 654 %03d;%d;cruce del río\n", i+1, i, i, i+10)
	}
	text += "MEDICINA;1;10;POSTA INVENTADA;GD-3;PUNO;PUNO;;;;;;12;llamar a CANARIO@x.pe\n"
	d := readOffer(t, write(t, "x.csv", text), Options{Process: "2031-I", Modality: "remunerada"})
	for _, p := range d.Offer.Plazas {
		if all := fmt.Sprint(p); strings.Contains(all, "CANARIO") || strings.Contains(all, "999000") || strings.Contains(all, "987") {
			t.Fatalf("kept: %+v", p)
		}
		if p.Extra["CAMAS"] == "" || p.Renipress != "00000010" && p.Extra["REFERENCIA"] != "cruce del río" {
			t.Errorf("lost: %+v", p.Extra)
		}
	}
	if told := fmt.Sprint(d.Problems); !strings.Contains(told, "H JEFE DEL ESTABLECIMIENTO, I Celular, J CONTACTO, K ANEXO, L COLUMNA X") {
		t.Errorf("not told: %s", told)
	}
}
