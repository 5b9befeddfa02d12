package near

import (
	"brujula/data"
	"brujula/data/texts"
)

// Summary returns what the result stands on, for texts.
func (r *Result) Summary() texts.NearSummary {
	scale := ""
	if r.ScaleKnown {
		scale = r.Scale.Key()
	}
	return texts.NearSummary{
		Others: r.Others, Scale: scale, Then: r.Seats, Now: r.Query.Seats,
		Process: r.Process, Modality: r.Query.Modality, Rank: r.Query.Rank, Width: r.Query.Width, Mark: r.Query.Mark, Range: r.Query.Range,
		Found: len(r.Picks), Line: r.Line, ByRank: r.ByRank, Ties: r.Ties, Unknown: r.Unknown, Cut: r.Cut,
	}
}

// Section is one way to group what was taken, with its words.
type Section struct {
	Title  string
	Groups []Group
	Name   func(value string) string
}

// Sections returns the three ways to group.
func (r *Result) Sections() []Section {
	plain := func(word func(string) string) func(string) string {
		return func(value string) string {
			if value == "" || value == "0" {
				return texts.NearUnknown
			}
			return word(value)
		}
	}
	return []Section{
		{texts.NearGrades, r.Grades, plain(func(v string) string { return "GD-" + v })},
		{texts.NearRegions, r.Regions, plain(texts.PlaceName)},
		{texts.NearInst, r.Institutions, plain(texts.ShortInstitution)},
	}
}

// Cells returns the columns of texts.NearHeading.
func (p *Pick) Cells() []string {
	cells := []string{texts.NearPlace(p.From, p.To), texts.NearMark(p.Mark), "–", p.Code, p.Name, "", "", ""}
	if o := p.Plaza; o != nil {
		cells[2], cells[4] = texts.GradeDigit(o.Grade), o.Establishment
		cells[5], cells[6], cells[7] = texts.PlaceName(o.Province), texts.PlaceName(o.Region), texts.ShortInstitution(o.Institution)
	}
	return cells
}

// Report is the answer of cerca --json.
type Report struct {
	Process    data.Process  `json:"proceso"`
	Profession string        `json:"profesion"`
	Modality   data.Modality `json:"modalidad"`
	Rank       *int          `json:"puesto"`
	Mark       *float64      `json:"nota"`
	Width      float64       `json:"ancho"`
	ByRank     bool          `json:"por_puesto_de_la_lista"`
	UpTo       int           `json:"hasta_puesto,omitempty"`
	Line       int           `json:"elecciones_de_la_linea"`
	Unknown    int           `json:"sin_lugar"`
	Ties       int           `json:"empatadas"`
	Grades     []Group       `json:"por_gd"`
	Regions    []Group       `json:"por_region"`
	Insts      []Group       `json:"por_institucion"`
	Picks      []ReportPick  `json:"elecciones"`
	Notes      []string      `json:"notas"`

	Others []data.Process `json:"otros_procesos"` // that could be asked about as well
	Scale  *string        `json:"escala_de_notas"`
	Then   int            `json:"plazas_de_la_linea"`
	Now    *int           `json:"plazas_de_la_linea_ahora"`
}

// ReportPick is one seat that was taken; nobody is named.
type ReportPick struct {
	From        int      `json:"lugar_desde"`
	To          int      `json:"lugar_hasta"`
	Mark        *float64 `json:"nota"`
	Renipress   string   `json:"renipress"`
	Name        string   `json:"establecimiento"`
	Region      string   `json:"region"`
	Province    string   `json:"provincia"`
	District    string   `json:"distrito"`
	Institution string   `json:"institucion"`
	Grade       *int     `json:"gd"`
}

// ReportOf puts a result into the form of cerca --json.
func ReportOf(r *Result) Report {
	q := &r.Query
	out := Report{
		Process: r.Process, Profession: q.Profession, Modality: q.Modality, Width: float64(q.Width), ByRank: r.ByRank, UpTo: r.Cut,
		Line: r.Line, Unknown: r.Unknown, Ties: r.Ties, Grades: data.OrEmpty(r.Grades), Regions: data.OrEmpty(r.Regions), Insts: data.OrEmpty(r.Institutions),
		Picks: []ReportPick{}, Notes: r.Summary().Notes(), Others: data.OrEmpty(r.Others), Then: r.Seats, Now: data.OrNull(q.Seats),
	}
	if r.ScaleKnown {
		scale := r.Scale.Key()
		out.Scale = &scale
	}
	if q.Mark > 0 {
		out.Mark, out.Width = &q.Mark, q.Range
	} else {
		out.Rank = &q.Rank
	}
	for i := range r.Picks {
		p := &r.Picks[i]
		row := ReportPick{From: p.From, To: p.To, Renipress: p.Code, Name: p.Name, Mark: data.OrNull(p.Mark)}
		if o := p.Plaza; o != nil {
			row.Name, row.Region, row.Province, row.District, row.Institution = o.Establishment, o.Region, o.Province, o.District, o.Institution
			row.Grade = data.OrNull(o.Grade)
		}
		out.Picks = append(out.Picks, row)
	}
	return out
}
