package geo

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

func TestCandidatesPutTheDecimalPointBack(t *testing.T) {
	for _, tt := range []struct {
		lat, lon string
		want     []data.Point
	}{
		{"-6.23", "-77.87", []data.Point{{Lat: -6.23, Lon: -77.87}}},
		{"-6,23", "-77,87", []data.Point{{Lat: -6.23, Lon: -77.87}}},
		{"-505830398", "-7833673233", []data.Point{{Lat: -5.05830398, Lon: -78.33673233}}},                                           // -50 is not in Peru
		{"-1360911902", "-7334093778", []data.Point{{Lat: -1.360911902, Lon: -73.34093778}, {Lat: -13.60911902, Lon: -73.34093778}}}, // both are
		{"-7833673233", "-505830398", nil},
		{"0", "0", nil},
		{"", "-77", nil},
		{"-6.23", "no", nil},
		{"60.1", "-77", nil},
		{"-", "-", nil},
		{"-5", "-7", nil},
	} {
		if diff := cmp.Diff(tt.want, candidates(tt.lat, tt.lon)); diff != "" {
			t.Errorf("%s %s: %s", tt.lat, tt.lon, diff)
		}
	}
}
