package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"brujula/data/texts"
)

// full is a file on a disk that has room for so many more bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	n := min(f.room, len(p))
	f.room -= n
	if n < len(p) {
		return n, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
	}
	return n, nil
}

// answers are calls that write an answer, in every form that there is: text,
// tables, JSON, CSV, files on the output, help, what an import tells, completion.
func answers(t *testing.T) [][]string {
	t.Helper()
	line := []string{"--profesion", "medicina", "--modalidad", "remunerada"}
	calls := [][]string{
		append([]string{"--demo", "listar"}, line...),
		append([]string{"--demo", "listar", "--json"}, line...),
		append([]string{"--demo", "listar", "--csv"}, line...),
		{"--demo", "plan", "ver"},
		{"--demo", "fuentes"},
		{"--demo", "panorama"},
		{"--demo", "panorama", "--json"},
		{"--lineal", "--demo"},
		{"importar", "oferta", write(t, "lista.csv", bareOffer), "--proceso", "2026-I", "--modalidad", "remunerada", "--revisar"},
		{"notas"},
		{"notas", "ver"},
		{"__complete", "li"},
	}
	walk((&app{}).rootCommand(), func(c *cobra.Command) {
		words := strings.Fields(c.CommandPath())[1:]
		calls = append(calls, append(words[:len(words):len(words)], "--ayuda"))
		if strings.HasPrefix(c.CommandPath(), "serums completar ") || c.Name() == "version" {
			calls = append(calls, words)
		}
	})
	return calls
}

// An answer that does not come through whole fails the command, which says so on
// one line.
func TestAnAnswerThatCannotBeWrittenIsAFailure(t *testing.T) {
	for _, args := range answers(t) {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			a, out, errs := at(t, "")
			if code := a.run(t.Context(), args); code != exitOK || out.Len() == 0 {
				t.Fatalf("exit code %d, answer %q, %s", code, out, errs)
			}
			notices := errs.String()
			line := "serums: " + texts.OutputIncomplete(syscall.ENOSPC) + "\n"
			for _, room := range []int{0, out.Len() / 2, out.Len() - 1} {
				a, _, errs := at(t, "")
				a.out = &full{room}
				code := a.run(t.Context(), args)
				before, whole := strings.CutSuffix(errs.String(), line)
				if code != exitFailed || !whole || !strings.HasPrefix(notices, before) {
					t.Errorf("room for %d of %d bytes: exit code %d, told %q", room, out.Len(), code, errs)
				}
			}
		})
	}
}

// Who has read enough, as head has, is told nothing.
func TestAReaderThatWentAwayIsToldNothing(t *testing.T) {
	gone := &fs.PathError{Op: "write", Path: "/dev/stdout", Err: errBrokenPipe}
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"--demo", "fuentes"}, exitOK},
		{[]string{"--ayuda"}, exitOK},
		{[]string{"--demo", "fuentes", "--json"}, exitFailed},
	} {
		a, _, errs := at(t, "")
		a.out = failing{gone}
		if code := a.run(t.Context(), c.args); code != c.code || errs.Len() > 0 {
			t.Errorf("%v: exit code %d, told %q", c.args, code, errs)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A command that fails for a cause of its own tells that, in spite of the output.
func TestACauseOfItsOwnComesFirst(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		told string
	}{
		{[]string{"listar", "--nada"}, exitUsage, "--nada"},
		{[]string{"importar", "oferta", "no-existe.csv", "--si"}, exitFailed, "no-existe.csv"},
	} {
		a, _, errs := at(t, "")
		a.out = &full{}
		if code := a.run(t.Context(), c.args); code != c.code || !strings.Contains(errs.String(), c.told) {
			t.Errorf("%v: exit code %d, told %q", c.args, code, errs)
		}
	}
}

// What follows a failed write is not written: an answer with a hole in it would
// look whole.
func TestNothingFollowsAFailedWrite(t *testing.T) {
	var got bytes.Buffer
	o := &output{to: &once{&got, 1}}
	for _, text := range []string{"uno ", "dos ", "tres"} {
		_, _ = o.Write([]byte(text))
	}
	if got.String() != "uno " || o.err == nil {
		t.Errorf("%q, %v", &got, o.err)
	}
}

// once fails at one write, counted from 0.
type once struct {
	to   *bytes.Buffer
	left int
}

func (o *once) Write(p []byte) (int, error) {
	o.left--
	if o.left == -1 {
		return 0, syscall.ENOSPC
	}
	return o.to.Write(p)
}

// The program itself, on the device that is always full.
func TestAFullDevice(t *testing.T) {
	device, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no device that is always full here")
	}
	defer device.Close()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"--demo", "fuentes"}, {"--ayuda"}, {"--demo", "panorama", "--json"}, {"--lineal", "--demo"}} {
		var errs strings.Builder
		cmd := exec.CommandContext(t.Context(), self)
		cmd.Args, cmd.Stdout, cmd.Stderr = append([]string{"serums"}, args...), device, &errs
		cmd.Env = []string{"HOME=" + t.TempDir(), "LANG=C.UTF-8", "SERUMS_DATOS=" + filepath.Join(t.TempDir(), "biblioteca")}
		_ = cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != exitFailed || errs.String() != "serums: "+texts.OutputIncomplete(syscall.ENOSPC)+"\n" {
			t.Errorf("%v: exit code %d, told %q", args, code, &errs)
		}
	}
}
