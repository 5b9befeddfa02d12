package main

import (
	"context"
	"strings"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// parts loads parts of the library, so that the cost of a command grows with the
// question and not with what is stored. Where a part cannot answer as the whole would,
// the whole is loaded; TestPartsAnswerAsTheWhole holds the answers to be the same.
type parts struct {
	*app
	lib   *library.Library // nil with --demo, which is all in the program
	facts *rules.Rules
}

func (a *app) openParts() (*parts, error) {
	facts, err := a.loadRules()
	if err != nil || a.demo {
		return &parts{app: a, facts: facts}, err
	}
	lib, err := a.openLibrary(texts.PurposeRead)
	return &parts{a, lib, facts}, err
}

// part loads what a question is about; nil where that cannot be enough.
func (p *parts) part(ctx context.Context, q *storage.Question) (*loaded, error) {
	if p.lib == nil {
		return nil, nil
	}
	space, ok, err := storage.LoadAsked(ctx, p.lib, p.facts, q)
	if err != nil || !ok {
		return nil, err
	}
	return &loaded{lib: p.lib, space: space}, nil
}

// whole loads all, and keeps what parts must know of it for the next time.
func (p *parts) whole(ctx context.Context) (*loaded, error) {
	d, err := p.openLists(ctx, texts.PurposeRead)
	if err == nil && d.lib != nil {
		storage.Remember(d.lib, d.space)
	}
	return d, err
}

// openListing loads what a listing of the lines of one profession needs; to count the
// plazas by their values, the values of all must be known.
func (a *app) openListing(ctx context.Context, f *filterFlags, q *storage.Question, counted []catalog.Dim) (*loaded, error) {
	q.Profession = workspace.OneProfession(*f.words[catalog.DimProfession.Key()])
	if q.Profession == nil || f.near != "" || f.maxKm != 0 || len(counted) > 0 {
		return a.openLists(ctx, texts.PurposeRead)
	}
	p, err := a.openParts()
	if err != nil {
		return nil, err
	}
	d, err := p.part(ctx, q)
	if err != nil {
		return nil, err
	}
	if d == nil || !f.answeredBy(d, q.Profession) {
		return p.whole(ctx)
	}
	a.warn(d.space.Notices...)
	return d, nil
}

// answeredBy reports whether the part of the lists that some profession has is enough
// for the filter.
func (f *filterFlags) answeredBy(d *loaded, meant func(profession string) bool) bool {
	filter, err := f.filter(d.space)
	if err != nil || !d.space.Plain(f.given()) {
		return false
	}
	all := filter.In[catalog.DimProfession]
	line, one := browse.LineOf(&filter)
	return len(all) == 1 && meant(all[0]) && (!f.sees() || !one || d.hasModel(line))
}

// openCard loads what the card of a plaza needs: all that is known of its
// establishment, and of its line.
func (a *app) openCard(ctx context.Context, code string, f *plazaFlags) (*loaded, error) {
	renipress, ok := data.ParseRenipress(code)
	if !ok {
		return a.openLists(ctx, texts.PurposeRead)
	}
	p, err := a.openParts()
	if err != nil {
		return nil, err
	}
	q := storage.Question{Renipress: renipress, Profession: workspace.OneProfession(f.profession)}
	d, err := p.part(ctx, &q)
	if err != nil {
		return nil, err
	}
	line, found := f.lineOf(d, code)
	if found && q.Profession == nil {
		q.Profession = func(name string) bool { return name == line.Profession }
		if d, err = p.part(ctx, &q); err != nil {
			return nil, err
		}
		line, found = f.lineOf(d, code)
	}
	if !found || f.rank.sees() && !d.hasModel(line) {
		return p.whole(ctx)
	}
	a.warn(d.space.Notices...)
	return d, nil
}

// lineOf finds the line of the plaza in a part of the lists, which may be nil; ok is
// false where the whole may know better what is meant.
func (f *plazaFlags) lineOf(d *loaded, code string) (line data.Line, ok bool) {
	if d == nil {
		return line, false
	}
	row, err := f.find(d.space, code)
	if err != nil {
		return line, false
	}
	line = d.space.Catalog.Plaza(row).Line()
	if strings.TrimSpace(f.profession) == "" {
		return line, true
	}
	meant := workspace.OneProfession(f.profession)
	return line, meant != nil && meant(line.Profession)
}

// hasModel reads the model for one line, and reports whether a part of the lists has
// all that its chances need: it cannot be fitted on a part.
func (d *loaded) hasModel(line data.Line) bool {
	if !d.space.HasPast() {
		return true // that of the program
	}
	model, ok := d.space.CachedModel(d.lib, line)
	if !ok || !model.HasRanges() {
		return false
	}
	d.model = model
	return true
}
