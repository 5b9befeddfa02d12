package turn

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data/library"
	"brujula/data/store/storetest"
)

// The test binary runs itself as the process that is killed, in helperFolder.
const helperFolder = "TURN_TEST_FOLDER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(helperFolder); dir != "" {
		if err := runHelper(dir); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// bigSeats is a line on which the helper does not run out of seats.
func bigSeats() Seats {
	seats := Seats{}
	for i := 1; i <= 500; i++ {
		seats[fmt.Sprintf("%08d", i)] = 3
	}
	return seats
}

// script returns the n-th event of a made-up act, n from 0: always the same ones,
// so that what is on the disk can be compared event by event.
func script(n int) Event {
	at := time.Date(2026, 4, 20, 9, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Second)
	code := fmt.Sprintf("%08d", 1+n*7%500)
	switch {
	case n == 0:
		return Event{Kind: Start, At: at, Line: testLine, Rank: 812, N: 1}
	case n%100 == 0: // begin anew before the seats run out
		return Event{Kind: Start, At: at, Line: testLine, Rank: 812, N: n}
	case n%11 == 0:
		return Event{Kind: Undo, At: at}
	case n%13 == 0:
		return Event{Kind: Pass, At: at, N: 1}
	default:
		return Event{Kind: Cross, At: at, Renipress: code}
	}
}

// runHelper appends the script from where the log ends and prints the number
// of each event once it is acknowledged.
func runHelper(dir string) error {
	lib, err := library.Open(dir)
	if err != nil {
		return err
	}
	book, recorded, err := Open(lib, testLine)
	if err != nil {
		return err
	}
	for n := len(recorded.Events); ; n++ {
		if err := book.Write(script(n)); err != nil {
			return err
		}
		fmt.Println(n + 1)
	}
}

// kills makes the long run: go test ./planner/turn -run TestKilled
// -timeout 0 -args -kills 200.
var kills = flag.Int("kills", 40, "how often the helper is killed")

// No acknowledged act is lost, none appears that was not made, and the log can
// be replayed after each kill.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("the helper must have time to write before it is killed, which it has not under the race detector")
	}
	dir, random := t.TempDir(), rand.New(rand.NewPCG(5, 6))
	onDisk, runs, lost := 0, *kills, 0
	for range runs {
		acknowledged := max(onDisk, killOnce(t, dir, random))
		lib, err := library.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		recorded, err := Read(lib, testLine)
		if err != nil || len(recorded.Notices) > 0 {
			t.Fatalf("%q %v", recorded.Notices, err)
		}
		if n := len(recorded.Events); n < acknowledged || n > acknowledged+1 {
			lost += acknowledged - n
			t.Errorf("%d acts on the disk, %d acknowledged", n, acknowledged)
		}
		onDisk = len(recorded.Events)
		checkScript(t, recorded.Events)
	}
	t.Logf("%d kills, %d acts, %d acknowledged acts lost", runs, onDisk, lost)
	if onDisk < runs {
		t.Errorf("only %d acts: the helper was killed before it wrote", onDisk)
	}
}

func checkScript(t *testing.T, events []Event) {
	t.Helper()
	live := New(testLine, bigSeats())
	for n, e := range events {
		if diff := cmp.Diff(script(n), e); diff != "" {
			t.Fatalf("act %d: %s", n+1, diff)
		}
		mustApply(t, live, script(n))
	}
	again, refused := Replay(testLine, bigSeats(), events)
	if diff := cmp.Diff(live.State(), again.State()); diff != "" || refused > 0 {
		t.Fatalf("%d refused: %s", refused, diff)
	}
}

// killOnce returns the last act that the helper acknowledged, 0 for none. Mostly
// it waits for the first one, so that the kill falls among writes and not while
// the process starts.
func killOnce(t *testing.T, dir string, random *rand.Rand) (acknowledged int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperFolder+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	killIn := func(most int) {
		time.AfterFunc(time.Duration(random.IntN(most*1000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
	}
	early := random.IntN(4) == 0
	if early {
		killIn(65)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Fatal(lines.Text())
		}
		if acknowledged == 0 && !early {
			killIn(40)
		}
		acknowledged = n
	}
	_ = cmd.Wait()
	return acknowledged
}

func openLibrary(t testing.TB, opts ...library.Option) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir(), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestEachLineHasItsLog(t *testing.T) {
	lib := openLibrary(t)
	book, _, err := Open(lib, testLine)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Write(script(0)); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	other := testLine
	other.Profession = "MEDICINA VETERINARIA"
	for line, want := range map[string]int{"": 1, "x": 0} {
		asked := testLine
		if line == "x" {
			asked = other
		}
		recorded, err := Read(lib, asked)
		if err != nil || len(recorded.Events) != want {
			t.Errorf("%v: %d events, %v", asked, len(recorded.Events), err)
		}
	}
}

func TestANewerLogIsNotWritten(t *testing.T) {
	lib := openLibrary(t)
	log, _, err := lib.OpenLog(LogName(testLine))
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{`{"v":1,"tipo":"empezar","proceso":"2026-I","profesion":"MEDICINA","modalidad":"remunerada","n":1}`, `{"v":9,"tipo":"trueque"}`, `{"v":1,"tipo":"trueque"}`} {
		if _, err := log.Append(json.RawMessage(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	recorded, err := Read(lib, testLine)
	if err != nil || !recorded.Newer || len(recorded.Events) != 1 || len(recorded.Notices) != 2 {
		t.Errorf("%+v %v", recorded, err)
	}
	book, _, err := Open(lib, testLine)
	if !errors.Is(err, ErrNewerLog) || book != nil {
		t.Fatalf("%v", err)
	}
	release, err := lib.Lock() // the refused opening holds nothing back
	if err != nil {
		t.Fatal(err)
	}
	release()
}

// A full disk refuses the act, and the next try succeeds once there is room.
func TestAFullDiskIsToldAndTheLogGoesOn(t *testing.T) {
	mem := storetest.New()
	lib, err := library.Open("/b", library.WithFS(mem))
	if err != nil {
		t.Fatal(err)
	}
	book, _, err := Open(lib, testLine)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Write(script(0)); err != nil {
		t.Fatal(err)
	}
	mem.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	if err := book.Write(script(1)); !errors.Is(err, library.ErrFull) || !strings.Contains(err.Error(), "espacio") {
		t.Fatalf("%v", err)
	}
	mem.Heal()
	if err := book.Write(script(1)); err != nil {
		t.Fatal(err)
	}
	recorded, err := Read(lib, testLine)
	kinds := make([]Kind, 0, 2)
	for _, e := range recorded.Events {
		kinds = append(kinds, e.Kind)
	}
	if err != nil || !slices.Equal(kinds, []Kind{Start, Cross}) {
		t.Errorf("%v %v", kinds, err)
	}
}
