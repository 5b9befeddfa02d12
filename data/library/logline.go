package library

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"brujula/data/texts"
)

// Record is one act of a log.
type Record struct {
	Seq  int             // from 1, in the order of the acts
	Body json.RawMessage // any valid JSON, on one line
}

// A log is a text of one JSON object a line: {"n":7,"crc":"…","acto":…}. Line 0
// is the heading; CRC-32C covers number and act.
type logLine struct {
	Seq int             `json:"n"`
	Sum string          `json:"crc"`
	Act json.RawMessage `json:"acto"`
}

// logHead is the act of line 0.
type logHead struct {
	Kind   docKind `json:"serums"`
	Format int     `json:"formato"`
	Name   string  `json:"nombre"`
}

// logFormat is the newest form of a log that this program reads.
const logFormat = 1

// logScan is what a log file was found to hold.
type logScan struct {
	raw     []byte
	exists  bool // there is a file, be it empty
	hasHead bool
	name    string
	records []Record
	bad     int    // whole lines that cannot be read or are out of order
	good    int64  // bytes up to the end of the last whole line
	refused []byte // an act that was left out since it was not acknowledged, see withoutRefused
	torn    bool   // there is something after that, which is no act
	unended bool   // the last act is whole but for the end of its line
}

// headless reports whether there is a file which does not begin as a log does. It was
// damaged: a log is put in place with its heading.
func (s *logScan) headless() bool { return s.exists && !s.hasHead }

// damaged reports whether acts were lost, or may have been.
func (s *logScan) damaged() bool { return s.bad > 0 || s.headless() }

// notice tells the user of the damage, where the file is kept as it was, and what
// is missing of the acts that are known; "" where all is there.
func (s *logScan) notice(path, kept string, known int) string {
	var told []string
	switch {
	case s.bad > 0:
		told = append(told, texts.LogDamaged(path, s.bad, kept))
	case s.headless():
		told = append(told, texts.LogHeadless(path, len(s.records), kept))
	}
	if loss := s.loss(path, known); loss != "" {
		told = append(told, loss)
	}
	return strings.Join(told, ". ")
}

// last is the number of the last act, 0 for none.
func (s *logScan) last() int {
	if len(s.records) == 0 {
		return 0
	}
	return s.records[len(s.records)-1].Seq
}

// scanLog reads a log. It fails with a *newerError alone.
func scanLog(raw []byte) (logScan, error) {
	s := logScan{raw: raw, exists: len(raw) > 0}
	for rest := raw; len(rest) > 0; {
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		parsed, ok := parseLogLine(line)
		if !whole && !ok {
			s.torn = true
			break
		}
		rest, s.unended = after, !whole
		s.good = int64(len(raw) - len(rest))
		switch {
		case ok && parsed.Seq == 0 && !s.hasHead:
			if err := s.head(parsed.Act); err != nil {
				return logScan{}, err
			}
		case ok && parsed.Seq > s.last():
			s.records = append(s.records, Record{Seq: parsed.Seq, Body: parsed.Act})
		default:
			s.bad++
		}
	}
	return s, nil
}

func (s *logScan) head(act []byte) error {
	var h logHead
	if json.Unmarshal(act, &h) != nil || h.Kind != kindLog {
		s.bad++
		return nil //nolint:nilerr // a bad line is counted and told, not fatal
	}
	if h.Format > logFormat {
		return &newerError{h.Format, logFormat}
	}
	s.hasHead, s.name = true, h.Name
	return nil
}

func parseLogLine(line []byte) (logLine, bool) {
	var parsed logLine
	if json.Unmarshal(line, &parsed) != nil || parsed.Seq < 0 {
		return logLine{}, false
	}
	act, err := compactJSON(parsed.Act)
	if err != nil || parsed.Sum != logSum(parsed.Seq, act) {
		return logLine{}, false
	}
	parsed.Act = act
	return parsed, true
}

// encodeAct returns the line of an act, and the act without blanks.
func encodeAct(seq int, body []byte) (line, compact []byte, err error) {
	compact, err = compactJSON(body)
	if err != nil {
		return nil, nil, err
	}
	return fmt.Appendf(nil, "{\"n\":%d,\"crc\":%q,\"acto\":%s}\n", seq, logSum(seq, compact), compact), compact, nil
}

func encodeLog(name string, records []Record) ([]byte, error) {
	head, err := json.Marshal(logHead{Kind: kindLog, Format: logFormat, Name: name})
	if err != nil {
		return nil, err
	}
	file, _, err := encodeAct(0, head)
	for i := 0; i < len(records) && err == nil; i++ {
		var line []byte
		line, _, err = encodeAct(records[i].Seq, records[i].Body)
		file = append(file, line...)
	}
	return file, err
}

func logSum(seq int, act []byte) string { return checksum(fmt.Appendf(nil, "%d\n", seq), act) }
