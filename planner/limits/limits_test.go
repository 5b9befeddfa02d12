package limits_test

import (
	"errors"
	"testing"

	"brujula/planner/limits"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		text, want, words string
		err               error
	}{
		{text: "tema:seguridad", want: "tema:seguridad", words: "nota grave de seguridad"},
		{text: " Tema : Seguridad ", want: "tema:seguridad", words: "nota grave de seguridad"},
		{text: "categoría:i-1", want: "categoria:I-1", words: "categoría I-1"},
		{text: "región:Madre de Dios", want: "region:MADRE DE DIOS", words: "región MADRE DE DIOS"},
		{text: "sin bono", want: "sin-bono", words: "sin bono (ni ZAF ni ZE)"},
		{text: "lejos:300 km:Cusco", want: "lejos:300:CUSCO", words: "a más de 300 km de CUSCO"},
		{text: "lejos:0.5:cusco", want: "lejos:0.5:CUSCO", words: "a más de 0.5 km de CUSCO"},
		{text: "tema:política", err: limits.ErrValue},
		{text: "lejos:cusco", err: limits.ErrValue},
		{text: "lejos:-3:cusco", err: limits.ErrValue},
		{text: "lejos:300", err: limits.ErrValue},
		{text: "region:", err: limits.ErrValue},
		{text: "sin-bono:ZE", err: limits.ErrValue},
		{text: "ruido", err: limits.ErrKind},
	} {
		got, err := limits.Parse(tt.text)
		if !errors.Is(err, tt.err) {
			t.Errorf("%q: %v, want %v", tt.text, err, tt.err)
			continue
		}
		if err != nil {
			continue
		}
		if got.String() != tt.want || got.Words() != tt.words {
			t.Errorf("%q: %q, %q; want %q, %q", tt.text, got, got.Words(), tt.want, tt.words)
		}
		if again, err := limits.Parse(got.String()); err != nil || again != got {
			t.Errorf("%q is read again as %v, %v", got, again, err)
		}
	}
}
