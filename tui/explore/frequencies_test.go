package explore

import "testing"

// Counts that are on the screen when the first chances come count with them.
func TestCountsFollowTheChances(t *testing.T) {
	m := onDemo(t)
	m.desk.Est = m.desk.Space.Estimate(m.desk.Space.Forecast(nil, "2026-I", "MEDICINA"), m.desk.Est.Look)
	m.find()
	press(m, "F")
	withChances(t, m)
	likely := 0
	for _, v := range m.freq.values {
		likely += v.Likely
	}
	if want := m.reach().Likely(); likely != want || want == 0 {
		t.Errorf("the counts have %d within reach, the headline %d", likely, want)
	}
}
