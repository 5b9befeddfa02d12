package workspace

import (
	"slices"
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/limits"
	"brujula/planner/risk"
)

// KeyRefused asks for plazas that break none of some limits.
const KeyRefused = "no-quiero"

// ParseLimits reads a comma separated list of what the applicant will not take, and finds
// the places in it. Each stands once, in the order in which it was said. It fails with a
// *RequestError.
func (w *Workspace) ParseLimits(text string) ([]limits.Limit, error) {
	var all []limits.Limit
	for part := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		l, ok := limits.Parse(part)
		if !ok {
			return nil, &RequestError{Key: KeyRefused, Value: strings.TrimSpace(part), Reason: NotALimit}
		}
		if err := w.checkLimit(&l); err != nil {
			return nil, err
		}
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all, nil
}

// checkLimit finds what a limit names among what is loaded.
func (w *Workspace) checkLimit(l *limits.Limit) error {
	switch l.Kind {
	case limits.Far:
		_, err := w.Near(l.Value)
		return err
	case limits.Region, limits.Category:
		d := catalog.DimRegion
		if l.Kind == limits.Category {
			d = catalog.DimCategory
		}
		value, ok := w.Catalog.Resolve(d, l.Value)
		if !ok {
			return &RequestError{Key: KeyRefused, Value: l.String(), Reason: UnknownValue, Similar: Similar(l.Value, w.ValuesOf(d))}
		}
		l.Value = value
	case limits.Topic, limits.Bonus:
	}
	return nil
}

// LimitsText returns limits as ParseLimits reads them.
func LimitsText(all []limits.Limit) string { return strings.Join(limitWords(all), ",") }

func limitWords(all []limits.Limit) []string {
	return data.Map(all, limits.Limit.String)
}

// Refusals tells which plazas break which limits of an applicant. A nil one has none.
type Refusals struct {
	limits []limits.Limit
	broken [][]int // by row of the catalog: places in limits
	tags   func() *catalog.Tags
}

// Refusals works out which plazas break some limits: some tens of milliseconds where
// topics or distances are among them.
func (w *Workspace) Refusals(all []limits.Limit) *Refusals {
	r := &Refusals{limits: all, broken: make([][]int, w.Catalog.Len())}
	r.tags = sync.OnceValue(r.makeTags)
	for i := range all {
		breaks := w.breaks(&all[i])
		for row := range r.broken {
			if breaks(row) {
				r.broken[row] = append(r.broken[row], i)
			}
		}
	}
	return r
}

// KeptLimits reads limits as LimitsText gives them, whether or not what they name is
// loaded. What is none, out of a profile that another version or a hand has written,
// is in unread: it holds nothing back, and whoever reads a profile says so.
func KeptLimits(text string) (all []limits.Limit, unread []string) {
	for part := range strings.SplitSeq(text, ",") {
		if l, ok := limits.Parse(part); ok {
			all = append(all, l)
		} else if part = strings.TrimSpace(part); part != "" {
			unread = append(unread, part)
		}
	}
	return all, unread
}

// LimitsDoubt reports what of kept limits cannot be read, "" for nothing.
func LimitsDoubt(text string) string {
	_, unread := KeptLimits(text)
	if len(unread) == 0 {
		return ""
	}
	return texts.LimitsUnread(unread)
}

// RefusalsOf is Refusals of limits as they are kept, with commas between, nil for none; those of the
// last text are kept. A limit that nothing loaded knows any more, such as a region of
// another offer, breaks nothing.
func (w *Workspace) RefusalsOf(text string) *Refusals {
	if text == "" {
		return nil
	}
	w.refusing.Lock()
	defer w.refusing.Unlock()
	if w.refused == nil || w.refusedText != text {
		kept, _ := KeptLimits(text)
		w.refusedText, w.refused = text, w.Refusals(kept)
	}
	return w.refused
}

// breaks tells of a row whether it breaks a limit. What is not known does not: a place
// without coordinates is not said to be far.
func (w *Workspace) breaks(l *limits.Limit) func(row int) bool {
	of := func(test func(p *data.Plaza) bool) func(int) bool {
		return func(row int) bool { return test(w.Catalog.Plaza(row)) }
	}
	switch l.Kind {
	case limits.Topic:
		return of(func(p *data.Plaza) bool { return w.graveNote(p, rules.Topic(l.Value)) })
	case limits.Category:
		return of(func(p *data.Plaza) bool { return p.Category == l.Value })
	case limits.Region:
		return of(func(p *data.Plaza) bool { return p.Region == l.Value })
	case limits.Bonus:
		return of(func(p *data.Plaza) bool { return !p.ZAF && !p.ZE })
	case limits.Far:
		from, err := w.Near(l.Value)
		if err != nil {
			break
		}
		km, _ := w.Distances(from)
		return func(row int) bool { return km[row] > l.Km }
	}
	return func(int) bool { return false }
}

// graveNote reports whether a note of the place itself is of the topic and grave.
func (w *Workspace) graveNote(p *data.Plaza, topic rules.Topic) bool {
	if w.Mark(p).Worst < risk.Grave {
		return false
	}
	here, _ := risk.Split(w.Risks.Notes(p))
	return slices.ContainsFunc(here, func(n risk.Note) bool { return n.Topic == topic && n.Severity == rules.SeverityHigh })
}

// Breaks reports whether a row breaks any of the limits.
func (r *Refusals) Breaks(row int) bool {
	return r != nil && row >= 0 && row < len(r.broken) && len(r.broken[row]) > 0
}

// Of says which limits a row breaks, in words.
func (r *Refusals) Of(row int) []string {
	if !r.Breaks(row) {
		return nil
	}
	return data.Map(r.broken[row], func(at int) string { return r.limits[at].Words() })
}

// Words lists the limits as the values of catalog.DimRefused name them.
func (r *Refusals) Words() []string { return limitWords(r.limits) }

// Tags returns the refusals as a dimension to filter by: its values are the limits.
func (r *Refusals) Tags() *catalog.Tags { return r.tags() }

func (r *Refusals) makeTags() *catalog.Tags {
	words := limitWords(r.limits)
	return catalog.NewTags(len(r.broken), words, func(row int) []string {
		return data.Map(r.broken[row], func(at int) string { return words[at] })
	})
}

// Refused returns the refusals that a filter asks for, with ParseLimits' words among the
// values of catalog.DimRefused; nil where it asks for none.
func (w *Workspace) Refused(f *catalog.Filter) *Refusals {
	var all []limits.Limit
	for _, word := range slices.Concat(f.Out[catalog.DimRefused], f.In[catalog.DimRefused]) {
		if l, ok := limits.Parse(word); ok && !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return w.Refusals(all)
}
