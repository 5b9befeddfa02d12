package library

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
)

// The columns of the stored lists. A change of them is a new indexVersion, but for
// a column that only some lists have: a list with people who passed has one more,
// so that a program that knows none refuses that list by its head, and no other.
func offerColumns() []string {
	return []string{
		"renipress", "profesion", "establecimiento", "region", "provincia", "distrito", "diresa",
		"institucion_ofertante", "institucion", "gd", "categoria", "cupos", "presupuesto", "zaf", "ze", sourceColumn, "otros",
	}
}

func adjudicationColumns() []string {
	return []string{"profesion", "renipress", "establecimiento", "puesto", "nota", sourceColumn}
}

// outcomeColumns are those of a list that has persons without a seat as well.
func outcomeColumns() []string { return append(adjudicationColumns(), "estado") }

// sourceColumn tells where a record was read.
const sourceColumn = "fuente"

// contextRows is how many rows are decoded between two looks at the context.
const contextRows = 4096

// encodeOffer returns the stored form of an offer.
func encodeOffer(offer *data.Offer) ([]byte, error) {
	w, err := newRecordWriter(offerColumns())
	if err != nil {
		return nil, err
	}
	for i := range offer.Plazas {
		if err := w.write(plazaCells(&offer.Plazas[i])); err != nil {
			return nil, err
		}
	}
	return w.bytes()
}

// plazaCells returns the cells of a plaza in the order of offerColumns.
func plazaCells(p *data.Plaza) []string {
	return []string{
		escapeText(p.Renipress), escapeText(p.Profession), escapeText(p.Establishment), escapeText(p.Region),
		escapeText(p.Province), escapeText(p.District), escapeText(p.Diresa), escapeText(p.Offering),
		escapeText(p.Institution), numberCell(p.Grade), escapeText(p.Category), strconv.Itoa(p.Seats),
		budgetsCell(p.Budgets), yesCell(p.ZAF), yesCell(p.ZE), sourcesCell(p.Sources),
		extraCell(p.Extra, slices.Sorted(maps.Keys(p.Extra))),
	}
}

// offerDecoder holds what plazas share: a slab of sources instead of one allocation a
// plaza, and the budgets and extra columns by their cells, of which a list has few.
type offerDecoder struct {
	*recordReader
	offer   *data.Offer
	sources []data.Source
	budgets map[string][]data.Budget
	extra   map[string]map[string]string
}

// decodeOffer reads what encodeOffer wrote; ok is false for anything else.
func decodeOffer(ctx context.Context, text string, process data.Process, modality data.Modality) (offer *data.Offer, ok bool, err error) {
	r, _, ok := newRecordReader(text, offerColumns())
	if !ok {
		return nil, false, nil
	}
	rows := r.rows()
	d := offerDecoder{
		recordReader: r,
		offer:        &data.Offer{Process: process, Modality: modality, Plazas: make([]data.Plaza, 0, rows)},
		sources:      make([]data.Source, 0, rows),
		budgets:      map[string][]data.Budget{},
		extra:        map[string]map[string]string{},
	}
	for {
		cells, ok := r.next()
		if !ok {
			return nil, false, nil
		}
		if cells == nil {
			return d.offer, true, nil
		}
		if !d.add(cells) {
			return nil, false, nil
		}
		if r.line%contextRows == 0 && ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
	}
}

func (d *offerDecoder) add(cells []string) bool {
	if len(cells) != 17 {
		return false
	}
	d.offer.Plazas = append(d.offer.Plazas, data.Plaza{
		PlazaID: data.PlazaID{
			Process: d.offer.Process, Profession: d.text(1), Modality: d.offer.Modality, Renipress: d.text(0),
		},
		Establishment: d.text(2),
		Region:        d.text(3),
		Province:      d.text(4),
		District:      d.text(5),
		Diresa:        d.text(6),
		Offering:      d.text(7),
		Institution:   d.text(8),
		Category:      d.text(10),
	})
	p := &d.offer.Plazas[len(d.offer.Plazas)-1]
	var err error
	var okGrade, okZAF, okZE bool
	p.Grade, okGrade = parseNumber(cells[9])
	p.Seats, err = strconv.Atoi(cells[11])
	p.ZAF, okZAF = parseYes(cells[13])
	p.ZE, okZE = parseYes(cells[14])
	return err == nil && okGrade && okZAF && okZE && d.addBudgets(p, cells[12]) && d.addSources(p, cells[15]) && d.addExtra(p, cells[16])
}

func (d *offerDecoder) addBudgets(p *data.Plaza, cell string) bool {
	budgets, ok := d.budgets[cell]
	if !ok {
		cell = strings.Clone(cell)
		if budgets, ok = parseBudgets(cell); ok {
			budgets = slices.Clip(budgets) // an append by one plaza must not reach another
			d.budgets[cell] = budgets
		}
	}
	p.Budgets = budgets
	return ok
}

// addSources cuts the sources of a plaza out of the slab, so that an append by the
// caller cannot reach the next plaza's.
func (d *offerDecoder) addSources(p *data.Plaza, cell string) bool {
	from := len(d.sources)
	var ok bool
	if d.sources, ok = appendSources(d.sources, cell); len(d.sources) > from {
		p.Sources = d.sources[from:len(d.sources):len(d.sources)]
	}
	for i := range p.Sources {
		d.keepSource(&p.Sources[i])
	}
	return ok
}

func (r *recordReader) keepSource(s *data.Source) { s.File, s.Sheet = r.kept(s.File), r.kept(s.Sheet) }

func (d *offerDecoder) addExtra(p *data.Plaza, cell string) bool {
	extra, ok := d.extra[cell]
	if !ok {
		cell = strings.Clone(cell)
		if extra, ok = parseExtra(cell); ok {
			d.extra[cell] = extra
		}
	}
	p.Extra = extra
	return ok
}

// encodeAdjudication returns the stored form of a list of adjudicated seats.
func encodeAdjudication(list *data.Adjudication) ([]byte, error) {
	columns, more := adjudicationColumns(), []string(nil)
	if len(list.Passed) > 0 {
		columns, more = outcomeColumns(), []string{""}
	}
	w, err := newRecordWriter(columns)
	if err != nil {
		return nil, err
	}
	for i := range list.Picks {
		if err := w.write(append(pickCells(&list.Picks[i]), more...)); err != nil {
			return nil, err
		}
	}
	for i := range list.Passed {
		p := &list.Passed[i]
		cells := pickCells(&data.Pick{Profession: p.Profession, Rank: p.Rank, Mark: p.Mark, Source: p.Source})
		if err := w.write(append(cells, escapeText(string(p.Status)))); err != nil {
			return nil, err
		}
	}
	return w.bytes()
}

// pickCells returns the cells of a pick in the order of adjudicationColumns.
func pickCells(p *data.Pick) []string {
	mark := ""
	if p.Mark != 0 {
		mark = strconv.FormatFloat(p.Mark, 'f', -1, 64)
	}
	return []string{
		escapeText(p.Profession), escapeText(p.Renipress), escapeText(p.Establishment),
		numberCell(p.Rank), mark, sourcesCell([]data.Source{p.Source}),
	}
}

// decodeAdjudication reads what encodeAdjudication wrote; ok is false for
// anything else. UpTo and Followed are not in the file: the index has them.
func decodeAdjudication(ctx context.Context, text string, info *data.ListInfo) (list *data.Adjudication, ok bool, err error) {
	r, head, ok := newRecordReader(text, nil)
	if !ok || !slices.Equal(head, adjudicationColumns()) && !slices.Equal(head, outcomeColumns()) {
		return nil, false, nil
	}
	width := len(head)
	list = &data.Adjudication{
		Process: info.Process, Modality: info.Modality, UpTo: info.UpTo, Followed: slices.Clone(info.Followed),
		Picks: make([]data.Pick, 0, r.rows()),
	}
	for {
		cells, ok := r.next()
		if !ok {
			return nil, false, nil
		}
		if cells == nil {
			return list, true, nil
		}
		if len(cells) != width {
			return nil, false, nil
		}
		pick, ok := r.pick(cells)
		if !ok {
			return nil, false, nil
		}
		if width > 6 && cells[6] != "" {
			list.Passed = append(list.Passed, data.Passed{
				Profession: pick.Profession, Status: data.Status(r.text(6)), Rank: pick.Rank, Mark: pick.Mark, Source: pick.Source,
			})
		} else {
			list.Picks = append(list.Picks, pick)
		}
		if r.line%contextRows == 0 && ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
	}
}

func (r *recordReader) pick(cells []string) (p data.Pick, ok bool) {
	p.Profession, p.Renipress, p.Establishment = r.text(0), r.text(1), r.text(2)
	var okRank, okSource bool
	var err error
	p.Rank, okRank = parseNumber(cells[3])
	if cells[4] != "" {
		p.Mark, err = strconv.ParseFloat(cells[4], 64)
	}
	p.Source, okSource = parseSource(cells[5])
	r.keepSource(&p.Source)
	return p, okRank && okSource && err == nil
}

// encodeTable returns the stored form of a table.
func encodeTable(t *Table) ([]byte, error) {
	w, err := newRecordWriter(escapeAll(t.Head))
	if err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		if err := w.write(escapeAll(row)); err != nil {
			return nil, err
		}
	}
	return w.bytes()
}

// decodeTable reads what encodeTable wrote; ok is false for anything else.
func decodeTable(text string) (t *Table, ok bool) {
	r, head, ok := newRecordReader(text, nil)
	if !ok {
		return nil, false
	}
	t = &Table{Head: unescapeAll(head)}
	for {
		cells, ok := r.next()
		if !ok || cells != nil && len(cells) != len(head) {
			return nil, false
		}
		if cells == nil {
			return t, true
		}
		t.Rows = append(t.Rows, unescapeAll(cells))
	}
}

func escapeAll(cells []string) []string { return data.Map(cells, escapeText) }

func unescapeAll(cells []string) []string { return data.Map(cells, unescape) }
