package texts

import "testing"

// 95 % stands beside an advice only where the advice brings the plan there.
func TestMoreLinesGainNoMoreThanTheyBring(t *testing.T) {
	one := &AdvicePlaza{Name: "P.S. ALTO", Chance: 0.97}
	for name, c := range map[string]struct {
		more int
		one  *AdvicePlaza
		want string
	}{
		"as many as one can add": {3, nil, "plan: de 40 % a 95 %"},
		"too many":               {11, nil, "plan: 40 %"},
		"too many, or one":       {11, one, "plan: de 40 % a 95 %"},
	} {
		if got := AdviceMoreLines(0.4, 0.1, c.more, 10, c.one).Gain; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
