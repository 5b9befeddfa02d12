package geo

import (
	"fmt"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
)

// town is an offer of n establishments of one province around a point.
func town(region, province string, first, n int, middle data.Point) (*data.Offer, [][]string) {
	o := &data.Offer{}
	var rows [][]string
	for i := range n {
		code := fmt.Sprintf("%08d", first+i)
		o.Plazas = append(o.Plazas, data.Plaza{PlazaID: data.PlazaID{Renipress: code}, Region: region, Province: province})
		rows = append(rows, []string{code, degrees(middle.Lat + 0.1*float64(i%4)), degrees(middle.Lon + 0.07*float64(i%5))})
	}
	return o, rows
}

func tableOf(rows ...[]string) *library.Table {
	return &library.Table{Head: []string{columnCode, columnLat, columnLon}, Rows: rows}
}

func TestFarPointsAreReportedAndNotUsed(t *testing.T) {
	puno, rows := town("PUNO", "PUNO", 1, 12, data.Point{Lat: -15.8, Lon: -70})
	loreto, more := town("LORETO", "MAYNAS", 101, 12, data.Point{Lat: -3.7, Lon: -73.2})
	rows = append(rows, more...)
	rows[0] = []string{"00000001", "-6.2", "-77.8"}         // Chachapoyas, of an establishment of Puno
	rows[1] = []string{"00000002", "-16.3", "-69.2"}        // 100 km off, as remote posts are
	rows = append(rows, []string{"00000999", "-12", "-77"}) // of no offer: nothing to compare it with
	x := New(tableOf(rows...), puno, loreto)
	if _, ok := x.Of("00000001"); ok {
		t.Error("a point at the other end of the country is used")
	}
	for _, code := range []string{"00000002", "00000101", "00000999"} {
		if _, ok := x.Of(code); !ok {
			t.Errorf("%s is not used", code)
		}
	}
	r := x.Report()
	if len(r.Far) != 1 || r.Far[0].Renipress != "00000001" || r.Given != 25 || r.Offered != 24 || r.Placed != 23 {
		t.Errorf("%+v", r)
	}
	plazas := []*data.Offer{puno, loreto}
	x.Locate(plazas...)
	if puno.Plazas[0].Lat != 0 || puno.Plazas[1].Lat != -16.3 {
		t.Errorf("located at %v and %v", puno.Plazas[0].Lat, puno.Plazas[1].Lat)
	}
}

// A lone post far from its region's others stays when others stand by it.
func TestRemotePostsWithNeighboursStay(t *testing.T) {
	offer, rows := town("LORETO", "MAYNAS", 1, 12, data.Point{Lat: -3.7, Lon: -73.2})
	for i := range 3 {
		code := fmt.Sprintf("0000005%d", i)
		offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: data.PlazaID{Renipress: code}, Region: "LORETO", Province: "MAYNAS"})
		rows = append(rows, []string{code, degrees(-0.97 - 0.2*float64(i)), "-75.18"})
	}
	if r := New(tableOf(rows...), offer).Report(); len(r.Far) != 0 {
		t.Errorf("%+v", r.Far)
	}
}

func TestOwnColumnsAreTakenWhereTheyCanBeRight(t *testing.T) {
	offer, rows := town("APURIMAC", "ANDAHUAYLAS", 1, 12, data.Point{Lat: -13.6, Lon: -73.3})
	extra := func(code, lat, lon string) {
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID: data.PlazaID{Renipress: code}, Region: "APURIMAC", Province: "ANDAHUAYLAS", Extra: map[string]string{"norte": lat, "este": lon},
		})
	}
	extra("00000050", "-1360911902", "-7334093778") // -1.36 or -13.6: Apurímac decides
	extra("00000051", "-505830398", "-7833673233")  // sure, and far from its province
	extra("00000052", "", "")
	listed := New(tableOf(rows...), offer)
	x := listed.WithOwn(offer)
	if p, ok := x.Of("00000050"); !ok || p != (data.Point{Lat: -13.60911902, Lon: -73.34093778}) {
		t.Errorf("%v %v", p, ok)
	}
	for _, code := range []string{"00000051", "00000052"} {
		if _, ok := x.Of(code); ok {
			t.Errorf("%s is used", code)
		}
	}
	if r := x.Report(); r.Own != 1 || r.Placed != 12 || len(r.Far) != 1 {
		t.Errorf("%+v", r)
	}
	v := Judge(listed, x)
	again, withOwn := v.Index(tableOf(rows...))
	for i := range offer.Plazas {
		code := offer.Plazas[i].Renipress
		p, ok := x.Of(code)
		if q, known := withOwn.Of(code); known != ok || q != p {
			t.Errorf("%s by the verdict: %v %v, want %v %v", code, q, known, p, ok)
		}
		p, ok = listed.Of(code)
		if q, known := again.Of(code); known != ok || q != p {
			t.Errorf("%s listed, by the verdict: %v %v, want %v %v", code, q, known, p, ok)
		}
	}
	if r := withOwn.Report(); r.Own != 1 || r.Placed != 12 || len(r.Far) != 1 {
		t.Errorf("by the verdict %+v", r)
	}
}

func TestFind(t *testing.T) {
	x := New(tableOf([]string{"00000001", "-15.5", "-70.1"}))
	facts := rules.Default()
	for text, want := range map[string]bool{"juliaca": true, "Áncash": false, "HUARAZ": true, "1": true, "00000002": false, "": false, "cerro de  pasco": true} {
		if place, ok := x.Find(facts, text); ok != want {
			t.Errorf("%q: %v %v", text, place, ok)
		}
	}
	for i := range facts.Cities {
		if c := facts.Cities[i]; !(data.Point{Lat: c.Lat, Lon: c.Lon}).InPeru() {
			t.Errorf("%s lies outside Peru", c.Name)
		}
	}
}

func TestANilIndexKnowsNothing(t *testing.T) {
	var x *Index
	if _, ok := x.Of("00000001"); ok || x.Len() != 0 || x.Report().Given != 0 {
		t.Error("a nil index knows something")
	}
	if _, ok := x.Find(rules.Default(), "puno"); !ok {
		t.Error("cities are known without coordinates")
	}
}
