package lists

import (
	"brujula/data"
	"brujula/data/texts"
)

// verdict is what a list was taken for, and why.
type verdict struct {
	kind  data.Kind // empty where the columns tell of no list
	doubt bool      // nearly as much speaks for the other kind
	why   string    // what speaks for the kind and against it, in words
}

// nearly is how close the weights of two kinds are where the list is in doubt.
const nearly = 2

// kind weighs what the columns tell of the list, by their values where there
// are looks at them: an offer has seats, budget, bonus, category and no mark;
// an adjudicated list has a plaza and a mark or a rank in each row; an order of
// merit has these and no plaza. Seats and marks tell most, since lists of
// adjudicated seats repeat the columns of the offer.
func (h *heading) kind(looks []look) verdict {
	place := h.has(FieldRenipress) || h.has(FieldEstablishment)
	if !place {
		if !h.shaped && (h.has(FieldRank) || h.has(FieldMark)) {
			return verdict{kind: KindMerit, why: texts.ListKindWhy(string(KindMerit), h.named(FieldRank, FieldMark), nil, texts.ListNoPlaza)}
		}
		return verdict{}
	}
	offered := h.named(FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid, FieldBudget, FieldCategory, FieldGrade, FieldZAF, FieldZE, FieldOffering)
	taken := h.named(FieldRank, FieldMark, FieldStatus)
	if h.persons {
		taken = append(taken, texts.ListOfPersons)
	}
	if h.shaped && !h.has(FieldProfession) {
		return verdict{} // nothing sure is known of it
	}
	forOffer, forTaken := h.offerWeight(looks), h.takenWeight(looks)
	if forOffer == 0 && forTaken == 0 && !h.has(FieldProfession) {
		return verdict{}
	}
	v := verdict{kind: data.KindOffer, doubt: forTaken > 0 && forOffer-forTaken <= nearly}
	pro, contra, lacking := offered, taken, texts.ListNoMark
	if forTaken > forOffer {
		v = verdict{kind: data.KindAdjudication, doubt: forOffer > 0 && forTaken-forOffer <= nearly}
		pro, contra, lacking = taken, offered, texts.ListNoSeatsColumn
		if h.seated() {
			lacking = ""
		}
	} else if h.has(FieldMark) || h.has(FieldRank) {
		lacking = ""
	}
	if len(pro) == 0 {
		pro = []string{texts.FieldName(string(FieldProfession)), texts.ListPlaza}
	}
	if !v.doubt {
		contra = nil
	}
	v.why = texts.ListKindWhy(string(v.kind), pro, contra, lacking)
	return v
}

func (h *heading) offerWeight(looks []look) int {
	weight := 0
	for _, field := range []Field{FieldBudget, FieldCategory, FieldGrade, FieldOffering} {
		if h.has(field) {
			weight++
		}
	}
	if h.has(FieldZAF) || h.has(FieldZE) {
		weight++
	}
	if h.has(FieldSeatsPaid) || h.has(FieldSeatsUnpaid) {
		weight += 6
	}
	if h.has(FieldSeats) {
		switch {
		case looks == nil:
			weight += 4
		case looks[h.columns[FieldSeats]].several:
			weight += 7 // nobody takes two
		default:
			weight += 2 // one a row may be the seat that was taken
		}
	}
	return weight
}

func (h *heading) takenWeight(looks []look) int {
	weight := 0
	if h.has(FieldRank) {
		if strongRank(h.column(FieldRank)) {
			weight += 6
		}
		weight += 3
	}
	if h.has(FieldMark) {
		weight += 8
	}
	if h.has(FieldStatus) {
		weight += 6
	}
	named := h.persons
	if looks != nil {
		named = false
		for column := range looks {
			named = named || h.fields[column] == fieldPerson && h.claims[column].weight > remarkWeight && looks[column].filled > 0
		}
	}
	if named {
		weight += 5
	}
	return weight
}

// named returns the names of those fields that the heading has.
func (h *heading) named(fields ...Field) []string {
	var out []string
	for _, field := range fields {
		if h.has(field) {
			out = append(out, texts.FieldName(string(field)))
		}
	}
	return out
}
