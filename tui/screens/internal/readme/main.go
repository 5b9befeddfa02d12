// Command readme puts the pictures of the screens, the list of keys and the
// figures of the model into
// README.md, between its markers: the pictures out of the golden files, the
// keys out of the bindings, so that neither can grow old unseen. Run by
// go generate in tui/screens.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"brujula/data/prior"
	"brujula/data/texts"
	"brujula/tui/keys"
)

const (
	readme  = "../../README.md"
	goldens = "testdata/TestGoldens"
)

// marker opens a generated part: <!-- pantalla explorar/120x40-plain --> up to
// the next <!-- fin -->.
var marker = regexp.MustCompile(`(?s)(<!-- (pantalla|sesion|teclas|cifras) ?([^ ]*) -->\n).*?(<!-- fin -->)`)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "readme:", err)
		os.Exit(1)
	}
}

func run() error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	var failed error
	out := marker.ReplaceAllStringFunc(string(text), func(part string) string {
		m := marker.FindStringSubmatch(part)
		body, err := content(m[2], m[3])
		if err != nil {
			failed = err
			return part
		}
		return m[1] + body + m[4]
	})
	if failed != nil {
		return failed
	}
	return os.WriteFile(readme, []byte(out), 0o644)
}

func content(kind, name string) (string, error) {
	switch kind {
	case "teclas":
		return keys.Markdown(keys.All()) + "\n", nil
	case "cifras":
		return figures()
	}
	folder := goldens
	if pkg, picture, ok := strings.Cut(name, ":"); ok { // of a page's own package, as importing:browser/80x24-plain
		folder, name = filepath.Join("..", pkg, "testdata", "TestView"), picture
	}
	if kind == "sesion" { // of the linear mode
		folder = "../linear/testdata/TestSessions"
	}
	picture, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)+".golden"))
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.TrimRight(string(picture), "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return "```text\n" + strings.Join(lines, "\n") + "\n```\n", nil
}

// figures is the table of how right the model was, out of the file that
// `serums evaluar --cifras` writes.
func figures() (string, error) {
	all, err := prior.ShippedScores()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	full := map[string]prior.LineScores{}
	worst := 0.0
	for _, s := range all {
		for _, l := range s.Lines {
			if s.Model == prior.Full {
				full[l.Profession] = l
			} else if l.Seats >= manySeats && full[l.Profession].Brier > 0 {
				worst = max(worst, l.Brier/full[l.Profession].Brier-1)
			}
		}
		if s.Model == prior.Full {
			b.WriteString(table(&s))
		}
	}
	fmt.Fprintf(&b, "\nEl modelo de fábrica por sí solo pierde a lo sumo %.1f %% de Brier frente al ajustado, en profesiones de %d plazas o más.\n", worst*100, manySeats)
	return b.String(), nil
}

// manySeats is from how many seats on the shipped coefficients are held to the
// full model (issue 4, Build 3).
const manySeats = 200

func table(s *prior.Scores) string {
	var b strings.Builder
	b.WriteString("| profesión | plazas | Brier | log | Brier: tasa base | grado × región | «se va entre» acierta |\n|---|---|---|---|---|---|---|\n")
	lines := slices.Clone(s.Lines)
	slices.SortStableFunc(lines, func(a, b prior.LineScores) int { return b.Seats - a.Seats })
	for _, l := range lines {
		if l.Seats >= prior.BinCases && l.Coverage != nil {
			fmt.Fprintf(&b, "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.0f %% |\n", l.Profession, texts.Thousands(l.Seats), l.Brier, l.Log, l.Constant, l.GradeRegion, *l.Coverage*100)
		}
	}
	fmt.Fprintf(&b, "\nPor profesión y momento de la línea, en %d de %d casilleros con %d plazas o más lo dicho se aparta más de 5 puntos de lo que pasó. En conjunto:\n\n| dijo, de media | estuvo libre | casos |\n|---|---|---|\n", s.Astray, s.Checked, prior.BinCases)
	for _, bin := range s.Bins {
		fmt.Fprintf(&b, "| %.0f %% | %.0f %% | %s |\n", bin.Mean*100, bin.Frequency*100, texts.Thousands(bin.N))
	}
	return b.String()
}
