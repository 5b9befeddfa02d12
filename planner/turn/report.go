package turn

import (
	"slices"

	"brujula/data"
	"brujula/planner/points"
	"brujula/planner/report"
)

// Report is the answer of turno ver --json.
type Report struct {
	Line     data.Line    `json:"linea"`
	Started  bool         `json:"empezado"`
	Turn     int          `json:"van_por"`
	Rank     *int         `json:"mi_puesto"`
	Ahead    *int         `json:"faltan"`
	Over     bool         `json:"paso_mi_turno"`
	Seats    ReportSeats  `json:"cupos"`
	Passed   int          `json:"pasaron"`
	Best     []ReportItem `json:"pedir"`
	None     bool         `json:"ninguna_probable"`
	Plan     []ReportItem `json:"plan"`
	Nothing  *ReportNone  `json:"quedar_sin_plaza"`
	Crossed  []ReportItem `json:"tachadas"`
	Mine     *ReportItem  `json:"mi_plaza"` // that I took; only its code where no loaded offer has it
	Declined bool         `json:"no_elegi"`
	Road     []ReportStop `json:"hasta_donde"`
	Acts     int          `json:"actos"`
}

// ReportSeats counts the seats of the line: all, crossed out, gone by now and
// at my turn; the last two are null without chances.
type ReportSeats struct {
	All  int      `json:"linea"`
	Told int      `json:"tachados"`
	Gone *float64 `json:"idos"`
	Mine *float64 `json:"a_mi_turno"`
}

// ReportNone is the chance to end with nothing of the plan.
type ReportNone struct {
	Independent float64 `json:"independiente"`
	Bound       float64 `json:"cota"`
}

// ReportStop is how far along the line a line of the plan lasts.
type ReportStop struct {
	Place int  `json:"orden"`
	Until *int `json:"puesto"` // the last that finds it free as likely as not; null where the next one does not
}

// ReportItem is one plaza; its first fields stand in the order of the official
// screen.
type ReportItem struct {
	Place       int      `json:"orden"` // 0: not in the plan
	Diresa      string   `json:"diresa"`
	Institution string   `json:"institucion"`
	Province    string   `json:"provincia"`
	District    string   `json:"distrito"`
	Renipress   string   `json:"renipress"`
	Name        string   `json:"establecimiento"`
	Region      string   `json:"region"`
	Grade       *int     `json:"gd"`
	Seats       int      `json:"cupos"`
	Left        int      `json:"libres"`
	Now         *float64 `json:"prob_ahora"`
	Chance      *float64 `json:"prob"`
	Band        *string  `json:"banda"`
	// Spread is over the ranks that may be the applicant's; null where theirs is sure.
	Spread  *report.Spread `json:"segun_orden"`
	Points  points.Award   `json:"puntos"`
	Refused []string       `json:"no_quiere"` // what of it the applicant said not to want
}

// ReportOf puts the act and its view into the form of turno ver --json.
func ReportOf(a *Act, v *View) Report {
	r := Report{
		Line: a.Line(), Started: v.State.Started, Turn: v.State.Turn, Over: v.Over,
		Passed: v.State.Passed, None: v.NoneLikely, Acts: len(a.History()), Best: items(v.Best), Plan: items(v.Plan),
	}
	for _, n := range a.Seats() {
		r.Seats.All += n
	}
	r.Seats.Told = v.State.Told
	if v.Rank > 0 {
		r.Rank, r.Ahead = &v.Rank, &v.Ahead
	}
	if v.Odds != nil {
		r.Seats.Gone, r.Seats.Mine = &v.Odds.Gone, &v.Odds.Mine
	}
	if v.HasNothing {
		r.Nothing = &ReportNone{v.Nothing, v.NothingBound}
	}
	r.Road = []ReportStop{}
	if v.Road != nil {
		for i := range v.Road.Stops {
			r.Road = append(r.Road, ReportStop{v.Road.Stops[i].Place, data.OrNull(v.Road.Stops[i].Until)})
		}
	}
	if r.Declined = v.State.Mine.Declined; v.Mine != nil {
		r.Mine = &ReportItem{Renipress: v.State.Mine.Renipress, Refused: []string{}}
		if v.Mine.Plaza != nil {
			r.Mine = &items([]Choice{*v.Mine})[0]
		}
	}
	r.Crossed = items(slices.DeleteFunc(slices.Clone(v.All), func(c Choice) bool { return c.Left == c.Plaza.Seats }))
	return r
}

func items(choices []Choice) []ReportItem {
	out := make([]ReportItem, 0, len(choices))
	for i := range choices {
		c := &choices[i]
		p := c.Plaza
		item := ReportItem{
			Place: c.Place, Diresa: p.Diresa, Institution: p.Institution, Province: p.Province, District: p.District,
			Renipress: p.Renipress, Name: p.Establishment, Region: p.Region, Seats: p.Seats, Left: c.Left, Points: c.Points,
			Grade: data.OrNull(p.Grade), Refused: data.OrEmpty(c.Refused),
		}
		if c.Known {
			band := c.Est.Band.Key()
			item.Spread = report.SpreadOf(c.Spread)
			item.Now, item.Chance, item.Band = &c.Now, &c.Chance, &band
		}
		out = append(out, item)
	}
	return out
}
