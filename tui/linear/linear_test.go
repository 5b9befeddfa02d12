package linear_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"

	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/linear"
	"brujula/tui/tuitest"
)

// clock stands still, so that what is said of times is always the same.
func clock() time.Time { return time.Date(2026, 1, 12, 9, 30, 0, 0, time.UTC) }

// onDemo is a desk on the demonstration. With lib an import ends it.
func onDemo(t testing.TB, lib *library.Library) *session.Session {
	t.Helper()
	return open(t, lib, tuitest.Demo())
}

func open(t testing.TB, lib *library.Library, space *workspace.Workspace) *session.Session {
	t.Helper()
	d, _ := session.New(context.Background(), session.Options{
		Lib: lib, Facts: rules.Default(), Space: space, Now: clock,
		Folders: session.Folders{Start: []string{"."}},
	})
	t.Cleanup(d.Close)
	return d
}

// onDisk is a library in memory with the demonstration's lists of testdata.
func onDisk(t testing.TB, disk *storetest.Mem) (*library.Library, *workspace.Workspace) {
	t.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Lists()) == 0 {
		store(t, lib)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	return lib, space
}

func store(t testing.TB, lib *library.Library) {
	t.Helper()
	offers, _ := demo.Lists()
	if _, err := lib.Commit(context.Background(), []library.Item{{Info: demo.Infos()[0], Offer: offers[0]}}); err != nil {
		t.Fatal(err)
	}
}

// converse runs a session on answers and gives all that was said. At a first start
// the question who the applicant is stays without an answer.
func converse(t testing.TB, d *session.Session, answers string) string {
	t.Helper()
	if d.FirstStart() {
		answers = "\n" + answers
	}
	return converseFirst(t, d, answers)
}

// converseFirst is converse with an answer to that question.
func converseFirst(t testing.TB, d *session.Session, answers string) string {
	t.Helper()
	var out bytes.Buffer
	if err := linear.Run(t.Context(), linear.Options{Desk: d, In: strings.NewReader(answers), Out: &out, Echo: true}); err != nil {
		t.Fatalf("%v after:\n%s", err, &out)
	}
	checkPlain(t, out.String())
	return out.String()
}

// mostLine is the longest line that is written: a question and its answer.
const mostLine = 160

// reporter is a test, or one run of a property.
type reporter interface {
	Helper()
	Error(args ...any)
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// checkPlain keeps the promise of the mode: lines of text and nothing else.
func checkPlain(t reporter, said string) {
	t.Helper()
	if !utf8.ValidString(said) {
		t.Error("not UTF-8")
	}
	for n, line := range strings.Split(said, "\n") {
		if len([]rune(line)) > mostLine {
			t.Errorf("line %d has %d letters: %q", n, len([]rune(line)), line)
		}
		if key := screenWay.FindString(line); key != "" {
			t.Errorf("line %d names a key, a flag or a command of the screens, %q: %q", n, key, line)
		}
		for _, r := range line {
			if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || strings.ContainsRune("─│┌┐└┘█▇▸·–→", r) {
				t.Fatalf("line %d has %q: %q", n, r, line)
			}
		}
	}
}

// screenWay is how the screens and the shell do things, of which nothing must be
// said here; but for what this mode itself is called.
var screenWay = regexp.MustCompile(`--(?:[a-km-z]|l[a-hj-z])[a-z]+|(?:^|[ («]):[a-z]{4,}|\b[Pp]ulse\b|\btecla|\besc\b|\bctrl|\([A-Z](, [^)]*)?\)|\(\d(, [a-z]|: [^)]*)\)|\bcon [A-Z] |(?:^|[ («;,])[A-Za-z] (?:lo |la |los |las )?(?:quita|muestra|cambia|mide|copia|empieza)\b`)

// sessions are told in testdata: NAME.txt has the answers, the golden all that
// is said.
func TestSessions(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no sessions: %v", err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	lists := filepath.Join(here, "..", "..", "testdata", "lists")
	for _, script := range scripts {
		answers, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(script), ".txt")
		t.Run(name, func(t *testing.T) {
			var lib *library.Library
			if name == "importar" { // begins with an empty library
				if lib, err = library.Open("/biblioteca", library.WithFS(storetest.New())); err != nil {
					t.Fatal(err)
				}
			}
			t.Chdir(lists) // names without a path are the same on every machine
			said := converse(t, onDemo(t, lib), string(answers))
			t.Chdir(here) // where the goldens are
			golden.RequireEqual(t, said)
		})
	}
}

// Under LANG=C no other byte is written, whatever the lists hold.
func TestASCII(t *testing.T) {
	var out bytes.Buffer
	err := linear.Run(t.Context(), linear.Options{
		Desk: onDemo(t, nil), In: strings.NewReader("1\n1\n1\n3\n0\nm\n0\n2\nñandú\n0\n0\n5\n14\n"), Out: &out, ASCII: true, Echo: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range out.Bytes() {
		if b >= utf8.RuneSelf {
			t.Fatalf("byte %#x in %q", b, out.Bytes()[max(0, i-40):i+1])
		}
	}
}

// What is typed in the encoding of an old terminal is understood.
func TestAnswersInWindows1252(t *testing.T) {
	said := converse(t, onDemo(t, nil), "1\n2\na\xf1a\xf1ay\n")
	if !strings.Contains(said, "AÑAÑAY") {
		t.Errorf("not found:\n%s", said)
	}
}

// An answer without end takes neither memory nor time, and is refused.
func TestAnAnswerThatIsTooLong(t *testing.T) {
	said := converse(t, onDemo(t, nil), strings.Repeat("x", 1<<20)+"\n2\n")
	if !strings.Contains(said, "demasiado larga") || !strings.Contains(said, "Mi plan.") {
		t.Errorf("not refused:\n%s", said)
	}
}

// Ctrl-C while a question waits ends the session well.
func TestInterruptWhileAsking(t *testing.T) {
	in, _ := io.Pipe() // nobody answers
	ctx, stop := context.WithCancel(t.Context())
	asked := &signalled{stop: stop, at: "Opción:"}
	if err := linear.Run(ctx, linear.Options{Desk: onDemo(t, nil), In: in, Out: asked}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(asked.String(), "Hasta luego") {
		t.Errorf("no end: %q", asked.String())
	}
}

// signalled is an output that stops the session once something is asked.
type signalled struct {
	bytes.Buffer
	stop context.CancelFunc
	at   string
}

func (s *signalled) Write(p []byte) (int, error) {
	n, err := s.Buffer.Write(p)
	if strings.Contains(s.String(), s.at) {
		s.stop()
	}
	return n, err
}

// An output that nobody reads any more ends the session.
func TestABrokenOutputEnds(t *testing.T) {
	in, _ := io.Pipe()
	if err := linear.Run(t.Context(), linear.Options{Desk: onDemo(t, nil), In: in, Out: broken{}}); err != nil {
		t.Fatal(err)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
