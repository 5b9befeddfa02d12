package myplan_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// copied is a clipboard that remembers.
type copied struct{ text string }

func (c *copied) put(text string) (string, error) {
	c.text = text
	return "", nil
}

// demoSpace is loaded, and its model fitted, once for all tests.
var demoSpace = workspace.LoadDemo(rules.Default())

// demoDesk is a desk on the demonstration.
func demoDesk(st *theme.Styles) *bridge.Desk {
	d, _ := bridge.New(context.Background(), st, session.Options{Facts: rules.Default(), Space: demoSpace, Now: own.Noon})
	return d
}

// ids returns plazas of the demonstration's line, spread over the list.
func ids(m data.Modality, n int) []data.PlazaID {
	line := demo.Example().Line
	line.Modality = m
	_, rows := demoSpace.Catalog.Line(line)
	out := make([]data.PlazaID, n)
	for i := range out {
		out[i] = demoSpace.Catalog.Plaza(rows[i*len(rows)/n]).PlazaID
	}
	return out
}

// names returns the establishments of the plan in their order.
func names(d *bridge.Desk) []string {
	var out []string
	for _, id := range d.Plan().IDs() {
		out = append(out, d.Name(id))
	}
	return out
}

// withPlan drives a planner on the demonstration whose plan has lines of both
// modalities and one plaza that no list has.
func withPlan(t testing.TB, st *theme.Styles, w, h int) (*bridge.Desk, *tuitest.Driver) {
	t.Helper()
	d := demoDesk(st)
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), w, h)
	gone := data.PlazaID{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "00009999"}
	d.Edit(func(e *plan.Editor) (plan.Act, bool) {
		act, ok := e.Add(slices.Concat(ids(data.Remunerada, 5), []data.PlazaID{gone}, ids(data.Equivalente, 2)), -1)
		e.Note(e.Plan().Entries[1].ID, "preguntar por la vivienda")
		return act, ok
	})
	drive.Send(msg.PlanChangedMsg{}).Press("2")
	return d, drive
}

// page gives what the screen itself draws: its line of status and its body,
// without the root's first and last line.
func page(drive *tuitest.Driver) string {
	lines := strings.Split(drive.View(), "\n")
	return strings.Join(lines[1:len(lines)-1], "\n")
}

// ownDesk is a desk on a library that holds the made-up offers as if imported.
func ownDesk(t *testing.T, dir string) (*bridge.Desk, *library.Library) {
	t.Helper()
	return own.Desk(t, dir, own.Doctor())
}

// storedPlan returns the establishments of a plan as it is on the disk.
func storedPlan(t *testing.T, d *bridge.Desk, lib *library.Library, name string) []string {
	t.Helper()
	e, _, err := storage.OpenPlan(lib, name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range e.Plan().IDs() {
		out = append(out, d.Name(id))
	}
	return out
}
