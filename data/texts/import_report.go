package texts

import (
	"cmp"
	"fmt"
	"strings"

	"brujula/data"
)

// ImportHeading is one heading of the file and what it was taken for; Field is
// empty where no field takes the column. Origin tells how that was found, Samples
// are some of its values, Table counts the headings of the file from 0.
type ImportHeading struct {
	Text, Column, Field, Origin string
	Samples                     []string
	Table                       int
}

// ImportSample is one record of a list, shown so that a person can tell
// whether the columns were understood. One of the two is set.
type ImportSample struct {
	Plaza *data.Plaza
	Pick  *data.Pick
}

// ImportSummary is what the review of one list tells, on the screen and in the
// report of the command alike.
type ImportSummary struct {
	Info                    data.ListInfo
	Problems                []data.Problem
	Headings                []ImportHeading
	Samples                 []ImportSample
	DeclaredTotal           int // seats that a TOTAL row of the list states, 0 without one
	Replaced, Same, Extends bool
	Added, Removed, Changed int
	SeatsBefore, SeatsAfter int
	ReplacedActs            []data.Followed // acts that the user kept, in whose place the list comes
	Seems                   data.Kind       // what its columns tell that it is, and in Reason why
	Reason                  string
	Doubts                  []string     // why the file may hold more of the list than was read
	Contradictions          []string     // of title, columns, name of the file and user on process or modality
	Named                   data.Process // the process, where the name of the file alone tells it
	Told                    []string     // of coordinates and notes, which have no plazas to count; the first text is the title and the counts
}

// NamedBy says that the process stands in the name of the file alone; empty where
// the file or the user tells it.
func (s *ImportSummary) NamedBy() string {
	if s.Named == "" {
		return ""
	}
	return fmt.Sprintf("el proceso, %s, lo dice solo el nombre del archivo: revise que sea ese", s.Named)
}

// Title names the list and its file.
func (s *ImportSummary) Title() string {
	if len(s.Told) > 0 {
		title, _, _ := strings.Cut(s.Told[0], "\n")
		return title
	}
	return ListTitle(&s.Info) + " · " + s.Info.File
}

// ListTitle names a list: "Oferta 2026-I remunerada".
func ListTitle(info *data.ListInfo) string {
	title := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", kindTitle(info.Kind), info.Process, info.Modality)), " ")
	if info.UpTo > 0 {
		title += fmt.Sprintf(" (hasta el puesto %s)", Thousands(info.UpTo))
	}
	if len(info.Followed) > 0 {
		title += " (" + FollowedShort(info.Followed) + ")"
	}
	return title
}

// Counts reports how much was read.
func (s *ImportSummary) Counts() string {
	if len(s.Told) > 0 {
		_, counts, _ := strings.Cut(s.Told[0], "\n")
		return counts
	}
	return fmt.Sprintf("%s · %s · %s · %s · %s", counted(s.Info.Rows, "fila", "filas"),
		counted(s.Info.Plazas, "lugar", "lugares"), counted(s.Info.Seats, "plaza", "plazas"),
		skippedRows(s.Info.Skipped), counted(s.Info.Rejected, "rechazada", "rechazadas"))
}

// skippedRows counts the rows that hold no plaza, and says what they are: a
// large number alone looks like a loss.
func skippedRows(n int) string {
	text := counted(n, "omitida", "omitidas")
	if n > 0 {
		text += " (encabezados, notas o blancos)"
	}
	return text
}

// Total compares the total that the list states with the sum of its seats;
// differs tells that they are not the same, "" that none is stated.
func (s *ImportSummary) Total() (text string, differs bool) {
	switch {
	case s.DeclaredTotal <= 0:
		return "", false
	case s.DeclaredTotal == s.Info.Seats:
		return fmt.Sprintf("la lista declara %s: coincide con la suma", counted(s.DeclaredTotal, "plaza", "plazas")), false
	}
	return fmt.Sprintf("ojo: la lista declara %s, pero las leídas suman %s", counted(s.DeclaredTotal, "plaza", "plazas"), Thousands(s.Info.Seats)), true
}

// Columns reports which column was taken for what.
func (s *ImportSummary) Columns() string {
	return s.byTable(func(h *ImportHeading) string {
		if h.Field == "" {
			return ""
		}
		return fmt.Sprintf("%s=%s", h.Column, FieldName(h.Field))
	})
}

// byTable lists what is said of columns; of a file with several tables, of each.
func (s *ImportSummary) byTable(say func(h *ImportHeading) string) string {
	var tables [][]string
	for i := range s.Headings {
		h := &s.Headings[i]
		for len(tables) <= h.Table {
			tables = append(tables, nil)
		}
		if text := say(h); text != "" {
			tables[h.Table] = append(tables[h.Table], text)
		}
	}
	var out []string
	for n, columns := range tables {
		text := strings.Join(columns, ", ")
		if text != "" && n > 0 {
			text = fmt.Sprintf("tabla %d: %s", n+1, text)
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

// Why says in one sentence what the list is taken for, and why.
func (s *ImportSummary) Why() string {
	switch kind := string(s.Info.Kind); {
	case len(s.Told) > 0, s.Reason == "" && s.Seems == s.Info.Kind:
		return ""
	case s.Seems == s.Info.Kind:
		return "se lee como " + kindWords(kind) + ": " + s.Reason
	case s.Seems == "":
		return "se lee como " + kindWords(kind) + ", porque usted lo dice"
	default:
		return fmt.Sprintf("se lee como %s, porque usted lo dice; por sus columnas parece %s: %s", kindWords(kind), kindWords(string(s.Seems)), s.Reason)
	}
}

// Found names the columns whose field no heading tells, by how it was found.
func (s *ImportSummary) Found() string {
	var out []string
	for _, o := range originWords {
		var columns []string
		for _, h := range s.Headings {
			if h.Origin == o.origin && h.Table == 0 {
				columns = append(columns, h.Column)
			}
		}
		if len(columns) > 0 {
			out = append(out, o.plural+": "+strings.Join(columns, ", "))
		}
	}
	return strings.Join(out, " · ")
}

// originWords are the words for how the field of a column was found.
var originWords = []struct{ origin, word, plural string }{
	{"valores", "por sus valores", "por sus valores"},
	{"recordado", "recordado", "recordadas de otra lista igual"},
	{"dicho por usted", "usted", "dichas por usted"},
}

// OriginWord says how the field of a column was found.
func OriginWord(origin string) string {
	for _, o := range originWords {
		if o.origin == origin {
			return o.word
		}
	}
	return origin
}

// Unused names the columns that no field takes; of lists of persons they are
// named by their letters alone.
func (s *ImportSummary) Unused() string {
	return s.byTable(func(h *ImportHeading) string {
		if h.Field != "" {
			return ""
		}
		return strings.TrimSpace(h.Column + " " + h.Text)
	})
}

// fieldNames are the fields whose key is not the word that people use.
var fieldNames = map[string]string{
	"profesion": "profesión", "cupos": "plazas", "ofertante": "institución ofertante", "institucion": "institución",
	"region": "región", "gd": "grado de dificultad", "renipress": "RENIPRESS", "categoria": "categoría", "diresa": "DIRESA",
	"zaf": "bono ZAF", "ze": "bono ZE", "puesto": "orden de mérito", "cupos remunerada": "plazas remuneradas", "cupos equivalente": "plazas equivalentes",
}

// FieldName names a field of a list by its key.
func FieldName(key string) string {
	if name, ok := fieldNames[key]; ok {
		return name
	}
	return key
}

// Change reports what storing the list does to the one that is loaded.
func (s *ImportSummary) Change() string {
	switch {
	case s.Same:
		return "igual a la que ya está cargada"
	case len(s.Told) > 0:
		return ""
	case s.Replaced && s.Extends:
		return fmt.Sprintf("se agrega a la cargada: %s, %s, %s; de %s a %s plazas", counted(s.Added, "nueva", "nuevas"),
			counted(s.Removed, "retirada", "retiradas"), counted(s.Changed, "cambiada", "cambiadas"), Thousands(s.SeatsBefore), Thousands(s.SeatsAfter))
	case s.Replaced:
		told := fmt.Sprintf("reemplaza a la cargada: %s, %s, %s; de %s a %s plazas", counted(s.Added, "nueva", "nuevas"),
			counted(s.Removed, "retirada", "retiradas"), counted(s.Changed, "cambiada", "cambiadas"), Thousands(s.SeatsBefore), Thousands(s.SeatsAfter))
		if acts := FollowedReplaced(s.ReplacedActs); acts != "" {
			told += ". " + acts
		}
		return told
	}
	return "lista nueva"
}

// SampleHeading heads the sample of a kind of list.
func SampleHeading(kind data.Kind) []string {
	if kind == data.KindAdjudication {
		return []string{"Fila", "Puesto", "Nota", "Profesión", "RENIPRESS", "Establecimiento"}
	}
	return []string{"Fila", "Plazas", "GD", "Profesión", "RENIPRESS", "Establecimiento", "Distrito", "Provincia", "Región", "Cat", "Institución", "Presupuesto"}
}

// SampleFields are the cells of one record of the sample.
func SampleFields(s *ImportSample) []string {
	if p := s.Pick; p != nil {
		return []string{sourceRow(p.Source), orDash(p.Rank), markOrDash(p.Mark), p.Profession, p.Renipress, p.Establishment}
	}
	p := s.Plaza
	row := "–"
	if len(p.Sources) > 0 {
		row = sourceRow(p.Sources[0])
	}
	budgets := data.Map(p.Budgets, func(b data.Budget) string { return b.Name })
	return []string{
		row, Thousands(p.Seats), GradeDigit(p.Grade), p.Profession, p.Renipress, p.Establishment,
		p.District, p.Province, p.Region, p.Category, p.Institution, strings.Join(budgets, ", "),
	}
}

func sourceRow(s data.Source) string {
	if s.Page > 0 {
		return fmt.Sprintf("p. %d, %d", s.Page, s.Row)
	}
	return fmt.Sprint(s.Row)
}

func markOrDash(mark float64) string {
	if mark <= 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", mark)
}

func kindTitle(k data.Kind) string {
	return cmp.Or(map[data.Kind]string{
		data.KindOffer:        "Oferta",
		data.KindAdjudication: "Adjudicados",
		data.KindCoordinates:  "Coordenadas",
		data.KindNotes:        "Notas",
	}[k], string(k))
}
