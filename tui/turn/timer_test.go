package turn

import (
	"testing"
	"time"
)

func TestTheTimer(t *testing.T) {
	s := newStage(t, 60, 16).begin("65")
	s.Contains(" 0:30 (hasta 3 llamados)")
	s.Press("t").Contains(" 0:30 (llamado 1 de 3)")
	s.pass(12 * time.Second)
	s.Contains(" 0:18 (llamado 1 de 3)")
	s.pass(18 * time.Second)
	s.Contains("TIEMPO 0:00")
	s.Press("t").Contains("0:30 (llamado 2 de 3)")
	s.pass(time.Second)
	s.Press("t").Contains("Cronómetro detenido", "0:30 (llamado 2 de 3)")
	s.Type(":reloj").Press("enter", "ctrl+u").Type("45 x").Press("enter").Contains("escriba segundos")
	s.Press("ctrl+u").Type("45 2").Press("enter").Contains("45 segundos y 2 llamados", "0:45 (llamado 2 de 2)")
	s.Press("n").Contains("t: corre el reloj, 0:45, hasta 2 llamados")
	if got, want := s.kinds(), "empezar llamado llamado reloj pasan"; got != want {
		t.Errorf("log: %s", got)
	}
}

// At my turn the clock is a bar, and what to press next is said when it is over.
func TestTheClockAtMyTurn(t *testing.T) {
	s := newStage(t, 80, 24).begin("66")
	s.Contains("ES SU TURNO", "t: corre el reloj, 0:30")
	s.Press("t").Contains("0:30  llamado 1 de 3")
	s.pass(30 * time.Second)
	s.Contains("TIEMPO  t: llamado 2").Press("t")
	s.pass(30 * time.Second)
	s.Contains("TIEMPO  t: llamado 3").Press("t")
	s.pass(30 * time.Second)
	s.Contains("TIEMPO  ya no quedan llamados: N si no eligió")
}

func TestTheReportedTimerSaysSo(t *testing.T) {
	newStage(t, 120, 40).begin("1").Contains("30 s, 3 llamados: reportado, incierto", "reportados por", "seguidor no oficial")
}
