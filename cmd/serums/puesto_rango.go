package main

import (
	"cmp"
	"context"
	"errors"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/merit"
)

// rangeRecord is puesto --json without a file.
type rangeRecord struct {
	Profession string            `json:"profesion"`
	Process    data.Process      `json:"para"`
	Exam       float64           `json:"evaluacion"`
	Average    *float64          `json:"promedio"`
	Score      *float64          `json:"merito"`
	Of         *int              `json:"postulantes"`
	From       int               `json:"puesto_desde"`
	To         int               `json:"puesto_hasta"`
	Open       bool              `json:"o_mas_atras"`
	Below      *float64          `json:"por_encima_de"` // share of those who apply, 0 to 1
	Answer     int               `json:"puestos_por_pregunta"`
	By         []projectedRecord `json:"proyecciones"`
}

// projectedRecord is what one earlier process says.
type projectedRecord struct {
	Process data.Process `json:"proceso"`
	Kind    string       `json:"tipo_de_nota"`
	Mark    float64      `json:"nota"`
	Before  int          `json:"tomaron_con_mas"`
	Equal   int          `json:"tomaron_con_lo_mismo"`
	Unknown int          `json:"tomaron_sin_nota"`
	Best    int          `json:"puesto_desde"`
	Worst   int          `json:"puesto_hasta"`
	Then    *int         `json:"postulantes"`
	From    int          `json:"proyectado_desde"`
	To      int          `json:"proyectado_hasta"`
	Answer  float64      `json:"puestos_por_pregunta"`
}

// project reports what ranks a mark is worth by the lists that are loaded.
func (a *app) project(ctx context.Context, facts *rules.Rules, f *standingFlags) error {
	d, err := a.openLists(ctx, "puesto")
	if err != nil {
		return err
	}
	line, err := (&lineFlags{profession: f.Profession, modality: string(data.Remunerada)}).past(d.Space, texts.StandingNeeds)
	if err != nil {
		return err
	}
	f.Profession, f.Now = line.Profession, cmp.Or(f.Now, d.Space.Latest())
	r, ok := d.Space.Project(&f.Ask)
	if !ok {
		return errors.New(texts.StandingNothing)
	}
	if f.asJSON {
		return a.printJSON(rangeRecordOf(merit.OwnOf(facts, f.Mark, f.Average), &r, f))
	}
	a.say(merit.ScoreSaid(facts, f.Mark, f.Average), texts.StandingProjected)
	a.say(r.Said()...)
	return nil
}

func rangeRecordOf(own merit.Own, r *merit.Range, f *standingFlags) rangeRecord {
	out := rangeRecord{
		Profession: f.Profession, Process: f.Now, Exam: f.Mark, Of: data.OrNull(r.Of), From: r.From, To: r.To, Open: r.Open, Answer: r.Answer, By: []projectedRecord{},
	}
	if own.Whole {
		out.Average, out.Score = &f.Average, &own.Score
	}
	if below, ok := r.Below(); ok {
		out.Below = &below
	}
	for i := range r.By {
		p := &r.By[i]
		out.By = append(out.By, projectedRecord{
			Process: p.Process, Kind: p.Kind.Key(), Mark: p.Mark, Before: p.Before, Equal: p.Equal, Unknown: p.Unknown,
			Best: p.Best, Worst: p.Worst, Then: data.OrNull(p.Then), From: p.From, To: p.To, Answer: p.Answer,
		})
	}
	return out
}
