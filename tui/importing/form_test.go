package importing

import "testing"

// Keys that turn pages elsewhere change no answer, whatever field has the focus.
func TestPageKeysChangeNoAnswer(t *testing.T) {
	d, h, _ := drive(t, map[string]string{"oferta.csv": offer})
	d.Type("ofe").Press("enter").Contains("Archivo: oferta.csv")
	f := &h.screen.form
	for range f.Fields {
		before := []string{f.kinds.Value(), f.processes.Value(), f.modalities.Value()}
		d.Press("pgdown", "pgdown", "pgup")
		for i, now := range []string{f.kinds.Value(), f.processes.Value(), f.modalities.Value()} {
			if now != before[i] {
				t.Errorf("field %d: %q, was %q", f.Focused(), now, before[i])
			}
		}
		d.Press("tab")
	}
}
