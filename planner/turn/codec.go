package turn

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"brujula/data"
	"brujula/data/fold"
)

// FormatVersion is the version of the events in the log. A reader refuses
// later ones: acts that it does not understand may have crossed out seats.
const FormatVersion = 2

// versionOf is the first version that understands a kind of event, 0 for a kind
// that none does. Each event is written as of it, so that older programs go on
// reading a log until it holds something that they would miss.
func versionOf(k Kind) int {
	if r, ok := ruleOf(k); ok {
		return r.since
	}
	return 0
}

// Errors of Decode.
var (
	ErrNewer = errors.New("turn: event of a newer version")
	ErrForm  = errors.New("turn: not an event")
)

// jsonEvent is how an event stands in the log.
type jsonEvent struct {
	Version    int            `json:"v"`
	Kind       Kind           `json:"tipo"`
	At         time.Time      `json:"hora,omitzero"`
	Process    data.Process   `json:"proceso,omitempty"`
	Profession string         `json:"profesion,omitempty"`
	Modality   data.Modality  `json:"modalidad,omitempty"`
	Rank       int            `json:"mi_puesto,omitempty"`
	N          int            `json:"n,omitempty"`
	Renipress  string         `json:"renipress,omitempty"`
	Late       bool           `json:"antes,omitempty"`
	Source     string         `json:"origen,omitempty"`
	Taken      map[string]int `json:"cupos,omitempty"`
	UpTo       int            `json:"hasta_puesto,omitempty"`
	Seconds    int            `json:"segundos,omitempty"`
	Calls      int            `json:"llamados,omitempty"`
}

// Encode writes an event as one JSON object.
func Encode(e Event) ([]byte, error) {
	b, err := json.Marshal(jsonEvent{
		Version: versionOf(e.Kind), Kind: e.Kind, At: e.At,
		Process: e.Line.Process, Profession: e.Line.Profession, Modality: e.Line.Modality,
		Rank: e.Rank, N: e.N, Renipress: e.Renipress, Late: e.Late,
		Source: e.Source, Taken: e.Taken, UpTo: e.UpTo, Seconds: e.Seconds, Calls: e.Calls,
	})
	if err != nil {
		return nil, fmt.Errorf("turn: %w", err)
	}
	return b, nil
}

// EncodeAll writes events as the log is to hold them.
func EncodeAll(events []Event) ([]json.RawMessage, error) {
	bodies := make([]json.RawMessage, len(events))
	for i, e := range events {
		body, err := Encode(e)
		if err != nil {
			return nil, err
		}
		bodies[i] = body
	}
	return bodies, nil
}

// Decode reads what Encode wrote. Text is cleaned of what could disturb a
// terminal. It fails with ErrNewer or ErrForm. That the event is possible is
// for Act to say.
func Decode(b []byte) (Event, error) {
	var in jsonEvent
	err := json.Unmarshal(b, &in) // fills what it can: a later form may have changed the rest
	switch {
	case in.Version > FormatVersion:
		return Event{}, ErrNewer
	case err != nil:
		return Event{}, fmt.Errorf("%w: %w", ErrForm, err)
	case versionOf(in.Kind) == 0 || in.Version < versionOf(in.Kind):
		return Event{}, ErrForm
	}
	e := Event{
		Kind: in.Kind, At: in.At,
		Line: data.Line{Process: in.Process, Profession: in.Profession, Modality: in.Modality},
		Rank: in.Rank, N: in.N, Late: in.Late,
		Source: fold.Clean(in.Source), UpTo: in.UpTo, Seconds: in.Seconds, Calls: in.Calls,
	}
	var ok bool
	if in.Renipress != "" {
		if e.Renipress, ok = data.ParseRenipress(in.Renipress); !ok {
			return Event{}, ErrForm
		}
	}
	for code, n := range in.Taken {
		if e.Taken == nil {
			e.Taken = make(map[string]int, len(in.Taken))
		}
		full, ok := data.ParseRenipress(code)
		if !ok {
			return Event{}, ErrForm
		}
		e.Taken[full] += n
	}
	return e, nil
}

// NewerAct reports whether a later version of the program wrote an event.
func NewerAct(b json.RawMessage) bool {
	_, err := Decode(b)
	return errors.Is(err, ErrNewer)
}
