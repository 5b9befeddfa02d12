package store

import "time"

// How long a file is waited for that another program holds: at first as long as
// a virus scanner takes for a small one, then twice as long each time.
const (
	firstWait = 5 * time.Millisecond
	lastWait  = 400 * time.Millisecond
)

// whileHeld does something again, for about half a second, while it fails since
// another program holds the file. Only Windows refuses for that.
func whileHeld(do func() error, held func(error) bool, pause func(time.Duration)) error {
	for wait := firstWait; ; wait *= 2 {
		err := do()
		if err == nil || !held(err) || wait >= lastWait {
			return err
		}
		pause(wait)
	}
}
