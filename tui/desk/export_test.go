package desk

// Attend is attend for the tests.
func Attend(d *Desk, p Pending) { d.attend(p) }
