package session_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// What is not wanted is kept in the profile, refused by rows at once, and taken back.
func TestLimitsAreKept(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	region := d.Space.Catalog.Values(catalog.DimRegion)[0]
	said := settle(d, d.SetLimits("region:"+strings.ToLower(region)))
	if !says(said, "No quiero: región "+region) {
		t.Errorf("said %v", said)
	}
	kept := "region:" + region
	if p, err := lib.Profile(); err != nil || p.Settings[workspace.KeyRefused] != kept {
		t.Errorf("stored %q, %v", p.Settings, err)
	}
	for row := range d.Space.Catalog.Len() {
		if got, want := d.Est.Refusals.Breaks(row), d.Space.Catalog.Plaza(row).Region == region; got != want {
			t.Fatalf("row %d: refused %t, want %t", row, got, want)
		}
	}
	if said := settle(d, d.SetLimits("")); !says(said, "No quiero: región "+region) {
		t.Errorf("asked what it is, it says %v", said)
	}
	settle(d, d.LookBack())
	if look, _ := d.Look(); look.Limits != kept {
		t.Errorf("looks with %q", look.Limits)
	}
	if said := settle(d, d.SetLimits("region:ATLANTIDA")); !says(said, "ATLANTIDA") || d.Recall(workspace.KeyRefused) != kept {
		t.Errorf("said %v, kept %q", said, d.Recall(workspace.KeyRefused))
	}
	if said := settle(d, d.SetLimits("nada")); !says(said, "Ya no hay nada") || d.Est.Refusals.Breaks(0) {
		t.Errorf("said %v", said)
	}
	if p, err := lib.Profile(); err != nil || p.Settings[workspace.KeyRefused] != "" {
		t.Errorf("stored %q, %v", p.Settings, err)
	}
}

// A limit in the profile that cannot be read holds nothing back, and that is said: at
// the start, and when asked what is not wanted.
func TestLimitsThatCannotBeRead(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	p := d.Profile
	p.Settings = map[string]string{workspace.KeyRefused: "region:PUNO,ruido:alto,sin-bono"}
	if err := lib.SaveProfile(p); err != nil {
		t.Fatal(err)
	}
	kept, unread := workspace.KeptLimits(p.Settings[workspace.KeyRefused])
	if len(kept) != 2 || len(unread) != 1 || unread[0] != "ruido:alto" {
		t.Errorf("%v, not read %q", kept, unread)
	}
	if doubt := workspace.LimitsDoubt(p.Settings[workspace.KeyRefused]); !strings.Contains(doubt, "«ruido:alto»") {
		t.Error(doubt)
	}
	if doubt := workspace.LimitsDoubt("region:PUNO"); doubt != "" {
		t.Error(doubt)
	}
}
