package lists

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"brujula/data/cells"
)

// Whatever is no list gets its own error, in one line that says what to do,
// and by its content: all names here lie.
func TestFilesThatAreNoLists(t *testing.T) {
	var book bytes.Buffer
	if err := excelize.NewFile().Write(&book); err != nil {
		t.Fatal(err)
	}
	locked := filepath.Join(t.TempDir(), "locked")
	if err := excelize.NewFile().SaveAs(locked+".xlsx", excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	lockedBook, err := os.ReadFile(locked + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, content string
		want          error
	}{
		{"empty", "", ErrEmpty},
		{"blank", " \n \n", ErrNoHeading},
		{"prose", "Estimado postulante:\nreciba un saludo.\n", ErrNoHeading},
		{"another table", "fecha;producto;precio\n1;2;3\n", ErrNoHeading},
		{"half a heading", "PROVINCIA;DISTRITO;REGION\nA;B;C\n", ErrNoHeading},
		{"no code", "PROFESION;ESTABLECIMIENTO;N PLAZAS;GD\nMEDICINA;X;1;2\n", ErrNoHeading},
		{"heading alone", offerHeading, ErrNoRows},
		{"no good row", offerHeading + "MEDICINA;dos;PUNO;PUNO;PUNO;GD-3;1;X;I-3;MINSA;NACIONAL;NO;NO\n", ErrNoRows},
		{"adjudicated", "PUESTO;APELLIDOS Y NOMBRES;PROFESION;RENIPRESS\n1;CANARIO;MEDICINA;1\n", ErrWrongKind},
		{"merit", "PUESTO;APELLIDOS Y NOMBRES;PUNTAJE\n1;CANARIO;12\n", ErrWrongKind},
		{"workbook without a list", book.String(), ErrNoHeading},
		{"cut workbook", book.String()[:book.Len()/2], cells.ErrFormat},
		{"locked workbook", string(lockedBook), cells.ErrEncrypted},
		{"old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), ErrOldFormat},
		{"HTML", "\n<HTML><body><table><tr><td>PROFESION</td></tr></table>", ErrOldFormat},
		{"HTML with a mark", "\ufeff<!DOCTYPE html><html>", ErrOldFormat},
		{"XML", "<?xml version=\"1.0\"?><Workbook/>", ErrOldFormat},
		{"gzip", "\x1f\x8b\x08\x00", ErrOldFormat},
		{"ODS", "PK\x03\x04\x14\x00\x00\x08mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ErrOldFormat},
		{"DOCX", "PK\x03\x04[Content_Types].xml word/document.xml", ErrOldFormat},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00", cells.ErrNoText},
		{"JPEG", "\xff\xd8\xff\xe0\x00\x10JFIF", cells.ErrNoText},
		{"binary", "\x7fELF\x02\x01\x01\x00\x00\x00\x00", cells.ErrFormat},
		{"late binary", offerHeading + strings.Repeat(good(1), 400) + strings.Repeat("\x00", 400), cells.ErrFormat},
		{"PDF in name only", "%PDF-1.7\n", cells.ErrFormat},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadOffer(context.Background(), write(t, "lista.xls", c.content), Options{Process: "2031-I", Modality: "remunerada"})
			var told *Error
			if !errors.Is(err, c.want) || !errors.As(err, &told) {
				t.Fatalf("%v", err)
			}
			if line := err.Error(); !strings.HasPrefix(line, "lista.xls:") || strings.Contains(line, "\n") || told.Text == "" || told.Hint == "" {
				t.Errorf("%q", line)
			}
			if strings.Contains(err.Error(), "CANARIO") {
				t.Error(err)
			}
		})
	}
}

// A file named as a workbook or a PDF that is none is told so, with what to do,
// and not looked through for headings alone.
func TestFilesThatBelieTheirNames(t *testing.T) {
	for _, c := range []struct{ name, content, text, hint string }{
		{"a.xlsx", "not found\n", "no es un libro de Excel, aunque su nombre lo diga: es un texto", "descárguelo de nuevo"},
		{"a.XLSX", "\x00\x01\x02\x03\x04\xff\xfe\xfd", "no es un libro de Excel, aunque su nombre lo diga, o está dañado", "descárguelo de nuevo"},
		{"a.xlsx", "PK\x03\x04" + strings.Repeat("\x00", 900), "es otro archivo comprimido, o está dañado", "descárguelo de nuevo"},
		{"a.pdf", "not found\n", "no es un archivo PDF, aunque su nombre lo diga: es un texto", "descárguelo de nuevo"},
		{"a.xlsx", "<html><h1>404</h1></html>", "es una página web", "descárguelo de nuevo"},
		{"a.csv", "not found\n", "es un texto, no una tabla", "PDF, XLSX o CSV"},
	} {
		path := write(t, c.name, c.content)
		_, looked := detect(path)
		_, read := ReadOffer(context.Background(), path, Options{Process: "2031-I", Modality: "remunerada"})
		for _, err := range []error{looked, read} {
			var told *Error
			if !errors.As(err, &told) || !strings.Contains(told.Text, c.text) || !strings.Contains(told.Hint, c.hint) {
				t.Errorf("%s %q: %v", c.name, c.content[:4], err)
			}
		}
	}
	// What is a list under the wrong name is read.
	if d := readOffer(t, write(t, "a.xlsx", offerHeading+good(1)), Options{Process: "2031-I", Modality: "remunerada"}); d.Info.Rows != 1 {
		t.Errorf("%+v", d.Info)
	}
}

// Prose is no table, whatever its commas part: no row of it is offered as a heading.
func TestProseIsNotTakenForATable(t *testing.T) {
	prose := "# Guía, de uso\n\nLea esto, luego lo otro, con calma\n\nUn programa para elegir plaza\n" +
		strings.Repeat("- Abra el archivo\n- Elija, ordene, exporte, imprima, lleve y guarde su plan\n- Salga, si quiere\n", 5)
	for _, text := range []string{prose, strings.Repeat("- Abra el archivo\n", 30) + "nota, profesión, modalidad y plaza. Su orden de mérito, su plan\nguarda en un archivo\n"} {
		guess, err := detect(write(t, "LEAME.md", text))
		var told *Error
		if !errors.As(err, &told) || !strings.Contains(told.Text, "es un texto, no una tabla") || len(guess.Headings) > 0 {
			t.Errorf("%v, %d headings", err, len(guess.Headings))
		}
	}
}

func TestPathsThatAreNoFiles(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	if _, err := ReadOffer(ctx, folder, Options{}); !errors.Is(err, ErrNotRegular) {
		t.Error(err)
	}
	if _, err := ReadOffer(ctx, filepath.Join(folder, "none.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if _, err := ReadOffer(ctx, "/dev/zero", Options{}); !errors.Is(err, ErrNotRegular) {
			t.Error(err)
		}
	}
	link := filepath.Join(folder, "link.csv")
	target, err := filepath.Abs(fixture("oferta.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Symlink(target, link) != nil {
		t.Skip("no symbolic links here")
	}
	if _, err := os.Stat(link); err != nil {
		t.Skip("symbolic links lead nowhere here") // as under Wine
	}
	if d := readOffer(t, link, Options{}); d.Info.Rows != 6 {
		t.Errorf("%+v", d.Info)
	}
	loop := filepath.Join(folder, "loop")
	must(t, os.Symlink(loop, loop))
	if _, err := ReadOffer(ctx, loop, Options{}); err == nil {
		t.Error("a loop was read")
	}
}

func TestTooLargeIsSaidBeforeReading(t *testing.T) {
	path := write(t, "x.csv", "x")
	if err := os.Truncate(path, 2<<30); err != nil {
		t.Skip("no sparse files here")
	}
	if _, err := ReadOffer(context.Background(), path, Options{}); !errors.Is(err, cells.ErrTooLarge) && !errors.Is(err, cells.ErrFormat) {
		t.Error(err)
	}
}

func TestCancelledReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ReadOffer(ctx, fixture("oferta.csv"), Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
