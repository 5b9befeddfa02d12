package names

import (
	_ "embed"
	"strings"
	"sync"

	"brujula/data/fold"
	"brujula/data/places"
)

//go:embed institutions.tsv
var institutionTable string

//go:embed budgets.tsv
var budgetTable string

// Institutions are those that run establishments in the official offers. A
// regional government is found with the name of its region, too.
var Institutions = sync.OnceValue(func() *List {
	l := tableOf(institutionTable)
	regional := l.values[0]
	for _, head := range append([]string{regional}, l.Spellings(regional)...) {
		for _, region := range places.Peru().Regions() {
			l.exact[fold.Squash(head+region)] = regional
			l.loose[key(head+" "+region)] = regional
		}
	}
	return l
})

// Budgets are those that pay the seats of the official offers.
var Budgets = sync.OnceValue(func() *List { return tableOf(budgetTable) })

// tableOf makes a loose list of a table of two columns.
func tableOf(table string) *List {
	l := Loose()
	for _, part := range lines(table) {
		l.add(part[0], strings.Split(part[1], "|")...)
	}
	return l
}
