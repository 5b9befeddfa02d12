package availability

import (
	"encoding/binary"
	"math"
)

// packer writes the pieces of a saved model one behind the other: texts and whole
// numbers into words, which a loaded model keeps its texts in, the rest into figures.
type packer struct {
	words, figures []byte
	last           string
}

func (p *packer) whole(n int) { p.words = binary.AppendVarint(p.words, int64(n)) }

func (p *packer) wholes(all ...int) {
	for _, n := range all {
		p.whole(n)
	}
}

// truth is how a yes or no is written.
func truth(v bool) int {
	if v {
		return 1
	}
	return 0
}

// text writes a text; one that is as the text before takes a byte.
func (p *packer) text(s string) {
	if s == p.last {
		p.whole(0)
		return
	}
	p.last = s
	p.whole(len(s) + 1)
	p.words = append(p.words, s...)
}

func (p *packer) float(v float64) {
	p.figures = binary.LittleEndian.AppendUint64(p.figures, math.Float64bits(v))
}

func (p *packer) short(v float32) {
	p.figures = binary.LittleEndian.AppendUint32(p.figures, math.Float32bits(v))
}

// unpacker reads what a packer wrote, in the same order. What is not there reads as
// zero and makes it bad; so does a figure that is no number.
type unpacker struct {
	words   string
	figures []byte
	last    string
	bad     bool
}

func (u *unpacker) whole() int {
	var n uint64
	for i := 0; i < len(u.words) && i < binary.MaxVarintLen64; i++ {
		b := u.words[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			u.words = u.words[i+1:]
			return int(int64(n>>1) ^ -int64(n&1)) // as binary.Varint has it
		}
	}
	u.bad = true
	return 0
}

// count reads a whole number of pieces that take at least a byte each.
func (u *unpacker) count() int {
	n := u.whole()
	if n < 0 || n > len(u.words)+len(u.figures) {
		u.bad = true
		return 0
	}
	return n
}

func (u *unpacker) text() string {
	switch n := u.whole(); {
	case n == 0:
	case n < 0 || n-1 > len(u.words):
		u.bad = true
		return ""
	default:
		u.last, u.words = u.words[:n-1], u.words[n-1:]
	}
	return u.last
}

func (u *unpacker) float() float64 {
	if len(u.figures) < 8 {
		u.bad = true
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(u.figures))
	u.figures = u.figures[8:]
	u.bad = u.bad || v-v != 0 // neither NaN nor infinite
	return v
}

func (u *unpacker) positive() float64 {
	v := u.float()
	u.bad = u.bad || v < 0
	return v
}

func (u *unpacker) short() float32 {
	if len(u.figures) < 4 {
		u.bad = true
		return 0
	}
	v := math.Float32frombits(binary.LittleEndian.Uint32(u.figures))
	u.figures = u.figures[4:]
	u.bad = u.bad || v-v != 0
	return v
}

// empty reports whether all was read and well.
func (u *unpacker) empty() bool { return !u.bad && len(u.words) == 0 && len(u.figures) == 0 }
