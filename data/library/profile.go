package library

import (
	"encoding/json"
	"errors"

	"brujula/data"
	"brujula/data/texts"
)

const (
	profileName    = "perfil"
	profileVersion = 1
)

// Profile is what the planner remembers of its user between two starts. It has
// no name, no number of a document, nothing but the place in the queue.
type Profile struct {
	Process         data.Process      `json:"proceso,omitempty"`
	Profession      string            `json:"profesion,omitempty"`
	Modality        data.Modality     `json:"modalidad,omitempty"`
	Rank            int               `json:"puesto,omitempty"`       // order of merit, remunerada; 0 unknown
	RankFrom        int               `json:"puesto_desde,omitempty"` // the ranks that Rank may turn out to be; 0 where it is sure
	RankTo          int               `json:"puesto_hasta,omitempty"`
	RankEquivalente int               `json:"puesto_equivalente,omitempty"` // 0 unknown
	PassesAhead     int               `json:"pasan,omitempty"`              // how many ahead are thought to pass
	Settings        map[string]string `json:"ajustes,omitempty"`            // of the planner, by name
}

// Profile is LoadProfile for those who tell the user nothing.
func (l *Library) Profile() (Profile, error) {
	p, _, err := l.LoadProfile()
	return p, err
}

// LoadProfile returns the stored profile, the zero one when there is none. A
// damaged file gives the version before, and restored says so in one sentence;
// when that cannot be read either it fails with ErrDamaged, and with ErrNewer
// for a later form.
func (l *Library) LoadProfile() (p Profile, restored string, err error) {
	doc, err := l.loadDocument(l.profileSlot())
	if errors.Is(err, ErrNotFound) {
		return Profile{}, "", nil
	}
	if err != nil {
		return Profile{}, "", err
	}
	path := l.path(profileName + documentSuffix)
	if doc.Version > profileVersion {
		return Profile{}, "", newer(path, &newerError{doc.Version, profileVersion})
	}
	if json.Unmarshal(doc.Body, &p) != nil {
		return Profile{}, "", &Error{Kind: ErrDamaged, Path: path, Text: texts.LibraryDamaged(path)}
	}
	return p, doc.Restored, nil
}

// SaveProfile stores the profile durably; the later of two windows wins.
// Errors as SavePlan, without ErrChanged.
func (l *Library) SaveProfile(p Profile) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return l.writing(func() error {
		return l.saveDocument(l.profileSlot(), Document{Version: profileVersion, Body: body}, false)
	})
}

func (l *Library) profileSlot() slot {
	return slot{kind: kindProfile, path: l.path(profileName)}
}
