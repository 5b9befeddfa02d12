package explore

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/layout"
	"brujula/tui/table"
	"brujula/tui/theme"
)

// source gives the table its rows, each made when it is drawn. It holds the
// lists and chances that its rows belong to: after an import the table still
// asks the old source where its cursor was.
type source struct {
	styles *theme.Styles
	space  *workspace.Workspace
	est    *workspace.Estimates
	fate   func(data.PlazaID) workspace.Fate // in the act
	rows   []int
	query  catalog.Query
	known  browse.Known // of another workspace until it is learnt of this one
	near   browse.Near  // without a place until one is asked for
	spark  *int         // cells of the picture of a chance along the line
	place  []int32      // of each row of the catalog among rows, -1 outside; made when first asked
}

func (m *Model) newSource(rows []int) *source {
	d := m.desk
	return &source{
		styles: d.Styles, space: d.Space, est: d.Est, fate: d.Fate, rows: rows, query: catalog.ParseQuery(cmp.Or(m.read.Text, m.filter.Text)),
		known: m.known.Known, near: m.near.Near, spark: &m.spark,
	}
}

// Len counts the rows.
func (s *source) Len() int { return len(s.rows) }

// ID returns the plaza of a row.
func (s *source) ID(row int) data.PlazaID { return s.space.Catalog.Plaza(s.rows[row]).PlazaID }

// Find returns the row of a plaza.
func (s *source) Find(id data.PlazaID) (row int, ok bool) {
	at, ok := s.space.Catalog.Row(id)
	if !ok {
		return 0, false
	}
	if s.place == nil {
		s.place = make([]int32, s.space.Catalog.Len())
		for i := range s.place {
			s.place[i] = -1
		}
		for i, r := range s.rows {
			s.place[r] = int32(i)
		}
	}
	row = int(s.place[at])
	return row, row >= 0
}

// columns of the table; the order of Cells is theirs.
func columns() []table.Column {
	return data.Map(fields(), func(one field) table.Column { return one.Column })
}

// Columns that are there only where what they tell is known.
const (
	columnAlong  = "queda"
	columnKm     = "km"
	columnChange = "cambio"
	columnLast   = "antes"  // the newest past process
	columnBefore = "antes2" // the one before it

	columnOffered = "ofrecida" // in how many of the processes
	columnGrades  = "gd_antes" // in those before
)

// Columns of places.
const (
	columnProvince = "provincia"
	columnRegion   = "region"
)

// pastColumns are those of past processes, the newest first.
func pastColumns() []string { return []string{columnLast, columnBefore} }

// Priorities of the columns of places, of that of changes, by the window, and of those
// of the past.
const (
	placePriority        = 1 // of the region, or the province where all are of one region
	farPlacePriority     = 3
	changePriority       = 4
	changePriorityNarrow = 6 // after the district, which 80 cells do not hold either
	pastPriority         = 6
	longPastPriority     = 7
	offersPriority       = 8
)

// field is a column with what it shows and what it is sorted and filtered by.
type field struct {
	table.Column
	sort catalog.SortKey
	dim  catalog.Dim
	// hasDim tells that the column has values to filter by and to count.
	hasDim bool
	text   func(s *source, f *workspace.Facts) string
}

func fields() []field {
	col := func(id, title string, minimum, ideal, maximum, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: minimum, Ideal: ideal, Max: maximum, Priority: priority}
	}
	frozen := func(c table.Column) table.Column { c.Frozen = true; return c }
	right := func(c table.Column) table.Column { c.Align = layout.Right; return c }
	figures := func(c table.Column) table.Column { c.Figures = true; return c }
	key := func(c table.Column) table.Column { c.Key = true; return c }
	fit := func(c table.Column) table.Column { c.Fit = true; return c }
	whole := func(c table.Column, w int) table.Column { c.Whole = w; return c }
	picture := func(c table.Column) table.Column { c.Picture = true; return c }
	return []field{
		{frozen(figures(col("prob", texts.ColumnChance, 7, 7, 7, 0))), catalog.SortChance, catalog.DimBand, true, (*source).chance},
		{picture(col(columnAlong, texts.ColumnAlong, sparkNarrow, sparkNarrow, sparkNarrow, 0)), catalog.SortLeaves, 0, false, (*source).along},
		{right(col("puntos", texts.ColumnPoints, 3, 3, 3, 0)), catalog.SortPoints, 0, false, (*source).points},
		{right(col("gd", texts.ColumnGrade, 2, 2, 2, 0)), catalog.SortGrade, catalog.DimGrade, true, plain(func(p *data.Plaza) string { return texts.GradeDigit(p.Grade) })},
		{right(col(columnKm, texts.ColumnDistance, 5, 5, 6, 0)), catalog.SortDistance, 0, false, (*source).kilometres},
		{whole(key(fit(col("nombre", texts.ColumnName, 20, 22, 60, 0))), 34), catalog.SortName, 0, false, (*source).name},
		{fit(col("profesion", texts.FieldProfession, 8, 14, 24, 1)), catalog.SortProfession, catalog.DimProfession, true, plain(func(p *data.Plaza) string { return texts.PlaceName(p.Profession) })},
		{col("modalidad", texts.FieldModality, 5, 11, 11, 1), catalog.SortModality, catalog.DimModality, true, plain(func(p *data.Plaza) string { return string(p.Modality) })},
		{whole(fit(col(columnProvince, texts.ColumnProvince, 9, 13, 26, farPlacePriority)), 17), catalog.SortProvince, catalog.DimProvince, true, (*source).province},
		{fit(col(columnRegion, texts.ColumnRegion, 13, 13, 16, placePriority)), catalog.SortRegion, catalog.DimRegion, true, plain(func(p *data.Plaza) string { return texts.PlaceName(p.Region) })},
		{col("notas", texts.ColumnRisks, 6, 6, 6, 2), catalog.SortRisks, catalog.DimRisk, true, (*source).risks},
		{fit(col("distrito", texts.ColumnDistrict, 9, 14, 26, 5)), catalog.SortDistrict, catalog.DimDistrict, true, (*source).district},
		{col("categoria", texts.ColumnCategory, 4, 4, 4, 5), catalog.SortCategory, catalog.DimCategory, true, plain(func(p *data.Plaza) string { return p.Category })},
		{col(columnChange, texts.ColumnChange, 5, 5, 5, changePriority), "", catalog.DimChange, true, (*source).change},
		{fit(col("institucion", texts.FieldInstitution, 11, 14, 26, 6)), catalog.SortInstitution, catalog.DimInstitution, true, plain(func(p *data.Plaza) string { return texts.ShortInstitution(p.Institution) })},
		{col("bono", texts.ColumnBonus, 6, 6, 6, 6), catalog.SortZAF, catalog.DimZAF, true, plain(func(p *data.Plaza) string { return texts.Bonuses(p.ZAF, p.ZE) })},
		{right(col("cupos", texts.FieldSeats, 6, 6, 6, 6)), catalog.SortSeats, 0, false, plain(func(p *data.Plaza) string { return texts.Thousands(p.Seats) })},
		{right(col(columnLast, texts.ColumnBefore, 13, 14, 14, pastPriority)), catalog.SortBefore, 0, false, before(0)},
		{right(col(columnBefore, texts.ColumnBefore, 13, 14, 14, longPastPriority)), catalog.SortLongBefore, 0, false, before(1)},
		{right(col(columnOffered, texts.ColumnOffered, 7, 7, 7, offersPriority)), catalog.SortOffered, catalog.DimOffered, true, func(_ *source, f *workspace.Facts) string { return f.Offered }},
		{right(col(columnGrades, texts.ColumnGradesBefore, 9, 9, 9, offersPriority)), catalog.SortGradeWas, catalog.DimGradeWas, true, func(_ *source, f *workspace.Facts) string { return f.GradesBefore }},
		{figures(col("se_va", texts.ColumnLeaves, 11, 13, 15, 7)), catalog.SortLeaves, 0, false, (*source).leaves},
		{col("renipress", texts.FieldCode, 9, 9, 9, 7), catalog.SortRenipress, 0, false, plain(func(p *data.Plaza) string { return p.Renipress })},
		{fit(col("evidencia", texts.FieldEvidence, 12, 16, 18, 8)), "", 0, false, (*source).evidence},
		{fit(col("presupuesto", texts.ColumnBudget, 8, 10, 18, 8)), catalog.SortBudget, catalog.DimBudget, true, plain(func(p *data.Plaza) string { return texts.BudgetText(p.Budgets) })},
		{fit(col("diresa", texts.FieldDiresa, 8, 12, 20, 8)), catalog.SortDiresa, catalog.DimDiresa, true, plain(func(p *data.Plaza) string { return texts.PlaceName(p.Diresa) })},
	}
}

func plain(text func(*data.Plaza) string) func(*source, *workspace.Facts) string {
	return func(_ *source, f *workspace.Facts) string { return text(f.Plaza) }
}

// shownFields is made once: a frame asks for it at every row.
var shownFields = fields()

// Cells writes the cells of a row.
func (s *source) Cells(row int, out []string) {
	f := browse.Facts(s.space, s.est, s.rows[row], &s.known, &s.near)
	f.Fate = s.fate(f.Plaza.PlazaID) // at once: the estimates follow a moment later
	for i := range shownFields {
		out[i] = shownFields[i].text(s, &f)
	}
}

// percentWidth is what ">99 %" takes.
const percentWidth = 5

func (s *source) chance(f *workspace.Facts) string {
	switch {
	case f.Fate != workspace.FateOpen:
		return s.styles.FateStyle(f.Fate == workspace.FateMine).Render(f.Fate.Cell())
	case !f.Known:
		return "–"
	}
	est := &f.Estimate
	text := est.Band.Letter() + " " + layout.Fit(texts.Percent(est.Chance), percentWidth, layout.Right, "")
	return s.styles.BandStyle(int(est.Band) - int(availability.MuyProbable)).Render(text)
}

func (s *source) points(f *workspace.Facts) string {
	return texts.PointsShort(f.Points.Known, f.Points.Value)
}

// name writes the establishment, whole where the search found what is shortened.
func (s *source) name(f *workspace.Facts) string {
	full := f.Plaza.Establishment
	if name := texts.ListName(full); len(s.query.Highlight(name)) >= len(s.query.Highlight(full)) {
		return s.highlight(name)
	}
	return s.highlight(texts.PlaceName(full))
}

func (s *source) province(f *workspace.Facts) string {
	return s.highlight(texts.PlaceName(f.Plaza.Province))
}

func (s *source) district(f *workspace.Facts) string {
	return s.highlight(texts.PlaceName(f.Plaza.District))
}

// highlight sets off what the search found.
func (s *source) highlight(text string) string {
	if s.query.Empty() {
		return text
	}
	spans := s.query.Highlight(text)
	if len(spans) == 0 {
		return text
	}
	runes := []rune(text)
	var b strings.Builder
	at := 0
	for _, span := range spans {
		from, to := min(span[0], len(runes)), min(span[1], len(runes))
		b.WriteString(string(runes[at:from]))
		b.WriteString(s.styles.Match.Render(string(runes[from:to])))
		at = to
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

func (s *source) risks(f *workspace.Facts) string { return s.styles.RiskMark(f.Mark.Worst) }

// change writes how the plaza differs from the offer before.
func (s *source) change(f *workspace.Facts) string { return f.Change }

func (s *source) kilometres(f *workspace.Facts) string {
	if !f.Far.Asked {
		return ""
	}
	return texts.KilometresAbout(f.Far.Km, f.Far.About)
}

func (s *source) leaves(f *workspace.Facts) string {
	if !f.Known {
		return "–"
	}
	return texts.LeavesShort(f.Estimate.LeaveFrom, f.Estimate.LeaveTo)
}

// before writes what became of the plaza in a past process, by its place.
func before(process int) func(*source, *workspace.Facts) string {
	return func(s *source, f *workspace.Facts) string {
		if s.known.Space != s.space {
			return ""
		}
		story, ok := s.known.Past.In(process, f.Plaza)
		if !ok {
			return texts.NoValue
		}
		text := story.Text()
		return text.Short()
	}
}

func (s *source) evidence(f *workspace.Facts) string {
	if !f.Known {
		return ""
	}
	return texts.EvidenceShort(f.Estimate.Evidence.Level.Key(), f.Estimate.Evidence.N)
}

// narrowHeads are the columns that are as narrow as their figures, with their
// widths: the mark of an order needs more.
var narrowHeads = []struct {
	id, title string
	w         int
}{{"puntos", texts.ColumnPoints, 3}, {"gd", texts.ColumnGrade, 2}}

// markSort shows the order in the headings, each as wide as its mark needs.
func (m *Model) markSort() {
	marks := m.sortMarks()
	need := 1
	if len(marks) > 1 { // with its place among them
		need = 2
	}
	for _, c := range narrowHeads {
		w := c.w
		if slices.ContainsFunc(marks, func(k table.SortKey) bool { return k.Column == c.id }) {
			w = max(w, layout.Width(c.title)+need)
		}
		m.table.SetWidth(c.id, w)
	}
	m.table.SetSort(marks)
}

// sortMarks tells the table by what its rows are sorted; by no column while they
// stand as they match the search, and in the usual order.
func (m *Model) sortMarks() []table.SortKey {
	if m.byMatch || !m.chosen { // the usual order is said in words
		return nil
	}
	var out []table.SortKey
	for _, o := range m.orders {
		for i := range shownFields {
			if shownFields[i].sort == o.Key && shownFields[i].ID != columnAlong {
				out = append(out, table.SortKey{Column: shownFields[i].ID, Descending: o.Desc})
			}
		}
	}
	return out
}
