package workspace

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/texts"
)

// Person is who an applicant is, as far as one line says it.
type Person struct {
	Profession string        // canonical; empty where the line leaves it open
	Open       []string      // the professions that it leaves open
	Modality   data.Modality // remunerada unless the line says another
	Rank       int           // order of merit from 1; 0 where the line has none
	Strange    string        // what of the line is understood as none of these
}

// ReadPerson reads a line such as "medicina 812" or "enfermera equivalente 40":
// words in any order, the beginning of a profession for the whole.
func ReadPerson(line string) Person {
	p := Person{Modality: data.Remunerada}
	var words []string
	for _, word := range joinThousands(strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' })) {
		rank, err := strconv.Atoi(word)
		modality, named := data.ParseModality(word)
		switch {
		case err == nil && p.Rank == 0 && rank >= 1 && rank <= MostRank:
			p.Rank = rank
		case err == nil:
			p.Strange = word
		case named:
			p.Modality = modality
		default:
			words = append(words, word)
		}
	}
	if text := strings.Join(words, " "); text != "" {
		switch found := professionsOf(text); len(found) {
		case 0:
			p.Strange = text
		case 1:
			p.Profession = found[0]
		default:
			p.Open = found
		}
	}
	return p
}

// joinThousands writes a figure whose thousands a blank or a point parts as one
// word: 1 234 and 1.234 are 1234.
func joinThousands(words []string) []string {
	var out []string
	for _, word := range words {
		if bare := strings.ReplaceAll(word, ".", ""); digits(bare) {
			word = bare
		}
		if last := len(out) - 1; last >= 0 && len(word) == 3 && digits(word) && len(out[last]) <= 2 && digits(out[last]) {
			out[last] += word
			continue
		}
		out = append(out, word)
	}
	return out
}

func digits(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}

// professionsOf returns the professions that a text stands for: the one that is
// written so, else those that begin so, else those that are also written with such a
// beginning. Of several the one with which all others begin is meant: MEDICINA and
// not MEDICINA VETERINARIA.
func professionsOf(text string) []string {
	list := names.Professions()
	if found := list.Pick(text, list.Values()); len(found) > 0 {
		return found
	}
	want := fold.Squash(text)
	begins := func(name string) bool { return strings.HasPrefix(fold.Squash(name), want) }
	found := slices.DeleteFunc(list.Values(), func(v string) bool { return !begins(v) })
	if len(found) == 0 {
		found = slices.DeleteFunc(list.Values(), func(v string) bool { return !slices.ContainsFunc(list.Spellings(v), begins) })
	}
	for _, one := range found {
		if !slices.ContainsFunc(found, func(other string) bool { return !strings.HasPrefix(other, one) }) {
			return []string{one}
		}
	}
	return found
}

// Ready reports that the line says enough to go on with: a profession, and nothing
// that was not understood.
func (p Person) Ready() bool { return p.Profession != "" && p.Strange == "" }

// Text says what was understood, or what is missing or strange.
func (p Person) Text() string {
	switch {
	case p.Strange != "":
		return texts.PersonStrange(p.Strange)
	case len(p.Open) > 0:
		return texts.PersonOpen(p.Open)
	case p.Profession == "":
		return texts.PersonNoProfession(p.Rank)
	}
	return texts.PersonRead(p.Profession, p.Modality, p.Rank)
}

// Line writes a person as ReadPerson reads one.
func (p Person) Line() string {
	words := []string{strings.ToLower(p.Profession)}
	if p.Modality == data.Equivalente {
		words = append(words, string(p.Modality))
	}
	if p.Rank > 0 {
		words = append(words, strconv.Itoa(p.Rank))
	}
	return strings.TrimSpace(strings.Join(words, " "))
}
