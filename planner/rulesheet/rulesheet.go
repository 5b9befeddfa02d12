// Package rulesheet gathers all that the program holds to be true of SERUMS, as
// one sheet that the screens draw, the linear mode reads out and the commands
// print: every line with its source, its date and how sure it is.
package rulesheet

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/data/texts"
)

// Line is one fact of the sheet. The JSON keys are those of `serums reglas`.
type Line struct {
	ID        string          `json:"id"`
	Text      string          `json:"texto"`
	Source    string          `json:"fuente"`
	Date      string          `json:"fecha"` // as far as known, or ""
	Certainty rules.Certainty `json:"certeza"`
	Own       bool            `json:"propia"` // it comes from the user's own file
}

// Part is a titled group of lines.
type Part struct {
	ID    string `json:"seccion"`
	Title string `json:"titulo"`
	Lines []Line `json:"lineas"`
}

// Sheet returns all parts in the order in which an applicant meets them: the
// programme, the merit order, the turn, the grade, the bonuses, the points,
// the modalities, the sizes of processes, the risks' own facts, where lists are
// published, and the notes of places, so that who asks whether a district is in
// emergency is answered without a plaza there. A part without lines is left out.
func Sheet(r *rules.Rules) []Part {
	parts := []Part{
		facts(r, rules.SectionProgramme),
		modalities(r),
		facts(r, rules.SectionMerit),
		facts(r, rules.SectionTurn),
		facts(r, rules.SectionGrade),
		categories(r),
		facts(r, rules.SectionBonus),
		points(r),
		sizes(r),
		facts(r, rules.SectionRisk),
		facts(r, rules.SectionSource),
		placeNotes(r),
	}
	kept := parts[:0]
	for _, p := range parts {
		if len(p.Lines) > 0 {
			kept = append(kept, p)
		}
	}
	return kept
}

// Find returns the parts with the lines that hold every word of the query in
// their id, text, source or title, accents and case aside. An empty query keeps all.
func Find(parts []Part, query string) []Part {
	words := strings.Fields(fold.Fold(query))
	var found []Part
	for _, p := range parts {
		kept := Part{ID: p.ID, Title: p.Title}
		for _, line := range p.Lines {
			if holdsAll(fold.Fold(strings.ReplaceAll(line.ID, "-", " ")+" "+p.Title+" "+line.Text+" "+line.Source), words) {
				kept.Lines = append(kept.Lines, line)
			}
		}
		if len(kept.Lines) > 0 {
			found = append(found, kept)
		}
	}
	return found
}

func holdsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func part(id string) Part { return Part{ID: id, Title: texts.RulePart(id)} }

func line(b *rules.Basis, text string) Line {
	return Line{ID: b.ID, Text: text, Source: b.Source, Date: b.Date, Certainty: b.Certainty, Own: b.Own}
}

func facts(r *rules.Rules, section rules.Section) Part {
	p := part(string(section))
	for _, fact := range r.FactsOf(section) {
		p.Lines = append(p.Lines, line(&fact.Basis, fact.Text))
	}
	return p
}

func modalities(r *rules.Rules) Part {
	p := part("modalidades")
	for i := range r.Modalities {
		m := &r.Modalities[i]
		p.Lines = append(p.Lines, line(&m.Basis, texts.RuleModality(string(m.Modality), m.Pay, m.Hours, m.Benefits, m.Limit)))
	}
	return p
}

func categories(r *rules.Rules) Part {
	p := part("categorias")
	for i := range r.Categories {
		c := &r.Categories[i]
		p.Lines = append(p.Lines, line(&c.Basis, texts.RuleCategory(c.ID, c.Text)))
	}
	return p
}

// points joins what the residency says in words with its figure of each grade
// and the bonus for public posts of each quintil.
func points(r *rules.Rules) Part {
	p := facts(r, rules.SectionResidency)
	for i := range r.Points {
		g := &r.Points[i]
		p.Lines = append(p.Lines, line(&g.Basis, texts.RulePoints(g.Profession, g.Grade, g.Quintile, g.Points)))
	}
	for i := range r.Bonuses {
		b := &r.Bonuses[i]
		p.Lines = append(p.Lines, line(&b.Basis, texts.RuleQuintile(b.Quintile, b.Percent)))
	}
	return p
}

// medicine is the profession whose applicants are told beside those of all.
const medicine = "MEDICINA"

func sizes(r *rules.Rules) Part {
	p := part("procesos")
	for i := range r.Sizes {
		s := &r.Sizes[i]
		p.Lines = append(p.Lines, line(&s.Basis, texts.RuleSize(texts.RuleProcess{
			Process: string(s.Process), Applicants: s.Applicants, Are: s.ApplicantsAre, AtLeast: s.AtLeast,
			Medicine: s.ByProfession[medicine], Remunerada: s.Remunerada, Equivalente: s.Equivalente,
		})))
	}
	return p
}

// placeNotes joins the places of each note of a risk.
func placeNotes(r *rules.Rules) Part {
	p := part("notas")
	for from := 0; from < len(r.Risks); {
		first, to := &r.Risks[from], from
		var where []texts.PlacesWithin
		for ; to < len(r.Risks) && r.Risks[to].ID == first.ID; to++ {
			where = addPlace(where, &r.Risks[to])
		}
		p.Lines = append(p.Lines, line(&first.Basis, texts.RuleNote(where, first.Scope == rules.ScopeNational, string(first.Severity), string(first.Topic), first.Text)))
		from = to
	}
	return p
}

// addPlace adds where a risk is, beside those of the same province or region.
func addPlace(where []texts.PlacesWithin, r *rules.Risk) []texts.PlacesWithin {
	name, within := r.Region, ""
	switch {
	case r.Region == "":
		return where
	case r.District != "":
		name, within = r.District, texts.Where(r.Province, r.Region)
	case r.Province != "":
		name, within = r.Province, texts.Where(r.Region)
	}
	if n := len(where); n > 0 && where[n-1].Within == within {
		where[n-1].Names = append(where[n-1].Names, name)
		return where
	}
	return append(where, texts.PlacesWithin{Names: []string{name}, Within: within})
}

// LinkTexts is what is known of where the lists are published, each with its certainty
// and source.
func LinkTexts(facts *rules.Rules) []string {
	return data.Map(facts.FactsOf(rules.SectionSource), func(f rules.Fact) string { return texts.LinkLine(f.Text, f.Source, string(f.Certainty)) })
}
