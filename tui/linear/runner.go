package linear

import (
	"slices"
	"time"

	"brujula/data/texts"
	"brujula/planner/session"
)

// timer is an answer that is due at some time.
type timer struct {
	at     time.Time
	answer session.Answer
}

// do carries out jobs of the session and says what came of them.
func (s *dialogue) do(jobs ...session.Jobs) error {
	_, err := s.run(jobs...)
	return err
}

// doIf carries out an operation once its question is agreed to; "" asks nothing.
func (s *dialogue) doIf(question string, operation func() session.Jobs) error {
	if question != "" {
		if yes, err := s.confirm(question); err != nil || !yes {
			return err
		}
	}
	return s.do(operation())
}

// run carries out jobs of the session, and all that follow from them, before it
// returns. What there is to tell is said when all is done, so that no change is
// confirmed that is not on the disk yet. The answers that are not for the session
// are given back.
func (s *dialogue) run(jobs ...session.Jobs) (answers []session.Answer, err error) {
	defer func() { s.tell() }()
	todo := slices.Concat(jobs...)
	for {
		said := s.desk.Posted()
		if len(said) == 0 && len(todo) == 0 {
			return answers, nil
		}
		if len(said) == 0 {
			said, todo = []session.Answer{s.await(todo[0])}, todo[1:]
		}
		for _, one := range said {
			next, mine, err := s.takeAnswer(one)
			if err != nil {
				return nil, err
			}
			if todo = append(todo, next...); !mine {
				answers = append(answers, one)
			}
		}
	}
}

// await runs one job, and says that it takes its time when it does. After the end
// of the program's context it is said no more: most jobs end by the context
// themselves, a write goes to its end.
func (s *dialogue) await(job session.Job) session.Answer {
	done := make(chan session.Answer, 1)
	go func() { done <- job() }()
	var late <-chan time.Time
	if s.patience > 0 {
		wait := time.NewTimer(s.patience)
		defer wait.Stop()
		late = wait.C
	}
	select {
	case a := <-done:
		return a
	case <-s.ctx.Done():
	case <-late:
		s.say(texts.LinearWait)
		_ = s.out.Flush()
	}
	return <-done
}

// takeAnswer does what an answer asks for; mine is false for one that whoever asked must
// take.
func (s *dialogue) takeAnswer(a session.Answer) (next session.Jobs, mine bool, err error) {
	switch a := a.(type) {
	case nil, session.DataChanged, session.PlanChanged, session.CompareChanged, session.TurnRead:
	case session.Quit:
		s.quit = true
	case session.Notice:
		s.notices = append(s.notices, a)
	case session.Withdraw:
		s.notices = slices.DeleteFunc(s.notices, func(n session.Notice) bool { return slices.Contains(a.Texts, n.Text) })
	case session.Timer:
		s.timers = append(s.timers, timer{s.desk.Now().Add(a.After), a.Answer})
	case session.Question:
		s.tell()
		yes, err := s.confirm(a.Text)
		if err != nil || !yes {
			return nil, true, err
		}
		return a.Yes, true, nil
	default:
		next, mine = s.desk.Receive(a)
		return next, mine, nil
	}
	return nil, true, nil
}

// tell says what the desk has told since the last time.
func (s *dialogue) tell() {
	for _, n := range s.notices {
		switch {
		case s.ctx.Err() != nil: // all ends: what did not is said by Flush
		case n.Severity == session.Success && s.silent:
		case n.Severity == session.Error:
			s.say(texts.LinearError(n.Text))
		case n.Severity == session.Warning:
			s.say(texts.LinearWarning(n.Text))
		default:
			s.say(texts.LinearSentence(n.Text))
		}
	}
	s.notices = nil
}

// due delivers the timers that have run out since the last question.
func (s *dialogue) due() error {
	now := s.desk.Now()
	var jobs session.Jobs
	s.timers = slices.DeleteFunc(s.timers, func(t timer) bool {
		if t.at.After(now) {
			return false
		}
		jobs = append(jobs, func() session.Answer { return t.answer })
		return true
	})
	return s.do(jobs)
}

// untilDue reports how long it is until a timer runs out; ok is false for none.
func (s *dialogue) untilDue() (wait time.Duration, ok bool) {
	if len(s.timers) == 0 {
		return 0, false
	}
	next := slices.MinFunc(s.timers, func(a, b timer) int { return a.at.Compare(b.at) })
	return max(0, next.at.Sub(s.desk.Now())), true
}

// wakeUp delivers what falls due while a question waits. Nothing is asked then:
// only a question can fail.
func (s *dialogue) wakeUp() { _ = s.due() }

// answerOf finds the answer of a type among those that run gave back.
func answerOf[T any](answers []session.Answer) (one T, ok bool) {
	for _, m := range answers {
		if one, ok = m.(T); ok {
			return one, true
		}
	}
	return one, false
}
