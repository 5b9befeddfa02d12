package importing

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// The fields of the form, by their place.
const (
	fieldKind = iota
	fieldProcess
	fieldModality
	fieldUpTo
)

// maxUpTo is the highest rank at which a list can be cut: no line has more
// applicants.
const maxUpTo = 99_999

// form asks what a file is, with what a look at it told already in place.
type form struct {
	*widget.Form
	kinds, processes, modalities *widget.Choice
	upTo                         *widget.Number
	files                        *widget.Choice            // whether the files that were dropped together are one list; nil for one alone
	says                         map[*widget.Choice]string // the choice "as the file says"
}

// newForm makes the form. Where the file names processes or modalities its own
// words are the first choice: a file may hold several, row by row. year is the
// present one, which bounds the processes to choose from.
func newForm(st *theme.Styles, g *lists.Guess, year int) form {
	f := form{says: map[*widget.Choice]string{}}
	kinds := []string{texts.ImportKindOffer, texts.ImportKindTaken}
	if g.Kind == lists.KindMerit { // what it seems, and can be said not to be
		kinds = append(kinds, texts.ImportKindMerit)
	}
	f.kinds = widget.NewChoice(texts.ImportFieldKind, kinds)
	f.kinds.Set(kindWord(g.Kind))
	f.processes = f.choice(texts.FieldProcess, data.Words(g.Processes), processesUntil(year))
	f.modalities = f.choice(texts.FieldModality, data.Words(g.Modalities), data.Words(data.Modalities()))
	f.upTo = widget.NewNumber(st, texts.ImportFieldUpTo, 1, maxUpTo, true)
	f.Form = widget.NewForm(st, f.kinds, f.processes, f.modalities)
	f.fit()
	f.Focus(f.open())
	return f
}

func (f *form) choice(label string, said, all []string) *widget.Choice {
	if len(said) == 0 {
		return widget.NewChoice(label, all)
	}
	says := texts.ImportSays(said)
	c := widget.NewChoice(label, append([]string{says}, all...))
	c.Set(says)
	f.says[c] = says
	return c
}

// open returns the first field that still needs an answer; the last one, from
// which enter reads, when none does.
func (f *form) open() int {
	for i, field := range f.Fields {
		if field.Fault() != "" {
			return i
		}
	}
	return len(f.Fields) - 1
}

// fit has the question for the rank at which a list is cut only for lists that
// can be cut.
func (f *form) fit() {
	f.Fields = f.Fields[:fieldUpTo]
	if f.files != nil {
		f.Fields = append(f.Fields, f.files)
	}
	if f.kind() == data.KindAdjudication {
		f.Fields = append(f.Fields, f.upTo)
	}
	f.Focus(f.Focused())
}

// Update takes a key. Those that turn pages elsewhere do nothing here: who wants
// to read on must not answer another thing.
func (f *form) Update(k tea.KeyMsg) widget.Answer {
	if k.Type == tea.KeyPgUp || k.Type == tea.KeyPgDown {
		return widget.Open
	}
	answer := f.Form.Update(k)
	f.fit()
	return answer
}

// askTogether asks whether so many files are one list.
func (f *form) askTogether(n int) {
	f.files = widget.NewChoice(texts.ImportFieldFiles, []string{texts.ImportTogether(n), texts.ImportOneByOne})
	f.files.Set(texts.ImportTogether(n))
	f.fit()
}

// together reports whether the files are one list.
func (f *form) together() bool { return f.files != nil && f.files.Value() != texts.ImportOneByOne }

func (f *form) kind() data.Kind {
	switch f.kinds.Value() {
	case texts.ImportKindTaken:
		return data.KindAdjudication
	case texts.ImportKindMerit:
		return lists.KindMerit
	}
	return data.KindOffer
}

// options are what the form says about the file; what is left to the file
// stays empty.
func (f *form) options() lists.Options {
	var o lists.Options
	if v := f.processes.Value(); v != f.says[f.processes] {
		o.Process = data.Process(v)
	}
	if v := f.modalities.Value(); v != f.says[f.modalities] {
		o.Modality = data.Modality(v)
	}
	if n, ok := f.upTo.Int(); ok && f.kind() == data.KindAdjudication {
		o.UpTo = n
	}
	return o
}

func kindWord(k data.Kind) string {
	switch k {
	case data.KindAdjudication:
		return texts.ImportKindTaken
	case lists.KindMerit:
		return texts.ImportKindMerit
	}
	return texts.ImportKindOffer
}

// firstProcess is the year of the oldest process to choose from; older lists
// name theirs, or are typed on the command line.
const firstProcess = 2015

// yearOfThree is the year with a third process, of equivalent plazas alone.
const yearOfThree = 2024

// processesUntil lists the processes from next year's back; of one year the
// first comes first, so that typing 2026-I chooses it and not 2026-II. 2024 is
// the one year that had a third.
func processesUntil(year int) []string {
	var out []string
	for y := year + 1; y >= firstProcess; y-- {
		out = append(out, strconv.Itoa(y)+"-I", strconv.Itoa(y)+"-II")
		if y == yearOfThree {
			out = append(out, strconv.Itoa(y)+"-III")
		}
	}
	return out
}
