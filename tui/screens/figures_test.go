package screens

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"brujula/data/demo"
	"brujula/data/library"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/tui/tuitest"
)

// greatLists are the demonstration's, each place of the offers many times over,
// so that counts and ranks have the digits of a real year's.
func greatLists(t *testing.T) *library.Library {
	t.Helper()
	const times = 16
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	offers, taken := demo.Lists()
	var items []library.Item
	codes := map[string]int{}
	for i, info := range demo.Infos() {
		if i >= len(offers) {
			items = append(items, library.Item{Info: info, Adjudication: taken[i-len(offers)]})
			continue
		}
		great := *offers[i]
		great.Plazas = nil
		for n := range times {
			for _, p := range offers[i].Plazas {
				if _, known := codes[p.Renipress]; !known {
					codes[p.Renipress] = len(codes)
				}
				p.Renipress = fmt.Sprintf("%08d", 1000*n+codes[p.Renipress])
				if n > 0 {
					p.Establishment = fmt.Sprintf("%d DE MAYO %s", n, p.Establishment)
				}
				great.Plazas = append(great.Plazas, p)
				info.Seats += p.Seats
			}
		}
		info.Rows, info.Plazas = len(great.Plazas), len(great.Plazas)
		items = append(items, library.Item{Info: info, Offer: &great})
	}
	if _, err := lib.Commit(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	who := demo.Example()
	if err := lib.SaveProfile(library.Profile{Process: who.Line.Process, Profession: who.Line.Profession, Modality: who.Line.Modality, Rank: 1034}); err != nil {
		t.Fatal(err)
	}
	stored := plan.Plan{Name: "A"}
	for i := range items[0].Offer.Plazas {
		p := &items[0].Offer.Plazas[i]
		if p.Profession == who.Line.Profession && p.Modality == who.Line.Modality && len(stored.Entries) < 12 {
			stored.Entries = append(stored.Entries, plan.Entry{ID: p.PlazaID})
		}
	}
	if err := storage.SavePlan(lib, &stored); err != nil {
		t.Fatal(err)
	}
	return lib
}

// runTogether finds a figure that one blank parts from the next.
var runTogether = regexp.MustCompile(`(?:^|[ │|])[<>]?\d(?:[\d.,–\x{a0}]*\d)?(?:[ \x{a0}]%)? [<>]?\d[\d.,–\x{a0}]*(?:[ \x{a0}]%)?(?:[ │|]|$)`)

// aCode is a RENIPRESS, which is no figure.
var aCode = regexp.MustCompile(`\b\d{8}\b`)

// No table of any screen sets two figures one blank apart.
func TestNoTwoFiguresReadAsOne(t *testing.T) {
	m, d := openStored(t, greatLists(t))
	driver := tuitest.New(t, m, 200, 50)
	small, wide := tuitest.Size{W: 80, H: 24}, tuitest.Size{W: 200, H: 50}
	look := func(face string, sizes ...tuitest.Size) {
		t.Helper()
		for _, size := range sizes {
			driver.Resize(size.W, size.H)
			for line := range strings.SplitSeq(ansi.Strip(driver.View()), "\n") {
				if at := runTogether.FindString(aCode.ReplaceAllString(line, "código")); at != "" {
					t.Errorf("%s at %d×%d: %q in\n%s", face, size.W, size.H, at, line)
				}
			}
		}
	}
	if n := len(d.Plan().Entries); n < 5 {
		t.Fatalf("%d lines in the plan", n)
	}
	look("Explorar", small, wide)
	driver.Press("o")
	look("Explorar, both modalities", small, wide)
	driver.Press("o")
	for range 21 { // the columns of Explorar, each with its frequencies
		driver.Press("F")
		look("frequencies", small)
		driver.Press("esc", "right")
		look("Explorar", small)
	}
	driver.Press("c", "down", "c", "down", "c", "enter")
	look("card", small, wide)
	driver.Press("esc", "2")
	look("Mi plan", small, wide)
	for range 14 {
		driver.Press("right")
		look("Mi plan", small)
	}
	driver.Press("v")
	look("versions", small, wide)
	driver.Press("esc", "a")
	look("advice", small, wide)
	driver.Press("esc", "3")
	look("Comparar", small, wide)
	driver.Press("4", "S", "enter")
	look("Mi turno", small, wide)
	driver.Press("5")
	for range 15 {
		look("Panorama", small, wide)
		driver.Press("tab")
	}
	driver.Press("6")
	look("Fuentes", small, wide)
	driver.Press("x")
	look("contradictions", small, wide)
}
