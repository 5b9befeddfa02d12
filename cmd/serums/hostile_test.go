package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// everyText gives each argument all hostile texts, not one of them: seven
// thousand calls, minutes.
var everyText = flag.Bool("hostile-all", false, "every argument is called with every hostile text")

// hostile are texts that would move a cursor, hide or reorder what stands
// beside them, or begin a line of their own.
func hostile() []string {
	return []string{
		"a\x1b[2Jb", "a\x1b]0;t\x07b", "a\u009b31mb", "a\rb", "a\nb", "a\x7fb", "a\x08b", "a\u202eb\u2066c", "a\u200fb\u200ec", "a\u200bb\ufeffc", "a\u2028b", "a\xffb",
	}
}

// rawSigns returns the first sign of a text that a terminal or a reader may obey,
// with what stands around it.
func rawSigns(text string) string {
	if !utf8.ValidString(text) {
		return fmt.Sprintf("no UTF-8: %.200q", text)
	}
	for i, r := range text {
		switch {
		case r == '\n' || r == '\t' || r == '\ufeff' && i == 0:
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
			return fmt.Sprintf("%U in %q", r, text[max(0, i-60):min(len(text), i+20)])
		}
	}
	return ""
}

// try runs a command line and checks all that it writes.
func (h *hostileRun) try(args ...string) {
	h.t.Helper()
	var out, err bytes.Buffer
	a := &app{
		in: strings.NewReader(h.in), out: &out, err: &err, env: func(string) string { return "" }, environ: func() []string { return nil },
		now: func() time.Time { return time.Date(2026, 4, 20, 9, 0, 0, 0, time.UTC) }, interactive: func() bool { return false },
	}
	call := append([]string{"--datos", h.lib}, args...)
	a.run(h.t.Context(), call)
	for name, text := range map[string]string{"stdout": out.String(), "stderr": err.String()} {
		if raw := rawSigns(text); raw != "" {
			h.t.Errorf("%q: %s: %s", args, name, raw)
		}
		if strings.Contains(text, "a\nb") {
			h.t.Errorf("%q: %s: a line of its own: %q", args, name, text)
		}
	}
	h.said = out.String() + err.String()
}

type hostileRun struct {
	t    *testing.T
	lib  string
	in   string // what is typed
	said string
}

// checkFiles looks at every text file under a folder.
func (h *hostileRun) checkFiles(folder string) {
	h.t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && strings.HasPrefix(entry.Name(), "carpeta") {
			return fs.SkipDir // what is read
		}
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil || bytes.IndexByte(content, 0) >= 0 {
			return err // packed
		}
		if raw := rawSigns(strings.ReplaceAll(string(content), "\r\n", "\n")); raw != "" {
			h.t.Errorf("%q: %s", path, raw)
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

// Whatever stands in an argument, no command gives it back raw: each with such a
// word as its argument and as the value of each of its flags.
func TestHostileArguments(t *testing.T) {
	h := &hostileRun{t: t, lib: t.TempDir()}
	t.Chdir(t.TempDir())
	var lines [][]string
	walk((&app{}).rootCommand(), func(c *cobra.Command) {
		words := strings.Fields(c.CommandPath())[1:]
		if len(words) == 0 || slices.Contains([]string{"completar", "manual", "ayuda", "evaluar", "ajustar"}, words[0]) {
			return
		}
		lines = append(lines, append(slices.Clip(words), "%"), append(slices.Clip(words), "%", "%"), append(slices.Clip(words), "--%"))
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name == "help" {
				return
			}
			lines = append(lines, append(slices.Clip(words), "--"+f.Name+"=%"), append(slices.Clip(words), "x", "--"+f.Name+"=%"))
		})
	})
	lines = append(lines, []string{"%"}, []string{"ayuda", "%"}, []string{"--tema=%", "fuentes"}, []string{"--datos=%", "fuentes"}, []string{"completar", "%"})
	texts := hostile()
	for i, line := range lines {
		for k := range texts {
			if !*everyText && k != i%len(texts) {
				continue
			}
			call := make([]string, len(line))
			for j, word := range line {
				call[j] = strings.ReplaceAll(word, "%", texts[k])
			}
			h.try(call...)
		}
	}
	h.checkFiles(h.lib)
}
