package turn

import (
	"strings"
	"testing"

	"brujula/data/rules"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func TestTheAct(t *testing.T) {
	s := newStage(t, 120, 40)
	s.Contains("S empieza", s.line(1), "DIRESA", "Provincia")
	s.Press("x").Contains("El acto no ha empezado")
	s.begin("41").Contains("Registrado: empieza el acto: van por el puesto 41", "Van por el puesto 41 · faltan 25 antes de usted", "1 acto registrado")

	// x, letters, enter: one seat, and the turn moves on.
	first := s.line(1)
	s.Press("x").Type(strings.ToLower(first)).Contains(first).Press("enter")
	s.Contains("Registrado: tachado "+first, "Van por el puesto 42")
	// Another line is what to ask for now, if that was its only seat.
	v := s.turn().View()
	if v.Plan[0].Left != s.seatsOf(1)-1 {
		t.Fatalf("%d seats left", v.Plan[0].Left)
	}
	s.Press("u").Lacks("Registrado: Deshecho").Contains("Deshecho: tachado "+first, "Van por el puesto 41")
	s.Press("ctrl+r").Contains("Rehecho: tachado "+first, "Van por el puesto 42")
	s.Press("u", "u", "u").Contains("Nada que deshacer")
	s.Press("ctrl+r", "ctrl+r")

	s.Press("n").Contains("uno pasó sin elegir", "Van por el puesto 43")
	s.Press("i").Type("60").Press("enter").Contains("Van por el puesto 60 · faltan 6 antes de usted")
	s.Press("i").Type("66").Press("enter").Contains("ES SU TURNO", "libre ahora")
	s.Press("i").Type("70").Press("enter").Contains("su turno ya pasó", "┌ Su turno ya pasó ").Lacks("Pida esta")

	s.Press("r").Type(first[:4]).Press("enter").Contains("Registrado: liberado " + first)
	if got, want := s.kinds(), "empezar tachar deshacer rehacer deshacer deshacer rehacer rehacer pasan puesto puesto puesto liberar"; got != want {
		t.Errorf("log: %s\nwant %s", got, want)
	}
}

// Going back is said: 700 for 800 is a slip of the finger as often as not.
func TestBackwardsIsSaid(t *testing.T) {
	newStage(t, 120, 40).begin("41").Press("i").Type("30").Press("enter").Contains("van por el puesto 30 (retrocede: iban por el 41)")
}

// Letters without accents find, and enter without a letter crosses nothing out.
func TestSearch(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	s.Press("x", "enter").Contains("Tachar un cupo")
	if n := len(s.events()); n != 1 {
		t.Fatalf("enter alone made %d events", n-1)
	}
	s.Type("zzzqqq").Contains("Ninguna plaza de su línea").Press("enter").Press("esc")
	s.Press("x").Type(strings.ToUpper(s.line(2))).Press("tab").Contains("(elegido antes)", "Van por el puesto 1 ")
	if e := s.events(); len(e) != 2 || !e[1].Late || e[1].Renipress != s.desk.Plan().Entries[1].ID.Renipress {
		t.Errorf("%+v", e)
	}
}

// An act is begun anew only when the question is answered, and can be taken
// back.
func TestBeginAnew(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Press("n", "S").Contains("Ya hay un acto").Press("n").Contains("Van por el puesto 42")
	s.Press("S", "s", "ctrl+u").Type("1 30").Press("enter").Contains("Van por el puesto 1 · faltan 29")
	s.Press("u").Contains("Van por el puesto 42 · faltan 24")
}

// Another profession has another act.
func TestAnotherLine(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	p := s.desk.Profile
	p.Profession, p.Rank = "ENFERMERIA", 20
	s.Send(nil)
	if cmd := bridge.Cmd(s.desk.SetProfile(p)); cmd != nil {
		for m := range messages(cmd) {
			s.Send(m)
		}
	}
	s.Contains("no hay acto").Press("x").Contains("El acto no ha empezado")
	s.begin("3").Contains("faltan 17")
	if n := len(s.events()); n != 1 {
		t.Errorf("%d events in the log of the first line", n)
	}
}

func TestDemonstration(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	s := stageOf(t, nil, space, plain(), 80, 24).begin("41")
	s.Contains("Demostración, sin disco: empieza el acto", "Van por el puesto 41")
	s.Press("n").Contains("Van por el puesto 42")
}

func TestViews(t *testing.T) {
	scenes := map[string]func(s *stage){
		"sin-empezar": func(*stage) {},
		"en-marcha": func(s *stage) {
			s.begin("41").Press("x").Type(s.line(1)).Press("enter")
			s.Press("n", "n", "u").Press("j")
		},
		"mi-turno":  func(s *stage) { s.begin("66").Press("t") },
		"quien":     func(s *stage) { s.begin("66").Press("x").Type(s.line(2)).Press("enter") },
		"su-plaza":  func(s *stage) { s.begin("66").Press("enter", "s") },
		"no-eligio": func(s *stage) { s.begin("66").Press("N", "s") },
		"tachar":    func(s *stage) { s.begin("41").Press("x").Type("san") },
		"pegar":     func(s *stage) { s.begin("41").Press("I") },
	}
	for name, act := range scenes {
		t.Run(name, func(t *testing.T) {
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
				s := openStage(t, newLibrary(t), st, w, h)
				act(s)
				return body(s.View())
			})
		})
	}
}

// An act that does not fit on a line of the log is told on the next: nothing
// of it is cut away. The end of the act is offered at 80 columns.
func TestTheLogIsWrapped(t *testing.T) {
	s := newStage(t, 80, 40).begin("41")
	s.Contains("Registrado: ").Press("j").Contains(":terminar el acto", "n pasó", "t reloj")
	history, _ := s.turn().History()
	words := strings.Fields(history[0].Text(s.turn().Name))
	lines := modelOf(s).log(36, 10)
	if got := strings.Fields(strings.Join(lines, " ")); len(lines) < 2 || strings.Join(got[2:], " ") != strings.Join(words, " ") {
		t.Errorf("cut, or not wrapped; want %q:\n%s", words, strings.Join(lines, "\n"))
	}
	if lines := modelOf(s).log(36, 1); len(lines) != 1 {
		t.Errorf("%d lines where there is room for one", len(lines))
	}
}

// A look from another rank is not said to be the applicant's own.
func TestTheIntroTellsALookFromMyRank(t *testing.T) {
	s := newStage(t, 120, 40)
	s.Contains("usted 66").Lacks("simulado")
	s.Press(":").Type("puesto 140").Press("enter").Contains("Su puesto en esta línea: 66. Lo que sigue se mira desde el 140, simulado")
	s.Press("esc").Press("j").Lacks("simulado")
}
