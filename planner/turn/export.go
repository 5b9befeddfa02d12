package turn

import (
	"bytes"
	"strconv"
	"time"

	"brujula/data/texts"
	"brujula/planner/export"
)

// Row is one act as it is exported: all of the event, and what it means in
// words.
type Row struct {
	N         int            `json:"n"`
	At        *time.Time     `json:"hora"`
	Kind      Kind           `json:"acto"`
	Renipress string         `json:"renipress,omitempty"`
	Name      string         `json:"establecimiento,omitempty"`
	Turn      int            `json:"puesto,omitempty"`
	Mine      int            `json:"mi_puesto,omitempty"`
	Count     int            `json:"cantidad,omitempty"`
	Late      bool           `json:"antes,omitempty"`
	Source    string         `json:"origen,omitempty"`
	Taken     map[string]int `json:"cupos,omitempty"`
	UpTo      int            `json:"hasta_puesto,omitempty"`
	Undone    bool           `json:"deshecho"`
	Text      string         `json:"detalle"`
}

// Rows returns the history for an export; name gives the name of a plaza's
// establishment.
func Rows(history []Entry, name func(renipress string) string) []Row {
	rows := make([]Row, 0, len(history))
	for i := range history {
		e := &history[i]
		row := Row{
			N: i + 1, Kind: e.Kind, Renipress: e.Renipress, Late: e.Late, Source: e.Source, Taken: e.Taken, UpTo: e.UpTo,
			Undone: e.Undone, Text: e.Text(name),
		}
		if !e.At.IsZero() {
			at := e.At
			row.At = &at
		}
		if e.Renipress != "" {
			row.Name = name(e.Renipress)
		}
		if r, ok := ruleOf(e.Kind); ok && r.fill != nil {
			r.fill(&row, &e.Event)
		}
		rows = append(rows, row)
	}
	return rows
}

// Log writes the history as a list of JSON objects, or else as a CSV, with a mark of
// UTF-8 where asked. The CSV is for people and spreadsheets and is not read back: of an
// import it has the sum alone.
func Log(rows []Row, asJSON, bom bool) ([]byte, error) {
	var out bytes.Buffer
	if asJSON {
		err := export.WriteJSON(&out, rows)
		return out.Bytes(), err
	}
	table := [][]string{texts.TurnExportHeading()}
	for i := range rows {
		r := &rows[i]
		at := ""
		if r.At != nil {
			at = r.At.Format(time.RFC3339)
		}
		table = append(table, []string{
			strconv.Itoa(r.N), at, string(r.Kind), r.Renipress, r.Name, figure(r.Turn), figure(r.Mine), figure(r.Count),
			yes(r.Late), r.Source, figure(r.UpTo), yes(r.Undone), r.Text,
		})
	}
	err := export.WriteTable(&out, table, bom, false)
	return out.Bytes(), err
}

func figure(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if !b {
		return ""
	}
	return texts.YesNo(true)
}
