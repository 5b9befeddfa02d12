package report

import (
	"brujula/data"
	"brujula/planner/compare"
	"brujula/planner/history"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// History is how a plaza fared over the processes that are loaded.
type History struct {
	Processes int           `json:"procesos_cargados"` // with an offer of its line
	Offered   int           `json:"ofrecida_en"`       // of them
	Years     []HistoryYear `json:"por_proceso"`       // newest first
}

// HistoryYear is one process; what is not known of it is null.
type HistoryYear struct {
	Process  data.Process    `json:"proceso"`
	Offered  bool            `json:"ofrecida"`
	Other    bool            `json:"en_la_otra_modalidad"`
	Seats    *int            `json:"cupos"`
	Grade    *int            `json:"gd"`
	ZAF      *bool           `json:"zaf"`
	ZE       *bool           `json:"ze"`
	Budgets  []data.Budget   `json:"presupuesto"`
	Category *string         `json:"categoria"`
	Sources  []data.Source   `json:"fuente"`
	Since    *data.Process   `json:"cambios_desde"` // the last process before that had it on offer
	Changes  []compare.Field `json:"cambios"`
	Kind     *string         `json:"tipo"` // what became of it; null where no list tells
	Line     *int            `json:"plazas_de_la_linea"`
	Takings  []HistoryTaking `json:"tomas"`
}

// HistoryTaking is one seat that was taken; nobody is named.
type HistoryTaking struct {
	From   *int        `json:"turno_desde"` // null where the order is not known
	To     *int        `json:"turno_hasta"`
	Rank   *int        `json:"puesto"`
	Mark   *float64    `json:"nota"`
	Late   bool        `json:"caso_especial"`
	Source data.Source `json:"fuente"`
}

// Offered is in how many of the loaded processes a plaza was on offer, and as what
// the time before.
type Offered struct {
	In     int    `json:"en"`
	Of     int    `json:"de"`
	Before *Terms `json:"antes"` // of the last process before its own that had it; null for none
}

// Terms is as what a plaza was on offer.
type Terms struct {
	Process data.Process  `json:"proceso"`
	Seats   int           `json:"cupos"`
	Grade   *int          `json:"gd"`
	ZAF     bool          `json:"zaf"`
	ZE      bool          `json:"ze"`
	Budgets []data.Budget `json:"presupuesto"`
}

// addOffered tells in how many processes the plaza of a row was on offer.
func (p *Plaza) addOffered(w *workspace.Workspace, row int) {
	h := history.Offers(w, row)
	p.Offered = Offered{In: h.Offered, Of: len(h.Years)}
	o := h.Previous(p.Process)
	if o == nil {
		return
	}
	p.Offered.Before = &Terms{Process: o.Process, Seats: o.Seats, ZAF: o.ZAF, ZE: o.ZE, Grade: data.OrNull(o.Grade), Budgets: data.OrEmpty(o.Budgets)}
}

// AddHistory adds how the plaza of a row fared over all processes.
func (p *Plaza) AddHistory(w *workspace.Workspace, row int) {
	h := history.Of(w, row)
	out := History{Processes: len(h.Years), Offered: h.Offered, Years: make([]HistoryYear, 0, len(h.Years))}
	for i := range h.Years {
		out.Years = append(out.Years, historyYear(&h.Years[i]))
	}
	p.History = &out
}

func historyYear(y *history.Year) HistoryYear {
	out := HistoryYear{
		Process: y.Process, Offered: y.Plaza != nil, Other: y.Other != nil, Budgets: []data.Budget{}, Sources: []data.Source{},
		Since: data.OrNull(y.Since), Changes: data.OrEmpty(y.Changes), Takings: make([]HistoryTaking, 0, len(y.Takings)),
	}
	if o := y.Plaza; o != nil {
		out.Seats, out.ZAF, out.ZE, out.Category = &o.Seats, &o.ZAF, &o.ZE, &o.Category
		out.Budgets, out.Sources = data.OrEmpty(o.Budgets), data.OrEmpty(o.Sources)
		out.Grade = data.OrNull(o.Grade)
	}
	if y.Told {
		out.Kind, out.Line = data.OrNull(y.Story.Kind.Key()), data.OrNull(y.Story.Line) // null where the list tells only that the plaza was not there
	}
	for i := range y.Takings {
		out.Takings = append(out.Takings, historyTaking(&y.Takings[i]))
	}
	return out
}

func historyTaking(t *past.Taking) HistoryTaking {
	out := HistoryTaking{Late: t.Late, Source: t.Source, Rank: data.OrNull(t.Rank), Mark: data.OrNull(t.Mark)}
	if t.Known() {
		out.From, out.To = &t.Turn.From, &t.Turn.To
	}
	return out
}
