package turn

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDecodeRefuses(t *testing.T) {
	for text, want := range map[string]error{
		`{"v":3,"tipo":"tachar"}`:                   ErrNewer,
		`{"v":3,"tipo":"adivinar"}`:                 ErrNewer,
		`{"v":3,"tipo":"tachar","cupos":[1]}`:       ErrNewer,
		`{"v":1,"tipo":"adivinar"}`:                 ErrForm,
		`{"tipo":"tachar"}`:                         ErrForm,
		`{"v":1,"tipo":"tachar","renipress":"x"}`:   ErrForm,
		`{"v":1,"tipo":"importar","cupos":{"a":1}}`: ErrForm,
		`7`: ErrForm,
		``:  ErrForm,
	} {
		if _, err := Decode([]byte(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func TestEventKeepsItsHourAndPlace(t *testing.T) {
	at := time.Date(2026, 4, 20, 9, 31, 5, 0, time.FixedZone("", -5*3600))
	line, err := Encode(Event{Kind: Pick, N: 341, At: at})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"v":1,"tipo":"puesto","hora":"2026-04-20T09:31:05-05:00","n":341}`; string(line) != want {
		t.Errorf("%s", line)
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"v":1,"tipo":"tachar","renipress":"1234","antes":true}`,
		`{"v":1,"tipo":"importar","cupos":{"1":2,"00000001":3},"hasta_puesto":9,"origen":"\u001b[2J"}`,
		`{"v":1,"tipo":"empezar","proceso":"2026-I","profesion":"MEDICINA","modalidad":"remunerada","n":1}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := Decode(raw)
		if err != nil {
			return
		}
		line, err := Encode(e)
		if err != nil {
			return // a year that JSON cannot hold
		}
		again, err := Decode(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if diff := cmp.Diff(e, again); diff != "" {
			t.Fatal(diff)
		}
		a := New(testLine, testSeats)
		_, _ = a.Apply(Event{Kind: Start, Line: testLine, N: 1})
		_, _ = a.Apply(e) // must not panic
	})
}
