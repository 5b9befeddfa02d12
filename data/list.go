package data

import (
	"fmt"
	"time"
)

// Kind tells what a list holds.
type Kind string

// The kinds of list that the library keeps.
const (
	KindOffer        Kind = "oferta"
	KindAdjudication Kind = "adjudicados"
	KindCoordinates  Kind = "coordenadas"
	KindNotes        Kind = "notas"
)

// Level tells what became of the row that a problem speaks of.
type Level string

// Warned rows are kept, rejected rows are not.
const (
	Warning  Level = "aviso"
	Rejected Level = "rechazo"
)

// RejectedFirst orders the problems of a list: those of rejected rows, and how many they
// are, before the rest.
func RejectedFirst(all []Problem) (ordered []Problem, rejected int) {
	var rest []Problem
	for _, p := range all {
		if p.Level == Rejected {
			ordered = append(ordered, p)
		} else {
			rest = append(rest, p)
		}
	}
	return append(ordered, rest...), len(ordered)
}

// Problem is one thing that a reader could not take as it stood. Value is
// shown only for the fields that the program keeps, never for names or remarks
// of persons. Column is the heading or the letter of the column.
type Problem struct {
	File   string `json:"archivo"`
	Sheet  string `json:"hoja"`
	Page   int    `json:"pagina,omitempty"`
	Row    int    `json:"fila"`
	Column string `json:"columna"`
	Value  string `json:"valor"`
	Reason string `json:"motivo"`
	Level  Level  `json:"nivel"`
}

// Where prints the place of the problem as file:row:column, with the page
// before the row where there is one.
func (p *Problem) Where() string {
	at := p.File
	if p.Page > 0 {
		at += fmt.Sprintf(":p%d", p.Page)
	}
	at += fmt.Sprintf(":%d", p.Row)
	if p.Column != "" {
		at += ":" + p.Column
	}
	return at
}

// ListInfo describes one imported list: what it is, where it came from and how
// the reading went.
type ListInfo struct {
	Kind     Kind      `json:"tipo"`
	Process  Process   `json:"proceso"`
	Modality Modality  `json:"modalidad"`
	File     string    `json:"archivo"` // base name of the source file
	SHA256   string    `json:"sha256"`  // of the source file's bytes
	Imported time.Time `json:"importado"`
	UpTo     int       `json:"hasta_puesto,omitempty"` // see Adjudication.UpTo
	Rows     int       `json:"filas"`                  // data rows accepted
	Plazas   int       `json:"plazas"`
	Seats    int       `json:"cupos"`
	Passed   int       `json:"sin_plaza,omitempty"` // rows of an adjudicated list whose person has no seat; not among Rows
	Skipped  int       `json:"omitidas"`            // notes, repeated headings, blank rows
	Rejected int       `json:"rechazadas"`
	Parts    []Part    `json:"partes,omitempty"` // the files that the list came in, where there are several
	// Followed are the lines of an adjudicated list that come from acts that the user
	// followed.
	Followed []Followed `json:"actos,omitempty"`
}

// Part is one of several files that hold a list together. The sources of its
// records name it.
type Part struct {
	File     string `json:"archivo"`
	SHA256   string `json:"sha256"`
	Rows     int    `json:"filas"`
	Skipped  int    `json:"omitidas"`
	Rejected int    `json:"rechazadas"`
}

// PartsOf returns the files that a list came in: one where it names no parts.
func PartsOf(info *ListInfo) []Part {
	if len(info.Parts) > 0 {
		return info.Parts
	}
	return []Part{{info.File, info.SHA256, info.Rows, info.Skipped, info.Rejected}}
}
