package session

// Post says something at once, before the next key: what is typed right behind
// the key of a question or of another page belongs to that question or page. A
// job would come in its own time. It leaves nothing to be done.
func (d *Session) Post(answers ...Answer) Jobs {
	d.posted = append(d.posted, answers...)
	return nil
}

// Posted returns what was posted since it was asked last, in its order. A change of
// the plan is part of it, so that no key works on lines that are gone already.
func (d *Session) Posted() []Answer {
	posted := d.posted
	d.posted = nil
	return posted
}
