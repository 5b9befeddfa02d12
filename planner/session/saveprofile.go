package session

import (
	"slices"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// ownProfile is the profile as the outbox writes it, with the settings of the
// screens.
type ownProfile struct {
	d    *Session
	mine bool   // it has a change of the user's that is neither on the disk nor in the write that runs
	sent bool   // the write that runs has one
	said string // told once it is on the disk
}

// Begin takes the profile as it is now.
func (p *ownProfile) Begin() func() error {
	if p.d.Writable() != nil {
		return nil
	}
	p.sent, p.mine = p.mine, false
	lib, profile := p.d.Lib, p.d.Profile
	return func() error { return lib.SaveProfile(profile) }
}

// settled reports what became of it, unless it has changed meanwhile. Where settings
// alone cannot be written, that is not told: nothing of the user's work is lost.
func (p *ownProfile) settled(err error, silent bool) Jobs {
	sent, said := p.sent, p.said
	p.sent = false
	if err != nil {
		p.mine = p.mine || sent
	}
	if p.d.box.Waits(p) {
		return nil
	}
	p.said = ""
	switch {
	case err != nil && sent && !silent:
		p.d.refused(texts.ProfileNotSaved(texts.Spanish(err)))
	case err == nil && said != "":
		return done(said)
	}
	return nil
}

func (p *ownProfile) stake() stake {
	if p.mine || p.sent {
		return work
	}
	return nothing
}

func (p *ownProfile) carry(u *library.Unsaved) error {
	profile := p.d.Profile
	u.Profile = &profile
	return nil
}

func (d *Session) saveProfile() Jobs {
	if d.Writable() != nil {
		return nil
	}
	d.profile.mine = true
	return d.put(d.profile)
}

// WhenProfileSaved says something once the profile that SetProfile was given is
// on the disk; where that fails the error is said instead.
func (d *Session) WhenProfileSaved(text string) Jobs {
	if !d.box.Has(d.profile) {
		return done(text)
	}
	d.profile.said = text
	return nil
}

// Introduced answers Introduce.
type Introduced struct{ Err error }

// Said returns who the applicant said to be before there were lists.
func (d *Session) Said() workspace.Person {
	return workspace.Person{Profession: d.said.Profession, Modality: d.said.Modality, Rank: d.said.Rank}
}

// Introduce keeps who the applicant is, for the first list that is imported. The
// demonstration goes on showing its own example. It answers with Introduced.
func (d *Session) Introduce(p workspace.Person) Jobs {
	d.said.Profession, d.said.Modality, d.said.Rank = p.Profession, p.Modality, p.Rank
	if d.Lib == nil {
		return send(Introduced{})
	}
	lib, said := d.Lib, d.said
	return d.errand(func() error { return lib.SaveProfile(said) }, func(err error) Jobs { return send(Introduced{err}) })
}

// Unsaid reports why what was introduced could not be stored; empty when it could.
func (a Introduced) Unsaid() string {
	if a.Err == nil {
		return ""
	}
	return texts.PersonUnsaved(texts.Spanish(a.Err))
}

// HasLine reports whether the applicant said who they are, and the lists have plazas
// for them.
func (d *Session) HasLine() bool {
	return slices.Contains(d.Space.LinesOf(d.Profile.Process), d.Line())
}
