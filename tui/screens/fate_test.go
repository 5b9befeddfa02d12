package screens

import (
	"bytes"
	"cmp"
	"context"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/report"
	"brujula/planner/turn"
	"brujula/tui/linear"
	"brujula/tui/tuitest"
)

// playedStored is markedStored with an act: the first place is the applicant's
// own, the second was taken by others.
func playedStored(t *testing.T, over bool) *library.Library {
	t.Helper()
	lib := markedStored(t)
	line := data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}
	book, _, err := turn.Open(lib, line)
	if err != nil {
		t.Fatal(err)
	}
	events := []turn.Event{
		{Kind: turn.Start, Line: line, Rank: 2, N: 1},
		{Kind: turn.Cross, Renipress: places()[1].code},
		{Kind: turn.Take, Renipress: places()[0].code, Rank: 2},
	}
	if over {
		events = append(events, turn.Event{Kind: turn.End})
	}
	for _, e := range events {
		e.At = time.Date(2026, 4, 20, 8, 0, 0, 0, time.UTC)
		if err := book.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	return lib
}

// The place that I took is mine on every face, during the act and after it; one
// that others took is crossed out while the act lasts, and is never called mine.
func TestMyPlaceIsMineOnAllFaces(t *testing.T) {
	for name, over := range map[string]bool{"under way": false, "over": true} {
		t.Run(name, func(t *testing.T) {
			lib := playedStored(t, over)
			m, d := openStored(t, lib)
			driver := tuitest.New(t, m, 200, 50)
			mine, gone := places()[0], places()[1]
			says := func(face, text, short string) {
				t.Helper()
				if lineWith(text, mine.name, short) == "" && lineWith(text, texts.ListName(mine.name), short) == "" {
					t.Errorf("%s does not say %q of the place that is mine:\n%s", face, short, text)
				}
				line := cmp.Or(lineWith(text, gone.name), lineWith(text, texts.ListName(gone.name)))
				if strings.Contains(line, short) || strings.Contains(line, "tachada") == over {
					t.Errorf("%s says of the place that others took: %q", face, line)
				}
			}
			says("Explorar", driver.Text(), " suya ")
			driver.Type("/" + strings.Fields(mine.name)[1]).Press("enter").Contains("es su plaza: usted la tomó")
			driver.Press("enter").Contains("es su plaza: usted la tomó").Press("esc", "c", "X")
			driver.Type("/"+places()[3].code).Press("enter", "c", "3").Contains("es su plaza: usted la")
			driver.Press("2", "g")
			says("Mi plan", driver.Text(), " suya ")
			driver.Contains("es su plaza: usted la tomó")

			out := report.PlanOf(d.Space, d.Plan(), d.Est, time.Unix(0, 0))
			for f, short := range map[export.Format]string{
				export.Markdown: "| su plaza |", export.HTML: ">su plaza</td>", export.CSV: ",suya,", export.Text: "su plaza",
			} {
				content, err := export.Bytes(f, &out, export.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if f == export.Text && !over { // the lines that are left to ask for
					if !strings.Contains(lineWith(string(content), mine.name), short) || strings.Contains(string(content), gone.name) {
						t.Errorf("txt:\n%s", content)
					}
					continue
				}
				says(string(f), string(content), short)
			}
			if l := out.Lines; !l[0].Mine || l[1].Mine || l[1].Gone == over {
				t.Errorf("json: %+v %+v", l[0], l[1])
			}

			_, spoken := openStored(t, lib)
			var read bytes.Buffer
			if err := linear.Run(context.Background(), linear.Options{Desk: spoken.Session, In: strings.NewReader("1\n1\n"), Out: &read, Echo: true}); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(read.String()), " ")
			if _, after, _ := strings.Cut(text, mine.name); !strings.Contains(after[:min(len(after), 140)], "Es su plaza: usted la tomó") {
				t.Errorf("linear mode:\n%s", text)
			}
		})
	}
}
