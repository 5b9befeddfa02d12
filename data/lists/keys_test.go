package lists

import (
	"context"
	"errors"
	"strings"
	"testing"

	"brujula/data"
)

func TestProcessAndModality(t *testing.T) {
	unpaid := strings.Replace(good(2), "NACIONAL", "\"SIN\nPRESUPUESTO\"", 1)
	bare := strings.Replace(good(3), "NACIONAL", "", 1)
	title := "PLAZAS EQUIVALENTES SERUMS 2031 - II\n"
	withColumns := strings.Replace(offerHeading, "\n", ";PROCESO;MODALIDAD\n", 1)
	row := func(code int, process, modality string) string {
		return strings.Replace(good(code), "\n", ";"+process+";"+modality+"\n", 1)
	}
	for _, c := range []struct {
		name, content string
		options       Options
		want          string // drafts as process modality rows
		err           error
		skipped       int
	}{
		{"option", offerHeading + good(1), Options{Process: "2031-I"}, "2031-I remunerada 1", nil, 0},
		{"no process", offerHeading + good(1), Options{}, "", ErrNeedProcess, 0},
		{"no modality", offerHeading + bare, Options{Process: "2031-I"}, "", ErrNeedModality, 0},
		{"budget", offerHeading + unpaid, Options{Process: "2031-I"}, "2031-I equivalente 1", nil, 0},
		{"both budgets", offerHeading + unpaid + good(1), Options{Process: "2031-I"}, "2031-I remunerada 1, 2031-I equivalente 1", nil, 0},
		{"blank budget beside others", offerHeading + bare + good(1), Options{Process: "2031-I"}, "2031-I remunerada 2", nil, 0},
		{"title", title + offerHeading + bare, Options{}, "2031-II equivalente 1", nil, 1},
		{"budget over title", title + offerHeading + good(1), Options{}, "2031-II remunerada 1", nil, 1},
		{"option over title", title + offerHeading + bare, Options{Process: "2032-I", Modality: data.Remunerada}, "2032-I remunerada 1", nil, 1},
		{"option against rows", offerHeading + good(1), Options{Process: "2031-I", Modality: data.Equivalente}, "", ErrConflict, 0},
		{"option picks rows", offerHeading + unpaid + good(1) + good(3), Options{Process: "2031-I", Modality: data.Remunerada}, "2031-I remunerada 2", nil, 1},
		{"columns", withColumns + row(1, "2031-I", "\"REMUNERA\nDO\"") + row(2, "\"2030-\nII\"", "EQUIVALENTES"), Options{}, "2030-II equivalente 1, 2031-I remunerada 1", nil, 0},
		{"column against option", withColumns + row(1, "2031-I", "Remunerado"), Options{Process: "2031-II"}, "", ErrConflict, 0},
		{"two tables", title + offerHeading + bare + "PLAZAS REMUNERADAS\n" + offerHeading + bare, Options{}, "2031-II remunerada 1, 2031-II equivalente 1", nil, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			drafts, err := ReadOffer(context.Background(), write(t, "x.csv", c.content), c.options)
			if !errors.Is(err, c.err) {
				t.Fatal(err)
			}
			var got []string
			for _, d := range drafts {
				got = append(got, strings.Join([]string{string(d.Info.Process), string(d.Info.Modality), string(rune('0' + d.Info.Rows))}, " "))
			}
			if text := strings.Join(got, ", "); text != c.want {
				t.Errorf("%s", text)
			}
			if len(drafts) > 0 && drafts[0].Info.Skipped != c.skipped {
				t.Errorf("%d skipped", drafts[0].Info.Skipped)
			}
		})
	}
}

// TestSkippedCountsNoFirstHeading: of blank rows, notes and headings all are
// counted but the first heading, be it of one row or two.
func TestSkippedCountsNoFirstHeading(t *testing.T) {
	upper := "PROFESION;N°;DEPARTAMENTO;PROVINCIA;DISTRITO;GD;CODIGO;NOMBRE DE;CATEGORIA;INSTITUCION;PRESUPUESTO;ZAF;ZE\n"
	lower := ";PLAZAS;;;;;RENIPRESS;ESTABLECIMIENTO;;;;;\n"
	for _, c := range []struct {
		name, content string
		want          int
	}{
		{"heading alone", offerHeading + good(1), 0},
		{"title and blank row", "OFERTA\n;;\n" + offerHeading + good(1), 2},
		{"heading of two rows", upper + lower + good(1), 0},
		{"title over a heading of two rows", "OFERTA\n" + upper + lower + good(1), 1},
		{"repeated", offerHeading + good(1) + offerHeading + good(2) + offerHeading, 2},
		{"note below", offerHeading + good(1) + "NOTA: inventada\n", 1},
	} {
		drafts, err := ReadOffer(context.Background(), write(t, "x.csv", c.content), Options{Process: "2031-I"})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := drafts[0].Info.Skipped; got != c.want {
			t.Errorf("%s: %d skipped, want %d", c.name, got, c.want)
		}
	}
}

// The process is read from titles, names of files and columns only where that
// is the only reading; what contradicts it is told.
func TestProcessIsTheOnlyReading(t *testing.T) {
	periods := strings.Replace(offerHeading, "\n", ";PERIODO\n", 1)
	row := func(code int, period string) string { return strings.Replace(good(code), "\n", ";"+period+"\n", 1) }
	for _, c := range []struct {
		name, file, content string
		options             Options
		want                data.Process
		err                 error
		says                string // in the error, or in an aviso
	}{
		{"a year before a word", "x.csv", "PLAZAS 2031 IPRESS - PROCESO SERUMS 2031-II\n" + offerHeading + good(1), Options{}, "2031-II", nil, ""},
		{"a document's year", "x.csv", "DIRECTIVA 2030 INSTRUCTIVO - PROCESO SERUMS 2031-II (REMUNERADO)\n" + offerHeading + good(1), Options{}, "2031-II", nil, ""},
		{"the third of a year", "x.csv", "OFERTA SERUMS 2031-III\n" + offerHeading + good(1), Options{}, "2031-III", nil, ""},
		{"two processes", "x.csv", "PLAZAS 2031-I Y 2031-II\n" + offerHeading + good(1), Options{}, "", ErrNeedProcess, "2031-I y 2031-II"},
		{"two title rows", "x.csv", "SERUMS 2031-I\nPROCESO 2031-II\n" + offerHeading + good(1), Options{}, "", ErrNeedProcess, "2031-I y 2031-II"},
		{"an L for an I", "x.csv", "SERUMS 2031-Il\n" + offerHeading + good(1), Options{}, "", ErrNeedProcess, "2031-Il"},
		{"the name says another", "plazas-2031-II.csv", "SERUMS 2031-I\n" + offerHeading + good(1), Options{}, "2031-I", nil, "el nombre del archivo dice 2031-II"},
		{"the name against the option", "plazas_2031-II.csv", offerHeading + good(1), Options{Process: "2031-I"}, "2031-I", nil, "el nombre del archivo dice 2031-II"},
		{"the name alone, not wanted", "plazas_2031-II.csv", offerHeading + good(1), Options{}, "", ErrNeedProcess, "2031-II"},
		{"the name alone", "plazas_2031-II.csv", offerHeading + good(1), Options{ByName: true}, "2031-II", nil, ""},
		{"the name of none", "plazas.csv", offerHeading + good(1), Options{ByName: true}, "", ErrNeedProcess, "2026-I"},
		{"the title before the name", "plazas_2031-II.csv", "SERUMS 2031-I\n" + offerHeading + good(1), Options{ByName: true}, "2031-I", nil, "el nombre del archivo dice 2031-II"},
		{"a doubtful title before the name", "plazas_2031-II.csv", "PLAZAS 2031-I Y 2031-II\n" + offerHeading + good(1), Options{ByName: true}, "", ErrNeedProcess, "2031-I y 2031-II"},
		{"the column against the title", "x.csv", "SERUMS 2031-I\n" + periods + row(1, "2031-2"), Options{}, "2031-II", nil, "el título dice 2031-I"},
		{"a period against the option", "x.csv", periods + row(1, "2030-1"), Options{Process: "2031-I"}, "", ErrConflict, "2030-I"},
		{"a year against the option", "x.csv", periods + row(1, "2030"), Options{Process: "2031-I"}, "2031-I", nil, "no es un proceso"},
		{"a year that agrees", "x.csv", periods + row(1, "2031"), Options{Process: "2031-I"}, "2031-I", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			drafts, err := ReadOffer(context.Background(), write(t, c.file, c.content), c.options)
			if !errors.Is(err, c.err) {
				t.Fatal(err)
			}
			said := ""
			if err != nil {
				said = err.Error()
			} else {
				for _, p := range drafts[0].Problems {
					said += p.Reason + "\n"
				}
				if named := drafts[0].Named; (named != "") != (c.name == "the name alone") {
					t.Errorf("named %q", named)
				}
				if got := drafts[0].Info.Process; got != c.want {
					t.Errorf("read as %s", got)
				}
			}
			if !strings.Contains(said, c.says) || c.says == "" && said != "" {
				t.Errorf("said %q", said)
			}
		})
	}
}
