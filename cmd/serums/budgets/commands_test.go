//go:build unix

package budgets

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"brujula/data"
)

// commands runs the program as scripts do, with all lists in the library and the model
// in the cache. Budget: 0.2 s for a question about one line or one plaza; 20 ms for
// version, which is what every command takes before it does anything.
func commands(b *testing.B, dir string) {
	program, code := build(b), someCode(b, dir)
	line := []string{"--profesion", "medicina", "--modalidad", "remunerada"}
	for _, c := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"listar", append([]string{"listar"}, line...)},
		{"listar_puesto", append([]string{"listar", "--puesto", "800"}, line...)},
		{"ficha", append([]string{"ficha", code}, line...)},
		{"ficha_puesto", append([]string{"ficha", code, "--puesto", "800"}, line...)},
	} {
		b.Run(c.name, func(b *testing.B) {
			var watch stopwatch
			for b.Loop() {
				for len(watch.wall) < startsMeasured {
					cmd := exec.CommandContext(b.Context(), program, c.args...)
					cmd.Env = []string{"HOME=" + b.TempDir(), "SERUMS_DATOS=" + dir, "LANG=C.UTF-8"}
					began := time.Now()
					if out, err := cmd.CombinedOutput(); err != nil {
						b.Fatalf("%s: %v: %s", strings.Join(c.args, " "), err, out)
					}
					watch.wall = append(watch.wall, time.Since(began))
					used := cmd.ProcessState.SysUsage().(*syscall.Rusage)
					watch.cpu = append(watch.cpu, time.Duration(used.Utime.Nano()+used.Stime.Nano()))
				}
			}
			watch.report(b, "")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// someCode is the RENIPRESS of a plaza of the line that is asked for.
func someCode(b *testing.B, dir string) string {
	b.Helper()
	offer, err := openLibrary(b, dir).Offer(b.Context(), "2026-I", data.Remunerada)
	if err != nil {
		b.Fatal(err)
	}
	for i := range offer.Plazas {
		if p := &offer.Plazas[i]; p.Profession == "MEDICINA" {
			return p.Renipress
		}
	}
	b.Fatal("no plaza of medicine")
	return ""
}
