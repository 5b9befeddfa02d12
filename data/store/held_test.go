package store

import (
	"errors"
	"testing"
	"time"
)

func TestWhileHeld(t *testing.T) {
	errHeld, errOther := errors.New("held"), errors.New("other")
	for name, tt := range map[string]struct {
		answers []error // the last one goes on
		want    error
		calls   int
	}{
		"at once":       {[]error{nil}, nil, 1},
		"let go":        {[]error{errHeld, errHeld, nil}, nil, 3},
		"another fault": {[]error{errHeld, errOther}, errOther, 2},
		"never let go":  {[]error{errHeld}, errHeld, 8},
	} {
		calls, waited := 0, time.Duration(0)
		err := whileHeld(
			func() error { calls++; return tt.answers[min(calls, len(tt.answers))-1] },
			func(err error) bool { return errors.Is(err, errHeld) },
			func(d time.Duration) { waited += d })
		if !errors.Is(err, tt.want) || calls != tt.calls || waited > time.Second {
			t.Errorf("%s: %v after %d calls and %v", name, err, calls, waited)
		}
	}
}
