package workspace

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// Keys of a request that are not dimensions of the catalog.
const (
	KeyText      = "texto"
	KeyChanceMin = "prob-min"
	KeyPointsMin = "puntos-min"
	KeyNear      = "cerca-de" // not a filter by itself: see Workspace.Near
	KeyMaxKm     = "max-km"
	KeyKm        = "km" // the distance in records
)

// FilterKeys lists the words that filters go by, the same in flags and on the
// planner's command line.
func FilterKeys() []string {
	keys := make([]string, 0, 16)
	for _, d := range catalog.Dims() {
		keys = append(keys, d.Key())
	}
	return append(keys, KeyText, KeyChanceMin, KeyPointsMin, KeyBefore)
}

// RequestError says which word of a request cannot be taken, and what may have
// been meant.
type RequestError struct {
	Key     string
	Value   string
	Reason  RequestReason
	Similar []string
}

// RequestReason tells why.
type RequestReason int

// The reasons.
const (
	UnknownKey RequestReason = iota
	UnknownValue
	SeveralValues // a name of several values
	NotAChance    // not a number from 0 to 1, nor a percentage
	NotANumber
	UnknownPlace
	NotBefore // nothing that can be asked of the past
	NoBefore  // no past list is loaded
	NotALimit // nothing that can be said not to be wanted
)

func (e *RequestError) Error() string {
	return fmt.Sprintf("request: %s=%q", e.Key, e.Value)
}

// RequestText puts an error of ParseFilter into the user's words.
func RequestText(err error) string {
	var bad *RequestError
	if !errors.As(err, &bad) {
		return err.Error()
	}
	switch bad.Reason {
	case UnknownKey:
		return texts.UnknownFilter(bad.Key, bad.Similar)
	case NotAChance:
		return texts.BadChance(bad.Value)
	case NotANumber:
		return texts.BadNumber(bad.Key, bad.Value)
	case UnknownPlace:
		return texts.UnknownPlace(bad.Value, bad.Similar)
	case NotBefore:
		return texts.BadBefore(bad.Value)
	case NoBefore:
		return texts.NoBefore
	case NotALimit:
		return texts.BadLimit(bad.Value)
	case SeveralValues:
		return texts.SeveralValues(bad.Value, bad.Similar)
	case UnknownValue:
	}
	return texts.UnknownValue(bad.Key, bad.Value, bad.Similar)
}

// ParseFilter reads filters in the words of the flags, each a comma separated
// list, or parted by blanks; grades also as 4-5; a value after "!" is one that is not wanted. Values are matched whole
// after folding. It fails with a *RequestError.
func (w *Workspace) ParseFilter(words map[string]string) (catalog.Filter, error) {
	f := catalog.Filter{}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if err := w.parseWord(&f, key, words[key]); err != nil {
			return catalog.Filter{}, err
		}
	}
	return f, nil
}

// Refine returns a filter with what one word of it asks in the place of what it asked, as
// ParseFilter reads it; a blank value lifts that.
func (w *Workspace) Refine(f catalog.Filter, key, value string) (catalog.Filter, error) {
	f = f.Clone()
	switch d, ok := catalog.DimOf(key); {
	case ok:
		delete(f.In, d)
		delete(f.Out, d)
	case key == KeyText:
		f.Text = ""
	case key == KeyChanceMin:
		f.ChanceMin = 0
	case key == KeyPointsMin:
		f.PointsMin = 0
	case key == KeyBefore:
		f.Before = nil
	}
	if strings.TrimSpace(value) == "" {
		return f, nil
	}
	err := w.parseWord(&f, key, value)
	return f, err
}

func (w *Workspace) parseWord(f *catalog.Filter, key, value string) error {
	switch key {
	case KeyText:
		f.Text = value
		return nil
	case KeyChanceMin:
		chance, err := ParseChance(value)
		f.ChanceMin = chance
		return err
	case KeyPointsMin:
		n, err := strconv.ParseFloat(strings.ReplaceAll(value, ",", "."), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return &RequestError{Key: key, Value: value, Reason: NotANumber}
		}
		f.PointsMin = n
		return nil
	case KeyBefore:
		return w.parseBefore(f, value)
	case KeyRefused:
		refused, err := w.ParseLimits(value)
		for i := range refused {
			f.Exclude(catalog.DimRefused, refused[i].String())
		}
		return err
	}
	d, ok := catalog.DimOf(key)
	if !ok {
		return &RequestError{Key: key, Value: value, Reason: UnknownKey, Similar: Similar(key, FilterKeys())}
	}
	for part := range strings.SplitSeq(value, ",") {
		for _, text := range w.spaced(d, strings.TrimSpace(part)) {
			if err := w.parseValue(f, d, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// spaced parts what names several values without commas: "puno cusco", "4-5" of
// grades. A text that is one value, or has a word that is none, stays whole.
func (w *Workspace) spaced(d catalog.Dim, text string) []string {
	whole := []string{text}
	if _, ok := w.resolve(d, strings.TrimPrefix(text, "!")); ok {
		return whole
	}
	if from, to, ok := strings.Cut(text, "-"); ok && countable(d) {
		if grades := gradesBetween(strings.TrimSpace(from), strings.TrimSpace(to)); grades != nil {
			return grades
		}
	}
	words := strings.Fields(text)
	var out []string
	for len(words) > 0 {
		n := len(words)
		for ; n > 0; n-- { // LA LIBERTAD before LA
			if _, ok := w.resolve(d, strings.TrimPrefix(strings.Join(words[:n], " "), "!")); ok {
				break
			}
		}
		if n == 0 {
			return whole
		}
		out, words = append(out, strings.Join(words[:n], " ")), words[n:]
	}
	return out
}

// countable tells of dimensions whose values are numbers from 1 on.
func countable(d catalog.Dim) bool {
	return d == catalog.DimGrade || d == catalog.DimGradeWas || d == catalog.DimOffered
}

// gradesBetween lists the grades from one to another; nil where they are none.
func gradesBetween(from, to string) []string {
	if len(from) != 1 || len(to) != 1 || from < "1" || to > "5" {
		return nil
	}
	var out []string
	for g := from[0]; g <= to[0]; g++ {
		out = append(out, string(g))
	}
	return out
}

// Wish is one filter that a line asks for.
type Wish struct{ Key, Value string }

// Wishes parts a line of several filters, each a key with its value, as "region
// puno cusco gd 4-5". The value of a text is all that follows.
func Wishes(key, rest string) []Wish {
	out := []Wish{{Key: key}}
	for word := range strings.FieldsSeq(rest) {
		last := &out[len(out)-1]
		if last.Key != KeyText && last.Value != "" && slices.Contains(FilterKeys(), fold.Fold(word)) {
			out = append(out, Wish{Key: fold.Fold(word)})
			continue
		}
		last.Value = strings.TrimSpace(last.Value + " " + word)
	}
	return out
}

func (w *Workspace) parseValue(f *catalog.Filter, d catalog.Dim, text string) error {
	if text == "" {
		return nil
	}
	text, not := strings.CutPrefix(text, "!")
	value, ok := w.resolve(d, text)
	if !ok {
		if several := w.named(d, text); len(several) > 1 {
			return &RequestError{Key: d.Key(), Value: text, Reason: SeveralValues, Similar: several}
		}
		meant := text
		if p, err := data.ParseProcess(text); err == nil && d == catalog.DimProcess {
			meant = string(p)
		}
		return &RequestError{Key: d.Key(), Value: text, Reason: UnknownValue, Similar: Similar(meant, w.ValuesOf(d))}
	}
	switch {
	case not && !f.Excludes(d, value):
		f.Exclude(d, value)
	case !not && !f.Has(d, value):
		f.Toggle(d, value)
	}
	return nil
}

// resolve finds a value, "" for what the list does not say; what the list happens not to hold but could (a GD, sí
// or no) is a value that nothing has.
func (w *Workspace) resolve(d catalog.Dim, text string) (string, bool) {
	if d == catalog.DimBand {
		band, ok := availability.ParseBand(text)
		return band.Key(), ok
	}
	if value, ok := w.Catalog.Resolve(d, text); ok {
		return value, true
	}
	if one := w.named(d, text); len(one) == 1 {
		return one[0], true
	}
	folded := fold.Squash(text)
	if folded == fold.Squash(texts.FilterMissing) && !d.Tagged() {
		return "", true
	}
	if at := slices.IndexFunc(w.tagValues(d), func(v string) bool { return fold.Squash(v) == folded }); at >= 0 {
		return w.tagValues(d)[at], true
	}
	switch d {
	case catalog.DimGradeWas:
		folded = strings.TrimPrefix(folded, "gd")
		if slices.Contains(texts.BeforeAbsentWords(), folded) {
			folded = catalog.WordAbsent
		}
		return folded, slices.Contains(GradeWasValues(), folded)
	case catalog.DimGrade:
		folded = strings.TrimPrefix(folded, "gd")
		return folded, len(folded) == 1 && folded >= "1" && folded <= "5"
	case catalog.DimProcess:
		p, err := data.ParseProcess(text)
		if err != nil {
			return "", false
		}
		return w.Catalog.Resolve(d, string(p))
	case catalog.DimZAF, catalog.DimZE:
		value := strings.ToUpper(folded)
		return value, value == catalog.Yes || value == catalog.No
	default:
		return "", false
	}
}

// named returns the values of a dimension that a text is another name of: several
// where it leaves them open, as "tecnólogo médico" does.
func (w *Workspace) named(d catalog.Dim, text string) []string {
	known := map[catalog.Dim]func() *names.List{
		catalog.DimProfession: names.Professions, catalog.DimInstitution: names.Institutions, catalog.DimBudget: names.Budgets,
	}[d]
	if known == nil {
		return nil
	}
	return known().Pick(text, w.Catalog.Values(d))
}

// ValuesOf lists the values of a dimension, bands and tags included, as filters
// take them.
func (w *Workspace) ValuesOf(d catalog.Dim) []string {
	if d.Tagged() {
		return w.tagValues(d)
	}
	if d != catalog.DimBand {
		values := slices.Clone(w.Catalog.Values(d))
		if at := slices.Index(values, ""); at >= 0 {
			values[at] = texts.FilterMissing
		}
		return values
	}
	return data.Map(availability.Bands(), availability.Band.Key)
}

// ParseChance reads 0.8, 0,8, 80% and 80 as the same chance.
func ParseChance(text string) (float64, error) {
	number, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	value, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(number), ",", "."), 64)
	if err == nil && (percent || value > 1) {
		value /= 100
	}
	if err != nil || !(value >= 0 && value <= 1) {
		return 0, &RequestError{Key: KeyChanceMin, Value: text, Reason: NotAChance}
	}
	return value, nil
}
