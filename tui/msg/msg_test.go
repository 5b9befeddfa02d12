package msg

import (
	"errors"
	"testing"
	"time"
)

func TestCommandsAnswerWithTheirMessage(t *testing.T) {
	if Fail(nil) != nil {
		t.Error("no error, and still a command")
	}
	if got := Fail(errors.New("lista.csv:3: no se lee"))(); got != (NoticeMsg{Severity: Error, Text: "lista.csv:3: no se lee"}) {
		t.Errorf("Fail: %+v", got)
	}
	if got := After(time.Second, BackMsg{})(); got != (TimerMsg{time.Second, BackMsg{}}) {
		t.Errorf("After: %+v", got)
	}
}
