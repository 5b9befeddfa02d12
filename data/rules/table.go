package rules

import (
	"maps"
	"math"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// longestText bounds one text of the user's file, in bytes.
const longestText = 2000

// table is one [[entry]] of a file on its way to a typed one. It gives zero
// values and notes a fault for what is missing or of another type.
type table struct {
	kind   string
	fields map[string]any
	used   map[string]bool
	fail   func(key, reason string)
}

func (t *table) takeKey(key string, need bool) (any, bool) {
	t.used[key] = true
	value, ok := t.fields[key]
	if !ok && need {
		t.fail(key, texts.RulesMissing(t.kind, key))
	}
	return value, ok
}

// text returns a clean text on one line.
func (t *table) text(key string, need bool) string {
	value, ok := t.takeKey(key, need)
	if !ok {
		return ""
	}
	raw, ok := value.(string)
	if !ok {
		t.fail(key, texts.RulesNotText(key))
		return ""
	}
	clean := strings.Join(strings.Fields(fold.Clean(raw)), " ")
	switch {
	case clean == "" && need:
		t.fail(key, texts.RulesEmpty(key))
	case len(clean) > longestText:
		t.fail(key, texts.RulesTooLong(key, longestText))
		return ""
	}
	return clean
}

// name returns a text in the canonical spelling of the lists.
func (t *table) name(key string, need bool) string { return fold.Upper(t.text(key, need)) }

// number returns a number within the bounds, whole or not; no entry does
// without its number.
func (t *table) number(key string, least, most float64) float64 {
	value, ok := t.takeKey(key, true)
	if !ok {
		return 0
	}
	n := math.NaN()
	switch v := value.(type) {
	case int64:
		n = float64(v)
	case float64:
		n = v
	}
	if !(n >= least && n <= most) {
		t.fail(key, texts.RulesNotNumber(key, least, most))
		return 0
	}
	return n
}

// integer returns a whole number within the bounds.
func (t *table) integer(key string, need bool, least, most int) int {
	value, ok := t.takeKey(key, need)
	if !ok {
		return 0
	}
	return t.whole(key, value, least, most)
}

func (t *table) whole(key string, value any, least, most int) int {
	n, ok := value.(int64)
	if !ok || n < int64(least) || n > int64(most) {
		t.fail(key, texts.RulesNotWhole(key, least, most))
		return 0
	}
	return int(n)
}

func (t *table) boolean(key string) bool {
	value, ok := t.takeKey(key, false)
	if !ok {
		return false
	}
	yes, ok := value.(bool)
	if !ok {
		t.fail(key, texts.RulesNotBoolean(key))
	}
	return yes
}

func (t *table) items(key string) []any {
	value, ok := t.takeKey(key, false)
	if !ok {
		return nil
	}
	list, ok := value.([]any)
	if !ok {
		t.fail(key, texts.RulesNotList(key))
	}
	return list
}

func (t *table) integers(key string, least, most int) []int {
	var out []int
	for _, item := range t.items(key) {
		out = append(out, t.whole(key, item, least, most))
	}
	return out
}

// names returns a list of texts in the canonical spelling of the lists.
func (t *table) names(key string) []string {
	var out []string
	for _, item := range t.items(key) {
		word, ok := item.(string)
		if !ok {
			t.fail(key, texts.RulesNotText(key))
			continue
		}
		out = append(out, fold.Upper(fold.Clean(word)))
	}
	return out
}

// oneOrMore returns the name under one key or the names under the other, and one
// empty name where the entry has neither.
func (t *table) oneOrMore(one, more string) []string {
	name, list := t.name(one, false), t.names(more)
	switch {
	case len(list) == 0:
		return []string{name}
	case name != "":
		t.fail(more, texts.RulesContrary(one, more))
	}
	return list
}

// choice returns one of a closed set of words, told apart without case and
// accents.
func choice[T ~string](t *table, key string, need bool, options []T) T {
	word := t.text(key, need)
	if word == "" {
		return ""
	}
	for _, option := range options {
		if fold.Fold(word) == fold.Fold(string(option)) {
			return option
		}
	}
	known := data.Words(options)
	t.fail(key, texts.RulesNotOneOf(key, word, known))
	return ""
}

// rest notes a fault for every key that nothing took.
func (t *table) rest() {
	for _, key := range slices.Sorted(maps.Keys(t.fields)) {
		if !t.used[key] {
			t.fail(key, texts.RulesUnknownKey(t.kind, fold.Clean(key)))
		}
	}
}
