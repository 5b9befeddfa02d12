package texts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// eachText calls f with every string that the package writes out.
func eachText(t *testing.T, f func(file, text string, at token.Position)) {
	t.Helper()
	files := token.NewFileSet()
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					f(name, text, files.Position(lit.Pos()))
				}
			}
			return true
		})
	}
}

// The words that the screens once used and that users did not understand, or that
// named two things; in their place stands what is said now. evaluar, which is for
// those who check the model, may name its measures.
func TestForbiddenWords(t *testing.T) {
	forbidden := []struct{ word, now, except string }{
		{`(?i)\belecci[oó]n(es)?\b`, "turno, or plaza tomada: one scale along the line", ""},
		{`\bprob\.`, "a su alcance, alcanza, probabilidad", ""},
		{`\bAcum\b`, "Suma", ""},
		{`\bCamb\b`, "Nuevo", ""},
		{`\bTom\.`, "Tomadas", ""},
		{`\bPlz\b`, "Plazas", ""},
		{`\bequ\.`, "equiv.", ""},
		{`\bremun\b`, "rem.", ""},
		{`(?i)filas por\b`, "orden:", ""},
		{`Delante dejan pasar`, "cuántos delante no elegirán", ""},
		{`(?i)\bcasilleros?\b`, "what was said and what happened", ""},
		{`\bBrier\b`, "what was said and what happened", "commands_model.go"},
		{`(?i)validación cruzada`, "what was said and what happened", "commands_model.go"},
		{`(?i)orden necesario`, "hasta el puesto N", ""},
		{`(?i)de cada 100 plazas así se van`, "suele irse entre los turnos", ""},
		{`(?i)conareme: puntos`, "said once", ""},
	}
	for _, f := range forbidden {
		word := regexp.MustCompile(f.word)
		eachText(t, func(file, text string, at token.Position) {
			if file != f.except && word.MatchString(text) {
				t.Errorf("%s: %q says %q: %s", at, text, word.FindString(text), f.now)
			}
		})
	}
}
