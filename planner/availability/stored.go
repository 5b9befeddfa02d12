package availability

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"brujula/data"
)

// stored is what a part that was loaded has not unpacked.
type stored struct {
	blocks map[string]unpacker // by profession; "" for the levels that all share
	levels int                 // of all of them
	cut    bool                // not all blocks were read

	mu     sync.Mutex
	opened []opened // latest first
}

// opened is what a part knows of a profession.
type opened struct {
	profession string
	*part
}

// mostOpened is how many professions stay unpacked; who compares two looks from one to
// the other.
const mostOpened = 2

// newStored reads what all lines of a part share; the levels stay to be read.
func newStored(from *unpacker) *part {
	p := &part{lines: map[string]lineFacts{}, years: map[data.Process]bool{}, stored: &stored{blocks: map[string]unpacker{}}}
	p.stored.levels = p.unpackShared(from)
	return p
}

// of returns the part with what it knows of a profession, and no other's. Pieces that
// cannot be read give a part that knows of no line, so that it says nothing of any.
func (p *part) of(profession string) *part {
	if p == nil || p.stored == nil {
		return p
	}
	s := p.stored
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.IndexFunc(s.opened, func(o opened) bool { return o.profession == profession }); i >= 0 {
		found := s.opened[i]
		s.opened = slices.Insert(slices.Delete(s.opened, i, i+1), 0, found)
		return found.part
	}
	own, _, err := p.unpacked([]string{"", profession})
	if err != nil {
		own = &part{basis: p.basis, theta: p.theta}
	}
	s.opened = slices.Insert(s.opened, 0, opened{profession, own})
	s.opened = s.opened[:min(len(s.opened), mostOpened)]
	return own
}

// whole returns the part with all that it knows, in the order in which it was saved.
func (p *part) whole() (*part, error) {
	if p.stored == nil {
		return p, nil
	}
	if p.stored.cut {
		return nil, errors.New("the model was not read whole")
	}
	all, places, err := p.unpacked(sortedKeys(p.stored.blocks))
	if err != nil {
		return nil, err
	}
	return all, all.putInOrder(places, p.stored.levels)
}

var errPieces = fmt.Errorf("%w: its pieces do not fit together", ErrCache)

// unpacked returns the part with the levels and the past of some professions, and the
// places of the levels among all that were saved.
func (p *part) unpacked(professions []string) (own *part, places []int, err error) {
	copied := *p
	own = &copied
	own.stored = nil
	if p.past != nil {
		own.past = p.past.shared()
	}
	var blocks []unpacker
	var levels []int
	total := 0
	for _, profession := range professions {
		from := p.stored.blocks[profession] // of a profession that no list has, nothing
		n := 0
		if from.words != "" {
			n = from.count()
		}
		blocks, levels, total = append(blocks, from), append(levels, n), total+n
	}
	own.room(total)
	for i, profession := range professions {
		from := &blocks[i]
		places = own.unpackLevels(from, profession, levels[i], places)
		if own.past != nil && from.words != "" {
			own.past.unpack(from, profession)
		}
		if !from.empty() {
			return nil, nil, errPieces
		}
	}
	return own, places, own.number()
}

// room makes room for so many levels at once: to let it grow would take as long as to
// read them.
func (p *part) room(levels int) {
	p.levels, p.support, p.coef = make([]level, 0, levels), make([]float64, 0, levels), make([]float64, 0, levels)
	p.refits = slices.Clone(p.refits) // those of the part that all share stay as they are
	for i := range p.refits {
		p.refits[i] = make([]float32, 0, levels)
	}
}

// number makes the index of the levels, which are all different.
func (p *part) number() error {
	if !p.indexLevels() {
		return errPieces
	}
	return nil
}

// putInOrder brings the levels into the order in which they were saved; places are
// theirs among all.
func (p *part) putInOrder(places []int, all int) error {
	if len(places) != all {
		return errPieces
	}
	order := make([]int32, all) // by place, from 1
	for i, place := range places {
		if place < 0 || place >= all || order[place] != 0 {
			return errPieces
		}
		order[place] = int32(i + 1)
	}
	p.levels, p.support, p.coef = picked(p.levels, order), picked(p.support, order), picked(p.coef, order)
	for i := range p.refits {
		p.refits[i] = picked(p.refits[i], order)
	}
	return p.number()
}

// picked gives what stands at some places, which count from 1.
func picked[T any](all []T, order []int32) []T {
	out := make([]T, len(order))
	for i, at := range order {
		out[i] = all[at-1]
	}
	return out
}
