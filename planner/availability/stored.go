package availability

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"brujula/data"
)

// stored is what a part that was loaded reads when it is asked for.
type stored struct {
	from   io.ReaderAt
	blocks map[string]block // by profession; "" for what all share
	levels int              // of all of them

	mu     sync.Mutex
	opened []opened // latest first
	lost   bool     // a block could not be read
}

// opened is what a part knows of a profession.
type opened struct {
	profession string
	*part
}

// mostOpened is how many professions stay unpacked; who compares two looks from one to
// the other.
const mostOpened = 2

// newStored reads the head of a part; the levels stay to be read.
func newStored(r io.ReaderAt, head *block) (*part, error) {
	from, err := head.read(r)
	if err != nil {
		return nil, err
	}
	p := &part{lines: map[string]lineFacts{}, years: map[data.Process]bool{}, stored: &stored{from: r, blocks: map[string]block{}}}
	p.stored.levels = p.unpackHead(from)
	if !from.empty() {
		return nil, errPieces
	}
	return p, nil
}

// of returns the part with what it knows of a profession, and no other's. Pieces that
// cannot be read give a part that knows of no line, so that it says nothing of any; see
// Model.Lost.
func (p *part) of(profession string) *part {
	if p == nil || p.stored == nil {
		return p
	}
	own, err := p.open(profession)
	if err != nil {
		return &part{basis: p.basis, theta: p.theta}
	}
	return own
}

// open is of where a loss is told at once.
func (p *part) open(profession string) (*part, error) {
	s := p.stored
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.IndexFunc(s.opened, func(o opened) bool { return o.profession == profession }); i >= 0 {
		found := s.opened[i]
		s.opened = slices.Insert(slices.Delete(s.opened, i, i+1), 0, found)
		return found.part, nil
	}
	own, _, err := p.unpacked([]string{"", profession})
	if err != nil {
		s.lost = true
		return nil, err
	}
	s.opened = slices.Insert(s.opened, 0, opened{profession, own})
	s.opened = s.opened[:min(len(s.opened), mostOpened)]
	return own, nil
}

// Lost reports whether something of a loaded model could not be read when it was asked
// for: the file is gone, or damaged. Of what was lost the model says nothing, and who
// wants to know must make it anew.
func (m *Model) Lost() bool {
	if m == nil {
		return false
	}
	for _, p := range m.parts {
		if p != nil && p.stored != nil && p.stored.isLost() {
			return true
		}
	}
	return false
}

func (s *stored) isLost() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lost
}

// whole returns the part with all that it knows, in the order in which it was saved.
func (p *part) whole() (*part, error) {
	if p.stored == nil {
		return p, nil
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
	var pieces []*unpacker
	var levels []int
	total := 0
	professions = slices.DeleteFunc(professions, func(name string) bool { _, has := p.stored.blocks[name]; return !has })
	for _, profession := range professions {
		b := p.stored.blocks[profession]
		from, err := b.read(p.stored.from)
		if err != nil {
			return nil, nil, err
		}
		n := from.count()
		pieces, levels, total = append(pieces, from), append(levels, n), total+n
	}
	own.room(total)
	for i, from := range pieces {
		places = own.unpackLevels(from, professions[i], levels[i], places)
		if own.past != nil {
			own.past.unpack(from, professions[i])
		}
		if !from.empty() {
			return nil, nil, errPieces
		}
	}
	if !own.indexLevels() {
		return nil, nil, errPieces
	}
	return own, places, nil
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
	if !p.indexLevels() {
		return errPieces
	}
	return nil
}

// picked returns what stands at some places, which count from 1.
func picked[T any](all []T, order []int32) []T {
	out := make([]T, len(order))
	for i, at := range order {
		out[i] = all[at-1]
	}
	return out
}
