package yearbook

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"

	"brujula/data/texts"
)

//go:embed yearbook.html.tmpl
var pageTemplate string

// page is what the template takes.
type page struct {
	Title  string
	Intro  string
	Sheets [][]Part
}

// Bar returns the length of the bar beside a row, in hundredths; "" for none.
func (p Part) Bar(row int) string {
	if row >= len(p.Bars) {
		return ""
	}
	return fmt.Sprintf("%.1f", p.Bars[row]*100)
}

// HTML returns a page that needs no other file and prints on four sheets.
func (r *Report) HTML() ([]byte, error) {
	t, err := template.New("yearbook").Parse(pageTemplate)
	if err != nil {
		return nil, err
	}
	out := page{Title: r.Title(), Intro: texts.YearIntro}
	for _, part := range r.Parts() {
		for len(out.Sheets) < part.Sheet {
			out.Sheets = append(out.Sheets, nil)
		}
		out.Sheets[part.Sheet-1] = append(out.Sheets[part.Sheet-1], part)
	}
	var content bytes.Buffer
	err = t.Execute(&content, out)
	return content.Bytes(), err
}
