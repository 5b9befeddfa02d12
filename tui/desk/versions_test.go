package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/tui/desk"
	"brujula/tui/msg"
	"brujula/tui/theme"
)

// onDemo is a desk on the demonstration.
func onDemo(home string) *desk.Desk {
	facts := rules.Default()
	d, _ := desk.New(context.Background(), desk.Options{
		Styles: theme.New(theme.Options{Variant: theme.Plain}), Facts: facts, Space: planner.LoadDemo(facts), Now: time.Now,
		Folders: desk.Folders{Home: home},
	})
	d.Start()
	return d
}

func names(t *testing.T, d *desk.Desk) string {
	t.Helper()
	var all []string
	for _, p := range d.Versions(1)().(desk.VersionsMsg).Plans {
		all = append(all, p.Name)
	}
	return strings.Join(all, " ")
}

func says(said []tea.Msg, text string) bool {
	return slices.ContainsFunc(said, func(m tea.Msg) bool {
		n, ok := m.(msg.NoticeMsg)
		return ok && strings.Contains(n.Text, text)
	})
}

// Nothing is deleted before the question is answered, in the demonstration
// either.
func TestNothingIsDroppedBeforeTheAnswer(t *testing.T) {
	d := onDemo("")
	settle(d, d.CopyPlan("B"))
	yes := d.DropPlan("A")
	if got := names(t, d); got != "A B" {
		t.Fatalf("before the answer: %s", got)
	}
	settle(d, yes)
	if got := names(t, d); got != "B" {
		t.Errorf("after it: %s", got)
	}
}

// Opening a plan twice keeps what was changed between.
func TestOpeningTwiceKeepsChanges(t *testing.T) {
	disk := storetest.New()
	before, lib := onDisk(t, disk)
	settle(before, before.CopyPlan("B"))
	settle(before, before.OpenPlan("A"))
	before.Close()
	d, _ := onDisk(t, disk)
	settle(d, d.OpenPlan("A"))
	if d.Plan().Name != "A" {
		t.Fatalf("starts with %s", d.Plan().Name)
	}
	ids := plazas(d, 2)
	opened := d.OpenPlan("B")() // twice on its way from the disk
	again := d.OpenPlan("B")()
	settle(d, func() tea.Msg { return opened })
	settle(d, d.ToggleStar(ids[0]))
	settle(d, func() tea.Msg { return again })
	if got := len(d.Plan().Entries); got != 1 {
		t.Errorf("%d lines on the screen, want 1", got)
	}
	settle(d, d.OpenPlan("A"))
	settle(d, func() tea.Msg { return again })
	settle(d, d.ToggleStar(ids[1]))
	if got := stored(t, lib, "B"); d.Plan().Name != "B" || got != 2 {
		t.Errorf("%s on the screen, %d lines stored, want B and 2", d.Plan().Name, got)
	}
}

// A change made during a renaming is saved though another plan was opened
// before the renaming ended.
func TestARenamingKeepsWhatWaits(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 2)
	settle(d, d.ToggleStar(ids[0]))
	settle(d, d.CopyPlan("B"))
	renaming := d.RenamePlan("Sierra")
	adding := d.ToggleStar(ids[1])
	settle(d, adding, d.OpenPlan("A"))
	settle(d, renaming)
	if got := stored(t, lib, "Sierra"); got != 2 {
		t.Errorf("Sierra has %d lines, want 2", got)
	}
}

// "~/" is the home folder that cmd gave, not that of the environment.
func TestExportGoesToTheGivenHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", t.TempDir())
	d := onDemo(home)
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	said := settle(d, d.ExportPlan("~/plan.csv", false))
	if _, err := os.Stat(filepath.Join(home, "plan.csv")); err != nil {
		t.Errorf("%v; %+v", err, said)
	}
	lost := onDemo("")
	done := settle(lost, lost.ExportPlan("~/plan.csv", false))
	if len(done) != 1 || !strings.Contains(done[0].(msg.ExportedMsg).Err.Error(), texts.NoHomeFolder) {
		t.Errorf("without a home: %+v", done)
	}
}

// Taking back and doing again are told apart.
func TestUndoAndRedoSayWhich(t *testing.T) {
	d := onDemo("")
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	if said := settle(d, d.Undo()); !says(said, "Deshecho: ") {
		t.Errorf("undo says %+v", said)
	}
	if said := settle(d, d.Redo()); !says(said, "Rehecho: ") {
		t.Errorf("redo says %+v", said)
	}
}
