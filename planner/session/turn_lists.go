package session

import (
	"context"
	"path/filepath"
	"strings"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/imports"
	"brujula/planner/turn"
)

// GatherFile reads a list of adjudicated seats and takes from it what belongs
// to a line. lib may be nil. It is meant for the background.
func GatherFile(ctx context.Context, lib *library.Library, file string, line data.Line, seats turn.Seats) (turn.Gathered, error) {
	drafts, err := imports.ReadList(ctx, lib, data.KindAdjudication, file, lists.Options{Process: line.Process, Modality: line.Modality})
	if err != nil {
		return turn.Gathered{}, err
	}
	var all []*data.Adjudication
	rejected := 0
	for i := range drafts {
		all = append(all, drafts[i].Adjudication)
		rejected += drafts[i].Info.Rejected
	}
	g := turn.GatherAll(all, line, seats)
	g.Unknown += rejected
	return g, nil
}

// WriteTurnLog writes the history of an act to a file, as JSON where its name
// ends so, else as CSV, and tells what came of it.
func WriteTurnLog(path string, rows []turn.Row) Notice {
	content, err := turn.Log(rows, strings.EqualFold(filepath.Ext(path), ".json"), true)
	if err == nil {
		_, err = export.Save(path, content)
	}
	return fileSaid(texts.TurnExported(len(rows), path), err)
}

// fileSaid confirms that a file was written, or says why it was not.
func fileSaid(told string, err error) Notice {
	if err != nil {
		return Notice{Severity: Error, Text: texts.Spanish(err)}
	}
	return Notice{Severity: Success, Text: told}
}

// WriteText writes a text to a file and tells what came of it; what names it.
func WriteText(path, text, what string) Notice {
	_, err := export.Save(path, []byte(text))
	return fileSaid(texts.WrittenTo(what, path), err)
}

// Limits reports how many seconds a call lasts and how many calls there are; own
// that the user has set them, else they are those of the rules.
func (t *Turn) Limits() (seconds, calls int, own bool) {
	if s := t.State(); s.Seconds > 0 {
		return s.Seconds, s.MaxCalls, true
	}
	facts := t.session.Facts
	return int(facts.Figure(rules.FigureTurnSeconds).Value), int(facts.Figure(rules.FigureTurnCalls).Value), false
}
