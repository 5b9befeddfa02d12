package keys

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// named finds a key that a sentence names: a letter alone that is no word of
// Spanish, or one that is, where what stands about it makes it a key.
var named = regexp.MustCompile(`(?:^|[ («])([b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])(?:[ ):,;.»]|$)` +
	`|\(([a-zA-Z])\)|\(([A-Z]), |(?:^|[ (])([aeouyAEIOUY])(?:: [a-zé]| agrega | cambia | deshace| lo deshace| lo recupera| la profesión| copia este| vuelve a la de| importa )|con ([aeouyAEIOUYJK])(?:[ .,;]|$)`)

// mentions are the keys that texts name in words, each with the binding that it
// must be. In order: the first whose fragment the text has, and whose letter it is.
// Texts that are given their keys, as TurnIntro, name none.
func mentions() []struct {
	text string
	of   Binding
} {
	g, p, t, v, i := NewGlobal(), NewPlan(), NewTurn(), NewVersions(), NewImport()
	return []struct {
		text string
		of   Binding
	}{
		{"(P)", g.Profile},
		{"(P, mi perfil)", g.Profile},
		{"P lo cambia", g.Profile},
		{"P vuelve a él", g.Profile},
		{"P lo abre", g.Profile},
		{"q sale", g.Quit},
		{"o q para salir", g.Quit},
		{"X lo quita", NewFacets().Reset},
		{"Con f se quita un filtro, con X todos", NewFacets().Open},
		{"Con f se quita un filtro, con X todos", NewFacets().Reset},
		{"X los quita", NewFacets().Reset},
		{"X quita los filtros", NewFacets().Reset},
		{"X vuelve a la suya", NewFacets().Reset},
		{"C las lista todas", NewTable().Columns},
		{"y copia este texto", NewTable().Copy},
		{"o M desde la plaza", NewExplore().Near},
		{"x las muestra una por una", NewSources().Conflicts},
		{"M lo mide", NewSources().Scores},
		{"impórtelas con I", NewSources().Import},
		{"(I)", NewSources().Import},
		{"I importa", NewSources().Import},
		{"d la quita", p.Remove},
		{"con d en Mi plan", p.Remove},
		{"con E antes de salir", p.Export},
		{"w los cambia", p.Weights},
		{" (a)", p.Advice},
		{"con J y K", p.MoveDown},
		{"con J y K", p.MoveUp},
		{"pulse c: entra en la comparación", p.Compare},
		{"pulse c: entra", NewExplore().Compare},
		{"agregue otra con c", p.Compare},
		{"(3, d) para agregar otra", NewCompare().Drop},
		{"n la copia con otro nombre", v.Copy},
		{"con u aquí mismo", i.TakeBack},
		{"c corrige", i.Columns},
		{"s o enter guarda", i.Store},
		{"a agrega a ella", i.Add},
		{", pulse t.", i.Kind},
		{"r la reemplaza", i.Replace},
		{"s la guarda", NewConfirm().Yes},
		{"una nota (m)", NewNeighbours().Mark},
		{"La mediana (m)", NewPanorama().Measure},
		{"m muestra otra", NewPanorama().Measure},
		{"o cambia la modalidad", NewPanorama().Modality},
		{"O la profesión", NewPanorama().Profession},
		{"t el proceso", NewPanorama().Process},
		{"busque otra vez (x)", t.Cross},
		{"S lo empieza", t.Start},
		{"(S, o «serums turno empezar»)", t.Start},
		{"u lo deshace", t.Undo},
		{"Se puede deshacer con u", t.Undo},
		{"u lo recupera", p.Undo},
		{"o vuelve a la de ahora", t.OtherModality},
	}
}

// notKeys are texts in which a letter alone is no key: bands, cells, units, marks,
// commands, questions of the shell, the menus whose keys stand on their own lines.
var notKeys = []string{
	"puesto N", "la nota N", "Los N siguientes", "RENIPRESS N", "--nota X", "M, P, D, I, N", "M muy probable", "M 95 %", "región B", "tasa base B",
	"(r: remunerada, e: equivalente)", " %d s", "%d s,", "%d B", "p. %d", "plan copiar B", "comparar B", "D:\\mi-serums", "4 h a pie", "R remunerada",
	"P.S. ", "C.S. ", "q termina", "con o sin mis notas", "q y enter: salir", "n las quita", "n las incluye", "t: son ",
}

// A key that moves takes the texts that name it with it: each letter that a text
// names is that of the binding which does what the text says.
func TestTextsNameTheKeysThatThereAre(t *testing.T) {
	all := mentions()
	used := make([]bool, len(all))
	for _, text := range allTexts(t) {
		if len(strings.TrimSpace(text)) < 2 || slices.ContainsFunc(notKeys, func(part string) bool { return strings.Contains(text, part) }) {
			continue
		}
		for _, hit := range named.FindAllStringSubmatch(text, -1) {
			letter := strings.Join(hit[1:], "")
			found := false
			for i, m := range all {
				if strings.Contains(text, m.text) && slices.Contains(m.of.Keys(), letter) {
					found, used[i] = true, true
				}
			}
			if !found {
				t.Errorf("%q names the key %q: say in mentions which binding that is, or give the text its key", text, letter)
			}
		}
	}
	for i, m := range all {
		if !used[i] {
			t.Errorf("no text names a key in %q, or %s is not its key", m.text, m.of.Help().Key)
		}
	}
}

// allTexts reads every string of package texts.
func allTexts(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../../data/texts/*.go")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d files of texts: %v", len(names), err)
	}
	var out []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "lineal") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					out = append(out, text)
				}
			}
			return true
		})
	}
	return out
}
