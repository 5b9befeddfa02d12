package linear_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/linear"
)

// held gives answers and then nothing until it is released.
type held struct {
	script
	release <-chan struct{}
	last    script
}

func (h *held) Read(p []byte) (int, error) {
	if len(h.lines) > 0 {
		return h.script.Read(p)
	}
	<-h.release
	return h.last.Read(p)
}

// A full disk is tried again with the next question, and where somebody may be
// listening in the midst of one, without an answer: what was said to be lost is
// then said to be saved, once, and the question is asked again.
func TestAFullDiskIsTriedAgain(t *testing.T) {
	const star = "1\n1\n1\n1"
	for name, patience := range map[string]time.Duration{"script": 0, "person": time.Hour} {
		t.Run(name, func(t *testing.T) {
			disk := storetest.New()
			lib, space := onDisk(t, disk)
			withProfile(t, lib, space)
			now := clock()
			d, _ := session.New(context.Background(), session.Options{
				Lib: lib, Facts: rules.Default(), Space: space,
				Now: func() time.Time { return now },
			})
			t.Cleanup(d.Close)
			disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
			saved := make(chan struct{})
			failed, done := false, false
			out := &watched{look: func(said string) {
				if !failed && strings.Contains(said, "NO se guardó") {
					failed = true
					disk.Heal()
					now = now.Add(time.Minute)
				}
				if !done && strings.Contains(said, texts.SavedAfterAll) {
					done = true
					close(saved)
				}
			}}
			var in io.Reader = &held{script: script{strings.Split(star, "\n")}, release: saved, last: script{[]string{"salir"}}}
			if patience == 0 {
				in = strings.NewReader(star + "\ninicio\nsalir\n")
			}
			ctx, stop := context.WithTimeout(t.Context(), time.Minute) // a session that never says it would wait for ever
			defer stop()
			if err := linear.Run(ctx, linear.Options{Desk: d, In: in, Out: out, Patience: patience}); err != nil {
				t.Fatal(err)
			}
			checkPlain(t, out.String())
			said := out.String()
			if strings.Count(said, texts.SavedAfterAll) != 1 {
				t.Errorf("said:\n%s", said)
			}
			if patience > 0 {
				before, after, _ := strings.Cut(said, "\n"+texts.SavedAfterAll+"\n")
				question := before[strings.LastIndex(before, "\n")+1:]
				if question == "" || !strings.HasPrefix(after, question) {
					t.Errorf("the question %q is not asked again:\n%s", question, said)
				}
			}
			e, _, err := storage.OpenPlan(lib, storage.DefaultPlan)
			if err != nil || len(e.Plan().Entries) != 1 {
				t.Errorf("%v, %v", e.Plan(), err)
			}
		})
	}
}
