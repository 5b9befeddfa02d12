package demo

import (
	"encoding/csv"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"brujula/data"
	"brujula/data/demo/internal/gen"
	"brujula/data/places"
)

const rawFolder = "../../testdata/demo"

func lists(t *testing.T) ([]*data.Offer, []*data.Adjudication) {
	t.Helper()
	offers, adjudications, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return offers, adjudications
}

func TestRegeneratingGivesTheSameBytes(t *testing.T) {
	out := gen.Generate()
	compare := func(want map[string][]byte, folder string) {
		for name, content := range want {
			got, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(content) {
				t.Errorf("%s/%s is not what go generate makes", folder, name)
			}
		}
	}
	compare(out.Embedded, "files")
	compare(out.Raw, rawFolder)
}

func TestEmbeddedFilesAreSmallAndAllRead(t *testing.T) {
	size, lines := 0, map[string]int{}
	err := fs.WalkDir(files, "files", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, path)
		size += len(content)
		lines[strings.TrimPrefix(path, "files/")] = strings.Count(string(content), "\n") - 1
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if size > 150<<10 {
		t.Errorf("%d bytes embedded, more than 150 kB", size)
	}
	offers, adjudications := lists(t)
	made, err := establishments()
	if err != nil {
		t.Fatal(err)
	}
	plazas, picks := 0, 0
	for _, o := range offers {
		plazas += len(o.Plazas)
	}
	for _, a := range adjudications {
		picks += len(a.Picks)
	}
	got := map[string]int{establishmentsFile: len(made), plazasFile: plazas, picksFile: picks}
	if diff := cmp.Diff(lines, got); diff != "" {
		t.Errorf("rows in the files (-) and read (+):\n%s", diff)
	}
}

// Places must be spelt as an import spells them, or loading the raw lists would
// seem to change every plaza.
func TestPlacesAreCanonical(t *testing.T) {
	offers, _ := lists(t)
	peru := places.Peru()
	for _, o := range offers {
		for i := range o.Plazas {
			p := &o.Plazas[i]
			region, _ := peru.Region(p.Region)
			province, _ := peru.Province(p.Region, p.Province)
			if district, _ := peru.District(p.Region, p.Province, p.District); region != p.Region || province != p.Province || district != p.District {
				t.Errorf("%s/%s/%s is %s/%s/%s", p.Region, p.Province, p.District, region, province, district)
			}
		}
	}
}

func TestInfosDescribeTheLists(t *testing.T) {
	offers, adjudications := lists(t)
	infos := Infos()
	if len(infos) != len(offers)+len(adjudications) {
		t.Fatalf("%d infos", len(infos))
	}
	for i, o := range offers {
		if in := infos[i]; in.Kind != data.KindOffer || in.Process != o.Process || in.Modality != o.Modality || in.Seats != o.Seats() || len(in.SHA256) != 64 {
			t.Errorf("%+v", in)
		}
	}
	for i, a := range adjudications {
		if in := infos[len(offers)+i]; in.Kind != data.KindAdjudication || in.Modality != a.Modality || in.Rows != len(a.Picks) || in.Plazas > in.Seats {
			t.Errorf("%+v", in)
		}
	}
}

func TestEveryFeatureIsInView(t *testing.T) {
	offers, adjudications := lists(t)
	regions, grades, categories, professions := map[string]int{}, map[int]int{}, map[string]int{}, map[string]int{}
	several, twoBudgets, zaf, ze, total := 0, 0, 0, 0, 0
	past := map[data.PlazaID]*data.Plaza{}
	for _, o := range offers[2:] {
		for i := range o.Plazas {
			id := o.Plazas[i].PlazaID
			id.Process = Current
			past[id] = &o.Plazas[i]
		}
	}
	fresh, regraded, moved, kept := 0, 0, 0, 0
	for _, o := range offers[:2] {
		if o.Process != Current {
			t.Fatalf("offer of %s among the current ones", o.Process)
		}
		for i := range o.Plazas {
			p := &o.Plazas[i]
			total++
			regions[p.Region]++
			grades[p.Grade]++
			categories[p.Category]++
			professions[p.Profession]++
			several += one(p.Seats > 1)
			twoBudgets += one(len(p.Budgets) > 1)
			zaf += one(p.ZAF)
			ze += one(p.ZE)
			other := p.PlazaID
			other.Modality = p.Modality.Other()
			switch before := past[p.PlazaID]; {
			case before != nil:
				kept++
				regraded += one(before.Grade != p.Grade)
			case past[other] != nil:
				moved++
			default:
				fresh++
			}
			if p.Grade < 1 || p.Grade > 5 || p.Seats < 1 || p.Offering == "" {
				t.Errorf("plaza %v: grade %d, seats %d, offering %q", p.PlazaID, p.Grade, p.Seats, p.Offering)
			}
		}
	}
	if total < 400 || total > 600 {
		t.Errorf("%d plazas in the current offers, want 400 to 600", total)
	}
	if len(regions) != 25 || len(grades) != 5 || len(professions) != 10 || len(categories) != 7 {
		t.Errorf("regions %v\ngrades %v\nprofessions %v\ncategories %v", regions, grades, professions, categories)
	}
	for what, n := range map[string]int{
		"several seats": several, "two budgets": twoBudgets, "ZAF": zaf, "ZE": ze, "new": fresh, "another grade": regraded, "moved": moved, "kept": kept,
	} {
		if n < 4 {
			t.Errorf("%s: %d plazas, want some", what, n)
		}
	}
	if n := notTaken(offers[2], adjudications[0], "MEDICINA"); n < 3 {
		t.Errorf("%d remunerated seats for physicians that nobody took, want some", n)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func notTaken(o *data.Offer, a *data.Adjudication, profession string) int {
	n := 0
	for i := range o.Plazas {
		if o.Plazas[i].Profession == profession {
			n += o.Plazas[i].Seats
		}
	}
	for _, p := range a.Picks {
		n -= one(p.Profession == profession)
	}
	return n
}

func TestAdjudicationsAreOfOfferedSeatsAndInOrder(t *testing.T) {
	offers, adjudications := lists(t)
	for m, a := range adjudications {
		left := map[data.PlazaID]int{}
		for i := range offers[2+m].Plazas {
			left[offers[2+m].Plazas[i].PlazaID] = offers[2+m].Plazas[i].Seats
		}
		last := map[string]data.Pick{}
		for _, p := range a.Picks {
			id := data.PlazaID{Process: a.Process, Profession: p.Profession, Modality: a.Modality, Renipress: p.Renipress}
			if left[id]--; left[id] < 0 {
				t.Errorf("%v: more picks than seats", id)
			}
			before, some := last[p.Profession]
			if p.Rank <= before.Rank || (some && before.Mark > 0 && p.Mark > before.Mark) {
				t.Errorf("%v: rank %d mark %v after rank %d mark %v", id, p.Rank, p.Mark, before.Rank, before.Mark)
			}
			last[p.Profession] = p
		}
	}
}

// Near-capital places go early and remote ones late, or the model would have
// nothing to find and the first screen would look absurd.
func TestTheOrderMakesSense(t *testing.T) {
	offers, adjudications := lists(t)
	plazas := map[string]*data.Plaza{}
	for i := range offers[2].Plazas {
		if p := &offers[2].Plazas[i]; p.Profession == "MEDICINA" {
			plazas[p.Renipress] = p
		}
	}
	sum, n := map[int]float64{}, map[int]float64{}
	for _, pick := range adjudications[0].Picks {
		if p := plazas[pick.Renipress]; p != nil && pick.Profession == "MEDICINA" {
			sum[p.Grade] += float64(pick.Rank)
			n[p.Grade]++
		}
	}
	for grade := 2; grade <= 5; grade++ {
		if !(sum[grade]/n[grade] > sum[grade-1]/n[grade-1]) {
			t.Errorf("mean rank of GD-%d is %.1f, of GD-%d %.1f", grade, sum[grade]/n[grade], grade-1, sum[grade-1]/n[grade-1])
		}
	}
}

func TestExampleIsFourTenthsDownTheLine(t *testing.T) {
	offers, _ := lists(t)
	seats := 0
	for i := range offers[0].Plazas {
		if p := &offers[0].Plazas[i]; p.Line() == Example().Line {
			seats += p.Seats
		}
	}
	if share := float64(Example().Rank-1) / float64(seats); math.Abs(share-0.4) > 0.02 {
		t.Errorf("rank %d of %d seats is %.2f of the line", Example().Rank, seats, share)
	}
}

// The lists in the ministry's dress hold the same plazas, seats and picks, so
// that importing them shows what the demonstration shows.
func TestRawFilesHoldTheSameLists(t *testing.T) {
	offers, adjudications := lists(t)
	type totals struct{ Plazas, Seats int }
	sum := func(list ...*data.Offer) (out totals) {
		for _, o := range list {
			out.Plazas += len(o.Plazas)
			out.Seats += o.Seats()
		}
		return out
	}
	for name, want := range map[string]totals{
		"oferta-2026-I.csv": sum(offers[0]), "oferta-2026-I-equivalente.csv": sum(offers[1]), "oferta-2025-I.csv": sum(offers[2], offers[3]),
	} {
		seats, code := -1, -1
		plazas, got := map[string]bool{}, totals{}
		for _, row := range rawRows(t, name) {
			if at := column(row, "PLAZAS"); at >= 0 && column(row, "DEPARTAMENTO") >= 0 {
				seats, code = at, column(row, "CODIGO")
				continue
			}
			if seats < 0 || row[code] == "" {
				continue
			}
			n, err := strconv.Atoi(row[seats])
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got.Seats += n
			budget := column(row, "SINPRESUPUESTO") >= 0
			profession := strings.Join(strings.Fields(row[code-9]), "")
			plazas[row[code]+profession+strconv.FormatBool(budget)] = true
		}
		got.Plazas = len(plazas)
		if got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if got, want := len(rawRows(t, "adjudicados-2025-I.csv"))-1, len(adjudications[0].Picks)+len(adjudications[1].Picks); got != want {
		t.Errorf("%d adjudicated, want %d", got, want)
	}
}

// column finds a cell by its letters, without blanks, breaks and accents.
func column(row []string, word string) int {
	for i, cell := range row {
		plain := strings.NewReplacer("Ó", "O", "\n", "", " ", "").Replace(cell)
		if strings.Contains(plain, word) && len(plain) < 20 {
			return i
		}
	}
	return -1
}

func rawRows(t *testing.T, name string) [][]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(rawFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	if !utf8.ValidString(text) {
		if text, err = charmap.Windows1252.NewDecoder().String(text); err != nil {
			t.Fatal(err)
		}
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = ';'
	if strings.Count(text, ",") > strings.Count(text, ";") {
		reader.Comma = ','
	}
	reader.FieldsPerRecord = -1
	var all [][]string
	for {
		row, err := reader.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
}

func BenchmarkLists(b *testing.B) {
	for b.Loop() {
		Lists()
	}
}
