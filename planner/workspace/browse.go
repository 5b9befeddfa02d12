package workspace

import (
	"encoding/json"
	"math"
	"slices"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/catalog"
)

// Browse is what Explorar remembers between two starts: what was filtered, in
// which order, and which plaza was under the cursor.
type Browse struct {
	Line   data.Line       // the applicant's own line then, from which the filter may differ
	Filter catalog.Filter  // without what is only the own line
	Orders []catalog.Order // that the user chose; none for the usual order
	Plaza  data.PlazaID    // the zero one where there was none
	Near   string          // the place that distances were measured from, as it is found again
}

// OfLine returns the filter of a line alone.
func OfLine(line data.Line) catalog.Filter {
	var f catalog.Filter
	for d, value := range catalog.LineValues(line) {
		if value != "" {
			f.Set(d, value)
		}
	}
	return f
}

// browseJSON is the stored form. A dimension of the line that stands with no
// value asks for all; one that is not there is the applicant's own.
type browseJSON struct {
	Process    data.Process        `json:"proceso,omitempty"`
	Profession string              `json:"profesion,omitempty"`
	Modality   data.Modality       `json:"modalidad,omitempty"`
	In         map[string][]string `json:"con,omitempty"`
	Out        map[string][]string `json:"sin,omitempty"`
	Text       string              `json:"texto,omitempty"`
	ChanceMin  float64             `json:"prob_min,omitempty"`
	PointsMin  float64             `json:"puntos_min,omitempty"`
	MaxKm      float64             `json:"max_km,omitempty"`
	Before     string              `json:"antes,omitempty"`
	Near       string              `json:"cerca_de,omitempty"`
	Orders     string              `json:"orden,omitempty"`
	Plaza      data.PlazaID        `json:"plaza,omitzero"`
}

// Encode writes it as one line of JSON.
func (b *Browse) Encode() string {
	f := &b.Filter
	j := browseJSON{
		Process: b.Line.Process, Profession: b.Line.Profession, Modality: b.Line.Modality,
		In: map[string][]string{}, Out: map[string][]string{},
		Text: f.Text, ChanceMin: f.ChanceMin, PointsMin: f.PointsMin, MaxKm: f.DistanceMax, Near: b.Near,
		Before: catalog.FormatBefore(f.Before), Plaza: b.Plaza,
	}
	own := catalog.LineValues(b.Line)
	for d, values := range f.In {
		if value, ofLine := own[d]; len(values) > 0 && (!ofLine || !slices.Equal(values, []string{value}) || len(f.Out[d]) > 0) {
			j.In[d.Key()] = values
		}
	}
	for d, value := range own {
		if value != "" && len(f.In[d]) == 0 {
			j.In[d.Key()] = []string{}
		}
	}
	for d, values := range f.Out {
		j.Out[d.Key()] = values
	}
	if len(b.Orders) > 0 {
		j.Orders = catalog.FormatOrder(b.Orders)
	}
	text, err := json.Marshal(j)
	if err != nil {
		return "" // a figure that JSON does not have: nothing is remembered
	}
	return string(text)
}

// mostBrowse bounds what is read back, in bytes.
const mostBrowse = 64 << 10

// ParseBrowse reads what Encode wrote; ok is false for anything else. What it
// says may be of lists that are loaded no more: see Workspace.Fits.
func ParseBrowse(text string) (b Browse, ok bool) {
	var j browseJSON
	if text == "" || len(text) > mostBrowse || json.Unmarshal([]byte(text), &j) != nil {
		return Browse{}, false
	}
	b.Line = data.Line{Process: j.Process, Profession: j.Profession, Modality: j.Modality}
	b.Filter = OfLine(b.Line)
	for key, values := range j.In {
		if d, known := catalog.DimOf(key); known {
			b.Filter.Set(d, values...)
		}
	}
	for key, values := range j.Out {
		for _, v := range values {
			if d, known := catalog.DimOf(key); known && !b.Filter.Excludes(d, v) {
				b.Filter.Exclude(d, v)
			}
		}
	}
	b.Filter.Text, b.Near = fold.Clean(j.Text), fold.Clean(j.Near)
	b.Filter.ChanceMin = within(j.ChanceMin, 1)
	b.Filter.PointsMin = within(j.PointsMin, math.MaxFloat64)
	if b.Near != "" {
		b.Filter.DistanceMax = within(j.MaxKm, math.MaxFloat64)
	}
	if asked, ok := catalog.ParseBefore(j.Before); ok {
		b.Filter.Before = asked
	}
	if orders, unknown := catalog.ParseOrder(j.Orders); unknown == "" {
		b.Orders = orders
	}
	b.Plaza = j.Plaza
	return b, true
}

// within returns a figure that asks for something, 0 for one out of bounds.
func within(n, most float64) float64 {
	if !(n > 0 && n <= most) {
		return 0
	}
	return n
}

// On brings what was remembered to the applicant's line of today: what was asked
// of process, profession and modality beside the own line holds only while that
// is the same one.
func (b *Browse) On(line data.Line) catalog.Filter {
	f := b.Filter.Clone()
	if line == b.Line {
		return f
	}
	for d, value := range catalog.LineValues(line) {
		delete(f.Out, d)
		f.Set(d)
		if value != "" {
			f.Set(d, value)
		}
	}
	return f
}

// Asked counts what a filter asks beside a line: one for each dimension, text,
// least chance, least points, distance and the past.
func Asked(f *catalog.Filter, line data.Line) int {
	own := OfLine(line)
	n := 0
	for _, d := range catalog.Dims() {
		if !slices.Equal(f.In[d], own.In[d]) || len(f.Out[d]) > 0 {
			n++
		}
	}
	for _, on := range []bool{f.Text != "", f.ChanceMin > 0, f.PointsMin > 0, f.DistanceMax > 0, len(f.Before) > 0} {
		if on {
			n++
		}
	}
	return n
}

// Lost is a value that a filter asked for and no loaded list has.
type Lost struct {
	Key   string // of the filter
	Value string
}

// Fits brings a filter to what is loaded: values that no loaded list has are
// taken out and told, in the order of the dimensions. A dimension of the line
// that loses all of its values gets that of line back.
func (w *Workspace) Fits(f catalog.Filter, line data.Line) (kept catalog.Filter, lost []Lost) {
	kept = f.Clone()
	kept.In, kept.Out = nil, nil
	for _, d := range catalog.Dims() {
		for _, v := range f.In[d] {
			if value, ok := w.resolve(d, v); !ok {
				lost = append(lost, Lost{d.Key(), v})
			} else if !kept.Has(d, value) {
				kept.Toggle(d, value)
			}
		}
		for _, v := range f.Out[d] {
			if value, ok := w.resolve(d, v); !ok {
				lost = append(lost, Lost{d.Key(), v})
			} else if !kept.Excludes(d, value) {
				kept.Exclude(d, value)
			}
		}
	}
	var ofPast []Lost
	kept.Before, ofPast = w.keptBefore(f.Before)
	lost = append(lost, ofPast...)
	for d, value := range catalog.LineValues(line) {
		if len(f.In[d]) > 0 && len(kept.In[d]) == 0 && value != "" {
			kept.Set(d, value)
		}
	}
	return kept, lost
}

// LostText reports in one sentence which values were taken out of a filter; "" for
// none.
func LostText(lost []Lost) string {
	var named []string
	for _, key := range FilterKeys() {
		var values []string
		for _, l := range lost {
			if l.Key == key {
				values = append(values, fold.Clean(l.Value))
			}
		}
		if len(values) > 0 {
			named = append(named, texts.FilterShown(key, values, nil))
		}
	}
	if len(named) == 0 {
		return ""
	}
	return texts.FiltersLost(named, len(lost))
}
