package plan

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"brujula/data"
	"brujula/data/fold"
)

// FormatVersion is the version of the JSON form. A reader refuses later ones.
const FormatVersion = 1

// Errors of Decode. ErrNewer means that a later program wrote the file.
var (
	ErrNewer = errors.New("plan: format of a newer version")
	ErrForm  = errors.New("plan: not a plan")
)

// jsonPlan is how a plan is stored and passed on. Fields beyond these are for
// people and other programs, and are not read back.
type jsonPlan struct {
	Format  int                   `json:"formato"`
	Name    string                `json:"nombre"`
	Ranks   map[data.Modality]int `json:"puestos"`
	Weights Weights               `json:"pesos,omitempty"`
	Entries []jsonEntry           `json:"lineas"`
}

type jsonEntry struct {
	data.PlazaID
	Note string `json:"nota"`
}

// Encode writes the plan as JSON.
func Encode(p Plan) ([]byte, error) {
	out := jsonPlan{Format: FormatVersion, Name: p.Name, Ranks: p.Ranks, Weights: p.Weights, Entries: []jsonEntry{}}
	if out.Ranks == nil {
		out.Ranks = map[data.Modality]int{}
	}
	for _, e := range p.Entries {
		out.Entries = append(out.Entries, entryOf(e))
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("plan %q: %w", p.Name, err)
	}
	return append(b, '\n'), nil
}

// Decode reads what Encode or an export wrote. Text is cleaned of what could
// disturb a terminal. It fails with ErrNewer or ErrForm, or with an *EntryError
// that names the line that does not fit.
func Decode(b []byte) (Plan, error) {
	var in jsonPlan
	err := json.Unmarshal(b, &in) // fills what it can: a later form may have changed the rest
	switch {
	case in.Format > FormatVersion:
		return Plan{}, ErrNewer
	case err != nil:
		return Plan{}, fmt.Errorf("%w: %w", ErrForm, err)
	case in.Format < 1:
		return Plan{}, ErrForm
	}
	p := Plan{Name: OneLine(in.Name), Ranks: map[data.Modality]int{}}
	for m, rank := range in.Ranks {
		modality, ok := data.ParseModality(string(m))
		if !ok || rank < 1 {
			return Plan{}, &EntryError{Field: "puestos", Value: string(m)}
		}
		p.Ranks[modality] = rank
	}
	if len(in.Weights) > 0 {
		if err := in.Weights.check(); err != nil {
			return Plan{}, &EntryError{Field: "pesos", Value: in.Weights.String()}
		}
		p.Weights = in.Weights
	}
	for i, e := range in.Entries {
		entry, err := ParseEntry(i+1, string(e.Process), e.Renipress, e.Profession, string(e.Modality), e.Note)
		if err != nil {
			return Plan{}, err
		}
		p.Entries = append(p.Entries, entry)
	}
	p.normalize()
	return p, nil
}

// OneLine makes one line of a name or note, without what could disturb a
// terminal: a line break would tear the row of a table apart.
func OneLine(text string) string { return strings.ReplaceAll(fold.Clean(text), "\n", " ") }

// EntryError tells which line and field of a plan cannot be read.
type EntryError struct {
	Line  int // from 1; 0 when it is not a line
	Field string
	Value string
}

func (e *EntryError) Error() string {
	return fmt.Sprintf("plan: line %d: %s %q", e.Line, e.Field, e.Value)
}

// ParseEntry reads one line of a plan from its texts; line is for the
// *EntryError that it fails with.
func ParseEntry(line int, process, renipress, profession, modality, note string) (Entry, error) {
	p, err := data.ParseProcess(process)
	if err != nil {
		return Entry{}, &EntryError{line, "proceso", process}
	}
	m, ok := data.ParseModality(modality)
	if !ok {
		return Entry{}, &EntryError{line, "modalidad", modality}
	}
	code, ok := data.ParseRenipress(renipress)
	if !ok {
		return Entry{}, &EntryError{line, "renipress", renipress}
	}
	name := fold.Upper(fold.Clean(profession))
	if name == "" {
		return Entry{}, &EntryError{line, "profesion", profession}
	}
	id := data.PlazaID{Process: p, Profession: name, Modality: m, Renipress: code}
	return Entry{ID: id, Note: OneLine(note)}, nil
}
