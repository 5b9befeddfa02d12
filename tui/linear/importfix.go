package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
)

// fileImport is a file on its way into the library, with what the user says of it.
type fileImport struct {
	path string
	kind data.Kind
	o    lists.Options
}

// say takes one correction, written as the command has it: plazas=CUPOS,
// tipo=adjudicados, proceso=2026-I, codificacion=cp850, encabezado=4.
func (in *fileImport) say(text string) bool {
	word, value, found := strings.Cut(text, "=")
	if value = strings.TrimSpace(value); !found || value == "" {
		return false
	}
	if in.sayWhole(fold.Squash(word), value) {
		return true
	}
	field, known := lists.ParseField(word)
	if !known {
		return false
	}
	choice := lists.ColumnChoice{Field: field, Column: value}
	in.o.Columns = lists.Merged(in.o.Columns, []lists.ColumnChoice{choice})
	if field == lists.Automatic {
		in.o.Columns = append(in.o.Columns, choice)
	}
	return true
}

// sayWhole takes what is said of the list as a whole.
func (in *fileImport) sayWhole(word, value string) bool {
	switch word {
	case "tipo":
		for _, kind := range []data.Kind{data.KindOffer, data.KindAdjudication} {
			if strings.HasPrefix(string(kind), fold.Squash(value)) {
				in.kind, in.o.As = kind, kind
				return true
			}
		}
	case "codificacion":
		in.o.Encoding = value
		return true
	case "encabezado", "encabezados":
		n, ok := texts.WholeNumber(value)
		if ok && n > 0 {
			in.o.HeadingRow = n
		}
		return ok && n > 0
	case "proceso":
		process, err := data.ParseProcess(strings.ToUpper(value))
		if err == nil {
			in.o.Process = process
		}
		return err == nil
	case "modalidad":
		modality, ok := data.ParseModality(value)
		if ok {
			in.o.Modality = modality
		}
		return ok
	case "profesion":
		name, ok := lists.ParseProfession(value)
		if ok {
			in.o.Profession = name
		}
		return ok
	}
	return false
}

// correct reads out the columns and asks what is wrong with them; it tells whether
// anything was said.
func (s *dialogue) correct(in *fileImport, headings []lists.HeadingMatch) (said bool, err error) {
	s.gap()
	for i := range headings {
		h := &headings[i]
		s.say(texts.LinearColumn(h.Column, h.Text, imports.FieldWord(h.Field), texts.OriginWord(string(h.Origin)), h.Samples))
	}
	for {
		text, ok, err := s.free(texts.LinearCorrectAsk)
		switch {
		case err != nil || !ok:
			return said, err
		case in.say(text):
			said = true
			s.say(texts.LinearCorrected(text))
		default:
			s.say(texts.LinearWarning(texts.LinearCorrectHow))
		}
	}
}

// place asks what becomes of the list that is loaded in the place of what was
// read, where that can be one thing or the other.
func (s *dialogue) place(r *session.FilesRead) error {
	if r.Other == nil {
		return nil
	}
	first, second := r.Way(), r.Other.Way()
	now := first
	if r.Open {
		s.say(texts.ImportApartHere)
		now = ""
	}
	chosen, err := s.oneOf(texts.LinearLoaded, "", []string{first, second}, now)
	if err == nil && chosen == second {
		r.Swap()
	}
	return err
}

// mayStore asks whether to store what was read, or to correct it before.
func (s *dialogue) mayStore(doubtful bool) (yes, fix bool, err error) {
	for {
		text, err := s.ask(texts.LinearStore(doubtful) + " " + texts.LinearYesNoFix)
		switch {
		case err != nil:
			return false, false, err
		case texts.IsYes(text):
			return true, false, nil
		case texts.IsNo(text):
			return false, false, nil
		case fold.Squash(text) == texts.LinearFixKey:
			return false, true, nil
		}
		s.say(texts.LinearAnswerYesNo)
	}
}
