//go:build !unix

package budgets

import "testing"

const noTerminal = "the first frame and the memory are measured where there are pseudo-terminals"

func firstFrame(b *testing.B, _ string) { b.Skip(noTerminal) }
func firstChances(b *testing.B)         { b.Skip(noTerminal) }
func memory(b *testing.B, _ string)     { b.Skip(noTerminal) }
