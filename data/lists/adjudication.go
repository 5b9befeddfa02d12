package lists

import (
	"context"
	"strings"

	"brujula/data"
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
		m.report.note("", texts.ListNoRankNoMark())
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
	err = m.each(ctx, func(l *line) {
		pick, ok := m.pick(l, finder)
		if !ok {
			return
		}
		d := m.draft(drafts, l, data.KindAdjudication, sum)
		if d.Adjudication == nil {
			d.Adjudication = &data.Adjudication{Process: l.key.process, Modality: l.key.modality, UpTo: o.UpTo}
		}
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
	return m.finish(s, drafts)
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
		m.report.reject(l, FieldRank, texts.ListBadRank())
	}
	return rank, ok
}

// mark takes the mark or score; a blank one is 0.
func (m *mapper) mark(l *line) (mark float64, ok bool) {
	raw := l.cell(FieldMark)
	if strings.TrimSpace(raw) == "" {
		return 0, true
	}
	if mark, ok = parseMark(raw); !ok {
		m.report.reject(l, FieldMark, texts.ListBadMark())
	}
	return mark, ok
}

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
