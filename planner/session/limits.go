package session

import (
	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/limits"
	"brujula/planner/workspace"
)

// SetLimits remembers what the applicant will not take, as workspace.ParseLimits reads
// it; lists, advice, suggestions and the act obey it from now on. "" says what it is.
func (d *Session) SetLimits(text string) Jobs {
	switch fold.Fold(text) {
	case "":
		kept, _ := workspace.KeptLimits(d.look.Limits)
		return join(say(texts.LimitsKept(reasonsOf(kept))), d.doubtLimits())
	case texts.LimitNone:
		text = ""
	}
	all, err := d.Space.ParseLimits(text)
	if err != nil {
		return warn(workspace.RequestText(err))
	}
	d.set(workspace.KeyRefused, workspace.LimitsText(all))
	d.look.Limits = d.Recall(workspace.KeyRefused)
	jobs := join(d.estimate(), say(texts.LimitsKept(reasonsOf(all))))
	if d.Writable() == nil {
		jobs = join(jobs, d.saveProfile())
	}
	return jobs
}

// doubtLimits says which of the kept limits cannot be read, if any.
func (d *Session) doubtLimits() Jobs {
	if doubt := workspace.LimitsDoubt(d.look.Limits); doubt != "" {
		return warn(doubt)
	}
	return nil
}

// reasonsOf says limits in words. Which plazas break them is for a job: it takes some
// tens of milliseconds.
func reasonsOf(all []limits.Limit) []string {
	return data.Map(all, func(one limits.Limit) string { return one.Words() })
}
