package notes

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"brujula/data/fold"
)

// titled finds what looks like a person's name after a title. Establishments
// are called so as well: the user is asked and decides.
var titled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:Dra?|Lic|Sra?|Ing|Mg|Obst|Enf|Don|Doña)\.? \p{Lu}\p{Ll}+`)
})

// NamesSomeone reports whether the note looks as if it named a person: by a title with
// a name, or a given name with a word behind it that may be a surname. It is a guess,
// to be asked about.
func (n *Note) NamesSomeone() bool { return namesSomeone(n.Text) || namesSomeone(n.Source) }

func namesSomeone(text string) bool {
	if titled().MatchString(text) {
		return true
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;:.()«»\"/", r) })
	for i, word := range words {
		if !givenNames()[fold.Squash(word)] || i > 0 && beforePlaces()[fold.Squash(words[i-1])] {
			continue
		}
		behind := ""
		if i+1 < len(words) {
			behind = words[i+1]
		}
		if capital(word) && capital(behind) || i > 0 && callsPeople()[fold.Squash(words[i-1])] {
			return true
		}
	}
	return false
}

// capital reports whether a word begins with a capital and has small letters, as names
// have and what is shouted has not.
func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && word != strings.ToUpper(word)
}

func setOf(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for word := range strings.FieldsSeq(words) {
			set[word] = true
		}
		return set
	})
}

// givenNames are those that are borne most in Peru, folded; names that are places or
// words by themselves (Victoria, Luz, Sol, Angel, Pilar) are left out.
var givenNames = setOf(`juan jose luis carlos jorge miguel pedro manuel victor julio cesar walter oscar ricardo fernando
	roberto eduardo alberto raul percy segundo hugo javier daniel david alex edwin wilmer elmer marco marcos mario martin
	antonio francisco alejandro andres diego gustavo guillermo enrique felix rafael richard william henry ronald kevin bryan
	maria ana juana carmen julia martha gloria nancy elena patricia sandra silvia sonia yolanda lucia cecilia veronica
	monica claudia karina katherine lourdes maribel miriam norma olga paola roxana ruth teresa vanessa vilma yesenia
	elizabeth gladys isabel jessica flor milagros fiorella diana rosa`)

// beforePlaces are words that make a place of the name behind them.
var beforePlaces = setOf(`san santa santo villa puerto pueblo colonia distrito provincia calle avenida av jiron jr plaza posta puesto centro
	ps cs hospital caserio comunidad anexo sector valle rio laguna cerro nueva nuevo`)

// callsPeople are words that speak of a person whose name may follow in small letters.
var callsPeople = setOf(`doctor doctora dr dra licenciado licenciada lic senor senora sr sra ingeniero ingeniera jefe jefa
	enfermero enfermera obstetra odontologo odontologa director directora gerente tecnico tecnica colega serumista`)
