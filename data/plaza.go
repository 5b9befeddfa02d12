// Package data holds the types that every other package speaks of: processes,
// lines, plazas, offers, adjudications and what is known of an imported list.
//
// Its subfolders read lists (cells, lists), keep them on disk (library) and
// carry the facts that ship with the program (rules, places, demo, prior).
// Nothing here reads a clock, the environment or flags, and nothing here
// imports planner, tui or cmd.
package data

import "strings"

// Line is one queue of applicants: those of one profession who choose in merit
// order among the places of one process and modality.
type Line struct {
	Process    Process  `json:"proceso"`
	Profession string   `json:"profesion"`
	Modality   Modality `json:"modalidad"`
}

// PlazaID names a plaza for good: never the row number nor the name of the
// establishment (planner/availability/README.md).
type PlazaID struct {
	Process    Process  `json:"proceso"`
	Profession string   `json:"profesion"`
	Modality   Modality `json:"modalidad"`
	Renipress  string   `json:"renipress"`
}

// Line returns the queue that the plaza belongs to.
func (id PlazaID) Line() Line { return Line{id.Process, id.Profession, id.Modality} }

// Plaza returns the plaza of an establishment in the queue.
func (l Line) Plaza(renipress string) PlazaID {
	return PlazaID{Process: l.Process, Profession: l.Profession, Modality: l.Modality, Renipress: renipress}
}

// Source tells where a record was read. Sheet is empty for files without
// sheets, Page is 0 for files without pages; Row counts from 1 as the file's
// own program shows it (in a PDF, within the page).
type Source struct {
	File  string `json:"archivo"`
	Sheet string `json:"hoja"`
	Page  int    `json:"pagina"`
	Row   int    `json:"fila"`
}

// Budget is the part of a plaza's seats that one budget pays.
type Budget struct {
	Name  string `json:"nombre"`
	Seats int    `json:"cupos"`
}

// Plaza is one offered place: an establishment that takes people of one
// profession under one modality, with one or more seats.
//
// Text fields hold canonical values: upper case, without accents, Ñ kept, one
// blank between words. Establishment keeps the file's accents. Empty text and
// Grade 0 mean that the list has no such column or the cell was blank.
type Plaza struct {
	PlazaID
	Establishment string
	Region        string
	Province      string
	District      string
	Diresa        string
	Offering      string // institution that offers the plaza
	Institution   string // institution that runs the establishment
	Grade         int    // grado de dificultad, 1 (easiest) to 5
	Category      string // I-1 … II-E, "0" for schools
	Seats         int
	Budgets       []Budget
	ZAF           bool    // bono de zona alejada o de frontera
	ZE            bool    // bono de zona de emergencia
	Lat, Lon      float64 // degrees north and east, from a list of coordinates; both 0 when unknown
	Sources       []Source
	Extra         map[string]string // columns that no field takes, by their heading
}

// Offer is the list of plazas of one process and modality.
type Offer struct {
	Process  Process
	Modality Modality
	Plazas   []Plaza
}

// Seats counts the seats of the offer.
func (o *Offer) Seats() int {
	n := 0
	for i := range o.Plazas {
		n += o.Plazas[i].Seats
	}
	return n
}

// ParseRenipress reads the code of an establishment, with or without its
// leading zeros, and gives its eight digits. ok is false for anything but one
// to eight digits that are not all zero.
func ParseRenipress(text string) (code string, ok bool) {
	code = strings.TrimSpace(text)
	if len(code) == 0 || len(code) > 8 || strings.Trim(code, "0123456789") != "" {
		return "", false
	}
	code = strings.Repeat("0", 8-len(code)) + code
	return code, code != "00000000"
}
