package places

import (
	"testing"

	"brujula/data/fold"
)

func TestRegionsAreTwentyFive(t *testing.T) {
	if got := len(Peru().Regions()); got != 25 {
		t.Fatalf("%d regions: %v", got, Peru().Regions())
	}
}

// 196 provinces: INEI, count of 2023.
func TestProvincesAreOneHundredNinetySix(t *testing.T) {
	n := 0
	for _, region := range Peru().Regions() {
		n += len(Peru().Provinces(region))
	}
	if n != 196 {
		t.Fatalf("%d provinces", n)
	}
}

func TestLookups(t *testing.T) {
	for _, c := range []struct{ region, province, district, want string }{
		{"LIMA REGION", "", "", "LIMA"},
		{"Áncash", "", "", "ANCASH"},
		{"AMAZONAS", "CONDORCANQU\nI", "", "CONDORCANQUI"},
		{"CALLAO", "PROV. CONST. DEL CALLAO", "", "CALLAO"},
		{"CALLAO", "CALLAO", "VENTANI LLA", "VENTANILLA"},
		{"ICA", "NASCA", "", "NAZCA"},
		{"ICA", "NAZCA", "NASCA", "NAZCA"},
		{"ICA", "NASCA", "MARCONA", "MARCONA"},
		{"ANCASH", "ANTONIO RAYMONDI", "", "ANTONIO RAIMONDI"},
		{"ANCASH", "ANTONIO RAIMONDI", "ACZO", "ACZO"},
		{"ANCASH", "SANTA", "NEPENA", "NEPEÑA"},
		{"UCAYALI", "PADRE ABAD", "ALEXANDER VON HUMBO", "ALEXANDER VON HUMBOLDT"},
		{"PUNO", "SAN ROMAN", "SAN MIGUEL", "SAN MIGUEL"},
		{"AMAZONAS", "LUYA", "SAN FRANCISCO DEL YESO", "SAN FRANCISCO DE YESO"},
		{"LORETO", "PUTUMAYO", "TENIENTE MANUEL CLA", "TENIENTE MANUEL CLAVERO"}, // clipped
		{"TACNA", "TACNA", "CORONEL GREGORIO AL", "CORONEL GREGORIO ALBARRACIN L."},
	} {
		var got string
		var ok bool
		switch {
		case c.district != "":
			got, ok = Peru().District(c.region, c.province, c.district)
		case c.province != "":
			got, ok = Peru().Province(c.region, c.province)
		default:
			got, ok = Peru().Region(c.region)
		}
		if !ok || got != c.want {
			t.Errorf("%v: %q, %v", c, got, ok)
		}
	}
	for _, unknown := range [][3]string{{"ATLANTIDA", "LIMA", "LIMA"}, {"LIMA", "NAZCA", "MARCONA"}, {"LIMA", "LIMA", "WANCHAQ"}, {"LORETO", "PUTUMAYO", "TENIENTE"}} {
		if got, ok := Peru().District(unknown[0], unknown[1], unknown[2]); ok {
			t.Errorf("%v: %q", unknown, got)
		}
	}
}

// Two districts of one province with the same squashed form would be mixed up.
func TestCanonicalNamesFindThemselves(t *testing.T) {
	x := Peru()
	for _, region := range x.Regions() {
		for _, province := range x.Provinces(region) {
			if got, _ := x.Province(region, province); got != province {
				t.Errorf("%s %s: %s", region, province, got)
			}
			for _, district := range x.Districts(region, province) {
				if got, _ := x.District(region, province, district); got != district || got != fold.Upper(got) {
					t.Errorf("%s %s %s: %s", region, province, district, got)
				}
			}
		}
	}
}
