package session_test

import (
	"slices"
	"testing"

	"brujula/data/store/storetest"
	"brujula/planner/session"
)

// What a page wants remembered is asked for when it is saved, not before; one
// timer runs at a time, and what is the same is not written again.
func TestSettingsAreSavedLater(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	value, asked := "uno", 0
	d.Remember("ejemplo", func() string { asked++; return value })
	timers := settle(d, d.Touched(), d.Touched())
	value = "dos"
	if len(timers) != 1 || asked != 0 {
		t.Fatalf("%d timers, asked %d times", len(timers), asked)
	}
	for round := range 2 {
		left := settle(d, answer(timers[0].(session.Timer).Answer))
		if p, err := lib.Profile(); err != nil || p.Settings["ejemplo"] != "dos" || len(left) != 0 {
			t.Errorf("round %d: stored %v, %v, told %v", round, p.Settings, err, left)
		}
	}
	if d.Recall("ejemplo") != "dos" {
		t.Errorf("recalled %q", d.Recall("ejemplo"))
	}
}

// A profile that is saved while settings change has both.
func TestAProfileKeepsTheSettings(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	d.Remember("ejemplo", func() string { return "uno" })
	form := d.Profile // opened before the settings are saved
	timers := settle(d, d.Touched())
	settle(d, answer(timers[0].(session.Timer).Answer))
	form.Rank = 7
	settle(d, d.SetProfile(form))
	if p, err := lib.Profile(); err != nil || p.Settings["ejemplo"] != "uno" || p.Rank != 7 {
		t.Errorf("stored %+v, %v", p, err)
	}
}

// A disk that refuses the settings is no reason for a message or a question;
// leaving tries once more.
func TestSettingsThatCannotBeSaved(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	d.Remember("ejemplo", func() string { return "uno" })
	timers := settle(d, d.Touched())
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	if told := settle(d, answer(timers[0].(session.Timer).Answer)); len(told) != 0 {
		t.Errorf("told %v", told)
	}
	disk.Heal()
	if left := settle(d, d.Leave()); !slices.Contains(left, session.Answer(session.Quit{})) {
		t.Errorf("does not leave: %v", left)
	}
	if p, err := lib.Profile(); err != nil || p.Settings["ejemplo"] != "uno" {
		t.Errorf("stored %v, %v", p.Settings, err)
	}
}

// The sudden end of the program saves them too, and fails for nothing.
func TestFlushSavesTheSettings(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	d.Remember("ejemplo", func() string { return "uno" })
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	if err := d.Flush(); err != nil {
		t.Errorf("settings alone fail the end: %v", err)
	}
	disk.Heal()
	d.Remember("ejemplo", func() string { return "dos" })
	if err := d.Flush(); err != nil {
		t.Error(err)
	}
	if p, err := lib.Profile(); err != nil || p.Settings["ejemplo"] != "dos" {
		t.Errorf("stored %v, %v", p.Settings, err)
	}
}

// A window that only looks writes nothing.
func TestASecondWindowKeepsItsSettings(t *testing.T) {
	disk := storetest.New()
	_, lib := onDisk(t, disk)
	second, _ := onDisk(t, disk)
	second.Remember("ejemplo", func() string { return "uno" })
	if jobs := second.Touched(); jobs != nil {
		t.Error("a timer in a window that only looks")
	}
	settle(second, second.Leave())
	if err := second.Flush(); err != nil {
		t.Error(err)
	}
	if p, err := lib.Profile(); err != nil || p.Settings["ejemplo"] != "" {
		t.Errorf("stored %v, %v", p.Settings, err)
	}
}
