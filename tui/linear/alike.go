package linear

import (
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/session"
)

// alike reads the plazas outside the plan that are like those in it; a number
// adds one under the line that it is like.
func (s *dialogue) alike() error {
	answers, err := s.run(s.desk.Advise(0, s.planView()))
	if err != nil {
		return err
	}
	m, _ := answerOf[session.Advised](answers)
	found := m.Alike.Suggestions
	s.say(texts.LinearSentence(texts.WeightsTold(m.Alike.Weights.String())))
	if len(found) == 0 {
		s.say(m.Alike.None)
		return nil
	}
	return s.list(list{
		title: texts.SuggestTitle, count: texts.LinearAlikeCount(len(found)),
		len:  func() int { return len(found) },
		line: func(i int) string { return found[i].Text },
		open: func(i int) error {
			id := found[i].Plaza.PlazaID
			if s.desk.Plan().Has(id) {
				s.say(texts.LinearAlready)
				return nil
			}
			return s.addAt(id, found[i].Like+1)
		},
	})
}

// weigh asks how much each thing counts for plazas to be alike.
func (s *dialogue) weigh() error {
	s.say(texts.LinearSentence(texts.WeightsForm))
	now, weights, sum, changed := s.desk.Plan().WeightsOrUsual(), plan.Weights{}, 0, false
	err := s.fillForm(texts.LinearFormWeights, func() bool { return changed }, func() error {
		for _, c := range plan.Criteria() {
			n, err := s.weight(c, now[c])
			if err != nil {
				return err
			}
			if changed = changed || n != now[c]; n > 0 {
				weights[c] = n
			}
			sum += n
		}
		return nil
	})
	if err != nil {
		return err
	}
	if sum == 0 {
		s.say(texts.LinearWarning(texts.WeightsNone))
		return nil
	}
	return s.do(s.desk.SetWeights(weights))
}

// weight asks for one of them; 0 is an answer here.
func (s *dialogue) weight(c plan.Criterion, now int) (int, error) {
	for {
		text, err := s.word(texts.LinearWeightAsk(texts.WeightLabel(string(c)), now), texts.LinearAt{Zero: texts.LinearZeroNothing, Enter: texts.LinearEnterKeeps})
		n, ok := texts.WholeNumber(text)
		switch {
		case ok && n >= 0 && n <= plan.MostWeight:
			return n, nil
		case err != nil:
			return 0, err
		case text == "":
			return now, nil
		}
		s.say(texts.LinearBadWeight(text, plan.MostWeight))
	}
}
