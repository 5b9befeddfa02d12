package export

import (
	"bytes"
	"strings"
	"testing"

	"brujula/data/texts"
)

// What would be live in Markdown, in any case, is text; so are formulas of full
// width and those behind a blank in a CSV.
func TestNothingOfACellIsLive(t *testing.T) {
	for text, want := range map[string]string{
		"[L](HTTP://X)":        `\[L](HTTP:\//X)`,
		"![I](http://x/y.png)": `!\[I](http:\//x/y.png)`,
		"*B* _c_ **d** ~~e~~":  `\*B\* \_c\_ \*\*d\*\* \~\~e\~\~`,
		"`code`":               "\\`code\\`",
		"<b onclick=x>":        "&lt;b onclick=x>",
		"<HTTPS://x>":          `&lt;HTTPS:\//x>`,
		"WWW.x.pe, Www.y.pe":   `WWW\.x.pe, Www\.y.pe`,
		"a@b.pe":               "a@\u2060b.pe",
		"&lt;script&gt;":       "&amp;lt;script&amp;gt;",
		"> a > b":              `\> a > b`,
		"uno | dos\n# tres":    `uno \| dos \# tres`,
		"POSTA DE SALUD I-2":   "POSTA DE SALUD I-2",
	} {
		if got := plainMarkdown(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
	for _, cell := range []string{"=1+1", "＝1+1", "＋1", "－1", "＠x", " =1", "\u00a0=1", "\t=1", "'=1", "'x", "-2+3"} {
		if got := Guard(cell); got != "'"+cell || Unguard(got) != cell {
			t.Errorf("%q is written %q and read %q", cell, got, Unguard(got))
		}
	}
	for _, cell := range []string{"", "-5", "+3,4", "x=1", "a@b", "ＡＢ"} {
		if got := Guard(cell); got != cell || Unguard(cell) != cell {
			t.Errorf("%q is written %q", cell, got)
		}
	}
}

// The page says once that no note is no promise.
func TestMarkdownSaysOnceThatNoNoteIsNotSafe(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(Markdown, out, Options{Notes: true})
	if got := bytes.Count(content, []byte(texts.NoNoteIsNotSafe)); err != nil || got != 1 {
		t.Errorf("said %d times, %v", got, err)
	}
}

func TestPageEscapesItsTexts(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(HTML, out, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	if strings.Contains(text, "<script") || !strings.Contains(text, "&lt;script&gt;") {
		t.Error("a note reaches the page as markup")
	}
	for _, outside := range []string{"http://", "https://", "src=", "url("} {
		if strings.Contains(strings.ReplaceAll(text, "http://x", ""), outside) {
			t.Errorf("the page asks for %s", outside)
		}
	}
}

// A column that no line fills is not printed.
func TestEmptyColumnsAreLeftOut(t *testing.T) {
	_, out := demoPlan(t)
	for i := range out.Lines {
		out.Lines[i].Note, out.Lines[i].ZAF, out.Lines[i].ZE = "", false, false
	}
	page := string(exported(t, HTML, out))
	for _, label := range []string{"Mi nota", "Bono"} {
		if strings.Contains(page, ">"+label+"<") {
			t.Errorf("an empty column %q", label)
		}
	}
}

// On a telephone each cell of the page says what it is, since the heading is out
// of view there.
func TestPageOnATelephone(t *testing.T) {
	out := rangedPlan(t)
	page := string(exported(t, HTML, out))
	if !strings.Contains(page, "max-width: 600px") || strings.Contains(page, "<td>") {
		t.Error("a cell without a label, or no layout for narrow windows")
	}
	for _, label := range texts.PlanPageHeading() {
		if !strings.Contains(page, ` data-label="`+label+`">`) {
			t.Errorf("no cell is labelled %q", label)
		}
	}
}
