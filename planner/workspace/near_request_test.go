package workspace

import "testing"

func TestSplitNear(t *testing.T) {
	for _, tt := range []struct {
		request, place string
		most           float64
	}{
		{"", "", 0},
		{"juliaca", "juliaca", 0},
		{"juliaca 60", "juliaca", 60},
		{"cerro de pasco 12,5", "cerro de pasco", 12.5},
		{"juliaca 60 km", "juliaca", 60},
		{"juliaca 60km", "juliaca", 60},
		{"00001234", "00001234", 0}, // a lone number is a RENIPRESS
		{"1234 60", "1234", 60},
		{"esta 40", "esta", 40},
		{"juliaca -5", "juliaca -5", 0},
		{"juliaca NaN", "juliaca NaN", 0},
	} {
		if place, most := SplitNear(tt.request); place != tt.place || most != tt.most {
			t.Errorf("%q: %q %v, want %q %v", tt.request, place, most, tt.place, tt.most)
		}
	}
}
