package lists

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/notes"
	"brujula/data/rules"
)

func TestReadNotes(t *testing.T) {
	d, err := ReadNotes(context.Background(), writeTable(t, "Observatorio\nFecha;Tema;Código RENIPRESS;Autor;Nota;Fuente\n"+
		"2025;acceso;1;CANARIO;'=4 h a pie;serumista\n;comida;2;CANARIO;x;y\n;equipo;3;CANARIO;La Lic. Rosa ayuda;y\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []notes.Note{{Renipress: "00000001", Topic: rules.TopicAccess, Text: "=4 h a pie", Source: "serumista", Date: "2025"}, {Renipress: "00000003", Topic: rules.TopicTeam, Text: "La Lic. Rosa ayuda", Source: "y"}}
	if diff := cmp.Diff(want, d.Notes); diff != "" {
		t.Error(diff)
	}
	if d.Info.Rejected != 1 || d.Info.Skipped != 1 || d.Info.SHA256 == "" {
		t.Errorf("%+v", d)
	}
	var told []string
	for _, p := range d.Problems {
		told = append(told, fmt.Sprintf("%d %s %s", p.Row, p.Column, p.Level))
		if strings.Contains(p.Value+p.Reason, "CANARIO") {
			t.Errorf("a name was told: %+v", p)
		}
	}
	if diff := cmp.Diff([]string{"2 D aviso", "4 tema rechazo", "5 nota aviso"}, told); diff != "" {
		t.Error(diff)
	}
	for _, text := range []string{"a;b\n1;2\n", "renipress;tema;nota\n", "renipress;tema;nota\nx;y;z\n"} {
		if _, err := ReadNotes(context.Background(), writeTable(t, text), Options{}); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func FuzzReadNotes(f *testing.F) {
	f.Add("renipress;tema;nota;fuente;fecha\n1;acceso;a;b;2025\n")
	f.Add("RENIPRESS,TEMA,TEXTO\n\x1b[2J1,acceso,\"'=a\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "x.csv")
		if os.WriteFile(path, []byte(text), 0o600) != nil {
			t.Skip()
		}
		d, err := ReadNotes(context.Background(), path, Options{})
		if err != nil {
			return
		}
		for _, n := range d.Notes {
			if strings.ContainsAny(n.Text+n.Source, "\x1b\n\r") || n.Text == "" || n.Source == "" {
				t.Fatalf("kept %+v", n)
			}
		}
	})
}
