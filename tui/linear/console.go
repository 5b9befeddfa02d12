package linear

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// lineWidth is the longest line that is written: terminals of 80 columns would
// cut words in two.
const lineWidth = 78

// mostAlerts is how many alerts wait to be said; more are dropped.
const mostAlerts = 8

// mostAnswer bounds an answer, in bytes: more than any path or pasted row has.
const mostAnswer = 64 << 10

// console writes lines and reads answers.
type console struct {
	ctx     context.Context
	out     *bufio.Writer
	answers <-chan answer
	alerts  chan string // said while a question waits
	stop    context.CancelFunc
	// nextDue tells how long a question waits at most until wake is called; nil or
	// false for as long as it takes. What wake says comes before the question is
	// asked again.
	nextDue     func() (wait time.Duration, ok bool)
	wake        func()
	interrupted bool // what is written next is the first in the midst of a question
	ascii, echo bool
	ended       bool // the input is at its end, or nobody reads the output
}

type answer struct {
	text string
	err  error
}

// errTooLong refuses an answer.
var errTooLong = errors.New("linear: answer too long")

func newConsole(ctx context.Context, in io.Reader, out io.Writer, ascii, echo bool) *console {
	ctx, stop := context.WithCancel(ctx)
	return &console{ctx: ctx, out: bufio.NewWriter(out), answers: readAnswers(ctx, in), alerts: make(chan string, mostAlerts), stop: stop, ascii: ascii, echo: echo}
}

// close writes what is left and lets the reader go. A read from a terminal that
// has begun ends with the program.
func (c *console) close() {
	c.stop()
	_ = c.out.Flush()
}

// readAnswers reads ahead by one line, since a read from a terminal cannot be
// given up when the program is told to end.
func readAnswers(ctx context.Context, in io.Reader) <-chan answer {
	answers := make(chan answer)
	go func() {
		defer close(answers)
		reader := bufio.NewReader(in)
		for {
			text, err := readAnswer(reader)
			if err != nil && !errors.Is(err, errTooLong) && text == "" {
				return
			}
			select {
			case answers <- answer{text, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return answers
}

// readAnswer reads one line within bounded memory; the last one need not end.
func readAnswer(r *bufio.Reader) (string, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > mostAnswer; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong: // also at the end of the input; the next read tells that
			return "", errTooLong
		}
		return string(line), err
	}
}

// say writes texts, each as one or more lines fit for any terminal.
func (c *console) say(lines ...string) {
	for _, text := range lines {
		if text == "" {
			continue
		}
		for _, line := range c.fit(text) {
			c.write(line + "\n")
		}
	}
}

// gap writes an empty line, which a reader uses to find where things begin.
func (c *console) gap() { c.write("\n") }

func (c *console) write(text string) {
	if c.interrupted {
		c.interrupted, text = false, "\n"+text
	}
	if _, err := c.out.WriteString(text); err != nil {
		c.ended = true
	}
}

// fit brings a text to what is read aloud well and any terminal shows, in lines
// that end between words.
func (c *console) fit(text string) []string {
	text = texts.LinearTied(fold.Clean(texts.LinearSpoken(text)))
	if c.ascii {
		text = theme.ToASCII(text)
	}
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		for _, line := range wrap(line) {
			lines = append(lines, strings.ReplaceAll(line, "\u00a0", " "))
		}
	}
	return lines
}

// wrap breaks a line at blanks alone, so that names of files and addresses stay
// whole as long as they fit.
func wrap(text string) []string {
	lines := []string{""}
	for _, word := range strings.Split(text, " ") {
		last := &lines[len(lines)-1]
		switch {
		case word == "":
		case *last == "":
			*last = word
		case layout.Width(*last)+1+layout.Width(word) <= lineWidth:
			*last += " " + word
			continue
		default:
			lines = append(lines, word)
		}
		for last = &lines[len(lines)-1]; layout.Width(*last) > lineWidth; last = &lines[len(lines)-1] {
			head := layout.Cut(*last, lineWidth, "")
			if head == "" {
				break
			}
			*last, lines = head, append(lines, strings.TrimPrefix(*last, head))
		}
	}
	return lines
}

// ask puts a question and waits for a line. It fails with errEnd when there is
// none any more.
func (c *console) ask(question string) (string, error) {
	for {
		c.pose(question)
		got, ok := c.next(question)
		switch {
		case !ok:
			c.ended = true
			c.write("\n")
			return "", errEnd
		case errors.Is(got.err, errTooLong):
			c.write("\n")
			c.say(texts.LinearTooLong)
			continue
		}
		text := clean(got.text)
		if c.echo {
			c.write(strings.Join(c.fit(text), "\n") + "\n")
		}
		return text, nil
	}
}

// pose writes a question, and leaves the cursor behind it.
func (c *console) pose(question string) {
	c.write(strings.Join(c.fit(question), "\n") + " ")
}

// next flushes what was said and waits for an answer. After an alert the question
// is asked again.
func (c *console) next(question string) (got answer, ok bool) {
	for {
		if c.out.Flush() != nil || c.ended || c.ctx.Err() != nil {
			return answer{}, false
		}
		select {
		case <-c.ctx.Done():
			return answer{}, false
		case got, ok = <-c.answers:
			return got, ok
		case text := <-c.alerts:
			c.gap()
			c.say(text)
			c.pose(question)
		case <-c.due():
			c.interrupt(question)
		}
	}
}

// due reports when wake is to be called; nil for never.
func (c *console) due() <-chan time.Time {
	if c.nextDue != nil {
		if wait, ok := c.nextDue(); ok {
			return time.After(wait)
		}
	}
	return nil
}

// interrupt calls wake in the midst of a question, which is asked again where
// anything was said.
func (c *console) interrupt(question string) {
	c.interrupted = true
	c.wake()
	if !c.interrupted {
		c.pose(question)
	}
	c.interrupted = false
}

// clean makes text of what was typed: terminals that are not told of UTF-8 send
// the letters of Spanish as Windows and the old Unix systems do.
func clean(text string) string {
	if !utf8.ValidString(text) {
		if decoded, err := charmap.Windows1252.NewDecoder().String(text); err == nil {
			text = decoded
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(fold.Clean(text), "\n", " "))
}

// confirm asks yes or no until the answer is one of them.
func (c *console) confirm(question string) (bool, error) {
	for {
		text, err := c.ask(question + " " + texts.LinearYesNo)
		switch {
		case err != nil:
			return false, err
		case texts.IsYes(text):
			return true, nil
		case texts.IsNo(text):
			return false, nil
		}
		c.say(texts.LinearAnswerYesNo)
	}
}
