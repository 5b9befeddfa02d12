package compare

import (
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// differences tells in what two plazas differ. What one of the lists does not
// say is no difference.
func differences(was, is *data.Plaza) (aspects []Aspect, fields []Field) {
	add := func(a Aspect, f Field) {
		fields = append(fields, f)
		if !slices.Contains(aspects, a) {
			aspects = append(aspects, a)
		}
	}
	if was.Seats != is.Seats {
		a := MoreSeats
		if is.Seats < was.Seats {
			a = FewerSeats
		}
		add(a, Field{"cupos", strconv.Itoa(was.Seats), strconv.Itoa(is.Seats)})
	}
	if was.Grade != is.Grade && was.Grade > 0 && is.Grade > 0 {
		a := HigherGrade
		if is.Grade < was.Grade {
			a = LowerGrade
		}
		add(a, Field{"gd", strconv.Itoa(was.Grade), strconv.Itoa(is.Grade)})
	}
	for _, f := range others(was, is) {
		if f.Before != f.After && f.Before != "" && f.After != "" && fold.Squash(f.Before) != fold.Squash(f.After) {
			add(Other, f)
		}
	}
	return aspects, fields
}

// others are the attributes beside seats and grade. The offering institution
// is left out: the lists of 2025-I have none. Of the budgets only the names
// are compared, their seats being those of the plaza, and none of a plaza that
// moved between the modalities: that the payer is another goes without saying.
func others(was, is *data.Plaza) []Field {
	fields := []Field{
		{"establecimiento", was.Establishment, is.Establishment},
		{"region", was.Region, is.Region},
		{"provincia", was.Province, is.Province},
		{"distrito", was.District, is.District},
		{"diresa", was.Diresa, is.Diresa},
		{"institucion", was.Institution, is.Institution},
		{"categoria", was.Category, is.Category},
		{"zaf", texts.YesNo(was.ZAF), texts.YesNo(is.ZAF)},
		{"ze", texts.YesNo(was.ZE), texts.YesNo(is.ZE)},
	}
	if was.Modality == is.Modality {
		fields = append(fields, Field{"presupuesto", budgets(was), budgets(is)})
	}
	return fields
}

// budgets names what pays a plaza, in an order that does not hang on the list.
func budgets(p *data.Plaza) string {
	if len(p.Budgets) == 1 {
		return p.Budgets[0].Name
	}
	names := make([]string, len(p.Budgets))
	for i, b := range p.Budgets {
		names[i] = b.Name
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// termKeys are the fields of what a seat is worth to the one who takes it.
var termKeys = []string{"gd", "cupos", "presupuesto", "zaf", "ze", "categoria"}

// Terms tells in what two plazas differ of what they give: grade, seats, budget,
// bonuses and category. What one of the lists does not say is no difference.
func Terms(was, is *data.Plaza) []Field {
	_, fields := differences(was, is)
	fields = slices.DeleteFunc(fields, func(f Field) bool { return !slices.Contains(termKeys, f.Key) })
	slices.SortStableFunc(fields, func(a, b Field) int { return slices.Index(termKeys, a.Key) - slices.Index(termKeys, b.Key) })
	return fields
}
