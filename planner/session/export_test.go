package session

// Attend is attend for the tests.
func Attend(d *Session, p Pending) { d.attend(p) }
