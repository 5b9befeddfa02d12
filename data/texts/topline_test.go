package texts

import (
	"strings"
	"testing"
)

// While the order of merit is not published the title line tells the range.
func TestTopLineTellsTheRangeOfRanks(t *testing.T) {
	line := TopLine{Process: "2026-I", Profession: "MEDICINA", Modality: "remunerada", Rank: 755, Simulated: 755, From: 640, To: 1870, Passes: -1}
	if got := line.String(); !strings.Contains(got, "· mérito 640–1870") || strings.Contains(got, "755") {
		t.Errorf("%q", got)
	}
	line.Room = LittleRoom
	if got := line.String(); !strings.Contains(got, "· mérito 640–1870") {
		t.Errorf("%q", got)
	}
	line.IsSimulated, line.From, line.To, line.Simulated = true, 0, 0, 900
	if got := line.String(); !strings.Contains(got, "simulado 900, real 755") {
		t.Errorf("%q", got)
	}
}
