package importing

import (
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// fixedFolder is a folder whose drawing is the same on every machine.
func fixedFolder(h *host) {
	at := time.Date(2026, time.March, 1, 9, 30, 0, 0, time.UTC)
	f := folderMsg{0, imports.Folder{Path: "/home/ana/Descargas", Entries: []imports.Entry{{Name: "..", Shown: "..", Rank: imports.ParentEntry}}}, ""}
	add := func(name string, r imports.EntryRank, size int64) {
		f.Entries = append(f.Entries, imports.Entry{Name: name, Shown: name, Folded: strings.ToLower(name), Rank: r, Size: size, Modified: at})
	}
	add("8493405-oferta-de-plazas-serums-2026-ii-modalidad-remunerada.pdf", imports.ListEntry, 1_034_222)
	add("oferta 2026-I equivalente.xlsx", imports.ListEntry, 545_300)
	add("adjudicados.csv", imports.ListEntry, 777_001)
	add("Trámites", imports.FolderEntry, 0)
	f.Entries[len(f.Entries)-1].Mark = "/"
	add("foto.jpg", imports.OtherEntry, 2_345_678_901)
	f.generation = h.screen.shown.Next()
	h.screen.Update(f)
}

// reviewed is a review with all its parts.
func reviewed(h *host) {
	plazas := make([]data.Plaza, 40)
	problems := []data.Problem{
		{File: "o.pdf", Page: 3, Row: 12, Column: "N° PLAZAS", Value: "dos", Reason: texts.ListBadSeats(200), Level: data.Rejected},
		{File: "o.pdf", Reason: texts.ListMissingColumns([]string{"categoria"}), Level: data.Warning},
		{File: "o.pdf", Row: 9, Column: "PRESUPUESTO", Value: "FONDO\nRARO", Reason: texts.ListRepeated(texts.ListUnknownValue("FONDO RARO"), 31), Level: data.Warning},
	}
	for i := range plazas {
		plazas[i] = data.Plaza{
			PlazaID:       data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "90000001"},
			Establishment: "POSTA INVENTADA DE ÑANDÚ", District: "ACORA", Province: "PUNO", Region: "PUNO", Grade: 5, Seats: 1, Category: "I-2",
			Institution: "GOBIERNO REGIONAL", Budgets: []data.Budget{{Name: "NACIONAL", Seats: 1}}, Sources: []data.Source{{File: "o.pdf", Page: 1 + i/9, Row: i + 3}},
		}
	}
	m := h.screen
	m.step = reviewing
	m.settled = true
	m.result.Drafts = []lists.Draft{{
		Info:  data.ListInfo{Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada, File: "8493405-oferta.pdf", Rows: 40, Plazas: 40, Seats: 40, Skipped: 3, Rejected: 1},
		Offer: &data.Offer{Plazas: plazas}, Problems: problems, DeclaredTotal: 42,
		Headings: []lists.HeadingMatch{
			{Text: "PROFESIÓN", Column: "A", Field: lists.FieldProfession, Origin: lists.ByHeading, Samples: []string{"MEDICINA", "ENFERMERIA"}},
			{Text: "Cuota", Column: "B", Field: lists.FieldSeats, Origin: lists.ByUser, Samples: []string{"1", "2"}},
			{Text: "LUGAR DE DESTINO", Column: "C", Samples: []string{"POSTA INVENTADA DE ÑANDÚ", "PUESTO DE SALUD DE ARRIBA", "CENTRO DEL SUR"}},
		},
		Signatures: []string{"s"}, Seems: data.KindOffer, Why: "tiene plazas, presupuesto y ninguna nota", HeadingRow: 4,
		Contradictions: []string{texts.ListTitleSays("2025-II", "2026-I")},
	}}
	m.guess = lists.Guess{Kind: data.KindOffer, Format: "CSV"}
	m.form = newForm(h.desk.Styles, &m.guess, 2026)
	m.result.Changes = []library.Change{{Replaced: true, Added: 3, Removed: 1, Changed: 4, SeatsBefore: 38, SeatsAfter: 40}}
	m.summary = m.result.Summaries()
	m.arrange()
}

// Every step at every size and in every theme, looked at as pictures too.
func TestView(t *testing.T) {
	steps := map[string]func(h *host){
		"browser": func(h *host) { fixedFolder(h) },
		"error": func(h *host) {
			fixedFolder(h)
			h.screen.problem = explain(&lists.Error{File: "viejo.xls", Text: texts.ListOldExcel, Hint: texts.ListSaveAsXLSXHint})
		},
		"form": func(h *host) {
			h.screen.path, h.screen.step = "/x/lista.csv", asking
			h.screen.guess = lists.Guess{Kind: data.KindAdjudication, Format: "CSV", Modalities: data.Modalities()}
			h.screen.form = newForm(h.desk.Styles, &h.screen.guess, 2026)
		},
		"reading": func(h *host) {
			hold(t, h)
			h.screen.progress = session.ReadProgress{Done: 34, Total: 123}
		},
		"review": reviewed,
		"beside": func(h *host) {
			reviewed(h)
			m := h.screen
			other := m.result.Outcome
			other.Adds = true
			m.result.Other, m.settled = &other, false
			other.Changes = []library.Change{{Replaced: true, Added: 40, SeatsBefore: 38, SeatsAfter: 78}}
			m.result.Loss.Plans = []texts.LostLines{{Plan: "A", Lines: 2}}
			m.arrange()
		},
		"columns": func(h *host) {
			reviewed(h)
			h.screen.openEditor(problem{})
		},
		"column": func(h *host) {
			reviewed(h)
			h.screen.openEditor(problem{})
			h.screen.editor.cursor = len(h.screen.editor.lines) - 1
			h.screen.editor.lines[h.screen.editor.cursor].open()
		},
		"done": func(h *host) {
			reviewed(h)
			h.screen.step = storing
			h.screen.finish()
		},
	}
	for name, prepare := range steps {
		t.Run(name, func(t *testing.T) {
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, height int) string {
				h := newHost(t, st, "", t.TempDir())
				h.screen.Resize(w, body(height))
				prepare(h)
				view := h.screen.View()
				tuitest.CheckFits(t, view, w, body(height))
				return view
			})
		})
	}
}
