package own

import (
	"slices"
	"strings"
	"sync"

	"brujula/data/fold"
	"brujula/data/texts"
)

// names is a set of headings as they are compared.
type names map[string]bool

func namesOf(headings ...[]string) names {
	all := names{}
	for _, heading := range headings {
		for _, h := range heading {
			all[folded(h)] = true
		}
	}
	return all
}

func folded(heading string) string { return strings.TrimSpace(fold.Fold(fold.Clean(heading))) }

// hasAll reports whether the set has all of the names.
func (n names) hasAll(all ...string) bool { return n.count(all...) == len(all) }

func (n names) count(all ...string) int {
	count := 0
	for _, name := range all {
		if n[name] {
			count++
		}
	}
	return count
}

// within reports whether nearly all of the names, and enough of them, are of a
// heading of ours: who opens a table in a spreadsheet may take columns out or add
// one.
func (n names) within(heading names) bool {
	const fewest = 6
	common := 0
	for name := range n {
		if heading[name] {
			common++
		}
	}
	return common >= fewest && 5*common >= 4*len(n)
}

// pageNames are the headings of plans for people, and turnNames those of an act.
var (
	pageNames = sync.OnceValue(func() []names {
		return []names{namesOf(texts.PlanPageHeading()), namesOf(texts.PlanMarkdownHeading()), namesOf(texts.PlanHeading())}
	})
	turnNames = sync.OnceValue(func() names { return namesOf(texts.TurnExportHeading()) })
)

// ofHeading reports which table of ours a row heads. The columns that identify a line
// of a plan stand in lists of others too; those that tell of it as a choice do not.
func ofHeading(row []string) (Kind, bool) {
	n := names{}
	for _, cell := range row {
		if name := folded(cell); name != "" {
			n[name] = true
		}
	}
	const few = 3
	if len(n) < few {
		return "", false
	}
	line := n.hasAll("proceso", "renipress", "profesion", "modalidad")
	switch {
	case line && n.count("mi nota", "quedo aqui", "acumulada", "libre al llegar", "prob_quedo_aqui", "prob_acumulada") > 0:
		return Plan, true
	case line && n.count("prob", "prob_min", "prob_max", "banda", "libres_esperados", "puntos_certeza", "se_va_desde") > 1:
		return Listing, true
	case slices.ContainsFunc(pageNames(), n.within):
		return Page, true
	case n.within(turnNames()) && n.hasAll("acto", "deshecho"):
		return Acts, true
	case n.hasAll("institucion_ofertante", "fuente", "otros", "cupos"), len(n) == 6 && n.hasAll("profesion", "renipress", "establecimiento", "puesto", "nota", "fuente"):
		return Stored, true
	}
	return "", false
}
