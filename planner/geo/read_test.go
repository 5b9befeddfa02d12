package geo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/lists"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coordenadas.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	path := write(t, "Coordenadas de establecimientos\nLongitud;Código RENIPRESS;Latitud\n"+
		"-70.1;1;-15.5\n-70,2;00000002;-15,6\n-70.1;1;-15.5\n-70.1001;1;-15.5\n"+ // twice the same, twice near
		"-71;3;-15\n-72;3;-15\n"+ // twice far
		"10;4;10\n-70;cinco;-15\n-70;6;\n;;\n")
	item, err := Read(context.Background(), path, lists.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"00000001", "-15.5", "-70.1"}, {"00000002", "-15.6", "-70.2"}}
	if diff := cmp.Diff(want, item.Table.Rows); diff != "" {
		t.Error(diff)
	}
	if i := item.Info; i.Rows != 2 || i.Rejected != 4 || i.Skipped != 3 || i.Kind != data.KindCoordinates || i.SHA256 == "" {
		t.Errorf("%+v", i)
	}
	var levels []string
	for _, p := range item.Problems {
		levels = append(levels, fmt.Sprintf("%d%s %s", p.Row, p.Column, p.Level))
	}
	if diff := cmp.Diff([]string{"6C aviso", "8C rechazo", "9C rechazo", "10B rechazo", "11C rechazo"}, levels); diff != "" {
		t.Error(diff)
	}
}

func TestReadSaysWhatIsMissing(t *testing.T) {
	for _, text := range []string{"a;b;c\n1;2;3\n", "renipress;latitud;longitud\n"} {
		if _, err := Read(context.Background(), write(t, text), lists.Options{}); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("renipress;latitud;longitud\n1;-15;-70\n")
	f.Add("CODIGO,NORTE,ESTE\n\x1b[31m1,-1e400,NaN\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "x.csv")
		if os.WriteFile(path, []byte(text), 0o600) != nil {
			t.Skip()
		}
		item, err := Read(context.Background(), path, lists.Options{})
		if err != nil {
			return
		}
		for _, row := range item.Table.Rows {
			lat, _ := parse(row[1])
			lon, _ := parse(row[2])
			if !InPeru(Point{lat, lon}) {
				t.Fatalf("kept %v", row)
			}
		}
	})
}
