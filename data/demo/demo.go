// Package demo is a made-up SERUMS process that the program opens on when
// nothing is loaded: establishments that do not exist in districts that do,
// the offers of two processes in both modalities, and what was adjudicated in
// the first. The same lists in the ministry's dress are in testdata/demo.
package demo

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"brujula/data"
)

//go:generate go run ./internal/gen/make

//go:embed files
var files embed.FS

const (
	establishmentsFile = "establecimientos.csv"
	plazasFile         = "plazas.csv"
	picksFile          = "adjudicados.csv"
)

// The two made-up processes. Past has adjudications, Current is to be chosen
// from.
const (
	Past    data.Process = "2025-I"
	Current data.Process = "2026-I"
)

// Profile is whom the demonstration is shown to.
type Profile struct {
	Line data.Line
	Rank int
}

// Example returns the profile that the demonstration opens with: a physician
// whose turn comes when some 40 % of the seats are gone, so that plazas of
// every band are in view.
func Example() Profile {
	return Profile{data.Line{Process: Current, Profession: "MEDICINA", Modality: data.Remunerada}, 66}
}

// Lists returns the offers of both processes in both modalities, the current
// process first, and the complete adjudications of the past one. Each call
// makes new lists.
func Lists() (offers []*data.Offer, adjudications []*data.Adjudication) {
	offers, adjudications, _ = read() // tests keep the embedded files readable
	return offers, adjudications
}

func read() (offers []*data.Offer, adjudications []*data.Adjudication, err error) {
	places, err := establishments()
	if err != nil {
		return nil, nil, err
	}
	if offers, err = readOffers(places); err != nil {
		return nil, nil, err
	}
	adjudications, err = readPicks(places)
	return offers, adjudications, err
}

// rows returns the data rows of an embedded file.
func rows(name string, columns int) ([][]string, error) {
	content, err := files.ReadFile("files/" + name)
	if err != nil {
		return nil, err
	}
	reader := csv.NewReader(bytes.NewReader(content))
	reader.Comma = ';'
	reader.FieldsPerRecord = columns
	all, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: %w", name, io.ErrUnexpectedEOF)
	}
	return all[1:], nil
}

// establishments returns, by code, a plaza with the fields that its
// establishment decides.
func establishments() (map[string]*data.Plaza, error) {
	all, err := rows(establishmentsFile, 10)
	if err != nil {
		return nil, err
	}
	out := make(map[string]*data.Plaza, len(all))
	for _, c := range all {
		out[c[0]] = &data.Plaza{
			PlazaID:       data.PlazaID{Renipress: c[0]},
			Establishment: c[1], Region: c[2], Province: c[3], District: c[4],
			Diresa: c[5], Institution: c[6], Category: c[7], ZAF: c[8] == "SI", ZE: c[9] == "SI",
		}
	}
	return out, nil
}

func readOffers(places map[string]*data.Plaza) ([]*data.Offer, error) {
	all, err := rows(plazasFile, 6)
	if err != nil {
		return nil, err
	}
	var offers []*data.Offer
	for _, process := range []data.Process{Current, Past} {
		for _, modality := range data.Modalities() {
			offers = append(offers, &data.Offer{Process: process, Modality: modality})
		}
	}
	for i, c := range all {
		at, known := places[c[3]]
		if !known {
			continue
		}
		p := *at
		p.Process, p.Modality, p.Profession = data.Process(c[0]), data.Modality(c[1]), c[2]
		p.Grade, _ = strconv.Atoi(c[4])
		p.Budgets = budgets(c[5])
		for _, b := range p.Budgets {
			p.Seats += b.Seats
		}
		p.Offering = offering(&p)
		p.Sources = []data.Source{{File: plazasFile, Row: i + 2}}
		for _, offer := range offers {
			if offer.Process == p.Process && offer.Modality == p.Modality {
				offer.Plazas = append(offer.Plazas, p)
			}
		}
	}
	return offers, nil
}

// budgets reads "NACIONAL:1+REGIONAL:1".
func budgets(cell string) []data.Budget {
	var out []data.Budget
	for part := range strings.SplitSeq(cell, "+") {
		name, seats, _ := strings.Cut(part, ":")
		n, _ := strconv.Atoi(seats)
		out = append(out, data.Budget{Name: name, Seats: n})
	}
	return out
}

// offering returns who offers the plaza, as the lists of 2026-I say it: the
// ministry where the nation pays, the region or the institution else. The
// lists of 2025-I have no such column.
func offering(p *data.Plaza) string {
	switch name := p.Budgets[0].Name; {
	case p.Process == Past:
		return ""
	case p.Modality == data.Equivalente, name == "REGIONAL":
		return p.Diresa
	case name == "NACIONAL":
		return "MINSA"
	}
	return p.Institution
}

func readPicks(places map[string]*data.Plaza) ([]*data.Adjudication, error) {
	all, err := rows(picksFile, 6)
	if err != nil {
		return nil, err
	}
	var lists []*data.Adjudication
	for _, modality := range data.Modalities() {
		lists = append(lists, &data.Adjudication{Process: Past, Modality: modality})
	}
	for i, c := range all {
		at, known := places[c[5]]
		if !known {
			continue
		}
		pick := data.Pick{Profession: c[2], Renipress: c[5], Establishment: at.Establishment, Source: data.Source{File: picksFile, Row: i + 2}}
		pick.Rank, _ = strconv.Atoi(c[3])
		pick.Mark, _ = strconv.ParseFloat(c[4], 64) // blank: the list has none
		for _, list := range lists {
			if list.Modality == data.Modality(c[1]) {
				list.Picks = append(list.Picks, pick)
			}
		}
	}
	return lists, nil
}

// made is the day on which the demonstration says that it was imported: as
// made up as the rest.
func made() time.Time { return time.Date(2026, time.January, 7, 0, 0, 0, 0, time.UTC) }

// Infos describes the lists of the demonstration as the library describes
// those that a user loaded, in the order of Lists.
func Infos() []data.ListInfo {
	offers, adjudications := Lists()
	var out []data.ListInfo
	for _, o := range offers {
		out = append(out, data.ListInfo{
			Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: plazasFile, SHA256: hash(plazasFile), Imported: made(),
			Rows: len(o.Plazas), Plazas: len(o.Plazas), Seats: o.Seats(),
		})
	}
	for _, a := range adjudications {
		plazas := map[string]bool{}
		for i := range a.Picks {
			plazas[a.Picks[i].Renipress+"/"+a.Picks[i].Profession] = true
		}
		out = append(out, data.ListInfo{
			Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: picksFile, SHA256: hash(picksFile), Imported: made(),
			Rows: len(a.Picks), Plazas: len(plazas), Seats: len(a.Picks),
		})
	}
	return out
}

func hash(name string) string {
	content, err := files.ReadFile("files/" + name)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
