//go:build !unix

package pdftable

import "time"

// cpuTime is the time since some start, where the processor's is not at hand.
func cpuTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
