//go:build !unix

package budgets

import "testing"

const noTerminal = "what the running program does is measured where there are pseudo-terminals"

func firstFrame(b *testing.B, _ string) { b.Skip(noTerminal) }
func firstChances(b *testing.B)         { b.Skip(noTerminal) }
func idle(b *testing.B, _ string)       { b.Skip(noTerminal) }
func response(b *testing.B, _ string)   { b.Skip(noTerminal) }
func commands(b *testing.B, _ string)   { b.Skip(noTerminal) }
func memory(b *testing.B, _ string)     { b.Skip(noTerminal) }
