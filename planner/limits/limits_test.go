package limits_test

import (
	"testing"

	"brujula/planner/limits"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		text, want, words string // want is "" for what is no limit
	}{
		{text: "tema:seguridad", want: "tema:seguridad", words: "nota grave de seguridad"},
		{text: " Tema : Seguridad ", want: "tema:seguridad", words: "nota grave de seguridad"},
		{text: "categoría:i-1", want: "categoria:I-1", words: "categoría I-1"},
		{text: "región:Madre de Dios", want: "region:MADRE DE DIOS", words: "región MADRE DE DIOS"},
		{text: "sin bono", want: "sin-bono", words: "sin bono (ni ZAF ni ZE)"},
		{text: "lejos:300 km:Cusco", want: "lejos:300:CUSCO", words: "a más de 300 km de CUSCO"},
		{text: "lejos:0.5:cusco", want: "lejos:0.5:CUSCO", words: "a más de 0.5 km de CUSCO"},
		{text: "tema:política"},
		{text: "lejos:cusco"},
		{text: "lejos:-3:cusco"},
		{text: "lejos:300"},
		{text: "region:"},
		{text: "sin-bono:ZE"},
		{text: "ruido"},
	} {
		got, ok := limits.Parse(tt.text)
		if ok != (tt.want != "") {
			t.Errorf("%q: %v, %t", tt.text, got, ok)
		}
		if !ok {
			continue
		}
		if got.String() != tt.want || got.Words() != tt.words {
			t.Errorf("%q: %q, %q; want %q, %q", tt.text, got, got.Words(), tt.want, tt.words)
		}
		if again, ok := limits.Parse(got.String()); !ok || again != got {
			t.Errorf("%q is read again as %v, %t", got, again, ok)
		}
	}
}
