package backtest

import "brujula/data"

// Result is what `serums evaluar --json` prints.
type Result struct {
	Partitions []Partition `json:"particiones"`
}

// Kind tells the two splits apart.
type Kind string

// The two honest splits of planner/availability/README.md, "How it is measured".
const (
	KindCross  Kind = "cruzada"
	KindAcross Kind = "temporal"
)

// Order tells what the tested list says of the order in which seats went.
type Order string

// A list of ranks has the exact order; one of exam marks alone is a noisy
// account of it, so that a part of the error is the list's.
const (
	OrderExact Order = "exacto"
	OrderMarks Order = "notas"
)

// Direction tells how the test lies in time to what it was fitted on.
type Direction string

// Later is what an applicant faces; Earlier forecasts backwards, which is as
// hard; Between has fitted processes on both sides; Same is the very process.
const (
	DirectionLater   Direction = "adelante"
	DirectionEarlier Direction = "atras"
	DirectionBetween Direction = "entre"
	DirectionSame    Direction = "mismo"
)

// directionOf compares a tested process with those of the fit.
func directionOf(tested data.Process, fitted []data.Process) Direction {
	before, after := false, false
	for _, p := range fitted {
		before = before || p.Before(tested)
		after = after || tested.Before(p)
	}
	switch {
	case before && after:
		return DirectionBetween
	case before:
		return DirectionLater
	case after:
		return DirectionEarlier
	}
	return DirectionSame
}

// Partition is the test of one line.
type Partition struct {
	Kind      Kind           `json:"tipo"`
	Line      data.Line      `json:"linea"`
	TrainedOn []data.Process `json:"entrenado_en"`
	Seats     int            `json:"cupos"`
	Seeds     []uint64       `json:"semillas,omitempty"` // of the folds; figures are means over them
	Spearman  *float64       `json:"spearman"`           // of predicted and true order; null under three plazas
	Cuts      []Cut          `json:"cortes"`
	Order     Order          `json:"orden"`
	Theta     float64        `json:"theta"` // of the frailty that the chances were scored with: larger for marks alone
	Direction Direction      `json:"sentido"`
}

// Cut is the test at one pick number.
type Cut struct {
	Pick        float64   `json:"k"`
	N           int       `json:"n"` // plazas scored
	Brier       float64   `json:"brier"`
	Log         float64   `json:"log"` // mean of −log of the chance given to what happened
	Baselines   Baselines `json:"base"`
	Calibration []Bin     `json:"calibracion"`
	Coverage    *float64  `json:"cobertura"` // share of the line's plazas that went between their LeaveFrom and LeaveTo; null where the list was cut
}

// Score is a pair of proper scores; less is better.
type Score struct {
	Brier float64 `json:"brier"`
	Log   float64 `json:"log"`
}

// Baselines are the plain rules beside the model.
type Baselines struct {
	Constant    Score  `json:"constante"`    // the share of seats left
	GradeRegion Score  `json:"grado_region"` // the share free in the same grade and region
	LastTaker   *Score `json:"ultimo"`       // free iff it went later than my rank last time, smoothed; null without an earlier process
}

// Bin is one bin of the reliability table: chances from From up to To, To
// excluded but for 1. Where figures are means over fold seeds, the bins are
// those of the first one, so that a plaza counts once.
type Bin struct {
	From      float64 `json:"desde"`
	To        float64 `json:"hasta"`
	N         int     `json:"n"`
	Mean      float64 `json:"media"`      // chance given
	Frequency float64 `json:"frecuencia"` // share free
}

// MeanScore averages the cuts of a partition: one figure a line, as in the table
// of planner/availability/README.md.
func (p *Partition) MeanScore() Score {
	var mean Score
	for i := range p.Cuts {
		mean.Brier += p.Cuts[i].Brier / float64(len(p.Cuts))
		mean.Log += p.Cuts[i].Log / float64(len(p.Cuts))
	}
	return mean
}
