package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// pictures are the golden views, drawn in the dark theme, that README.md shows
// as SVG files; wide ones for a page, narrow ones for a telephone.
var pictures = map[string]string{
	"explorar":          "Explorar: la lista de plazas con la probabilidad de alcanzar cada una",
	"explorar-telefono": "Explorar en una ventana angosta",
	"mi-turno":          "Mi turno: qué pedir, cuántos faltan y qué sigue libre",
	"mi-turno-telefono": "Mi turno en una ventana angosta",
}

func drawPictures() error {
	for name, title := range pictures {
		view, err := os.ReadFile(filepath.Join("testdata/TestPictures", name+".golden"))
		if err != nil {
			return err
		}
		rows, err := parse(string(view))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(root, ".github", name+".svg"), []byte(drawSVG(title, rows)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// style is how a cell looks: a colour of the sixteen (0 is the terminal's own,
// 1–6 red to cyan) and attributes.
type style struct {
	colour                            int
	bold, faint, underline, reversing bool
}

type cell struct {
	sign  rune
	style style
}

var sequence = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// parse reads a view with the escape sequences that package theme writes; any
// other is an error, since the picture would show it wrong.
func parse(view string) ([][]cell, error) {
	var rows [][]cell
	now := style{}
	for line := range strings.SplitSeq(strings.TrimRight(view, "\n"), "\n") {
		var row []cell
		for line != "" {
			at := sequence.FindStringSubmatchIndex(line)
			if at == nil || at[0] > 0 {
				text := line
				if at != nil {
					text = line[:at[0]]
				}
				for _, sign := range text {
					row = append(row, cell{sign, now})
				}
				line = line[len(text):]
				continue
			}
			for code := range strings.SplitSeq(line[at[2]:at[3]], ";") {
				if err := now.apply(code); err != nil {
					return nil, err
				}
			}
			line = line[at[1]:]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// apply takes one code of a sequence that sets colours and attributes.
func (s *style) apply(code string) error {
	n, err := strconv.Atoi(code)
	switch {
	case code == "" || err == nil && n == 0:
		*s = style{}
	case err != nil:
		return err
	case n == 1:
		s.bold = true
	case n == 2:
		s.faint = true
	case n == 4:
		s.underline = true
	case n == 7:
		s.reversing = true
	case n == 22:
		s.bold, s.faint = false, false
	case n == 24:
		s.underline = false
	case n == 27:
		s.reversing = false
	case n == 39:
		s.colour = 0
	case n >= 31 && n <= 36:
		s.colour = n - 30
	case n == 30 || n == 37: // black and white: the terminal's own, on a panel of either kind
		s.colour = 0
	default:
		return fmt.Errorf("no style is known for code %d", n)
	}
	return nil
}
