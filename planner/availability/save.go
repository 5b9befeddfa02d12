package availability

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"brujula/data"
)

// ErrCache tells that a saved model cannot be used: another version, damaged,
// or not a model at all. The caller fits again.
var ErrCache = errors.New("availability: saved model unusable")

// CacheFormat changes with the format of a saved model and with whatever makes
// an old fit wrong for the present code.
const CacheFormat = "7"

// cacheMagic starts every saved model.
const cacheMagic = "serums-modelo " + CacheFormat + "\n"

// maxCache bounds what Load reads; a real model with its refits takes about 2 MB.
const maxCache = 64 << 20

// savedPart is the form of a part on disk: slices instead of maps, so that the
// same model gives the same bytes.
type savedPart struct {
	Modality    data.Modality
	Basis       Basis
	Theta       float64
	Ridge       []float64
	YearRidge   []float64
	Effects     []uint8
	Professions []string
	Values      []string
	Years       []data.Process
	Support     []float64
	Coef        []float64
	Refits      []byte // float32, little-endian, refit by refit
	LineNames   []string
	Lines       []lineFacts
	HasPast     bool
	Plazas      []savedPlaza
	Counts      [3]savedCounts // establishments, districts, provinces
	Grades      []savedGrade
}

type savedPlaza struct {
	Key    plazaKey
	Record plazaRecord
}

type savedCounts struct {
	Keys   []string
	Counts []int
}

type savedGrade struct {
	Key   regionGrade
	Count int
}

// Save writes the model with its ranges and evidence, for the cache.
func (m *Model) Save(w io.Writer) error {
	var parts []savedPart
	for _, modality := range data.Modalities() {
		if p := m.parts[modality]; p != nil {
			parts = append(parts, p.saved(modality))
		}
	}
	var payload bytes.Buffer
	if err := gob.NewEncoder(&payload).Encode(parts); err != nil {
		return fmt.Errorf("availability: save: %w", err)
	}
	sum := sha256.Sum256(payload.Bytes())
	for _, chunk := range [][]byte{[]byte(cacheMagic), sum[:], payload.Bytes()} {
		if _, err := w.Write(chunk); err != nil {
			return fmt.Errorf("availability: save: %w", err)
		}
	}
	return nil
}

// Load reads what Save wrote; ErrCache when it cannot be used.
func Load(r io.Reader) (*Model, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxCache+1))
	if err != nil {
		return nil, fmt.Errorf("availability: load: %w", err)
	}
	head := len(cacheMagic) + sha256.Size
	if len(raw) < head || len(raw) > maxCache || string(raw[:len(cacheMagic)]) != cacheMagic {
		return nil, ErrCache
	}
	if sum := sha256.Sum256(raw[head:]); !bytes.Equal(sum[:], raw[len(cacheMagic):head]) {
		return nil, ErrCache
	}
	var parts []savedPart
	if err := gob.NewDecoder(bytes.NewReader(raw[head:])).Decode(&parts); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	m := &Model{parts: make(map[data.Modality]*part, len(parts))}
	for i := range parts {
		p, err := parts[i].part()
		if err != nil {
			return nil, err
		}
		m.parts[parts[i].Modality] = p
	}
	return m, nil
}

func (p *part) saved(modality data.Modality) savedPart {
	s := savedPart{
		Modality: modality, Basis: p.basis, Theta: p.theta, Ridge: p.ridge[:], YearRidge: p.yearRidge[:],
		Support: p.support, Coef: p.coef, Refits: packRefits(p.refits),
	}
	for _, l := range p.levels {
		s.Effects = append(s.Effects, uint8(l.effect))
		s.Professions = append(s.Professions, l.profession)
		s.Values = append(s.Values, l.value)
		s.Years = append(s.Years, l.year)
	}
	for _, name := range sortedKeys(p.lines) {
		s.LineNames = append(s.LineNames, name)
		s.Lines = append(s.Lines, p.lines[name])
	}
	if p.past == nil {
		return s
	}
	s.HasPast = true
	for key, record := range p.past.Plazas {
		s.Plazas = append(s.Plazas, savedPlaza{key, record})
	}
	slices.SortFunc(s.Plazas, func(a, b savedPlaza) int {
		return cmp.Or(cmp.Compare(a.Key.Profession, b.Key.Profession), cmp.Compare(a.Key.Renipress, b.Key.Renipress))
	})
	for i, counts := range p.past.counts() {
		for _, key := range sortedKeys(*counts) {
			s.Counts[i].Keys = append(s.Counts[i].Keys, key)
			s.Counts[i].Counts = append(s.Counts[i].Counts, (*counts)[key])
		}
	}
	for key, n := range p.past.RegionGrades {
		s.Grades = append(s.Grades, savedGrade{key, n})
	}
	slices.SortFunc(s.Grades, func(a, b savedGrade) int {
		return cmp.Or(cmp.Compare(a.Key.Profession, b.Key.Profession),
			cmp.Compare(a.Key.Region, b.Key.Region), cmp.Compare(a.Key.Grade, b.Key.Grade))
	})
	return s
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// counts names the three counts by place, in the order in which they are saved.
func (r *record) counts() [3]*map[string]int {
	return [3]*map[string]int{&r.Establishments, &r.Districts, &r.Provinces}
}

// part rebuilds a part and checks that its pieces fit together.
func (s *savedPart) part() (*part, error) {
	n := len(s.Coef)
	if !s.fits() {
		return nil, fmt.Errorf("%w: its pieces do not fit together", ErrCache)
	}
	p := &part{
		basis: s.Basis, theta: s.Theta, support: s.Support, coef: s.Coef, refits: unpackRefits(s.Refits, n),
		index:  make(map[level]int32, n),
		levels: make([]level, n),
		lines:  make(map[string]lineFacts, len(s.Lines)),
		years:  make(map[data.Process]bool, len(s.Basis.Processes)),
	}
	copy(p.ridge[:], s.Ridge)
	copy(p.yearRidge[:], s.YearRidge)
	for _, process := range s.Basis.Processes {
		p.years[process] = true
	}
	for i := range p.levels {
		p.levels[i] = level{Effect(s.Effects[i]), s.Professions[i], s.Values[i], s.Years[i]}
		p.index[p.levels[i]] = int32(i)
	}
	for i, name := range s.LineNames {
		p.lines[name] = s.Lines[i]
	}
	if !s.HasPast {
		return p, nil
	}
	p.past = newRecord(len(s.Plazas))
	for i := range s.Plazas {
		p.past.Plazas[s.Plazas[i].Key] = s.Plazas[i].Record
	}
	for i, counts := range p.past.counts() {
		for j, key := range s.Counts[i].Keys {
			(*counts)[key] = s.Counts[i].Counts[j]
		}
	}
	for _, g := range s.Grades {
		p.past.RegionGrades[g.Key] = g.Count
	}
	return p, nil
}

// fits checks lengths and numbers, so that no later step meets an index out of
// range or a chance that is not a number.
func (s *savedPart) fits() bool {
	n := len(s.Coef)
	ok := len(s.Effects) == n && len(s.Professions) == n && len(s.Values) == n && len(s.Years) == n && len(s.Support) == n &&
		len(s.LineNames) == len(s.Lines) && s.Theta >= 0 && !math.IsInf(s.Theta, 1)
	for _, v := range s.Coef {
		ok = ok && !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	for _, ridge := range [][]float64{s.Ridge, s.YearRidge} {
		ok = ok && len(ridge) == int(effectCount)
		for _, v := range ridge {
			ok = ok && v >= 0 && !math.IsInf(v, 1)
		}
	}
	for _, e := range s.Effects {
		ok = ok && e < uint8(effectCount)
	}
	ok = ok && len(s.Refits)%(4*max(1, n)) == 0
	for at := 0; at+4 <= len(s.Refits); at += 4 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(s.Refits[at:]))
		ok = ok && v-v == 0 // neither NaN nor infinite
	}
	for i := range s.Counts {
		ok = ok && len(s.Counts[i].Keys) == len(s.Counts[i].Counts)
	}
	return ok
}

func packRefits(refits [][]float32) []byte {
	var packed []byte
	for _, refit := range refits {
		for _, v := range refit {
			packed = binary.LittleEndian.AppendUint32(packed, math.Float32bits(v))
		}
	}
	return packed
}

// unpackRefits cuts packed refits of n coefficients each; nil where there are
// none.
func unpackRefits(packed []byte, n int) [][]float32 {
	if n == 0 || len(packed) == 0 {
		return nil
	}
	refits := make([][]float32, 0, len(packed)/(4*n))
	for len(packed) >= 4*n {
		refit := make([]float32, n)
		for j := range refit {
			refit[j] = math.Float32frombits(binary.LittleEndian.Uint32(packed[4*j:]))
		}
		refits = append(refits, refit)
		packed = packed[4*n:]
	}
	return refits
}
