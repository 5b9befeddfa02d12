package profile_test

import (
	"os"
	"path/filepath"
	"testing"

	"brujula/data/texts"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// marks writes a made-up list of marks of one process.
func marks(t *testing.T, process string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lista.csv")
	text := "ORDEN DE MERITO SERUMS " + process + "\nPUESTO;APELLIDOS Y NOMBRES;PROFESION;NOTA\n" +
		"1;UNO INVENTADO;MEDICINA;18.20\n2;DOS INVENTADA;MEDICINA;17.50\n3;TRES INVENTADO;MEDICINA;17.50\n4;CUATRO INVENTADA;MEDICINA;12.00\n1;CINCO;ENFERMERIA;19.00\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func lookup(t *testing.T, path string) *tuitest.Driver {
	t.Helper()
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 100, 40)
	return drive.Press("P", "ctrl+o").Contains(texts.LookupFile).Paste(path)
}

func TestRankIsLookedUpByMark(t *testing.T) {
	drive := lookup(t, marks(t, "2026-I"))
	drive.Press("tab").Type("17,50").Press("tab", "tab", "tab", "enter")
	drive.Contains("MEDICINA", "puesto entre 2 y 3", "va 1 delante", "2 filas tienen esa misma nota", "Cómo se desempata no está publicado").Lacks(texts.StandingProjected)
	drive.Press("enter").Contains(texts.ProfileRank).Press("ctrl+s").Contains("mérito 2–3") // the range goes into the title line
}

func TestAnEarlierListOnlyProjects(t *testing.T) {
	drive := lookup(t, marks(t, "2024-I"))
	drive.Press("tab").Type("13").Press("tab", "tab", "tab", "enter").Contains("PROYECTADO", "puesto 4", "van 3 delante")
}

func TestRankIsLookedUpByText(t *testing.T) {
	drive := lookup(t, marks(t, "2026-I"))
	drive.Press("tab", "tab", "tab").Type("cuatro").Press("tab", "enter").Contains("La lista le da el puesto 4").Lacks("INVENTADA")
}

func TestLookupSaysWhatIsWrong(t *testing.T) {
	drive := lookup(t, marks(t, "2026-I"))
	drive.Press("tab", "tab", "tab", "tab", "enter").Contains(texts.LookupOne)
	drive.Press("tab", "tab", "tab", "tab").Type("inventad").Press("tab", "enter").Contains(texts.StandingSeveral(4))
	drive.Press("esc").Contains(texts.ProfileRank).Lacks(texts.LookupFile)
}

// Without a file the loaded lists give a range, which the form takes over and every
// chance is then told over.
func TestRanksOutOfTheLoadedLists(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40)
	drive.Press("P", "ctrl+o", "tab").Type("15").Press("tab").Type("14.5").Press("tab", "tab", "enter")
	drive.Contains("Puntaje de mérito 14.85 = 0.70 × 15.00", "PROYECTADO", "Quedaría entre el puesto", "el medio del rango")
	drive.Press("enter").Contains(texts.ProfileSpan).Press("ctrl+s").Contains("si queda entre")
}
