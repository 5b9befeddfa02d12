package prior

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"

	"brujula/data"
)

//go:embed scores.json
var scores []byte

// Model tells which of the two models was tested.
type Model string

// Full is the model fitted on past lists, Alone the coefficients that ship.
const (
	Full  Model = "completo"
	Alone Model = "previo"
)

// Scores is how right a model was on a past process that it was tested on, by a
// fit on other processes or by cross-validation: figures, no list. Means over the pick numbers and the fold
// seeds; scores are better the lower they are.
type Scores struct {
	Model    Model         `json:"modelo"`
	Process  data.Process  `json:"proceso"`
	Modality data.Modality `json:"modalidad"`
	Seeds    []uint64      `json:"semillas,omitempty"`
	// TrainedOn are the other processes that it was fitted on; empty for
	// cross-validation within the process.
	TrainedOn []data.Process `json:"entrenado_en,omitempty"`
	Order     string         `json:"orden,omitempty"`   // "exacto", or "notas" where the list has marks alone
	Direction string         `json:"sentido,omitempty"` // "adelante", "atras", "entre" or "mismo"
	Lines     []LineScores   `json:"lineas"`
	Bins      []ScoreBin     `json:"calibracion"` // all lines and cuts together
	// Checked counts the bins by line and cut that hold BinCases chances or more,
	// Astray those of them whose frequency is more than AstrayBy from the mean
	// chance.
	Checked int `json:"casilleros"`
	Astray  int `json:"desviados"`
}

// What Scores counts as a bin astray: one of 100 plazas or more that is off by
// more than 5 points.
const (
	BinCases = 100
	AstrayBy = 0.05
)

// LineScores are the figures of one line.
type LineScores struct {
	Profession  string   `json:"profesion"`
	Seats       int      `json:"cupos"`
	Brier       float64  `json:"brier"`
	Log         float64  `json:"log"`
	Constant    float64  `json:"brier_constante"`    // of giving all the same chance
	GradeRegion float64  `json:"brier_grado_region"` // of the rate by grade and region
	Coverage    *float64 `json:"cobertura"`          // share that went within "when it goes"
	Spearman    *float64 `json:"spearman"`
}

// ScoreBin is one bin of the reliability table: chances given and share free.
type ScoreBin struct {
	From      float64 `json:"desde"`
	To        float64 `json:"hasta"`
	N         int     `json:"n"`
	Mean      float64 `json:"media"`
	Frequency float64 `json:"frecuencia"`
}

// ShippedScores returns the figures that `serums evaluar --cifras` wrote of the
// process that the shipped coefficients were fitted on.
func ShippedScores() ([]Scores, error) { return ParseScores(scores) }

// WriteScores prints scores in the form that ParseScores reads.
func WriteScores(all []Scores) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	if err := e.Encode(all); err != nil {
		return nil, fmt.Errorf("scores: %w", err)
	}
	return b.Bytes(), nil
}

// ParseScores reads what WriteScores printed.
func ParseScores(raw []byte) ([]Scores, error) {
	var all []Scores
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&all); err != nil {
		return nil, fmt.Errorf("scores: %w", err)
	}
	return all, nil
}

// MarksOnly reports whether the tested list has no ranks: a part of the error is then
// the list's.
func (s *Scores) MarksOnly() bool { return s.Order == "notas" }

// Within tells of a test by cross-validation within one process.
func (s *Scores) Within() bool { return len(s.TrainedOn) == 0 }

// Telling returns the bin that says most in a sentence, from 80 to 90 %; ok is
// false where it holds too few chances.
func (s *Scores) Telling() (b ScoreBin, ok bool) {
	for _, b := range s.Bins {
		if b.From > 0.79 && b.From < 0.81 && b.N >= BinCases {
			return b, true
		}
	}
	return ScoreBin{}, false
}
