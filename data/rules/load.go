// Package rules holds every number and fact of the field that the program
// shows: points, figures, history, what is documented of places. They live in
// one embedded TOML file (reglas.toml), each with its source and how sure it
// is, and a file of the user's own adds to them or overrides them by id.
package rules

import (
	_ "embed"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// FileName is the name of the user's own rules in the data folder.
const FileName = "reglas.toml"

// largestFile bounds the user's file, in bytes; ours have 90 kB together.
const largestFile = 1 << 20

//go:embed reglas.toml
var shippedRules []byte

//go:embed riesgos.toml
var shippedRisks []byte

// Shipped returns the embedded files one behind the other, as they are: a
// model for the user's own.
func Shipped() []byte { return slices.Concat(shippedRules, []byte("\n"), shippedRisks) }

// FaultError is one thing wrong in a rules file, finished for the user.
type FaultError struct {
	File   string
	Line   int // from 1
	Reason string
}

// Error prints the fault as file:line: reason.
func (f FaultError) Error() string { return texts.RulesFault(f.File, f.Line, f.Reason) }

// FaultErrors are all faults of one file, in the order of its lines.
type FaultErrors []FaultError

// Error prints one fault a line.
func (f FaultErrors) Error() string {
	lines := data.Map(f, FaultError.Error)
	return strings.Join(lines, "\n")
}

// Default returns the rules that ship with the program. A test keeps them free
// of faults.
func Default() *Rules { return shipped() }

// shipped reads them once: nothing changes them.
var shipped = sync.OnceValue(func() *Rules {
	r, _ := (&Rules{}).read(FileName, Shipped(), false)
	return r
})

// With returns the rules with a file of the user's own laid over them: entries
// with a new id are added, those with a known id replaced whole, risks marked
// "quitar" left out. The receiver is not changed. On a faulty file it gives
// the receiver and all faults as FaultErrors; file is the name to show in them.
func (r *Rules) With(file string, content []byte) (*Rules, error) {
	return r.read(file, content, true)
}

func (r *Rules) read(file string, content []byte, own bool) (*Rules, error) {
	if len(content) > largestFile {
		return r, FaultErrors{{file, 1, texts.RulesFileTooLarge(largestFile >> 20)}}
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	var raw map[string]any
	if _, err := toml.Decode(text, &raw); err != nil {
		return r, FaultErrors{syntaxFault(file, err)}
	}
	b := &builder{file: file, own: own, text: text, base: r}
	out := b.build(raw)
	if len(b.faults) > 0 {
		slices.SortStableFunc(b.faults, func(x, y FaultError) int { return x.Line - y.Line })
		return r, b.faults
	}
	return out, nil
}

func syntaxFault(file string, err error) FaultError {
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return FaultError{file, max(syntax.Position.Line, 1), texts.RulesSyntax(fold.Clean(syntax.LastKey))}
	}
	return FaultError{file, 1, texts.RulesSyntax("")}
}

// builder turns the tables of one file into entries.
type builder struct {
	file   string
	own    bool
	text   string
	lines  *lineIndex // of text, made for the first fault
	base   *Rules
	faults FaultErrors
}

// tables returns the [[kind]] entries of the file and takes the kind out of raw.
func (b *builder) tables(raw map[string]any, kind string) []*table {
	value, ok := raw[kind]
	if !ok {
		return nil
	}
	delete(raw, kind)
	list, ok := value.([]map[string]any)
	if !ok {
		b.fault(kind, 0, "", texts.RulesNotTables(kind))
		return nil
	}
	out := make([]*table, len(list))
	for i, fields := range list {
		out[i] = &table{kind: kind, fields: fields, used: map[string]bool{}, fail: func(key, reason string) {
			b.fault(kind, i, key, reason)
		}}
	}
	return out
}

// fault notes what is wrong at a key of the n-th table of a kind.
func (b *builder) fault(kind string, n int, key, reason string) {
	if b.lines == nil {
		b.lines = indexLines(b.text)
	}
	b.faults = append(b.faults, FaultError{b.file, b.lines.of(kind, n, key), reason})
}

// unknown notes the names at the top of the file that no kind took.
func (b *builder) unknown(raw map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		b.fault(name, 0, "", texts.RulesUnknownTable(fold.Clean(name)))
	}
}

// basis reads what every entry has.
func (b *builder) basis(t *table) Basis {
	return Basis{
		ID:        t.text("id", true),
		Source:    t.text("fuente", true),
		Date:      t.text("fecha", false),
		Certainty: choice(t, "certeza", true, Certainties()),
		Own:       b.own,
	}
}

// collect reads all entries of a kind and lays them over the base ones.
func collect[T any](b *builder, raw map[string]any, kind string, base []T, basis func(*T) *Basis, read func(*builder, *table) T) []T {
	out := slices.Clone(base)
	position := make(map[string]int, len(out))
	for i := range out {
		position[basis(&out[i]).ID] = i
	}
	seen := map[string]bool{}
	for _, t := range b.tables(raw, kind) {
		entry := read(b, t)
		t.rest()
		id := basis(&entry).ID
		if seen[id] {
			t.fail("id", texts.RulesRepeated(kind, id))
		}
		seen[id] = true
		if at, known := position[id]; known {
			out[at] = entry
			continue
		}
		position[id] = len(out)
		out = append(out, entry)
	}
	return out
}
