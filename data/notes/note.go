package notes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
	"brujula/data/texts"
)

// Note is one report about the place of a plaza.
type Note struct {
	Renipress string      `json:"renipress"`
	Topic     rules.Topic `json:"tema"`
	Text      string      `json:"nota"`
	Source    string      `json:"fuente"`
	Date      string      `json:"fecha"` // 2025, 2025-01 or 2025-01-28; "" when not known
}

// Bounds of a note, in characters.
const (
	MaxText   = 600
	MaxSource = 200
)

// New makes a note of what a person wrote: topics by their key or by the name
// of the question, dates in the ways people write them. It gives the faults, in
// the user's words, each with the name of its column; a note with faults is
// not to be kept.
func New(code, topic, text, source, date string) (n Note, faults []Fault) {
	add := func(column, value, reason string) { faults = append(faults, Fault{column, line(value), reason}) }
	var ok bool
	if n.Renipress, ok = data.ParseRenipress(code); !ok {
		add(ColumnCode, code, texts.BadCode)
	}
	if n.Topic, ok = ParseTopic(topic); !ok {
		add(ColumnTopic, topic, texts.NoteBadTopic(topicWords()))
	}
	if n.Date, ok = ParseDate(date); !ok {
		add(ColumnDate, date, texts.NoteBadDate)
	}
	n.Text, n.Source = line(text), line(source)
	for _, part := range []struct {
		column, text string
		most         int
	}{{ColumnText, n.Text, MaxText}, {ColumnSource, n.Source, MaxSource}} {
		switch {
		case part.text == "":
			add(part.column, "", texts.NoteEmpty)
		case utf8.RuneCountInString(part.text) > part.most:
			add(part.column, part.text[:20], texts.NoteTooLong(part.most))
		case personal().MatchString(part.text):
			add(part.column, "", texts.NotePersonal) // the value is not shown: it is what must not be passed on
		}
	}
	return n, faults
}

// Fault is what keeps a note from being kept.
type Fault struct{ Column, Value, Reason string }

// personal finds what identifies or reaches a person: addresses of e-mail,
// mobile phones, numbers of identity documents.
var personal = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[\w.+-]+@[\w-]+\.[a-z]|\b9\d{2}[ -]?\d{3}[ -]?\d{3}\b|\bdni\b\D{0,5}\d{8}`)
})

// line cleans a text and brings it to one line.
func line(text string) string { return strings.Join(strings.Fields(fold.Clean(text)), " ") }

// ParseTopic finds a topic by its key or by the name that people read.
func ParseTopic(text string) (rules.Topic, bool) {
	want := fold.Squash(text)
	for _, t := range rules.Topics() {
		if fold.Squash(string(t)) == want || fold.Squash(texts.RiskTopic(string(t))) == want {
			return t, true
		}
	}
	return "", false
}

func topicWords() []string {
	return data.Words(rules.Topics())
}

var (
	isoDate     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$`) })
	spanishDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:(\d{1,2})[/-])?(\d{1,2})[/-](\d{4})$`) })
)

// ParseDate reads 2025, 2025-01, 2025-01-28, 01/2025 and 28/01/2025, and gives
// the canonical form; an empty text is no date, and well formed.
func ParseDate(text string) (date string, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", true
	}
	year, month, day := "", "", ""
	if m := isoDate().FindStringSubmatch(text); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := spanishDate().FindStringSubmatch(text); m != nil {
		day, month, year = m[1], m[2], m[3]
	}
	if year == "" {
		return "", false
	}
	return dateOf(year, month, day)
}

func dateOf(year, month, day string) (string, bool) {
	number := func(text string, otherwise int) int {
		if n, err := strconv.Atoi(text); err == nil {
			return n
		}
		return otherwise
	}
	y, m, d := number(year, 0), number(month, 1), number(day, 1)
	at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1972 || y > 2100 || at.Month() != time.Month(m) || at.Day() != d { // SERUMS began in 1972
		return "", false
	}
	layouts := []string{"2006", "2006-01", "2006-01-02"}
	parts := 0
	for _, part := range []string{month, day} {
		if part != "" {
			parts++
		}
	}
	return at.Format(layouts[parts]), true
}

// same reports what makes two notes one.
func (n *Note) same() string {
	return strings.Join([]string{n.Renipress, string(n.Topic), fold.Squash(n.Text), fold.Squash(n.Source), n.Date}, "\x00")
}

// compare puts notes by topic as they are asked about, the newest first.
func compare(a, b Note) int {
	if d := slices.Index(rules.Topics(), a.Topic) - slices.Index(rules.Topics(), b.Topic); d != 0 {
		return d
	}
	if d := strings.Compare(b.Date, a.Date); d != 0 {
		return d
	}
	return strings.Compare(a.Text, b.Text)
}
