// Package demotest brings the demonstration into libraries of tests.
package demotest

import (
	"brujula/data/demo"
	"brujula/data/library"
)

// Items returns the made-up lists as they are stored, the offers first.
func Items() []library.Item {
	offers, taken := demo.Lists()
	items := make([]library.Item, 0, len(offers)+len(taken))
	for i, info := range demo.Infos() {
		if i < len(offers) {
			items = append(items, library.Item{Info: info, Offer: offers[i]})
		} else {
			items = append(items, library.Item{Info: info, Adjudication: taken[i-len(offers)]})
		}
	}
	return items
}

// Offers returns those of the offers alone.
func Offers() []library.Item {
	offers, _ := demo.Lists()
	return Items()[:len(offers)]
}
