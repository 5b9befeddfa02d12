package availability

// Estimate is what the model says of one plaza at one pick number. Chances go
// from 0 to 1, pick numbers from 0 to the seats of the line.
type Estimate struct {
	Known       bool    // false: nothing to stand on; no other figure counts
	Chance      float64 // of finding at least one seat free
	Lo, Hi      float64 // estimation range of Chance, 80 % (README.md, "Ranges"); see HasRange
	HasRange    bool
	LeaveFrom   float64 // pick number where the chance has fallen to 0.9
	LeaveTo     float64 // pick number where it has fallen to 0.1
	LeaveMiddle float64 // pick number where it has fallen to 0.5
	FreeSeats   float64 // expected free seats
	Evidence    Evidence
	Band        Band
	Exhausted   bool // the pick number reaches the seats of the line: no seat is left at all
	AfterClose  bool // the pick number lies beyond the line's last pick (equivalente): figures are those of the close
}
