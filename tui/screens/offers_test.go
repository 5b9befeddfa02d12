package screens

import "testing"

// The columns of the earlier offers come into view when rows are sorted or filtered by
// them, take the keys of the other columns, and stand in the panel.
func TestEarlierOffersSortAndFilter(t *testing.T) {
	d := start(t, 120, 40).Type(":orden -gd-antes").Press("enter").Contains("GD antes▼")
	d.Type(":ofrecida 1").Press("enter").Contains("veces ofrecida en 1 proceso", "1/2")
	d.Type(":gd-antes no_estaba").Press("enter").Contains("18 de 138", "Ofrec.", "GD antes")
	d.Type(":limpiar").Press("enter").Lacks("veces ofrecida en")
	start(t, 120, 90).Press("f").Contains("Veces ofrecida", "GD antes")
}
