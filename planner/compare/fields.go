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
// say is no difference. The offering institution is left out: the lists of 2025-I
// have none. Of the budgets only the names are compared, their seats being those of
// the plaza, and none of a plaza that moved between the modalities: that the payer
// is another goes without saying.
func differences(was, is *data.Plaza) (aspects []Aspect, fields []Field) {
	add := func(a Aspect, key, before, after string) {
		fields = append(fields, Field{key, before, after})
		if !slices.Contains(aspects, a) {
			aspects = append(aspects, a)
		}
	}
	if was.Seats != is.Seats {
		a := MoreSeats
		if is.Seats < was.Seats {
			a = FewerSeats
		}
		add(a, "cupos", strconv.Itoa(was.Seats), strconv.Itoa(is.Seats))
	}
	if was.Grade != is.Grade && was.Grade > 0 && is.Grade > 0 {
		a := HigherGrade
		if is.Grade < was.Grade {
			a = LowerGrade
		}
		add(a, "gd", strconv.Itoa(was.Grade), strconv.Itoa(is.Grade))
	}
	other := func(key, before, after string) {
		if before != after && before != "" && after != "" && fold.Squash(before) != fold.Squash(after) {
			add(Other, key, before, after)
		}
	}
	other("establecimiento", was.Establishment, is.Establishment)
	other("region", was.Region, is.Region)
	other("provincia", was.Province, is.Province)
	other("distrito", was.District, is.District)
	other("diresa", was.Diresa, is.Diresa)
	other("institucion", was.Institution, is.Institution)
	other("categoria", was.Category, is.Category)
	other("zaf", texts.YesNo(was.ZAF), texts.YesNo(is.ZAF))
	other("ze", texts.YesNo(was.ZE), texts.YesNo(is.ZE))
	if was.Modality == is.Modality {
		other("presupuesto", budgets(was), budgets(is))
	}
	return aspects, fields
}

// budgets names what pays a plaza, in an order that does not hang on the list.
func budgets(p *data.Plaza) string {
	if len(p.Budgets) == 1 {
		return p.Budgets[0].Name
	}
	names := data.Map(p.Budgets, func(b data.Budget) string { return b.Name })
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
