package prior

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"brujula/data"
)

// The file is CSV; the first field of a row tells what it holds:
//
//	formato,3
//	proceso,2025-I
//	modalidad,remunerada,<theta>,<seats in the fit>
//	linea,<profession>,<seats offered>,<seats taken>,<taken in a known order>,<share that passes at the beginning>,<its growth>
//	coeficiente,<effect>,<profession or nothing>,<level>,<seats>,<value>,<draws>
//
// Lines and coefficients belong to the modality above them. Draws are whole
// hundredths with spaces between them, as many for each coefficient of a modality.
const (
	rowFormat      = "formato"
	rowProcess     = "proceso"
	rowModality    = "modalidad"
	rowLine        = "linea"
	rowCoefficient = "coeficiente"
)

// format is the version of the file that this code reads and writes.
const format = "3"

// maxValue bounds a coefficient: e^50 is beyond any real preference.
const maxValue = 50

// Write prints a prior in the form that Parse reads. Values are rounded to four
// digits after the point, far below their standard errors.
func Write(w io.Writer, p *Prior) error {
	rows := [][]string{{rowFormat, format}}
	for _, process := range p.Processes {
		rows = append(rows, []string{rowProcess, string(process)})
	}
	for i := range p.Sets {
		s := &p.Sets[i]
		rows = append(rows, []string{rowModality, string(s.Modality), number(s.Theta), strconv.Itoa(s.Seats)})
		for _, l := range s.Lines {
			rows = append(rows, []string{
				rowLine, l.Profession, strconv.Itoa(l.Seats), strconv.Itoa(l.Taken), strconv.Itoa(l.Ordered),
				number(l.PassStart), number(l.PassSlope),
			})
		}
		for _, c := range s.Coefficients {
			rows = append(rows, []string{rowCoefficient, c.Effect, c.Profession, c.Level, strconv.Itoa(c.Seats), number(c.Value), hundredths(c.Draws)})
		}
	}
	if err := csv.NewWriter(w).WriteAll(rows); err != nil {
		return fmt.Errorf("prior: %w", err)
	}
	return nil
}

func number(v float64) string {
	rounded := math.Round(v*1e4) / 1e4
	return strconv.FormatFloat(rounded+0, 'f', -1, 64) // +0 turns −0 into 0
}

// hundredths prints draws: their sum over some 25 coefficients of a plaza is off by
// 0.015, where it is unsure by 0.3 and more.
func hundredths(draws []float64) string {
	var text []byte
	for i, d := range draws {
		if i > 0 {
			text = append(text, ' ')
		}
		text = strconv.AppendInt(text, int64(math.Round(d*100)), 10)
	}
	return string(text)
}

// Parse reads what Write printed and checks it.
func Parse(r io.Reader) (*Prior, error) {
	reader := csv.NewReader(r)
	reader.FieldsPerRecord = -1
	p := &parser{prior: &Prior{}}
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("prior: %w", err)
		}
		if err := p.row(row); err != nil {
			line, _ := reader.FieldPos(0)
			return nil, fmt.Errorf("prior: line %d: %w", line, err)
		}
	}
	if !p.started {
		return nil, errors.New("prior: no format row")
	}
	return p.prior, nil
}

type parser struct {
	prior   *Prior
	started bool
}

// fields is how many fields each kind of row has.
func fields(kind string) int {
	switch kind {
	case rowFormat, rowProcess:
		return 2
	case rowModality:
		return 4
	case rowLine:
		return 7
	case rowCoefficient:
		return 7
	}
	return 0
}

func (p *parser) row(row []string) error {
	kind := row[0]
	if len(row) != fields(kind) {
		return fmt.Errorf("%q with %d fields", kind, len(row))
	}
	if p.started == (kind == rowFormat) {
		return fmt.Errorf("%q out of place", kind)
	}
	switch kind {
	case rowFormat:
		if row[1] != format {
			return fmt.Errorf("format %q, want %q", row[1], format)
		}
		p.started = true
		return nil
	case rowProcess:
		process, err := data.ParseProcess(row[1])
		if err != nil {
			return fmt.Errorf("process %w", err)
		}
		p.prior.Processes = append(p.prior.Processes, process)
		return nil
	case rowModality:
		return p.modality(row)
	}
	if len(p.prior.Sets) == 0 {
		return fmt.Errorf("%q before the first modality", kind)
	}
	set := &p.prior.Sets[len(p.prior.Sets)-1]
	if kind == rowLine {
		return set.line(row)
	}
	return set.coefficient(row)
}

func (p *parser) modality(row []string) error {
	modality, ok := data.ParseModality(row[1])
	if !ok {
		return fmt.Errorf("modality %q", row[1])
	}
	for i := range p.prior.Sets {
		if p.prior.Sets[i].Modality == modality {
			return fmt.Errorf("modality %q twice", row[1])
		}
	}
	theta, err := parseNumber(row[2], 0, maxValue)
	if err != nil {
		return err
	}
	seats, err := parseCount(row[3])
	if err != nil {
		return err
	}
	p.prior.Sets = append(p.prior.Sets, Set{Modality: modality, Theta: theta, Seats: seats})
	return nil
}

func (s *Set) line(row []string) error {
	seats, err := parseCount(row[2])
	if err != nil {
		return err
	}
	taken, err := parseCount(row[3])
	if err != nil {
		return err
	}
	if seats < MinSeats {
		return fmt.Errorf("a line of %d seats, at least %d wanted", seats, MinSeats)
	}
	ordered, err := parseCount(row[4])
	if err != nil {
		return err
	}
	start, err := parseNumber(row[5], 0, 1)
	if err != nil {
		return err
	}
	slope, err := parseNumber(row[6], 0, maxValue)
	if err != nil {
		return err
	}
	s.Lines = append(s.Lines, Line{Profession: row[1], Seats: seats, Taken: taken, Ordered: ordered, PassStart: start, PassSlope: slope})
	return nil
}

func (s *Set) coefficient(row []string) error {
	seats, err := parseCount(row[4])
	if err != nil {
		return err
	}
	if seats < MinSeats {
		return fmt.Errorf("a coefficient that rests on %d seats, at least %d wanted", seats, MinSeats)
	}
	value, err := parseNumber(row[5], -maxValue, maxValue)
	if err != nil {
		return err
	}
	if row[1] == "" || row[3] == "" {
		return errors.New("a coefficient without effect or level")
	}
	draws, err := parseDraws(row[6])
	if err != nil {
		return err
	}
	if len(s.Coefficients) > 0 && len(s.Coefficients[0].Draws) != len(draws) {
		return fmt.Errorf("%d draws, %d of the coefficient before", len(draws), len(s.Coefficients[0].Draws))
	}
	s.Coefficients = append(s.Coefficients, Coefficient{
		Effect: row[1], Profession: row[2], Level: row[3], Seats: seats, Value: value, Draws: draws,
	})
	return nil
}

func parseDraws(text string) ([]float64, error) {
	if text == "" {
		return nil, nil
	}
	draws := make([]float64, 0, strings.Count(text, " ")+1)
	for word := range strings.SplitSeq(text, " ") {
		n, err := strconv.Atoi(word)
		if err != nil || n < -100*maxValue || n > 100*maxValue {
			return nil, fmt.Errorf("draw %q", word)
		}
		draws = append(draws, float64(n)/100)
	}
	return draws, nil
}

func parseCount(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 1e7 {
		return 0, fmt.Errorf("count %q", text)
	}
	return n, nil
}

func parseNumber(text string, least, most float64) (float64, error) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v >= least && v <= most) {
		return 0, fmt.Errorf("number %q", text)
	}
	return v, nil
}
