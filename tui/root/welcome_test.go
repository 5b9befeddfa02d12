package root

import (
	"context"
	"slices"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// What the environment warns of is seen at once, also at a first start.
func TestWarningsAreToldAtTheFirstStart(t *testing.T) {
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Lib: lib, Facts: rules.Default(), Space: tuitest.Demo(), Now: time.Now})
	t.Cleanup(d.Close)
	var told []string
	for _, n := range New(Options{Desk: d, Notices: []string{"uno", "dos"}}).notices {
		told = append(told, n.Text)
	}
	if want := []string{"uno", "dos"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
