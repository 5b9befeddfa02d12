package lists

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// ReadAdjudications reads the adjudicated seats of the file at path, one draft
// for each process and modality, the picks in the order of the file. Without a
// column of codes each seat is looked up in the library's offer of its process
// (Options.Known). Nothing about persons is read. Errors are of type *Error,
// or those of the context.
func ReadAdjudications(ctx context.Context, path string, o Options) ([]Draft, error) {
	s, m, err := prepare(ctx, path, o, data.KindAdjudication)
	if err != nil {
		return nil, err
	}
	if err := m.assignKeys(s); err != nil {
		return nil, err
	}
	if !m.table.heading.has(FieldRank) && !m.table.heading.has(FieldMark) {
		m.report.note("", texts.ListNoRankNoMark)
	}
	sum, err := s.sum()
	if err != nil {
		return nil, err
	}
	var finder *finder
	if !m.table.heading.has(FieldRenipress) {
		finder = newFinder(o.Known.Offers)
	}
	drafts := make(map[key]*Draft)
	places := make(map[data.PlazaID]struct{}, len(m.table.lines))
	outcomes := newOutcomes()
	draft := func(l *line) *Draft {
		d := m.draft(drafts, l, data.KindAdjudication, sum)
		if d.Adjudication == nil {
			d.Adjudication = &data.Adjudication{Process: l.key.process, Modality: l.key.modality, UpTo: o.UpTo}
		}
		return d
	}
	err = m.each(ctx, func(l *line) {
		if status := m.status(l); status != data.Taken {
			if passed, ok := m.passed(l, status); ok {
				d := draft(l)
				d.Adjudication.Passed = append(d.Adjudication.Passed, passed)
				d.Info.Passed++
				outcomes.passed(status)
			}
			return
		}
		pick, ok := m.pick(l, finder)
		if !ok {
			return
		}
		d := draft(l)
		outcomes.rank(l.key, &pick)
		d.Adjudication.Picks = append(d.Adjudication.Picks, pick)
		d.Info.Rows++
		d.Info.Seats++
		id := data.PlazaID{Process: l.key.process, Modality: l.key.modality, Profession: pick.Profession, Renipress: pick.Renipress}
		if _, seen := places[id]; !seen {
			places[id] = struct{}{}
			d.Info.Plazas++
		}
	})
	if err != nil {
		return nil, err
	}
	outcomes.tell(m.report)
	return m.finish(s, drafts)
}

// status reports what became of the person of a row. Without a column that says
// so everybody took a seat.
func (m *mapper) status(l *line) data.Status {
	raw := cmp.Or(l.cell(FieldStatus), l.cell(FieldTook))
	if strings.TrimSpace(raw) == "" {
		return data.Taken
	}
	status, ok := parseStatus(fold.Clean(raw))
	if !ok {
		m.report.warn(l, FieldStatus, texts.ListStrangeStatus)
		return data.Taken
	}
	return status
}

// passed takes a row of a person without a seat; ok is false when it was
// rejected.
func (m *mapper) passed(l *line, status data.Status) (p data.Passed, ok bool) {
	if !m.keyed(l) {
		return p, false
	}
	p.Source, p.Status = m.source(l), status
	if p.Profession, ok = m.profession(l); !ok {
		return p, false
	}
	if p.Rank, ok = m.rank(l); !ok {
		return p, false
	}
	p.Mark, ok = m.mark(l)
	return p, ok
}

// outcomes counts what a reader of the list should be told of its ranks and of
// those who took no seat.
type outcomes struct {
	without map[data.Status]int
	ranks   map[rankKey]struct{}
	equal   int // picks whose rank another of their line has
}

type rankKey struct {
	line data.Line
	rank int
}

func newOutcomes() *outcomes {
	return &outcomes{without: make(map[data.Status]int), ranks: make(map[rankKey]struct{})}
}

func (o *outcomes) passed(s data.Status) { o.without[s]++ }

func (o *outcomes) rank(k key, p *data.Pick) {
	if p.Rank == 0 {
		return
	}
	at := rankKey{data.Line{Process: k.process, Profession: p.Profession, Modality: k.modality}, p.Rank}
	if _, again := o.ranks[at]; again {
		o.equal++
		return
	}
	o.ranks[at] = struct{}{}
}

func (o *outcomes) tell(r *report) {
	if len(o.without) > 0 {
		var counts []int
		var names []string
		for _, s := range data.Statuses() {
			if o.without[s] > 0 {
				counts, names = append(counts, o.without[s]), append(names, string(s))
			}
		}
		r.note("", texts.ListWithoutSeat(names, counts))
	}
	if o.equal > 0 {
		r.note("", texts.ListEqualRanks(o.equal))
	}
}

// pick makes a pick of one row; ok is false when the row was rejected.
func (m *mapper) pick(l *line, finder *finder) (p data.Pick, ok bool) {
	if !m.keyed(l) {
		return p, false
	}
	p.Source = m.source(l)
	if p.Profession, ok = m.profession(l); !ok {
		return p, false
	}
	if p.Rank, ok = m.rank(l); !ok {
		return p, false
	}
	if p.Mark, ok = m.mark(l); !ok {
		return p, false
	}
	if finder != nil {
		return p, m.find(l, finder, &p)
	}
	if p.Renipress, ok = m.code(l); !ok {
		return p, false
	}
	p.Establishment = m.name(l, p.Renipress)
	return p, true
}

// rank takes the place in the order of merit; a blank one is 0.
func (m *mapper) rank(l *line) (rank int, ok bool) {
	raw := l.cell(FieldRank)
	if strings.TrimSpace(raw) == "" {
		return 0, true
	}
	if rank, ok = parseCount(raw, maxRank); !ok {
		m.report.reject(l, FieldRank, texts.ListBadRank)
	}
	return rank, ok
}

// mark takes the mark or score; a blank one is 0.
func (m *mapper) mark(l *line) (mark float64, ok bool) {
	raw := l.cell(FieldMark)
	if strings.TrimSpace(raw) == "" {
		return 0, true
	}
	if m.otherScale() {
		return 0, true
	}
	if mark, ok = parseMark(raw); !ok {
		m.report.reject(l, FieldMark, texts.ListBadMark)
	}
	return mark, ok
}

// otherScale reports whether most marks of the file are above the scale of 0 to
// 20. They are left out then, which is told once: ranks and seats remain.
func (m *mapper) otherScale() bool {
	if m.scale == nil {
		highest := m.highestOfOtherScale()
		m.scale = &highest
		if highest > 0 {
			m.report.note("", texts.ListOtherScale(highest))
		}
	}
	return *m.scale > 0
}

// highestOfOtherScale returns the highest mark of a file most of whose marks are
// above 20; else 0.
func (m *mapper) highestOfOtherScale() float64 {
	marks, above, highest := 0, 0, 0.0
	for i := range m.table.lines {
		text := strings.Replace(removeBlanks(m.table.lines[i].cell(FieldMark)), ",", ".", 1)
		mark, err := strconv.ParseFloat(text, 64)
		if err != nil || mark != mark || mark > maxScale {
			continue
		}
		marks++
		highest = max(highest, mark)
		if mark > maxMark {
			above++
		}
	}
	if 2*above > marks && above > 1 {
		return highest
	}
	return 0
}

// maxScale is above the marks of any scale in use.
const maxScale = 1000

// find looks the row's establishment up in the offer of its process.
func (m *mapper) find(l *line, finder *finder, p *data.Pick) bool {
	where := m.placer.resolve(l, m.lexicon)
	found := finder.find(wanted{
		line:          data.Line{Process: l.key.process, Profession: p.Profession, Modality: l.key.modality},
		establishment: m.names[l.name].value.text,
		region:        where.region, province: where.province, district: where.district,
		institution: m.closedValue(FieldInstitution, l.cell(FieldInstitution)).text,
	})
	switch len(found) {
	case 1:
		p.Renipress, p.Establishment = found[0].Renipress, found[0].Establishment
		return true
	case 0:
		m.report.reject(l, FieldEstablishment, texts.ListNotInOffer(string(l.key.process)))
	default:
		m.report.reject(l, FieldEstablishment, texts.ListAmbiguous(len(found)))
	}
	return false
}
