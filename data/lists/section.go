package lists

import (
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/names"
)

// section is a part of a file under one title.
type section struct {
	sheet     string
	process   data.Process // the first that the title names
	rival     data.Process // the second of several
	unsure    string       // what looks like a process and cannot be read for sure
	modality  data.Modality
	ambiguous bool // the title names both modalities

	profession string // that the title names alone
}

// readHeading takes what a text outside the table says of the process.
func (s *section) readHeading(text string) {
	found, unsure := data.Processes(text)
	for _, p := range found {
		switch {
		case s.process == "":
			s.process = p
		case p != s.process && s.rival == "":
			s.rival = p
		}
	}
	if len(unsure) > 0 && s.unsure == "" {
		s.unsure = unsure[0]
	}
}

// only returns the process where the title names one alone.
func (s *section) only() data.Process {
	if s.rival != "" {
		return ""
	}
	return s.process
}

// readTitle takes the words of a row outside the table.
func (c *collector) readTitle(row cells.Row) {
	for _, cell := range row.Cells {
		if len(cell) <= maxTitle {
			c.titleWords(cell)
		}
	}
	if isTotal(row.Cells) {
		c.declare(row)
	}
}

func (c *collector) titleWords(text string) {
	c.title.readHeading(text)
	if name := titleProfession(text); name != "" {
		c.title.profession = name
	}
	folded := fold.Fold(text)
	paid, unpaid := strings.Contains(folded, "remunerad"), strings.Contains(folded, "equivalente")
	switch {
	case paid && unpaid, paid && c.title.modality == data.Equivalente, unpaid && c.title.modality == data.Remunerada:
		c.title.modality, c.title.ambiguous = "", true
	case c.title.ambiguous:
	case paid:
		c.title.modality = data.Remunerada
	case unpaid:
		c.title.modality = data.Equivalente
	}
}

// titleProfession returns the profession of a title that is one, alone or after
// the word.
func titleProfession(text string) string {
	_, after, found := strings.Cut(text, ":")
	if !found {
		after = text
	}
	for _, candidate := range [...]string{text, after} {
		if len(candidate) > maxHeading {
			continue
		}
		folded := strings.TrimSpace(strings.TrimPrefix(fold.Fold(candidate), "profesion"))
		if name, ok := names.Professions().Find(folded); ok {
			return name
		}
	}
	return ""
}
