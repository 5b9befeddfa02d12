package turn

import (
	"testing"

	"brujula/tui/tuitest"
)

// With every line of the plan crossed out no chance of it is told any more, and
// the proposal says what it is based on.
func TestEveryLineOfThePlanCrossedOut(t *testing.T) {
	for _, size := range []tuitest.Size{{W: 80, H: 24}, {W: 120, H: 40}} {
		s := newStage(t, size.W, size.H).begin("1")
		for range len(s.desk.Plan().Entries) {
			at := 0
			for i, c := range s.turn().View().Plan {
				if c.Free() {
					at = i + 1
					break
				}
			}
			for range s.seatsOf(at) {
				s.Press("x").Type(s.line(at)).Press("tab")
			}
		}
		if v := s.turn().View(); v.Free != 0 || len(v.Best) == 0 {
			t.Fatalf("%d lines are free, %d offered", v.Free, len(v.Best))
		}
		s.Contains("De su plan no queda ninguna. Se propone, de toda su línea y sin").Lacks("Quedarse sin ninguna")
	}
}
