package availability

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"brujula/data"
)

// ErrCache tells that a saved model cannot be used: another version, damaged,
// or not a model at all. The caller fits again.
var ErrCache = errors.New("availability: saved model unusable")

// CacheFormat changes with the format of a saved model and with whatever makes
// an old fit wrong for the present code.
const CacheFormat = "8"

// cacheMagic starts every saved model. Behind it stand the size and the sum of a
// directory, the directory, and the blocks that it lists: of each modality one of what
// its professions share, and one of each profession, so that a question about one line
// reads no other's.
const cacheMagic = "serums-modelo " + CacheFormat + "\n"

// castagnoli is the sum that processors reckon by themselves. It finds what was
// damaged by chance; the library sees to more than that.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// block is a piece of a saved model; it stands right behind the one before.
type block struct {
	modality       data.Modality
	profession     string // empty for what all of a modality share
	words, figures int    // bytes
	sum            uint32
}

// Save writes the model with its ranges and evidence, for the cache.
func (m *Model) Save(w io.Writer) error {
	if m.partial {
		return errors.New("availability: save: the model was not read whole")
	}
	var directory packer
	var content []byte
	for _, modality := range data.Modalities() {
		p := m.parts[modality]
		if p == nil {
			continue
		}
		for _, profession := range p.professions() {
			piece := p.pack(profession)
			from := len(content)
			content = append(append(content, piece.words...), piece.figures...)
			directory.text(string(modality))
			directory.text(profession)
			directory.whole(len(piece.words))
			directory.whole(len(piece.figures))
			directory.whole(int(crc32.Checksum(content[from:], castagnoli)))
		}
	}
	head := binary.LittleEndian.AppendUint32([]byte(cacheMagic), uint32(len(directory.words)))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(directory.words, castagnoli))
	for _, chunk := range [][]byte{head, directory.words, content} {
		if _, err := w.Write(chunk); err != nil {
			return fmt.Errorf("availability: save: %w", err)
		}
	}
	return nil
}

// Load reads what Save wrote, and does not keep it; ErrCache when it cannot be used.
// Where lines are named (of any process) it reads what bears on them alone, a small
// part of the work: such a model answers about them as the whole one does; of others
// it knows only who passes and what it was fitted on, and must be asked nothing else.
func Load(raw []byte, lines ...data.Line) (*Model, error) {
	blocks, rest, ok := directoryOf(raw)
	if !ok {
		return nil, ErrCache
	}
	open := map[data.Modality]*saved{}
	for _, b := range blocks {
		content := rest[:b.words+b.figures]
		rest = rest[len(content):]
		asked := b.askedBy(lines)
		if !asked && b.profession != "" {
			continue
		}
		if crc32.Checksum(content, castagnoli) != b.sum {
			return nil, fmt.Errorf("%w: damaged", ErrCache)
		}
		if b.profession == "" {
			open[b.modality] = &saved{part: &part{lines: map[string]lineFacts{}, years: map[data.Process]bool{}}}
		}
		s := open[b.modality]
		if s == nil || !s.unpack(b.profession, asked, &unpacker{words: string(content[:b.words]), figures: content[b.words:]}) {
			return nil, fmt.Errorf("%w: its pieces do not fit together", ErrCache)
		}
	}
	m := &Model{parts: make(map[data.Modality]*part, len(open)), partial: len(lines) > 0}
	for modality, s := range open {
		if !s.putInOrder() {
			return nil, fmt.Errorf("%w: its pieces do not fit together", ErrCache)
		}
		m.parts[modality] = s.part
	}
	return m, nil
}

// askedBy reports whether a block bears on some lines; all do on none.
func (b *block) askedBy(lines []data.Line) bool {
	return len(lines) == 0 || slices.ContainsFunc(lines, func(l data.Line) bool {
		return l.Modality == b.modality && (l.Profession == b.profession || b.profession == "")
	})
}

// directoryOf lists the blocks, which are all of what is left of the file.
func directoryOf(raw []byte) (blocks []block, rest []byte, ok bool) {
	const sizes = 8
	if len(raw) < len(cacheMagic)+sizes || string(raw[:len(cacheMagic)]) != cacheMagic {
		return nil, nil, false
	}
	raw = raw[len(cacheMagic):]
	size, sum := binary.LittleEndian.Uint32(raw), binary.LittleEndian.Uint32(raw[4:])
	raw = raw[sizes:]
	if uint64(size) > uint64(len(raw)) || crc32.Checksum(raw[:size], castagnoli) != sum {
		return nil, nil, false
	}
	from, left := unpacker{words: string(raw[:size])}, len(raw)-int(size)
	for from.words != "" && !from.bad {
		b := block{modality: data.Modality(from.text()), profession: from.text(), words: from.whole(), figures: from.whole(), sum: uint32(from.whole())}
		if b.words < 0 || b.figures < 0 || b.words > left || b.figures > left-b.words {
			return nil, nil, false
		}
		left -= b.words + b.figures
		blocks = append(blocks, b)
	}
	return blocks, raw[size:], !from.bad && left == 0
}

// professions names the blocks of a part, the one that all share first.
func (p *part) professions() []string {
	all := []string{""}
	for i := range p.levels {
		all = append(all, p.levels[i].profession)
	}
	if p.past != nil {
		for key := range p.past.Plazas {
			all = append(all, key.Profession)
		}
		for key := range p.past.RegionGrades {
			all = append(all, key.Profession)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (p *part) pack(profession string) *packer {
	to := &packer{}
	if profession == "" {
		p.packShared(to)
	}
	p.packLevels(to, profession)
	if p.past != nil {
		p.past.pack(to, profession)
	}
	return to
}

// saved is a part that is being read.
type saved struct {
	*part
	places []int // of its levels among all of the part that was saved
	total  int   // of those
}

// mostLevels bounds what a damaged file may ask memory for; a real part has some
// fifty thousand.
const mostLevels = 1 << 22

// unpack reads a block, of one that is not asked for only what lines share; ok is
// false where it is none.
func (s *saved) unpack(profession string, asked bool, from *unpacker) (ok bool) {
	if profession == "" {
		s.unpackShared(from)
	}
	if !asked {
		return !from.bad
	}
	s.unpackLevels(from, profession)
	if s.past != nil {
		s.past.unpack(from, profession)
	}
	return from.empty()
}
