//go:build !windows

package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// read is a piece that comes after a pause.
type read struct {
	text  string
	pause time.Duration
}

// through returns what is left of reads, as one text.
func through(reads ...read) string {
	var p pasteMender
	var got bytes.Buffer
	now := time.Date(2026, 1, 7, 12, 0, 0, 0, time.UTC)
	for _, r := range reads {
		now = now.Add(r.pause)
		piece := make([]byte, 256) // as Bubble Tea reads
		got.Write(piece[:p.mend(piece, copy(piece, r.text), now)])
	}
	return got.String()
}

func TestAPasteWithoutAnEndIsEnded(t *testing.T) {
	const long = 3 * time.Second
	rest := strings.Repeat("90000001;POSTA\r", 10)
	for _, c := range []struct {
		name  string
		reads []read
		want  string
	}{
		{"a key after a pause", []read{{pasteBegin, 0}, {"q", long}}, pasteBegin + pasteEnd + "q"},
		{"an arrow after a pause", []read{{pasteBegin + "posta", 0}, {"\x1b[A", long}, {"x", 0}}, pasteBegin + "posta" + pasteEnd + "\x1b[Ax"},
		{"ctrl+c at once", []read{{pasteBegin, 0}, {"\x03", 0}}, pasteBegin + pasteEnd + "\x03"},
		{"split mark", []read{{"\x1b[20", 0}, {"0~", 0}, {"\x03", 0}}, pasteBegin + pasteEnd + "\x03"},
		{"another paste after a pause", []read{{pasteBegin, 0}, {pasteBegin + "x", long}, {"\x03", 0}}, pasteBegin + pasteEnd + pasteBegin + "x" + pasteEnd + "\x03"},
		{"the rest after a pause", []read{{pasteBegin + "uno", 0}, {rest, long}, {"dos" + pasteEnd + "j", 0}}, pasteBegin + "uno" + rest + "dos" + pasteEnd + "j"},
		{"the end after a pause", []read{{pasteBegin + "uno", 0}, {pasteEnd, long}, {"j", 0}}, pasteBegin + "uno" + pasteEnd + "j"},
		{"no paste", []read{{"j", 0}, {"\x03", long}}, "j\x03"},
	} {
		if got := through(c.reads...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What is beyond the bound is dropped up to the end, and what follows is keys.
func TestAPasteIsBounded(t *testing.T) {
	reads := []read{{pasteBegin, 0}}
	for size := 0; size < mostPaste+1<<16; size += 200 {
		reads = append(reads, read{strings.Repeat("7", 200), time.Microsecond})
	}
	got := through(append(reads, read{"77" + pasteEnd + "j", 0}, read{"q", 0})...)
	body, rest, ended := strings.Cut(strings.TrimPrefix(got, pasteBegin), pasteEnd)
	if !ended || rest != "jq" || len(body) > mostPaste || len(body) < mostPaste-256 {
		t.Errorf("%d bytes of the paste, then %q", len(body), rest)
	}
}

// Whatever comes without a pause and whose pastes end is left as it is, however
// it is cut into pieces.
func TestWholePastesStayAsTheyAre(t *testing.T) {
	parts := []string{
		"j", "\x1b[A", "\x1b", "\x1b[20", "90000001;POSTA\r", pasteEnd, pasteBegin + "uno\rdos" + pasteEnd, pasteBegin + "\x1b[20" + pasteEnd,
	}
	random := rand.New(rand.NewPCG(3, 4)) // rapid would be set up in every program that this binary is run as
	for range 500 {
		text := ""
		for range random.IntN(12) {
			text += parts[random.IntN(len(parts))]
		}
		longest := 1 + random.IntN(250) // few pieces, or many
		var reads []read
		for rest := text; rest != ""; {
			n := 1 + random.IntN(min(len(rest), longest))
			reads, rest = append(reads, read{rest[:n], time.Millisecond}), rest[n:]
		}
		if got := through(reads...); got != text {
			t.Fatalf("%q in %v became %q", text, reads, got)
		}
	}
}
