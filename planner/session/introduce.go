package session

import (
	"slices"

	"brujula/data/texts"
	"brujula/planner/workspace"
)

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

// Unsaid tells why what was introduced could not be stored; empty when it could.
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
