package session

import (
	"maps"
	"time"
)

// SettingExplore remembers in the profile what Explorar was left with.
const SettingExplore = "explorar"

// rememberAfter is how long a change of what a page wants remembered waits to be
// written: one write for all that is done in that time.
const rememberAfter = 3 * time.Second

// memory is what pages want to find again at the next start.
type memory struct {
	pages map[string]func() string // the present value of each setting
	armed bool                     // a save is due
}

// rememberDue tells that a save of the settings is due.
type rememberDue struct{}

// Remember asks now for the value of a setting whenever the settings are saved.
func (d *Session) Remember(name string, now func() string) {
	if d.memory.pages == nil {
		d.memory.pages = map[string]func() string{}
	}
	d.memory.pages[name] = now
}

// Recall returns a setting as it was saved last; "" where it never was.
func (d *Session) Recall(name string) string { return d.Profile.Settings[name] }

// Touched has the settings saved some moments later. In the demonstration and in
// a window that only looks nothing is.
func (d *Session) Touched() Jobs {
	if d.memory.armed || d.unread || d.Writable() != nil {
		return nil
	}
	d.memory.armed = true
	return after(rememberAfter, rememberDue{})
}

func (rememberDue) apply(d *Session) Jobs {
	d.memory.armed = false
	return d.saveSettings()
}

// collect takes the settings as they are now into the profile; it tells whether
// they must be saved.
func (d *Session) collect() (changed bool) {
	if d.unread || d.Writable() != nil {
		return false
	}
	for name, now := range d.memory.pages {
		if value := now(); value != d.Profile.Settings[name] {
			d.set(name, value)
			changed = true
		}
	}
	return changed || d.box.Why(d.profile) != nil
}

// set changes one setting of the profile. A save that runs keeps the settings
// that it was given.
func (d *Session) set(name, value string) {
	settings := maps.Clone(d.Profile.Settings)
	if settings == nil {
		settings = map[string]string{}
	}
	settings[name] = value
	d.Profile.Settings = settings
}

// saveSettings saves the profile where a setting has changed, and is silent
// about it: the next change and the end of the program try again.
func (d *Session) saveSettings() Jobs {
	if !d.collect() {
		return nil
	}
	d.box.PutSilently(d.profile)
	return d.write()
}
