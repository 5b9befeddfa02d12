//go:build !unix

package budgets

import "testing"

const noTerminal = "the first frame and the memory are measured where there are pseudo-terminals"

func (s *stage) firstFrame(b *testing.B) { b.Skip(noTerminal) }
func (s *stage) memory(b *testing.B)     { b.Skip(noTerminal) }
