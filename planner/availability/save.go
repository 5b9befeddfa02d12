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
const CacheFormat = "9"

// cacheMagic starts every saved model. Behind it stand the size and the sum of a
// directory, the directory, and the blocks that it lists: of each modality its head, one
// of what its professions share, and one of each profession, so that a question about
// one line reads no other's.
const cacheMagic = "serums-modelo " + CacheFormat + "\n"

// castagnoli is the sum that processors reckon by themselves. It finds what was
// damaged by chance.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// block is a piece of a saved model; it stands right behind the one before.
type block struct {
	modality       data.Modality
	profession     string // empty for what all of a modality share
	from           int64  // where it stands
	words, figures int    // bytes
	sum            uint32
}

// blockOfHead is the name of no profession.
const blockOfHead = "*"

// Save writes the model with its ranges and evidence, for the cache.
func (m *Model) Save(w io.Writer) error {
	var directory packer
	var content []byte
	for _, modality := range data.Modalities() {
		if m.parts[modality] == nil {
			continue
		}
		p, err := m.parts[modality].whole()
		if err != nil {
			return fmt.Errorf("availability: save: %w", err)
		}
		for _, profession := range p.blocks() {
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

// Load reads what Save wrote; ErrCache when it cannot be used. What bears on a line is
// read when it is first asked for: a planner asks about one or two of a dozen
// professions, and all of them are some twenty megabytes. So r is held, and may be asked
// from several goroutines; what it no longer gives then is lost (see Lost). What bears
// on the named lines (of any process) is read at once, so that nothing is wrong with it.
func Load(r io.ReaderAt, lines ...data.Line) (*Model, error) {
	blocks, err := directoryOf(r)
	if err != nil {
		return nil, err
	}
	m := &Model{parts: map[data.Modality]*part{}}
	for _, b := range blocks {
		p := m.parts[b.modality]
		switch {
		case b.profession == blockOfHead:
			if m.parts[b.modality], err = newStored(r, &b); err != nil {
				return nil, err
			}
		case p == nil:
			return nil, errPieces
		default:
			p.stored.blocks[b.profession] = b
		}
	}
	for _, line := range lines {
		if p := m.parts[line.Modality]; p != nil {
			if _, err := p.open(line.Profession); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

// read reads a block.
func (b *block) read(r io.ReaderAt) (*unpacker, error) {
	words, figures := make([]byte, b.words), make([]byte, b.figures)
	for _, piece := range []struct {
		into []byte
		from int64
	}{{words, b.from}, {figures, b.from + int64(b.words)}} {
		if _, err := r.ReadAt(piece.into, piece.from); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCache, err)
		}
	}
	if crc32.Update(crc32.Checksum(words, castagnoli), castagnoli, figures) != b.sum {
		return nil, fmt.Errorf("%w: damaged", ErrCache)
	}
	return &unpacker{words: string(words), figures: figures}, nil
}

// largest bounds what a damaged file may ask memory for; the pieces of a real model
// have some hundred kilobytes.
const largest = 1 << 28

// directoryOf lists the blocks.
func directoryOf(r io.ReaderAt) (blocks []block, err error) {
	const sizes = 8
	head := make([]byte, len(cacheMagic)+sizes)
	if _, err := r.ReadAt(head, 0); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	size, sum := binary.LittleEndian.Uint32(head[len(cacheMagic):]), binary.LittleEndian.Uint32(head[len(cacheMagic)+4:])
	if string(head[:len(cacheMagic)]) != cacheMagic || size > largest {
		return nil, ErrCache
	}
	directory := make([]byte, size)
	if _, err := r.ReadAt(directory, int64(len(head))); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	if crc32.Checksum(directory, castagnoli) != sum {
		return nil, fmt.Errorf("%w: damaged", ErrCache)
	}
	from, at := unpacker{words: string(directory)}, int64(len(head)+len(directory))
	for from.words != "" && !from.bad {
		b := block{modality: data.Modality(from.text()), profession: from.text(), from: at, words: from.whole(), figures: from.whole(), sum: uint32(from.whole())}
		if b.words < 0 || b.figures < 0 || b.words > largest || b.figures > largest {
			return nil, errPieces
		}
		at += int64(b.words + b.figures)
		blocks = append(blocks, b)
	}
	if from.bad {
		return nil, errPieces
	}
	if _, err := r.ReadAt(head[:1], at-1); err != nil { // a file that was cut says so at once
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	return blocks, nil
}

// blocks names the blocks of a part, the head first.
func (p *part) blocks() []string {
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
	return append([]string{blockOfHead}, slices.Compact(all)...)
}

func (p *part) pack(profession string) *packer {
	to := &packer{}
	if profession == blockOfHead {
		p.packHead(to)
		return to
	}
	p.packLevels(to, profession)
	if p.past != nil {
		p.past.pack(to, profession)
	}
	return to
}
