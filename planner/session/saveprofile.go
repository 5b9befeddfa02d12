package session

import (
	"sync"

	"brujula/data/texts"
)

// profileSaver lets one save of the profile run at a time, as saver does for
// plans: an older profile never overwrites a newer one, and the program does
// not end in the midst of one.
type profileSaver struct {
	running bool
	task    func() ownAnswer // the save that runs, done once; see saver
	again   bool             // the profile changed while a save was running
	failed  bool             // the profile on the disk is not the one here
	quiet   bool             // the save that runs is of settings alone
	silent  bool             // the save that runs is a further try: a failure is not told again
	told    string           // to be said once it is on the disk
}

// profileSaved tells what became of a save of the profile.
type profileSaved struct{ err error }

func (d *Session) saveProfile() Jobs {
	s := &d.saver.profile
	switch {
	case d.Writable() != nil:
		return nil
	case s.running:
		s.again = true
		return nil
	}
	lib, p := d.Lib, d.Profile
	once := sync.OnceValue(func() ownAnswer { return profileSaved{lib.SaveProfile(p)} })
	s.running, s.again, s.quiet, s.silent, s.task = true, false, false, false, once
	return Jobs{func() Answer { return once() }}
}

// WhenProfileSaved says something once the profile that SetProfile was given is
// on the disk; where that fails the error is said instead.
func (d *Session) WhenProfileSaved(text string) Jobs {
	if !d.saver.profile.running {
		return done(text)
	}
	d.saver.profile.told = text
	return nil
}

func (m profileSaved) apply(d *Session) Jobs {
	s := &d.saver.profile
	s.running, s.task, d.stale = false, nil, m.err != nil && s.quiet
	s.failed = m.err != nil && !s.quiet
	if s.again {
		if jobs := d.saveProfile(); jobs != nil {
			return jobs // what became of the older one matters no more
		}
	}
	told := s.told
	s.told = ""
	switch {
	case s.failed && !s.silent:
		d.refused(texts.ProfileNotSaved(texts.Spanish(m.err)))
	case told != "":
		return join(done(told), d.depart())
	}
	return d.depart()
}
