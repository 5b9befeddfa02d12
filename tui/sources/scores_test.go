package sources

import (
	"errors"
	"strings"
	"testing"

	"brujula/data/prior"
	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

func TestModelIsMeasuredOnRequest(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 100, 120)
	d.Contains(texts.ScoresTitle, texts.ScoresNone)
	d.Press("M").Contains(texts.ScoresDemo, "Sin modelo", "MEDICINA", "grupos").Lacks(texts.ScoresRunning, texts.ScoresNone)
	d.Send(scoresMsg{generation: 0, err: lateError{}}).Lacks(lateError{}.Error())
	if h.screen.scores.running || !h.screen.scores.own {
		t.Errorf("%+v", h.screen.scores)
	}
}

// What names the key must name the one that there is.
func TestTheKeyThatMeasuresIsNamed(t *testing.T) {
	key := ": " + keys.NewSources().Scores.Help().Key + " lo mide"
	for _, text := range []string{texts.ScoresNone, texts.ScoresShipped} {
		if !strings.Contains(text, key) {
			t.Errorf("%q does not say %q", text, key)
		}
	}
}

type lateError struct{}

func (lateError) Error() string { return "demasiado tarde" }

func TestNothingToMeasureIsSaid(t *testing.T) {
	h := open(t, plain(), loaded(t))
	tuitest.New(t, h, 100, 60).Press("M")
	if n, ok := h.Asked[len(h.Asked)-1].(msg.NoticeMsg); !ok || n.Text != texts.NothingToScore {
		t.Errorf("asked %v", h.Asked)
	}
}

func TestOutsideNamesWhatIsOff(t *testing.T) {
	share := func(x float64) *float64 { return &x }
	got := outside(&prior.Scores{Lines: []prior.LineScores{
		{Profession: "MEDICINA", Seats: 2170, Coverage: share(0.80)},
		{Profession: "NUTRICION", Seats: 210, Coverage: share(0.76)},
		{Profession: "TRABAJO SOCIAL", Seats: 44, Coverage: share(0.6)},
		{Profession: "BIOLOGIA", Seats: 112},
	}})
	want := "«Se va entre» debe acertar en 80 de cada 100 plazas; fuera de 77–83 %: NUTRICION 76 %; 1 profesión de menos de 100 plazas, donde no hay con qué medirlo bien."
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := outside(&prior.Scores{}); got != "" {
		t.Errorf("%q of nothing", got)
	}
}

// A panic of the measurement comes to be one where the terminal is restored.
func TestAPanicOfTheMeasurementIsNotSwallowed(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 100, 120)
	slip := errors.New("a slip of ours")
	defer func() {
		if said, ok := recover().(error); !ok || !errors.Is(said, slip) {
			t.Errorf("Update panicked with %v", said)
		}
	}()
	d.Send(scoresMsg{fault: slip})
}
