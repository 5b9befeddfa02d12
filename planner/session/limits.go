package session

import (
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// SetLimits remembers what the applicant will not take, as workspace.ParseLimits reads
// it; lists, advice, suggestions and the act obey it from now on. "" says what it is.
func (d *Session) SetLimits(text string) Jobs {
	if strings.TrimSpace(text) == "" {
		return say(texts.LimitsKept(d.limitWords()))
	}
	if fold.Fold(text) == texts.LimitNone {
		text = ""
	}
	all, err := d.Space.ParseLimits(text)
	if err != nil {
		return warn(workspace.RequestText(err))
	}
	words := make([]string, len(all))
	for i := range all {
		words[i] = all[i].String()
	}
	d.set(workspace.KeyRefused, strings.Join(words, ","))
	d.look.Limits = d.Recall(workspace.KeyRefused)
	jobs := join(d.estimate(), say(texts.LimitsKept(d.limitWords())))
	if d.Writable() == nil {
		jobs = join(jobs, d.saveProfile())
	}
	return jobs
}

// limitWords says what is not wanted.
func (d *Session) limitWords() []string {
	return d.Space.RefusalsOf(d.look.Limits).Reasons()
}
