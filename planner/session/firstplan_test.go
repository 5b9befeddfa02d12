package session_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
	"brujula/planner/storage"
)

// damage cuts all files of a plan, or removes them.
func damage(t *testing.T, disk *storetest.Mem, stem string, remove bool) (files int) {
	t.Helper()
	for path, content := range disk.Files() {
		if !strings.HasPrefix(path, "/biblioteca/planes/"+stem+"-") {
			continue
		}
		files++
		if disk.Set(path, content[:len(content)/2]); remove {
			if err := disk.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	return files
}

// One plan that cannot be read, or is gone, leaves the others in use.
func TestABadPlanLeavesTheOthersInUse(t *testing.T) {
	for name, tt := range map[string]struct {
		bad    []string
		remove bool
		shown  string
		told   string
	}{
		"damaged":     {bad: []string{"b"}, shown: "A", told: "El plan «B» no se puede leer"},
		"all damaged": {bad: []string{"a", "b"}, shown: "C", told: "El plan «B» no se puede leer"},
		"gone":        {bad: []string{"b"}, remove: true, shown: "A", told: "El plan «B» no tiene líneas guardadas"},
	} {
		t.Run(name, func(t *testing.T) {
			disk := storetest.New()
			d, lib := onDisk(t, disk)
			ids := plazas(d, 2)
			settle(d, d.ToggleStar(ids[0]))
			settle(d, d.CopyPlan("B"))
			d.Close()
			for _, stem := range tt.bad {
				if damage(t, disk, stem, tt.remove) == 0 {
					t.Fatalf("no file of %s", stem)
				}
			}
			bad := disk.Files()
			d, notices := reopen(t, disk)
			if told := strings.Join(notices, "\n"); d.Plan().Name != tt.shown || d.Writable() != nil || !strings.Contains(told, tt.told) {
				t.Fatalf("plan %s is shown, writable %v; told %s", d.Plan().Name, d.Writable(), told)
			}
			before := len(d.Plan().Entries)
			settle(d, d.ToggleStar(ids[1]))
			if e, _, err := storage.OpenPlan(lib, tt.shown); err != nil || len(e.Plan().Entries) != before+1 {
				t.Errorf("not saved: %v", err)
			}
			for path, content := range disk.Files() {
				if was, ok := bad[path]; ok && was != content && !strings.HasPrefix(path, "/biblioteca/planes/"+strings.ToLower(tt.shown)+"-") && strings.Contains(path, "/planes/") {
					t.Errorf("%s was touched", path)
				}
			}
		})
	}
}

// The plan that is shown instead may be restored itself, which is said too.
func TestTheOtherPlanMayBeRestored(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	for _, id := range plazas(d, 2) {
		settle(d, d.ToggleStar(id))
	}
	settle(d, d.CopyPlan("B"))
	d.Close()
	damage(t, disk, "b", false)
	for path, content := range disk.Files() {
		if strings.HasPrefix(path, "/biblioteca/planes/a-") && !strings.Contains(path, ".anterior") {
			disk.Set(path, content[:len(content)/2])
		}
	}
	d, notices := reopen(t, disk)
	if told := strings.Join(notices, "\n"); d.Plan().Name != "A" || len(d.Plan().Entries) != 1 || !strings.Contains(told, "estaba dañado") {
		t.Errorf("plan %s with %d lines, told %s", d.Plan().Name, len(d.Plan().Entries), told)
	}
}

// The plan that was open last is opened, and nothing is said.
func TestThePlanThatWasOpenIsOpenedAgain(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	settle(d, d.CopyPlan("B"))
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	d.Close()
	d, notices := reopen(t, disk)
	if d.Plan().Name != "B" || len(notices) != 0 {
		t.Errorf("plan %s, told %q", d.Plan().Name, notices)
	}
}
