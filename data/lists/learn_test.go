package lists

import (
	"context"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
)

// plainMapper is newMapper with the first pass done the plain way: row by row, in
// their order, each text learnt when its row comes, each name mended whenever a
// row has it, nothing kept for later and nothing side by side.
func plainMapper(o Options, file string, t *table) *mapper {
	m := newMapper(o, file, &table{}, false)
	m.table, m.lexicon, m.placer = t, newLexicon(o.Known), newPlacer()
	m.best, m.professionRows = map[nameKey]string{}, map[[2]string]int{}
	m.values = [fieldCount]map[string]value{}
	m.names = make([]rawName, len(t.lines))
	taught := map[string]bool{}
	for i := range t.lines {
		l := &t.lines[i]
		m.professionRows[rawProfession(l)]++
		l.place = m.placer.learn(rawPlace(l), m.lexicon)
		if raw := l.cell(FieldEstablishment); !taught[raw] {
			taught[raw] = true
			m.lexicon.learn(cleanName(raw))
		}
		for _, field := range []Field{FieldOffering, FieldDiresa, FieldInstitution, FieldProfession, FieldSpeciality} {
			m.learnValue(field, l.cell(field))
		}
	}
	m.lexicon.tight = m.placer.tight()
	m.lexicon.close()
	for i := range t.lines {
		l := &t.lines[i]
		raw := l.cell(FieldEstablishment)
		name := rawName{raw: raw, clean: cleanName(raw)}
		name.value.text, name.value.doubt = m.lexicon.mend(name.clean)
		name.squashed = fold.Squash(name.value.text)
		m.names[i], l.name = name, i
		if code, ok := parseRenipress(l.cell(FieldRenipress)); ok {
			m.settle(nameKey{code, name.squashed}, name.value.text)
		}
	}
	for _, offer := range o.Known.Offers {
		m.rememberOffer(offer)
	}
	return m
}

// learnt is what the first pass leaves to the second.
type learnt struct {
	Names                []rawName // of each row
	Places               []place   // of each row
	Best                 map[nameKey]string
	Professions          map[[2]string]int
	Values               [fieldCount]map[string]value
	Words                map[string]int
	Pairs                map[[2]string]int
	Texts                map[string]bool
	Widest               int
	Tight, Marked        bool
	BreaksIn, BreaksNear int
}

func whatWasLearnt(m *mapper) learnt {
	x := m.lexicon
	all := learnt{
		Best: maps.Clone(m.best), Professions: maps.Clone(m.professionRows),
		Words: x.words, Pairs: x.pairs, Texts: x.texts, Widest: x.widest, Tight: x.tight, Marked: x.marked,
		BreaksIn: m.placer.breaks.inside, BreaksNear: m.placer.breaks.between,
	}
	for i := range m.values { // the second pass goes on with them
		all.Values[i] = maps.Clone(m.values[i])
	}
	for i := range m.table.lines {
		l := &m.table.lines[i]
		all.Names = append(all.Names, m.names[l.name])
		all.Places = append(all.Places, *l.place)
	}
	return all
}

// draftsOf goes on from the first pass to what is stored and reported.
func draftsOf(m *mapper) ([]Draft, error) {
	s := &source{base: m.file, hashed: make(chan hashResult, 1)}
	s.hashed <- hashResult{}
	if err := s.expect(m.table, data.KindOffer, &Options{}); err != nil {
		return nil, err
	}
	return offers(context.Background(), s, m)
}

// checkAsPlain maps rows with so many workers and in the plain way, and fails
// where anything differs.
func checkAsPlain(t interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}, rows [][]string, o Options, workers []int,
) {
	t.Helper()
	gather := func() *table {
		all, err := readTable(readerOf(rows))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	plain := plainMapper(o, "x", gather())
	want := whatWasLearnt(plain)
	wanted, wantErr := draftsOf(plain)
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, n := range workers {
		runtime.GOMAXPROCS(n)
		m := newMapper(o, "x", gather(), false)
		if diff := cmp.Diff(want, whatWasLearnt(m), cmp.AllowUnexported(rawName{}, value{}, nameKey{}, place{}, piece{})); diff != "" {
			t.Fatalf("%d workers learn something else (-plain +workers):\n%s\nof %q", n, shortened(diff), rows[:min(len(rows), 20)])
		}
		got, err := draftsOf(m)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%d workers: %v, plainly: %v", n, err, wantErr)
		}
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Fatalf("%d workers store something else (-plain +workers):\n%s", n, shortened(diff))
		}
	}
}

func shortened(text string) string { return text[:min(len(text), 3000)] }

// Words of which made-up names are put together: some of them known for sure, some
// as long as a column, some the beginning of another.
var namePool = []string{
	"PUESTO", "DE", "SALUD", "CENTRO", "SAN", "SANTIAGO", "TIAGO", "BELLA", "BELLAVISTA", "VISTA", "QUINCHAMALCA", "QUINCHAMALC", "A", "O",
	"Ñaña", "LA PEÑA", "CAMPORREDONDO", "CAMPORREDOND", "ZZYXWVUTSRQPO", "ZZYXWVUT", "N°", "3", "12", "\"LA", "PAZ\"", "-", "C.S.", "ÁÉÍ", "HUAC-HUAS", "B.C.T.",
}

var (
	namePlaces = [][3]string{
		{"PUNO", "PUNO", "PUNO"},
		{"AMAZONAS", "CONDORCANQUI", "NIEVA"},
		{"LIMA", "CAÑETE", "SAN VICENTE\nDE CAÑETE"},
		{"PUNO", "SANTIA\nGO", "QUINCHAMALC A"},
		{"", "", ""},
		{"#N/D", "X", "SAN\nTIAGO"},
	}
	// Between words: tables that keep words whole, and such that mark where they
	// break between two.
	nameGaps   = [][]string{{" ", " ", " ", "\n", "\n", " \n", "\n ", "  ", "-"}, {" \n", " ", "\n ", " "}}
	nameValues = []string{"MEDICINA", "MEDICI\nNA", "ARTES DE QUINCHAMALC A", "ARTES DE\nQUINCHAMALCA", "", "MINSA", "GOBIERNO REGIONAL", "GOBIERNO REGIO NAL", "DIRESA PUNO", "CLÍNICA BELLA\nVISTA"}
)

// learnHeading has all columns that the first pass looks at.
var learnHeading = []string{
	"PROFESION", "N° PLAZAS", "REGION", "PROVINCIA", "DISTRITO", "GD", "RENIPRESS", "ESTABLECIMIENTO", "INSTITUCION", "DIRESA", "INSTITUCION OFERTANTE",
}

// madeUpRows makes a list; pick gives a number below n. In some of the lists
// lines break anywhere.
func madeUpRows(n int, pick func(n int) int) [][]string {
	rows := [][]string{learnHeading}
	var names []string
	gaps, tight := nameGaps[pick(len(nameGaps))], pick(2) == 0
	for range n {
		if len(names) == 0 || pick(3) > 0 {
			names = append(names, madeUpName(pick, gaps))
		}
		at := namePlaces[pick(len(namePlaces))]
		if tight {
			district := []rune(at[2])
			cutAt := pick(len(district) + 1)
			at[2] = string(district[:cutAt]) + "\n" + string(district[cutAt:])
		}
		rows = append(rows, []string{
			nameValues[pick(len(nameValues))], "1", at[0], at[1], at[2], "GD-" + strconv.Itoa(1+pick(5)), strconv.Itoa(1 + pick(n)), names[pick(len(names))],
			nameValues[pick(len(nameValues))], nameValues[pick(len(nameValues))], nameValues[pick(len(nameValues))],
		})
	}
	return rows
}

// madeUpName is some words with blanks and line breaks between them, and inside
// one as tables break it.
func madeUpName(pick func(n int) int, gaps []string) string {
	var b strings.Builder
	for i := range pick(6) {
		if i > 0 {
			b.WriteString(gaps[pick(len(gaps))])
		}
		word := []rune(namePool[pick(len(namePool))])
		if at := pick(len(word)); at > 0 && pick(4) == 0 {
			word = slices.Concat(word[:at], []rune(gaps[pick(4)]), word[at:])
		}
		b.WriteString(string(word))
	}
	return b.String()
}

// knownOffers is a library whose names are put together from the same words.
func knownOffers(n int, pick func(n int) int) Vocabulary {
	offer := &data.Offer{Process: "2030-I", Modality: data.Remunerada}
	for range n {
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID: data.PlazaID{Profession: "MEDICINA", Renipress: "0000000" + strconv.Itoa(1+pick(9))}, Establishment: oneLine(cleanName(madeUpName(pick, nameGaps[0]))),
		})
	}
	return Vocabulary{Offers: []*data.Offer{offer}}
}

// The first pass learns from any list what the plain pass learns, with any number
// of workers: of one, more than there are names, and such that parts are uneven.
func TestTheFirstPassIsThePlainOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(0, 1<<20)
		pick := func(n int) int { return number.Draw(t, "pick") % n }
		rows := madeUpRows(rapid.IntRange(0, 25).Draw(t, "rows"), pick)
		o := Options{Process: "2031-I", Modality: data.Remunerada, Known: knownOffers(rapid.IntRange(0, 5).Draw(t, "known"), pick)}
		checkAsPlain(t, rows, o, []int{1, 3, 32})
	})
}

// On lists that are long enough for the workers to run at once it is so too, and
// every time.
func TestTheFirstPassDependsOnNoScheduling(t *testing.T) {
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 7))
		rows := madeUpRows(1000, random.IntN)
		o := Options{Process: "2031-I", Modality: data.Remunerada, Known: knownOffers(int(seed)*40, random.IntN)}
		checkAsPlain(t, rows, o, []int{2, 5, 8})
	}
}

// Each number is done once, by whatever worker; none is left out at the joints.
func TestInPartsDoesEachOnce(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, workers := range []int{1, 2, 3, 8} {
		runtime.GOMAXPROCS(workers)
		for n := range 40 {
			done := make([]int, n)
			inParts(n, func(i int) { done[i]++ }).Wait()
			if slices.ContainsFunc(done, func(times int) bool { return times != 1 }) {
				t.Errorf("%d workers, %d numbers: done %v times", workers, n, done)
			}
		}
	}
}
