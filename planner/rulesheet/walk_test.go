package rulesheet

import (
	"regexp"
	"slices"
	"testing"

	"brujula/data/notes"
	"brujula/data/rules"
)

// undated are the entries whose source tells no date: what always holds, or a page
// without one. Every other entry has a date.
var undated = []string{
	"serums", "fases", "renuncia", "criterios-grado", "conareme-aviso", "conareme-equivalente", "conareme-otras-profesiones", "zaf-cerca", "publicacion-portal",
	"nacional-carencias", "categoria-i-1", "loreto-punchana-asalto", "cusco-kirigueti", "huancavelica-lircay-ambulancia", "ucayali-urquia",
}

var dated = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?(/\d{4})?$`)

// Every fact and every note has a source that a person can find, a date, how sure it
// is and what it is of; and none names a person.
func TestEveryFactAndNote(t *testing.T) {
	all := rules.Default()
	check := func(id string, b *rules.Basis, scope, text string) {
		switch {
		case b.Source == "", b.Certainty == "", scope == "", text == "":
			t.Errorf("%s: %+v of %q", id, *b, scope)
		case b.Date == "" && !slices.Contains(undated, id):
			t.Errorf("%s has no date", id)
		case b.Date != "" && !dated.MatchString(b.Date):
			t.Errorf("%s: date %q", id, b.Date)
		case regexp.MustCompile(`^[\d\s.,]+$`).MatchString(b.Source):
			t.Errorf("%s: a bare number is no source: %q", id, b.Source)
		}
		n := notes.Note{Text: text}
		if n.NamesSomeone() {
			t.Errorf("%s names a person: %s", id, text)
		}
	}
	for i := range all.Facts {
		f := &all.Facts[i]
		check(f.ID, &f.Basis, string(f.Section), f.Text)
	}
	of := map[rules.Scope]int{}
	sure := map[rules.Certainty]int{}
	for i := range all.Risks {
		r := &all.Risks[i]
		check(r.ID, &r.Basis, string(r.Scope), r.Text)
		of[r.Scope]++
		sure[r.Certainty]++
		switch {
		case r.Scope == rules.ScopeDistrict && (r.Region == "" || r.Province == "" || r.District == ""),
			r.Scope == rules.ScopeProvince && (r.Region == "" || r.Province == "" || r.District != ""),
			r.Scope == rules.ScopeRegion && (r.Region == "" || r.Province != ""),
			r.Scope == rules.ScopeAttribute && r.When.Empty():
			t.Errorf("%s is not of one %s: %+v", r.ID, r.Scope, *r)
		}
	}
	t.Logf("notes by scope %v, by certainty %v", of, sure)
}
