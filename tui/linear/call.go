package linear

import (
	"time"

	"brujula/data/texts"
	act "brujula/planner/turn"
)

// call is the timer of the one whose turn it is. Nothing is drawn: what is left
// is said when it begins, when little is left, at its end, and at every question.
type call struct {
	ends   time.Time // zero when none runs
	alarms []*time.Timer
}

// littleLeft is from when on a call is said to end soon.
const littleLeft = 10 * time.Second

// beginCall begins a call, which is an act of its own.
func (s *dialogue) beginCall() error {
	s.stopCall()
	before := s.desk.Turn().State().Calls
	if err := s.do(s.desk.Turn().Do(act.Event{Kind: act.Call})); err != nil || s.desk.Turn().State().Calls == before {
		return err
	}
	seconds, most, _ := s.desk.Turn().Limits()
	lasts := time.Duration(seconds) * time.Second
	s.call.ends = s.desk.Now().Add(lasts)
	n := s.desk.Turn().State().Calls // what is left is said with the next question
	if s.patience > 0 {              // a script is asked nothing while it waits
		s.alarm(lasts-littleLeft, texts.LinearCallEnds(int(littleLeft/time.Second)))
		s.alarm(lasts, texts.LinearCallOver(n, most))
	}
	return nil
}

// alarm says something after a while, while a question waits.
func (s *dialogue) alarm(after time.Duration, text string) {
	if after <= 0 {
		return
	}
	alerts := s.alerts
	s.call.alarms = append(s.call.alarms, time.AfterFunc(after, func() {
		select {
		case alerts <- text:
		default: // nobody listens any more
		}
	}))
}

// stopCall takes back what is still to be said of a call.
func (s *dialogue) stopCall() {
	for _, a := range s.call.alarms {
		a.Stop()
	}
	s.call = call{}
	for {
		select {
		case <-s.alerts:
		default:
			return
		}
	}
}

// callLeft reports what is left of the call; "" where none runs. A call ends with
// the turn that it was for.
func (s *dialogue) callLeft() string {
	if s.call.ends.IsZero() {
		return ""
	}
	n := s.desk.Turn().State().Calls
	if n == 0 {
		s.stopCall()
		return ""
	}
	_, most, _ := s.desk.Turn().Limits()
	left := int((s.call.ends.Sub(s.desk.Now()) + time.Second - 1) / time.Second)
	if left <= 0 {
		return texts.LinearCallOver(n, most)
	}
	return texts.LinearCall(n, most, left)
}

// setCalls asks how long a call lasts and how many there are.
func (s *dialogue) setCalls() error {
	seconds, calls, _ := s.desk.Turn().Limits()
	s.say(texts.LinearCallNow(seconds, calls))
	asked, ok := false, false
	err := s.fillForm(act.Timer.Label(), func() bool { return asked }, func() (err error) {
		if seconds, ok, err = s.number(texts.LinearSecondsAsk, act.MostSeconds); !ok || err != nil {
			return err
		}
		asked = true
		calls, ok, err = s.number(texts.LinearCallsAsk, act.MostCalls)
		return err
	})
	if !ok || err != nil {
		return err
	}
	return s.do(s.desk.Turn().Do(act.Event{Kind: act.Timer, Seconds: seconds, Calls: calls}))
}
