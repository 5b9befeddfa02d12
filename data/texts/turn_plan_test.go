package texts

import "testing"

// The chance to end with nothing says no bound that bounds nothing, and a plan
// that is all crossed out is said to be.
func TestWordsOfALostPlan(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{TurnNothingText(0.02, 0.1), "quedarse sin ninguna de su plan: 2 %; en el peor caso, 1 de cada 10 veces"},
		{TurnNothingText(0.9, 0.995), "quedarse sin ninguna de su plan: 90 %; en el peor caso, casi seguro"},
		{TurnNothingText(1, 1), "quedarse sin ninguna de su plan: casi seguro, >99 %"},
		{TimesOf(0.001), "menos de 1 de cada 200 veces"},
		{TimesOf(0.09), "1 de cada 11 veces"},
		{TimesOf(0.62), "6 de cada 10 veces"},
		{TimesOf(0.97), "casi siempre"},
		{TurnPlanLeft(0, 0), "su plan no tiene plazas de esta línea"},
		{TurnPlanLeft(0, 1), "de su plan no queda ninguna: su línea está tachada"},
		{TurnPlanLeft(0, 12), "de su plan no queda ninguna: sus 12 líneas están tachadas"},
		{TurnPlanLeft(3, 12), "de su plan: 3 de 12 sin tachar"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
