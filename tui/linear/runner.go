package linear

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/desk"
	"brujula/tui/msg"
)

// timer is a message that is due at some time.
type timer struct {
	at time.Time
	m  tea.Msg
}

// do carries out commands of the desk and says what came of them.
func (s *session) do(cmds ...tea.Cmd) error {
	_, err := s.run(cmds...)
	return err
}

// run carries out commands of the desk, and all that follow from them, before
// it returns. What the desk has to tell is said when all is done, so that no
// change is confirmed that is not on the disk yet. The answers that are not for
// the desk are given back.
func (s *session) run(cmds ...tea.Cmd) (answers []tea.Msg, err error) {
	defer func() { s.tell() }()
	for {
		for _, m := range s.desk.Posted() {
			cmds = append(cmds, msg.Send(m))
		}
		if len(cmds) == 0 {
			return answers, nil
		}
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil {
			continue
		}
		m, err := s.await(cmd)
		if err != nil {
			return nil, err
		}
		more, err := s.take(m)
		if err != nil {
			return nil, err
		}
		if more != nil {
			cmds = append(cmds, more...)
			continue
		}
		answers = append(answers, m)
	}
}

// await runs one command, and says that it takes its time when it does. After
// the end of the program's context it waits no longer: Flush does what is left.
func (s *session) await(cmd tea.Cmd) (tea.Msg, error) {
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	var late <-chan time.Time
	if s.patience > 0 {
		wait := time.NewTimer(s.patience)
		defer wait.Stop()
		late = wait.C
	}
	for {
		select {
		case m := <-done:
			return m, nil
		case <-late:
			late = nil
			s.say(texts.LinearWait)
			_ = s.out.Flush()
		case <-s.ctx.Done():
			// Most commands end by the context themselves; a write goes to its end.
			return <-done, nil
		}
	}
}

// take does with a message what the root model does. more is nil for a message
// that whoever asked must take.
func (s *session) take(m tea.Msg) (more []tea.Cmd, err error) {
	none := []tea.Cmd{}
	switch m := m.(type) {
	case nil, msg.DataChangedMsg, msg.PlanChangedMsg, desk.CompareChangedMsg:
		return none, nil
	case tea.BatchMsg:
		return slices.Concat(none, m), nil
	case tea.QuitMsg:
		s.quit = true
		return none, nil
	case msg.NoticeMsg:
		s.notices = append(s.notices, m)
		return none, nil
	case msg.WithdrawMsg:
		s.notices = slices.DeleteFunc(s.notices, func(n msg.NoticeMsg) bool { return slices.Contains(m.Texts, n.Text) })
		return none, nil
	case msg.TimerMsg:
		s.timers = append(s.timers, timer{s.desk.Now().Add(m.After), m.Msg})
		return none, nil
	case msg.ConfirmMsg:
		s.tell()
		yes, err := s.confirm(m.Question)
		if err != nil {
			return nil, err
		}
		if yes {
			return []tea.Cmd{m.Yes}, nil
		}
		return []tea.Cmd{m.No}, nil
	}
	if cmd, ok := s.desk.Update(m); ok {
		return []tea.Cmd{cmd}, nil
	}
	if cmd, ok := s.turn.Update(m); ok {
		return []tea.Cmd{cmd}, nil
	}
	return nil, nil
}

// tell says what the desk has told since the last time.
func (s *session) tell() {
	for _, n := range s.notices {
		switch {
		case s.ctx.Err() != nil: // all ends: what did not is said by Flush
		case n.Severity == msg.Success && s.silent:
		case n.Severity == msg.Error:
			s.say(texts.LinearError(n.Text))
		case n.Severity == msg.Warning:
			s.say(texts.LinearWarning(n.Text))
		default:
			s.say(texts.LinearSentence(n.Text))
		}
	}
	s.notices = nil
}

// due delivers the timers that have run out since the last question.
func (s *session) due() error {
	now := s.desk.Now()
	var cmds []tea.Cmd
	s.timers = slices.DeleteFunc(s.timers, func(t timer) bool {
		if t.at.After(now) {
			return false
		}
		cmds = append(cmds, msg.Send(t.m))
		return true
	})
	return s.do(cmds...)
}

// untilDue tells how long it is until a timer runs out; ok is false for none.
func (s *session) untilDue() (wait time.Duration, ok bool) {
	if len(s.timers) == 0 {
		return 0, false
	}
	next := slices.MinFunc(s.timers, func(a, b timer) int { return a.at.Compare(b.at) })
	return max(0, next.at.Sub(s.desk.Now())), true
}

// wakeUp delivers what falls due while a question waits. Nothing is asked then:
// only a question can fail.
func (s *session) wakeUp() { _ = s.due() }

// answerOf finds the answer of a type among those that run gave back.
func answerOf[T tea.Msg](answers []tea.Msg) (one T, ok bool) {
	for _, m := range answers {
		if one, ok = m.(T); ok {
			return one, true
		}
	}
	return one, false
}
