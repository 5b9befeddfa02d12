package session

// Errand has something written by the session's outbox, as a renaming is.
func Errand(d *Session, write func() error) Jobs {
	return d.errand(write, func(error) Jobs { return nil })
}
