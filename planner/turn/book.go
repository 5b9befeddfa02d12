package turn

import (
	"errors"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
)

// LogName names the log of the act of a line in the library.
func LogName(line data.Line) string {
	const longest = 60 // of the 100 characters that a log's name may have
	profession := []rune(line.Profession)
	return string(line.Process) + " " + string(profession[:min(longest, len(profession))]) + " " + string(line.Modality)
}

// Recorded is what a log was found to hold.
type Recorded struct {
	Events  []Event
	Notices []string // what could not be read, in the user's words
	Last    int      // number of the last act in the log, 0 for none
	// Newer says that a later version of the program wrote some of it: the log
	// may be looked at and must not be written.
	Newer bool
}

func decode(records []library.Record, notice string) Recorded {
	var r Recorded
	if notice != "" {
		r.Notices = append(r.Notices, notice)
	}
	if len(records) > 0 {
		r.Last = records[len(records)-1].Seq
	}
	bad := 0
	for _, record := range records {
		e, err := Decode(record.Body)
		switch {
		case errors.Is(err, ErrNewer):
			r.Newer = true
		case err != nil:
			bad++
		default:
			r.Events = append(r.Events, e)
		}
	}
	if bad > 0 {
		r.Notices = append(r.Notices, texts.TurnUnreadable(bad))
	}
	if r.Newer {
		r.Notices = append(r.Notices, texts.TurnNewer)
	}
	return r
}

// Read reads the log of a line without locking it, as a second window does. A
// line without a log gives no events.
func Read(lib *library.Library, line data.Line) (Recorded, error) {
	records, notice, err := lib.ReadLog(LogName(line))
	if err != nil {
		return Recorded{}, err
	}
	return decode(records, notice), nil
}

// ErrNewerLog says that the log was written by a later version.
var ErrNewerLog = errors.New(texts.TurnNewer)

// Book is the log of the act of a line, open for writing. It holds the
// library's lock until Close.
type Book struct{ log *library.Log }

// Open opens the log of a line, and makes it when there is none. It fails as
// library.OpenLog does, and with ErrNewerLog.
func Open(lib *library.Library, line data.Line) (*Book, Recorded, error) {
	log, records, err := lib.OpenLog(LogName(line))
	if err != nil {
		return nil, Recorded{}, err
	}
	r := decode(records, log.Notice())
	if r.Newer {
		return nil, r, errors.Join(ErrNewerLog, log.Close())
	}
	return &Book{log}, r, nil
}

// Write records an event. When it returns nil the event survives a kill and a
// power loss; else it is not in the log and may be tried again.
func (b *Book) Write(e Event) error {
	body, err := Encode(e)
	if err != nil {
		return err
	}
	_, err = b.log.Append(body)
	return err
}

// Last is the number of the last event in the log, 0 for none.
func (b *Book) Last() int { return b.log.Last() }

// Close releases the log and the lock.
func (b *Book) Close() error { return b.log.Close() }
