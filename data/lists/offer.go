package lists

import (
	"context"
	"maps"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// ReadOffer reads the offered plazas of the file at path, one draft for each
// process and modality that it holds, in the order of adjudication. Rows of
// the same plaza become one: their seats add up, and the first row's
// attributes stay. Errors are of type *Error, or those of the context.
func ReadOffer(ctx context.Context, path string, o Options) ([]Draft, error) {
	s, m, err := prepare(ctx, path, o, data.KindOffer)
	if err != nil {
		return nil, err
	}
	return offers(ctx, s, m)
}

// offers makes drafts of the rows of a table.
func offers(ctx context.Context, s *source, m *mapper) ([]Draft, error) {
	m.table.split(m.options.Modality)
	if err := m.assignKeys(s); err != nil {
		return nil, err
	}
	sum, err := s.sum()
	if err != nil {
		return nil, err
	}
	drafts := make(map[key]*Draft)
	type placed struct {
		at    int // among the plazas of its draft
		first *line
	}
	places := make(map[data.PlazaID]placed, len(m.table.lines))
	rows, seats := 0, 0
	repeats := newRepeats()
	err = m.each(ctx, func(l *line) {
		if l.empty() {
			return
		}
		plaza, ok := m.plaza(l)
		if !ok {
			return
		}
		d := m.draft(drafts, l, data.KindOffer, sum)
		d.Info.UpTo = 0
		if d.Offer == nil {
			d.Offer = &data.Offer{Process: l.key.process, Modality: l.key.modality}
			if len(drafts) == 1 {
				d.Offer.Plazas = make([]data.Plaza, 0, len(m.table.lines))
			}
		}
		rows, seats = rows+1, seats+plaza.Seats
		d.Info.Rows++
		d.Info.Seats += plaza.Seats
		if former, seen := places[plaza.PlazaID]; seen {
			repeats.see(former.first, l)
			m.merge(l, &d.Offer.Plazas[former.at], &plaza)
			return
		}
		places[plaza.PlazaID] = placed{len(d.Offer.Plazas), l}
		d.Offer.Plazas = append(d.Offer.Plazas, plaza)
		d.Info.Plazas++
	})
	if err != nil {
		return nil, err
	}
	repeats.tell(m.report, rows)
	for _, sheet := range slices.Sorted(maps.Keys(m.sheetRepeats)) {
		m.report.note(sheet, texts.ListSheetRepeats(m.sheetRepeats[sheet]))
	}
	if total := m.table.declared; total > 0 && total != seats {
		m.report.add(nil, data.Problem{
			File: s.base, Sheet: m.table.totalRow.Sheet, Page: m.table.totalRow.Page, Row: m.table.totalRow.Number,
			Reason: texts.ListTotalDiffers(total, seats), Level: data.Warning,
		})
	}
	out, err := m.finish(s, drafts)
	if err == nil {
		out[0].DeclaredTotal = m.table.declared
	}
	return out, err
}

// plaza makes a plaza of one row; ok is false when the row was rejected.
func (m *mapper) plaza(l *line) (p data.Plaza, ok bool) {
	if !m.keyed(l) {
		return p, false
	}
	profession, ok := m.profession(l)
	if !ok {
		return p, false
	}
	code, ok := m.code(l)
	if !ok {
		return p, false
	}
	seats, ok := m.seats(l)
	if !ok {
		return p, false
	}
	grade, ok := m.grade(l)
	if !ok {
		return p, false
	}
	where := m.place(l)
	p = data.Plaza{
		PlazaID: data.PlazaID{Process: l.key.process, Profession: profession, Modality: l.key.modality, Renipress: code},
		Region:  where.region, Province: where.province, District: where.district,
		Establishment: m.name(l, code),
		Diresa:        m.attribute(l, FieldDiresa),
		Offering:      m.attribute(l, FieldOffering),
		Institution:   m.attribute(l, FieldInstitution),
		Category:      m.attribute(l, FieldCategory),
		Grade:         grade, Seats: seats,
		ZAF: m.flag(l, FieldZAF), ZE: m.flag(l, FieldZE),
		Sources: []data.Source{m.source(l)},
		Extra:   m.extra(l),
	}
	budget := m.attribute(l, FieldBudget)
	if l.half == unpaidHalf {
		budget = noBudget
	}
	if budget != "" {
		p.Budgets = []data.Budget{{Name: budget, Seats: seats}}
	}
	return p, true
}

func (m *mapper) source(l *line) data.Source {
	return data.Source{File: m.file, Sheet: l.row.Sheet, Page: l.row.Page, Row: l.row.Number}
}

// extra keeps the columns that no field takes, and a sede that is not the
// usual one.
func (m *mapper) extra(l *line) map[string]string {
	var extra map[string]string
	keep := func(heading, text string) {
		if heading == "" || text == "" {
			return
		}
		if extra == nil {
			extra = make(map[string]string)
		}
		extra[heading] = text
	}
	for column, field := range l.heading.fields {
		if field == "" && column < len(l.row.Cells) {
			if text := oneLine(fold.Clean(l.row.Cells[column])); m.keeps(column, l.heading.texts[column], text) && !m.personal(l, text) {
				keep(l.heading.texts[column], text)
			}
		}
	}
	if sede := m.closedValue(FieldSede, l.cell(FieldSede)); sede.text != "" && sede.text != centralSede {
		m.report.warn(l, FieldSede, texts.ListOtherSede)
		keep(l.heading.column(FieldSede), sede.text)
	}
	return extra
}

// AddSeats adds the seats, budgets and sources of a further record of a plaza to
// it. What into holds may be changed in place: who shares it copies it first.
func AddSeats(into, from *data.Plaza) {
	into.Seats += from.Seats
	into.Sources = append(into.Sources, from.Sources...)
	for _, budget := range from.Budgets {
		at := slices.IndexFunc(into.Budgets, func(b data.Budget) bool { return b.Name == budget.Name })
		if at < 0 {
			into.Budgets = append(into.Budgets, budget)
			continue
		}
		into.Budgets[at].Seats += budget.Seats
	}
}

// merge adds a further row of a plaza to it.
func (m *mapper) merge(l *line, into, from *data.Plaza) {
	if first := into.Sources[0]; first.Sheet != l.row.Sheet {
		m.sheetRepeats[l.row.Sheet]++
	}
	AddSeats(into, from)
	conflict := func(field Field, differs bool) {
		if differs {
			m.report.warn(l, field, texts.ListConflictingRow(into.Sources[0].Row))
		}
	}
	conflict(FieldEstablishment, fold.Squash(into.Establishment) != fold.Squash(from.Establishment))
	conflict(FieldRegion, into.Region != from.Region)
	conflict(FieldProvince, into.Province != from.Province)
	conflict(FieldDistrict, into.District != from.District)
	conflict(FieldDiresa, into.Diresa != from.Diresa)
	conflict(FieldInstitution, into.Institution != from.Institution)
	conflict(FieldGrade, into.Grade != from.Grade)
	conflict(FieldCategory, into.Category != from.Category)
	conflict(FieldZAF, into.ZAF != from.ZAF)
	conflict(FieldZE, into.ZE != from.ZE)
	for heading, text := range from.Extra {
		if into.Extra == nil {
			into.Extra = make(map[string]string)
		}
		if strings.TrimSpace(into.Extra[heading]) == "" {
			into.Extra[heading] = text
		}
	}
}
