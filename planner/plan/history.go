package plan

import (
	"encoding/json"
	"maps"
	"slices"

	"brujula/data"
)

// What of the history is stored with a plan: enough to take back a long plan that was
// emptied line by line, and small beside a list.
const (
	storedSteps = 300
	storedBytes = 256 << 10
)

// jsonHistory is the acts of a plan as they are stored beside its lines, the last one
// last.
type jsonHistory struct {
	Done   []jsonStep `json:"hechos,omitempty"`
	Undone []jsonStep `json:"deshechos,omitempty"`
}

// jsonStep is one act, and the plan on its far side: before it for one that was done,
// after it for one that was undone.
type jsonStep struct {
	Kind    Kind                   `json:"acto"`
	IDs     []jsonEntry            `json:"plazas,omitempty"`
	From    int                    `json:"de"`
	To      int                    `json:"a"`
	Lines   []jsonLine             `json:"lineas"`
	Ranks   *map[data.Modality]int `json:"puestos,omitempty"` // where they are others than on the near side
	Weights *Weights               `json:"pesos,omitempty"`
}

// jsonLine is a line of the far side: the place of the same one on the near side, from
// 0, or a line that the near side lacks.
type jsonLine struct {
	At   int
	Line *jsonEntry
}

// MarshalJSON writes the place as a number, the line as an object.
func (l jsonLine) MarshalJSON() ([]byte, error) {
	if l.Line != nil {
		return json.Marshal(l.Line)
	}
	return json.Marshal(l.At)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (l *jsonLine) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		l.Line = &jsonEntry{}
		return json.Unmarshal(b, l.Line)
	}
	return json.Unmarshal(b, &l.At)
}

// Encode writes the plan as Encode does, with what can be taken back of it.
func (e *Editor) Encode() ([]byte, error) {
	bare, err := Encode(e.plan)
	if err != nil {
		return nil, err
	}
	for most := storedSteps; ; most /= 2 {
		history := jsonHistory{
			e.encode(e.done, most, func(s *step) (Plan, Plan) { return s.before, s.after }),
			e.encode(e.undone, most, func(s *step) (Plan, Plan) { return s.after, s.before }),
		}
		if len(history.Done)+len(history.Undone) == 0 {
			return bare, nil
		}
		said, err := json.Marshal(history)
		if err != nil || len(said) <= storedBytes {
			return withHistory(bare, said), err
		}
	}
}

// withHistory puts the history behind the last field of a plan.
func withHistory(bare, history []byte) []byte {
	end := slices.Index(bare, byte('\n')) // at least the brace and its line
	for i := len(bare) - 1; i > end; i-- {
		if bare[i] == '}' {
			return slices.Concat(bare[:i-1], []byte(",\n  \"historia\": "), history, []byte("\n}\n"))
		}
	}
	return bare
}

// encode returns the last steps; sides tells which plan is on the far and on the near
// side of one.
func (e *Editor) encode(steps []step, most int, sides func(*step) (far, near Plan)) []jsonStep {
	var out []jsonStep
	for i := max(0, len(steps)-most); i < len(steps); i++ {
		s := &steps[i]
		far, near := sides(s)
		one := jsonStep{Kind: s.act.Kind, From: s.act.From, To: s.act.To, Lines: []jsonLine{}}
		if s.act.Kind != Replaced { // whose plazas are the lines of the plan itself
			for _, id := range s.act.IDs {
				one.IDs = append(one.IDs, entryOf(Entry{ID: id}))
			}
		}
		for _, entry := range far.Entries {
			line := jsonLine{At: slices.Index(near.Entries, entry)}
			if line.At < 0 {
				bare := entryOf(entry)
				line.Line = &bare
			}
			one.Lines = append(one.Lines, line)
		}
		if !maps.Equal(far.Ranks, near.Ranks) {
			one.Ranks = &far.Ranks
		}
		if !maps.Equal(far.Weights, near.Weights) {
			one.Weights = &far.Weights
		}
		out = append(out, one)
	}
	return out
}

func entryOf(e Entry) jsonEntry {
	return jsonEntry{e.ID, e.Note}
}

// DecodeEditor reads what Editor.Encode wrote, or a plan alone: what was done to it can
// be taken back as if the program had never ended. Errors are those of Decode; acts
// that cannot be read are those of another version, and are left out with all before
// them.
func DecodeEditor(b []byte) (*Editor, error) {
	p, err := Decode(b)
	if err != nil {
		return nil, err
	}
	e := Edit(p)
	var in struct {
		History jsonHistory `json:"historia"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return e, nil //nolint:nilerr // a damaged history leaves the plan
	}
	e.done = decodeSteps(e.plan, in.History.Done, func(far, near Plan) step { return step{before: far, after: near} })
	e.undone = decodeSteps(e.plan, in.History.Undone, func(far, near Plan) step { return step{before: near, after: far} })
	return e, nil
}

// decodeSteps follows the steps away from the plan as it stands.
func decodeSteps(near Plan, in []jsonStep, newStep func(far, near Plan) step) []step {
	var out []step
	for i := len(in) - 1; i >= 0; i-- {
		far, act, ok := in[i].decode(&near)
		if !ok {
			break
		}
		s := newStep(far.Clone(), near.Clone())
		s.act = act
		if act.Kind == Replaced {
			s.act.IDs = s.after.IDs()
		}
		out = append(out, s)
		near = far
	}
	slices.Reverse(out)
	return out
}

func (s *jsonStep) decode(near *Plan) (far Plan, act Act, ok bool) {
	far = near.Clone()
	far.Entries = nil
	for _, line := range s.Lines {
		switch {
		case line.Line != nil:
			entry, err := line.Line.entry()
			if err != nil {
				return far, act, false
			}
			far.Entries = append(far.Entries, entry)
		case line.At < 0 || line.At >= len(near.Entries):
			return far, act, false
		default:
			far.Entries = append(far.Entries, near.Entries[line.At])
		}
	}
	if s.Ranks != nil {
		far.Ranks = *s.Ranks
	}
	if s.Weights != nil {
		far.Weights = *s.Weights
	}
	act = Act{Kind: s.Kind, From: s.From, To: s.To}
	for i := range s.IDs {
		entry, err := s.IDs[i].entry()
		if err != nil {
			return far, act, false
		}
		act.IDs = append(act.IDs, entry.ID)
	}
	lines := len(far.Entries)
	far.normalize()
	return far, act, s.Kind >= Added && s.Kind <= Replaced && len(far.Entries) == lines
}

func (e *jsonEntry) entry() (Entry, error) {
	return ParseEntry(0, string(e.Process), e.Renipress, e.Profession, string(e.Modality), e.Note)
}
