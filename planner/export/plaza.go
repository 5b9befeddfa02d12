package export

import (
	"math"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/report"
)

// PlazaFields returns the cells of a plaza for CSV, in the order of
// texts.ListCSVHeading. Numbers have four decimals at most, with a decimal point; what is
// not known is empty.
func PlazaFields(p *report.Plaza) []string {
	fields := []string{
		string(p.Process), p.Renipress, p.Profession, string(p.Modality), p.Establishment, p.Region, p.Province,
		p.District, p.Diresa, integer(p.Grade), p.Category, p.Institution, budgetsField(p.Budgets),
		texts.YesNo(p.ZAF), texts.YesNo(p.ZE), strconv.Itoa(p.Seats),
		number(p.Chance), number(p.Lo), number(p.Hi),
	}
	if p.Leaves != nil {
		fields = append(fields, number(&p.Leaves.From), number(&p.Leaves.To))
	} else {
		fields = append(fields, "", "")
	}
	band := ""
	if p.Band != nil {
		band = *p.Band
	}
	points := ""
	if p.Points.Known {
		points = number(&p.Points.Value)
	}
	fields = append(fields, band, p.Fate().Cell(), number(p.FreeSeats), points, string(p.Points.Certainty), strconv.Itoa(p.Mark().Count), string(p.Mark().Severity()))
	var last report.Before // the newest past process
	if len(p.Before) > 0 {
		last = p.Before[0]
	}
	fields = append(fields, string(last.Process), last.Kind, integer(last.From), integer(last.To))
	fields = append(fields, offeredFields(&p.Offered)...)
	if s := p.Spread; s != nil {
		return append(fields, strconv.Itoa(s.From), strconv.Itoa(s.To), number(&s.Lo), number(&s.Hi))
	}
	return append(fields, "", "", "", "")
}

// offeredFields are in how many processes a plaza was on offer, and as what the time
// before.
func offeredFields(o *report.Offered) []string {
	fields := []string{"", "", "", "", "", "", "", ""}
	if o.Of == 0 { // a plaza that no loaded offer has
		return fields
	}
	fields[0], fields[1] = strconv.Itoa(o.In), strconv.Itoa(o.Of)
	if b := o.Before; b != nil {
		copy(fields[2:], []string{string(b.Process), integer(b.Grade), strconv.Itoa(b.Seats), texts.YesNo(b.ZAF), texts.YesNo(b.ZE), budgetsField(b.Budgets)})
	}
	return fields
}

func budgetsField(budgets []data.Budget) string {
	words := data.Map(budgets, func(b data.Budget) string { return b.Name + " " + strconv.Itoa(b.Seats) })
	return strings.Join(words, " + ")
}

func integer(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// decimals is the power of ten of the digits that a CSV keeps: more would say that
// an estimate is exact.
const decimals = 1e4

func number(x *float64) string {
	if x == nil {
		return ""
	}
	rounded := math.Round(*x*decimals) / decimals
	if *x > 0 && *x < 1 { // no chance becomes certain by rounding
		rounded = min(max(rounded, 1/decimals), 1-1/decimals)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
