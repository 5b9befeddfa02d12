package export

import (
	"math"
	"strconv"
	"strings"

	"brujula/data/texts"
	"brujula/planner/report"
)

// PlazaFields returns the cells of a plaza for CSV, in the order of
// texts.ListCSVHeading. Numbers have four decimals at most, with a decimal point; what is
// not known is empty.
func PlazaFields(p *report.Plaza) []string {
	budgets := make([]string, len(p.Budgets))
	for i, b := range p.Budgets {
		budgets[i] = b.Name + " " + strconv.Itoa(b.Seats)
	}
	fields := []string{
		string(p.Process), p.Renipress, p.Profession, string(p.Modality), p.Establishment, p.Region, p.Province,
		p.District, p.Diresa, integer(p.Grade), p.Category, p.Institution, strings.Join(budgets, " + "),
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
	return append(fields, string(last.Process), last.Kind, integer(last.From), integer(last.To))
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
