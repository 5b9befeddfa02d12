package library

import (
	"encoding/json"

	"brujula/data"
)

// Document is a versioned JSON value that the library keeps without knowing
// its meaning.
type Document struct {
	Version int             // of Body's form, set by the package that owns it; from 1
	Body    json.RawMessage // any valid JSON; kept byte for byte but for blanks
	// Restored is empty, or tells the user in one sentence that the file was
	// damaged and this is the version before.
	Restored string
}

// PlanInfo describes one stored plan. Err is not nil when neither its file
// nor the version before can be read; Name is then taken from the file.
type PlanInfo struct {
	Name string
	Err  error
}

// Plans lists the named plans by name.
func (l *Library) Plans() ([]PlanInfo, error) { return nil, errNotBuilt }

// LoadPlan gives a plan. When its file is damaged the version before is given,
// and Restored says so. It fails with ErrNotFound, ErrDamaged or ErrNewer.
func (l *Library) LoadPlan(name string) (Document, error) { return Document{}, errNotBuilt }

// SavePlan stores a plan durably: when it returns nil the plan survives a kill
// and a power loss. The version before stays beside it. It fails with
// ErrChanged when the stored plan is not the one that this Library last loaded
// or saved (another window changed it: load it again), with ErrNewer when the
// stored one has a newer form, with ErrLocked, ErrFull, ErrReadOnly; the stored
// plan is then as it was. Name is any text of 1 to 100 characters.
func (l *Library) SavePlan(name string, doc Document) error { return errNotBuilt }

// RemovePlan takes a plan out of Plans. Its file is renamed, not erased, until
// another plan of that name is removed.
func (l *Library) RemovePlan(name string) error { return errNotBuilt }

// Profile is what the planner remembers of its user between two starts. It has
// no name, no number of a document, nothing but the place in the queue.
type Profile struct {
	Process         data.Process      `json:"proceso,omitempty"`
	Profession      string            `json:"profesion,omitempty"`
	Modality        data.Modality     `json:"modalidad,omitempty"`
	Rank            int               `json:"puesto,omitempty"`             // order of merit, remunerada; 0 unknown
	RankEquivalente int               `json:"puesto_equivalente,omitempty"` // 0 unknown
	PassesAhead     int               `json:"pasan,omitempty"`              // how many ahead are thought to pass
	Settings        map[string]string `json:"ajustes,omitempty"`            // of the planner, by name
}

// Profile gives the stored profile, the zero one when there is none. A
// damaged file gives the version before; when that cannot be read either it
// fails with ErrDamaged.
func (l *Library) Profile() (Profile, error) { return Profile{}, errNotBuilt }

// SaveProfile stores the profile durably; errors as SavePlan.
func (l *Library) SaveProfile(p Profile) error { return errNotBuilt }

// Cache gives what PutCache stored under the key; ok is false when there is
// nothing or it is damaged.
func (l *Library) Cache(key string) (value []byte, ok bool) { return nil, false }

// PutCache stores something that can be made again, such as a fitted model.
// It needs no lock and gives no promise of durability; its errors may be
// ignored. At most 64 values are kept.
func (l *Library) PutCache(key string, value []byte) error { return errNotBuilt }
