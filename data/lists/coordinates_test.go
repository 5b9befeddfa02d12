package lists

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

func writeTable(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coordenadas.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadCoordinates(t *testing.T) {
	path := writeTable(t, "Coordenadas de establecimientos\nLongitud;Código RENIPRESS;Latitud\n"+
		"-70.1;1;-15.5\n-70,2;00000002;-15,6\n-70.1;1;-15.5\n-70.1001;1;-15.5\n"+ // twice the same, twice near
		"-71;3;-15\n-72;3;-15\n"+ // twice far
		"10;4;10\n-70;cinco;-15\n-70;6;\n;;\n")
	item, err := ReadCoordinates(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Located{{"00000001", data.Point{Lat: -15.5, Lon: -70.1}}, {"00000002", data.Point{Lat: -15.6, Lon: -70.2}}}
	if diff := cmp.Diff(want, item.Points); diff != "" {
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

// The national register has the longitude under NORTE, and other codes before
// that of the establishment.
func TestReadTheRegister(t *testing.T) {
	item, err := ReadCoordinates(context.Background(), writeTable(t, "Institución,Código DISA,Código Red,Código Único,Nombre,UBIGEO,NORTE,ESTE\n"+
		"X,29,1,90001,POSTA,210101,-70.19933924,-14.9041434\nX,29,1,90002,POSTA,210101,-77.6493849,-9.27748394\nX,29,1,90003,POSTA,210101,0,0\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Located{{"00090001", data.Point{Lat: -14.9041434, Lon: -70.19933924}}, {"00090002", data.Point{Lat: -9.27748394, Lon: -77.6493849}}}
	if diff := cmp.Diff(want, item.Points); diff != "" {
		t.Error(diff)
	}
	if item.Info.Rejected != 1 || len(item.Problems) != 2 || item.Problems[1].Level != data.Warning || item.Problems[1].Column != "G" {
		t.Errorf("%+v", item.Problems)
	}
}

func TestReadCoordinatesSaysWhatIsMissing(t *testing.T) {
	for _, text := range []string{"a;b;c\n1;2;3\n", "renipress;latitud;longitud\n"} {
		if _, err := ReadCoordinates(context.Background(), writeTable(t, text), Options{}); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func FuzzReadCoordinates(f *testing.F) {
	f.Add("renipress;latitud;longitud\n1;-15;-70\n")
	f.Add("CODIGO,NORTE,ESTE\n\x1b[31m1,-1e400,NaN\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "x.csv")
		if os.WriteFile(path, []byte(text), 0o600) != nil {
			t.Skip()
		}
		item, err := ReadCoordinates(context.Background(), path, Options{})
		if err != nil {
			return
		}
		for _, at := range item.Points {
			if !at.InPeru() {
				t.Fatalf("kept %v", at)
			}
		}
	})
}
