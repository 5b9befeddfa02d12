package places

import (
	"math"
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

// Main squares as an atlas has them; a centroid lies within some 20 km of them.
func TestCentroids(t *testing.T) {
	for _, c := range []struct {
		region, province, district string
		lat, lon, near             float64
	}{
		{"PUNO", "PUNO", "PUNO", -15.84, -70.02, 0.1},
		{"CUSCO", "CUSCO", "CUSCO", -13.52, -71.97, 0.1},
		{"ICA", "NASCA", "MARCONA", -15.36, -75.16, 0.2},              // by another spelling of the province
		{"CUSCO", "LA CONVENCION", "MEGANTONI", -11.72, -72.95, 0.02}, // newer than the table of codes
		{"AYACUCHO", "HUANTA", "PUTIS", -12.6, -74.1, 0.7},            // no centroid: that of the province
		{"TACNA", "", "", -17.6, -70.2, 0.5},                          // the region alone
		{"CALLAO", "PROV. CONST. DEL CALLAO", "LA PUNTA", -12.07, -77.16, 0.05},
	} {
		at, ok := Peru().Centroid(c.region, c.province, c.district)
		if !ok || math.Abs(at.Lat-c.lat) > c.near || math.Abs(at.Lon-c.lon) > c.near {
			t.Errorf("%s/%s/%s lies at %v, %v; want about %v, %v", c.region, c.province, c.district, at, ok, c.lat, c.lon)
		}
	}
	if at, ok := Peru().Centroid("ATLANTIDA", "", ""); ok {
		t.Errorf("an unknown region lies at %v", at)
	}
}

// Every district that the names know but for some dozen newer ones has its own
// centroid, and all lie in Peru.
func TestCentroidsCoverTheDistricts(t *testing.T) {
	missing := 0
	for _, r := range Peru().regions {
		for _, p := range r.provinces {
			for _, name := range p.districts {
				at, ok := p.centres.districts[name]
				if !ok {
					missing++
				} else if at.Lat > 0 || at.Lat < -18.4 || at.Lon > -68.6 || at.Lon < -81.4 {
					t.Errorf("%s, %s: %v", r.name, name, at)
				}
			}
		}
	}
	if missing > 40 {
		t.Errorf("%d spellings of districts without a centroid", missing)
	}
}
