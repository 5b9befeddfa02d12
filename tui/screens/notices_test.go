package screens

import (
	"testing"

	"brujula/tui/msg"
)

// What the user is told of their own doing, or must know, stays in view until a
// key is pressed; what came meanwhile is told then.
func TestNewsWaitForWhatIsToldBefore(t *testing.T) {
	say := func(severity msg.Severity, text string) msg.NoticeMsg {
		return msg.NoticeMsg{Severity: severity, Text: text}
	}
	for _, c := range []struct {
		before, after msg.Severity
		waits         bool
	}{
		{msg.Info, msg.Info, false},
		{msg.Info, msg.Success, false},
		{msg.Success, msg.Success, false},
		{msg.Success, msg.Warning, false},
		{msg.Success, msg.Info, true},
		{msg.Warning, msg.Success, true},
		{msg.Warning, msg.Error, true},
		{msg.Error, msg.Info, true},
	} {
		d := start(t, 80, 24)
		d.Send(say(c.before, "lo primero")).Send(say(c.after, "lo segundo"))
		if !c.waits {
			d.Contains("lo segundo").Lacks("lo primero")
			continue
		}
		d.Contains("lo primero").Lacks("lo segundo").Press("j").Contains("lo segundo").Press("j").Lacks("lo segundo")
	}
}
