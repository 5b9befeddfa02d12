package library

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"brujula/data"
)

// The test binary runs itself as the process that is killed, or that holds
// the lock: with the job in helperJob and the folder in helperFolder.
const (
	helperJob    = "LIBRARY_TEST_JOB"
	helperFolder = "LIBRARY_TEST_FOLDER"
)

func TestMain(m *testing.M) {
	if job := os.Getenv(helperJob); job != "" {
		if err := runHelper(job, os.Getenv(helperFolder)); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// runHelper does its job without end and prints a number for everything that
// is acknowledged.
func runHelper(job, dir string) error {
	l, err := Open(dir, WithPurpose("ayudante"))
	if err != nil {
		return err
	}
	switch job {
	case "lock":
		if _, err := l.Lock(); err != nil {
			return err
		}
		fmt.Println(0)
		_, err = io.ReadAll(os.Stdin)
		return err
	case "log":
		g, records, err := l.OpenLog("turno")
		for n := len(records) + 1; err == nil; n++ {
			if _, err = g.Append(json.RawMessage(strconv.Itoa(n))); err == nil {
				fmt.Println(n)
			}
		}
		return err
	case "plan":
		doc, err := l.LoadPlan("p")
		n, _ := strconv.Atoi(string(doc.Body))
		if errors.Is(err, ErrNotFound) {
			err = nil
		}
		for n++; err == nil; n++ {
			if err = l.SavePlan("p", planOf(strconv.Itoa(n))); err == nil {
				fmt.Println(n)
			}
		}
		return err
	case "profile":
		p, err := l.Profile()
		for n := p.Rank + 1; err == nil; n++ {
			if err = l.SaveProfile(Profile{Profession: "MEDICINA", Rank: n}); err == nil {
				fmt.Println(n)
			}
		}
		return err
	case "notes":
		n, err := countNotes(l)
		for n++; err == nil; n++ {
			if _, err = l.Commit(context.Background(), []Item{notesItem(n)}); err == nil {
				fmt.Println(n)
			}
		}
		return err
	case "takeback":
		n, err := takenBack(l)
		for n++; err == nil; n++ {
			if _, err = l.Commit(context.Background(), []Item{plazas(n + 1)}); err != nil {
				return err
			}
			fmt.Println(n)
			if _, err = l.Commit(context.Background(), []Item{plazas(1), fakeItem(fakeOffer("2026-I", data.Equivalente, n, 1), day(1))}); err != nil {
				return err
			}
			_, err = l.TakeBack(context.Background())
		}
		return err
	case "commit":
		n := 0
		if lists := l.Lists(); len(lists) > 0 {
			n = lists[0].Plazas
		}
		for n++; ; n++ {
			items := []Item{fakeItem(fakeOffer("2026-I", data.Remunerada, n, 1), day(1)), fakeItem(fakeOffer("2026-I", data.Equivalente, n, 1), day(1))}
			if _, err := l.Commit(context.Background(), items); err != nil {
				return err
			}
			fmt.Println(n)
		}
	}
	return errors.New("unknown job")
}

// notesItem is a table of n rows, as notes of the user are kept.
func notesItem(n int) Item {
	t := &Table{Head: []string{"renipress", "nota"}}
	for i := range n {
		t.Rows = append(t.Rows, []string{fmt.Sprintf("%08d", i+1), fmt.Sprintf("nota %d", i+1)})
	}
	return Item{Info: data.ListInfo{Kind: data.KindNotes, File: "notas.csv", SHA256: "0b", Imported: day(1), Rows: n}, Table: t}
}

// countNotes returns the rows of the table that is stored, 0 where there is none.
func countNotes(l *Library) (int, error) {
	t, err := l.Table(context.Background(), data.KindNotes, "", "")
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return len(t.Rows), nil
}

// helper starts the job; acknowledged gives its lines.
func helper(t *testing.T, job, dir string) (cmd *exec.Cmd, acknowledged *bufio.Scanner) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperJob+"="+job, helperFolder+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cmd.StdinPipe(); err != nil { // open as long as the test lives
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

func TestOneWriterAmongProcesses(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	mustSave(t, l, "a", `1`)
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 1), day(1)))
	other, lines := helper(t, "lock", dir)
	if !lines.Scan() || lines.Text() != "0" {
		t.Fatalf("%q", lines.Text())
	}
	release, err := l.Lock()
	holder := fmt.Sprintf("proceso %d, ayudante", other.Process.Pid)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), holder) || release != nil {
		t.Errorf("%v, want %s", err, holder)
	}
	_, commitErr := l.Commit(context.Background(), []Item{fakeItem(fakeOffer("2026-I", data.Remunerada, 3, 1), day(1))})
	_, _, logErr := l.OpenLog("turno")
	for _, err := range []error{commitErr, logErr, l.SavePlan("a", planOf(`2`)), l.SaveProfile(Profile{}), l.RemovePlan("a")} {
		if !errors.Is(err, ErrLocked) {
			t.Error(err)
		}
	}
	offers, err := mustOpen(t, dir).Offers(context.Background()) // readers never wait
	doc, planErr := l.LoadPlan("a")
	if len(offers) != 1 || string(doc.Body) != `1` || errors.Join(err, planErr) != nil {
		t.Errorf("%v %v", err, planErr)
	}
	if err := l.PutCache("k", nil); err != nil {
		t.Error(err)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait()
	if err := l.SavePlan("a", planOf(`2`)); err != nil {
		t.Errorf("after the holder was killed: %v", err)
	}
}

func TestLocksNest(t *testing.T) {
	dir := t.TempDir()
	l, other := mustOpen(t, dir), mustOpen(t, dir)
	first, err := l.Lock()
	if err != nil {
		t.Fatal(err)
	}
	second, err := l.Lock()
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, l, "a", `1`)
	first()
	first() // twice is once
	if _, err := other.Lock(); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	second()
	release, err := other.Lock()
	if err != nil {
		t.Fatal(err)
	}
	release()
}

// kills makes the long run: go test ./data/library -run TestKilled
// -timeout 0 -args -kills 160; with the 200 of planner/turn that is 1,000.
var kills = flag.Int("kills", 25, "how often each job is killed")

// killRuns lets the job run for random times and kills it. After each kill
// found gives the number that is on the disk: at least the last one that was
// acknowledged, at most the one that was under way.
func killRuns(t *testing.T, job string, found func(l *Library) int) {
	t.Helper()
	runs := *kills
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	least := 0
	for range runs {
		acknowledged := killOnce(t, job, dir, random)
		least = max(least, acknowledged)
		n := found(mustOpen(t, dir))
		if n < least || n > least+1 {
			t.Fatalf("%s: %d on the disk, %d acknowledged", job, n, least)
		}
		least = n
	}
	t.Logf("%s: %d kills, %d acts", job, runs, least)
	if least == 0 {
		t.Errorf("%s: nothing was ever stored", job)
	}
}

// killOnce returns the last number that the job acknowledged, 0 for none. Mostly
// it waits for the first one, so that the kill falls among writes and not while
// the process starts.
func killOnce(t *testing.T, job, dir string, random *rand.Rand) (acknowledged int) {
	t.Helper()
	cmd, lines := helper(t, job, dir)
	killIn := func(most int) {
		time.AfterFunc(time.Duration(random.IntN(most*1000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
	}
	early := random.IntN(4) == 0
	if early {
		killIn(80)
	}
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Fatalf("%s: %s", job, lines.Text())
		}
		if acknowledged == 0 && !early {
			killIn(40)
		}
		acknowledged = n
	}
	_ = cmd.Wait()
	return acknowledged
}

func TestKilledWhileAppending(t *testing.T) {
	killRuns(t, "log", func(l *Library) int {
		records, notice, err := l.ReadLog("turno")
		if err != nil || notice != "" {
			t.Fatalf("%q %v", notice, err)
		}
		for i, r := range records {
			if r.Seq != i+1 || string(r.Body) != strconv.Itoa(i+1) {
				t.Fatalf("act %d is %+v", i+1, r)
			}
		}
		return len(records)
	})
}

func TestKilledWhileSaving(t *testing.T) {
	killRuns(t, "plan", func(l *Library) int {
		doc, err := l.LoadPlan("p")
		if errors.Is(err, ErrNotFound) {
			return 0
		}
		n, _ := strconv.Atoi(string(doc.Body))
		if err != nil || doc.Restored != "" {
			t.Fatalf("%s %q %v", doc.Body, doc.Restored, err)
		}
		return n
	})
}

func TestKilledWhileSavingTheProfile(t *testing.T) {
	killRuns(t, "profile", func(l *Library) int {
		p, err := l.Profile()
		if err != nil || p.Rank > 0 && p.Profession != "MEDICINA" {
			t.Fatalf("%+v %v", p, err)
		}
		return p.Rank
	})
}

func TestKilledWhileStoringNotes(t *testing.T) {
	killRuns(t, "notes", func(l *Library) int {
		n, err := countNotes(l)
		if err != nil || len(l.Notices()) > 0 {
			t.Fatalf("%q %v", l.Notices(), err)
		}
		return n
	})
}

// plazas is an offer of so many.
func plazas(n int) Item { return fakeItem(fakeOffer("2026-I", data.Remunerada, n, 1), day(1)) }

// takenBack returns how many plazas the offer has beyond the one that a wrong list of
// a single plaza has, which is taken back where it stands.
func takenBack(l *Library) (int, error) {
	lists := l.Lists()
	if len(lists) > 0 && lists[0].Plazas == 1 {
		if _, err := l.TakeBack(context.Background()); err != nil {
			return 0, err
		}
		lists = l.Lists()
	}
	if len(lists) == 0 {
		return 0, nil
	}
	offer, err := l.Offer(context.Background(), "2026-I", data.Remunerada)
	if err == nil && (len(lists) != 1 || len(offer.Plazas) != lists[0].Plazas) {
		err = fmt.Errorf("%d lists, %d plazas", len(lists), len(offer.Plazas))
	}
	return lists[0].Plazas - 1, err
}

// A wrong list is taken back after any kill, in mid-import or in mid-way back.
func TestKilledWhileTakingBack(t *testing.T) {
	killRuns(t, "takeback", func(l *Library) int {
		n, err := takenBack(l)
		if err != nil || len(l.Notices()) > 0 {
			t.Fatalf("%q %v", l.Notices(), err)
		}
		return n
	})
}

func TestKilledWhileCommitting(t *testing.T) {
	killRuns(t, "commit", func(l *Library) int {
		offers, err := l.Offers(context.Background())
		if err != nil || len(l.Notices()) > 0 || len(offers) != 0 && len(offers) != 2 {
			t.Fatalf("%d offers, %q %v", len(offers), l.Notices(), err)
		}
		for _, info := range l.Lists() {
			if problems, err := l.Problems(info); err != nil || len(problems) != 1 {
				t.Fatalf("%v %v", problems, err)
			}
		}
		if len(offers) == 0 {
			return 0
		}
		if len(offers[0].Plazas) != len(offers[1].Plazas) {
			t.Fatal("two lists of one commit are of different commits")
		}
		return len(offers[0].Plazas)
	})
}
