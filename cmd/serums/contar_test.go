package main

import (
	"encoding/json"
	"maps"
	"strconv"
	"testing"

	"brujula/planner/report"
)

// What --contar counts is what the same filters list, counted one by one.
func TestCountsAreWhatIsListed(t *testing.T) {
	filters := []string{"--demo", "listar", "--profesion", "medicina", "--modalidad", "remunerada", "--puesto", "66", "--region", "!lima", "--json"}
	var listed report.Listing
	var counted report.Counts
	for into, more := range map[any][]string{&listed: nil, &counted: {"--contar", "gd,region,banda,presupuesto"}} {
		if err := json.Unmarshal([]byte(answer(t, append(filters[:len(filters):len(filters)], more...)...)), into); err != nil {
			t.Fatal(err)
		}
	}
	naive := map[string]map[string]report.CountValue{}
	seats := 0
	for i := range listed.Plazas {
		p := &listed.Plazas[i]
		seats += p.Seats
		values := map[string]map[string]int{"region": {p.Region: p.Seats}, "banda": {*p.Band: p.Seats}, "gd": {strconv.Itoa(*p.Grade): p.Seats}, "presupuesto": {}}
		for _, b := range p.Budgets {
			values["presupuesto"][b.Name] += b.Seats
		}
		for by, of := range values {
			if naive[by] == nil {
				naive[by] = map[string]report.CountValue{}
			}
			for v, n := range of {
				c := naive[by][v]
				c.Value, c.Places, c.Seats = v, c.Places+1, c.Seats+n
				likely := 0
				if c.Likely != nil {
					likely = *c.Likely
				}
				if *p.Chance >= 0.8 { // muy probable and probable
					likely++
				}
				c.Likely = &likely
				naive[by][v] = c
			}
		}
	}
	if counted.Places != len(listed.Plazas) || counted.Seats != seats || len(counted.Dimensions) != 4 || seats == 0 {
		t.Errorf("%d places and %d seats, want %d and %d", counted.Places, counted.Seats, len(listed.Plazas), seats)
	}
	for _, d := range counted.Dimensions {
		last := counted.Places
		for _, v := range d.Values {
			want := naive[d.Dim][v.Value]
			if v.Places != want.Places || v.Seats != want.Seats || want.Likely == nil || *v.Likely != *want.Likely || v.Places > last {
				t.Errorf("%s %q: %d places, %d seats, %d within reach; want %+v", d.Dim, v.Value, v.Places, v.Seats, *v.Likely, want)
			}
			last = v.Places
			delete(naive[d.Dim], v.Value)
		}
		for v := range maps.Keys(naive[d.Dim]) {
			t.Errorf("%s: %q is not counted", d.Dim, v)
		}
	}
}
