package conflicts

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/planner/geo"
)

func plaza(process data.Process, m data.Modality, profession, code string, row int, change func(*data.Plaza)) data.Plaza {
	p := data.Plaza{
		PlazaID:       data.PlazaID{Process: process, Profession: profession, Modality: m, Renipress: code},
		Establishment: "POSTA INVENTADA", Region: "PUNO", Province: "LAMPA", District: "PARATIA",
		Grade: 4, Category: "I-2", Institution: "GOBIERNO REGIONAL", Seats: 1,
		Sources: []data.Source{{File: string(process) + "-" + string(m) + ".csv", Row: row}},
	}
	if change != nil {
		change(&p)
	}
	return p
}

func offer(process data.Process, m data.Modality, plazas ...data.Plaza) *data.Offer {
	return &data.Offer{Process: process, Modality: m, Plazas: plazas}
}

// shown is what a conflict comes down to, for comparing.
func shown(all []Conflict) []string {
	var out []string
	for _, c := range all {
		line := strings.Join([]string{string(c.Field), c.Renipress, string(c.Process), c.Profession, string(c.Modality), string(c.Used)}, " ")
		for _, s := range c.Sides {
			line += " | " + s.Value + " " + s.Source.File + ":" + strconv.Itoa(s.Source.Row) + " ×" + strconv.Itoa(s.Rows)
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	const med, enf = "MEDICINA", "ENFERMERIA"
	rem := offer("2026-I", data.Remunerada,
		plaza("2026-I", data.Remunerada, med, "00000001", 2, nil),
		plaza("2026-I", data.Remunerada, enf, "00000001", 3, func(p *data.Plaza) { p.Grade = 5 }),
		plaza("2026-I", data.Remunerada, med, "00000002", 4, nil),
		plaza("2026-I", data.Remunerada, med, "00000003", 5, nil),
	)
	eq := offer("2026-I", data.Equivalente,
		plaza("2026-I", data.Equivalente, med, "00000001", 2, nil),
		plaza("2026-I", data.Equivalente, med, "00000002", 3, func(p *data.Plaza) { p.ZAF, p.Category, p.Institution = true, "", "Gobierno  regional" }),
	)
	old := offer("2025-I", data.Remunerada,
		plaza("2025-I", data.Remunerada, med, "00000003", 9, func(p *data.Plaza) { p.Grade, p.District = 2, "CABANILLA" }), // the grade may change with the years
	)
	taken := &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, Picks: []data.Pick{
		{Profession: med, Renipress: "00000003", Source: data.Source{File: "adj.csv", Row: 2}},
		{Profession: med, Renipress: "00000003", Source: data.Source{File: "adj.csv", Row: 3}},
		{Profession: enf, Renipress: "00000003", Establishment: "OTRA", Source: data.Source{File: "adj.csv", Row: 4}},
	}}
	lonely := &data.Adjudication{Process: "2024-I", Modality: data.Remunerada, Picks: taken.Picks} // no offer to compare with
	book := Find(Lists{Offers: []*data.Offer{rem, eq, old}, Adjudications: []*data.Adjudication{taken, lonely}})
	want := []string{
		"distrito 00000003    la_de_cada_lista | PARATIA 2026-I-remunerada.csv:5 ×1 | CABANILLA 2025-I-remunerada.csv:9 ×1",
		"gd 00000001 2026-I   la_de_cada_lista | GD-4 2026-I-remunerada.csv:2 ×2 | GD-5 2026-I-remunerada.csv:3 ×1",
		"zaf 00000002 2026-I   la_de_cada_lista | NO 2026-I-remunerada.csv:4 ×1 | SI 2026-I-equivalente.csv:3 ×1",
		"cupos 00000003 2025-I MEDICINA remunerada la_oferta | 1 2025-I-remunerada.csv:9 ×1 | 2 adj.csv:2 ×2",
		"ofertada 00000003 2025-I ENFERMERIA remunerada ninguna | 0 :0 ×0 | 1 adj.csv:4 ×1",
	}
	if diff := cmp.Diff(want, shown(book.All())); diff != "" {
		t.Error(diff)
	}
	of := shown(book.Of(data.PlazaID{Process: "2025-I", Profession: med, Modality: data.Remunerada, Renipress: "00000003"}))
	if diff := cmp.Diff([]string{want[0], want[3]}, of); diff != "" {
		t.Errorf("of one plaza: %s", diff)
	}
	if diff := cmp.Diff([]Tally{{District, 1}, {Grade, 1}, {ZAF, 1}, {Seats, 1}, {Offered, 1}}, book.Count()); diff != "" {
		t.Error(diff)
	}
}

func TestFarPointsAreConflicts(t *testing.T) {
	table := &library.Table{Head: []string{"renipress", "latitud", "longitud"}}
	var plazas []data.Plaza
	for i := range 8 {
		code := "0000001" + strconv.Itoa(i)
		plazas = append(plazas, plaza("2026-I", data.Remunerada, "MEDICINA", code, i+2, nil))
		lat := "-15." + strconv.Itoa(30+i)
		if i == 7 {
			lat = "-6.10" // in the north, 1,000 km away
		}
		table.Rows = append(table.Rows, []string{code, lat, "-70.20"})
	}
	offers := []*data.Offer{offer("2026-I", data.Remunerada, plazas...)}
	all := Find(Lists{Offers: offers, Places: geo.New(table, offers...), PlacesFile: "puntos.csv"}).All()
	if len(all) != 1 || all[0].Renipress != "00000017" || all[0].Used != UsedNone || all[0].Sides[1].Source.File != "puntos.csv" {
		t.Errorf("%+v", all)
	}
}

func TestNothingToCompare(t *testing.T) {
	var none *Book
	if len(none.All()) != 0 || none.Of(data.PlazaID{}) != nil || len(Find(Lists{}).All()) != 0 {
		t.Error("conflicts out of nothing")
	}
}

// naive compares every two plazas, in the plainest way.
func naive(offers []*data.Offer) map[string]bool {
	var all []*data.Plaza
	for _, o := range offers {
		for i := range o.Plazas {
			all = append(all, &o.Plazas[i])
		}
	}
	out := map[string]bool{}
	for _, p := range all {
		for _, q := range all {
			if p.Renipress != q.Renipress {
				continue
			}
			differ := func(f Field, a, b string) bool { return a != "" && b != "" && a != b }
			add := func(f Field, process data.Process, a, b string) {
				if differ(f, a, b) {
					out[string(f)+" "+p.Renipress+" "+string(process)] = true
				}
			}
			add(Region, "", fold.Squash(p.Region), fold.Squash(q.Region))
			add(Province, "", fold.Squash(p.Province), fold.Squash(q.Province))
			add(District, "", fold.Squash(p.District), fold.Squash(q.District))
			if p.Process != q.Process {
				continue
			}
			add(Name, p.Process, fold.Squash(p.Establishment), fold.Squash(q.Establishment))
			add(Institution, p.Process, fold.Squash(p.Institution), fold.Squash(q.Institution))
			add(Category, p.Process, p.Category, q.Category)
			if p.Grade*q.Grade > 0 && p.Grade != q.Grade {
				out[string(Grade)+" "+p.Renipress+" "+string(p.Process)] = true
			}
			if p.ZAF != q.ZAF {
				out[string(ZAF)+" "+p.Renipress+" "+string(p.Process)] = true
			}
			if p.ZE != q.ZE {
				out[string(ZE)+" "+p.Renipress+" "+string(p.Process)] = true
			}
		}
	}
	return out
}

func keysOf(all []Conflict) map[string]bool {
	out := map[string]bool{}
	for _, c := range all {
		out[string(c.Field)+" "+c.Renipress+" "+string(c.Process)] = true
	}
	return out
}

func TestFindAgreesWithComparingAllPairs(t *testing.T) {
	word := rapid.SampledFrom([]string{"", "PUNO", "Puno ", "CUSCO"})
	rapid.Check(t, func(t *rapid.T) {
		var offers []*data.Offer
		for _, process := range []data.Process{"2026-I", "2025-I"} {
			for _, m := range data.Modalities() {
				o := offer(process, m)
				for i := range rapid.IntRange(0, 6).Draw(t, "plazas") {
					code := "0000000" + rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "code")
					o.Plazas = append(o.Plazas, plaza(process, m, strconv.Itoa(i), code, i+2, func(p *data.Plaza) {
						p.Region, p.District, p.Institution = word.Draw(t, "region"), word.Draw(t, "district"), word.Draw(t, "institution")
						p.Category = rapid.SampledFrom([]string{"", "I-1", "I-2"}).Draw(t, "category")
						p.Grade = rapid.IntRange(0, 2).Draw(t, "grade")
						p.ZAF, p.ZE = rapid.Bool().Draw(t, "zaf"), rapid.Bool().Draw(t, "ze")
					}))
				}
				offers = append(offers, o)
			}
		}
		taken := &data.Adjudication{Process: "2025-I", Modality: data.Remunerada}
		for range rapid.IntRange(0, 6).Draw(t, "picks") {
			code := "0000000" + rapid.SampledFrom([]string{"1", "2", "4"}).Draw(t, "taken")
			taken.Picks = append(taken.Picks, data.Pick{Profession: "0", Renipress: code})
		}
		whole := Lists{Offers: offers, Adjudications: []*data.Adjudication{taken}}
		of := func(book *Book, code string) []string {
			return shown(slices.DeleteFunc(book.All(), func(c Conflict) bool { return c.Renipress != code }))
		}
		for _, code := range []string{"00000001", "00000002", "00000004"} {
			if diff := cmp.Diff(of(Find(whole), code), of(Find(whole.About(code)), code)); diff != "" {
				t.Fatalf("of what is about %s alone: %s", code, diff)
			}
		}
		all := Find(Lists{Offers: offers}).All()
		if diff := cmp.Diff(naive(offers), keysOf(all)); diff != "" {
			t.Fatal(diff)
		}
		for _, c := range all {
			if len(c.Sides) < 2 || slices.ContainsFunc(c.Sides, func(s Side) bool { return s.Value == "" || s.Rows < 1 }) {
				t.Fatalf("%+v", c)
			}
		}
	})
}

// The grades of the two modalities of the real 2026-I, compared by a plain
// reading of the two files: one line of code each, by the columns' places.
func TestRealGradesAgreeWithAPlainReading(t *testing.T) {
	const folder = "../../../shared/data"
	grades := map[string]map[string]bool{}
	var offers []*data.Offer
	for _, name := range []string{"2025-i-remunerado.csv", "2025-i-equivalente.csv"} {
		file, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			t.Skip("the real lists are not here:", err)
		}
		defer file.Close()
		r := csv.NewReader(file)
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = ';', true, -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		code, grade := -1, -1
		for i, cell := range rows[0] {
			switch word := fold.Squash(cell); {
			case strings.HasPrefix(word, "codigorenipress"), word == "codigo":
				code = i
			case word == "gradodedificultad":
				grade = i
			}
		}
		o := offer("2025-I", data.Remunerada)
		for i, row := range rows[1:] {
			id, ok := data.ParseRenipress(row[code])
			n, err := strconv.Atoi(strings.TrimPrefix(row[grade], "GD-"))
			if !ok || err != nil {
				continue
			}
			if grades[id] == nil {
				grades[id] = map[string]bool{}
			}
			grades[id][row[grade]] = true
			o.Plazas = append(o.Plazas, data.Plaza{PlazaID: data.PlazaID{Process: "2025-I", Renipress: id, Profession: strconv.Itoa(i)}, Grade: n})
		}
		offers = append(offers, o)
	}
	want := 0
	for _, all := range grades {
		if len(all) > 1 {
			want++
		}
	}
	got := 0
	for _, c := range Find(Lists{Offers: offers}).All() {
		if c.Field == Grade {
			got++
		}
	}
	t.Logf("%d establishments with two grades in 2025-I", want)
	if got != want {
		t.Errorf("%d conflicts of grade, want %d", got, want)
	}
}

// Four offers of the size of the real ones.
func BenchmarkFind(b *testing.B) {
	var offers []*data.Offer
	for _, process := range []data.Process{"2026-I", "2025-I"} {
		for _, m := range data.Modalities() {
			o := offer(process, m)
			for i := range 8500 {
				code := strconv.Itoa(10_000_000 + i/2)
				o.Plazas = append(o.Plazas, plaza(process, m, strconv.Itoa(i%2), code, i+2, nil))
			}
			offers = append(offers, o)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Find(Lists{Offers: offers})
	}
}
