package pdfpage

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/pdf/pdfobj"
)

// draw runs content on a page of 200 by 100 points with the given objects
// from number 5 on; font F is object 5.
func draw(t *testing.T, page, content string, objects ...string) *Page {
	t.Helper()
	var b bytes.Buffer
	offsets := []int{}
	add := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	b.WriteString("%PDF-1.4\n")
	add("<</Type/Catalog /Pages 2 0 R>>")
	add("<</Kids[3 0 R] /Count 1 /MediaBox[0 0 200 100]>>")
	add("<</Type/Page /Contents 4 0 R /Resources<</Font<</F 5 0 R>> /XObject<</X 6 0 R>>>> " + page + ">>")
	add(stream("", content))
	for _, o := range objects {
		add(o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n1 %d\n", len(offsets))
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", at)
	doc, err := pdfobj.Open(b.Bytes(), pdfobj.NewBudget(1<<20))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Damage() != nil {
		t.Fatal("the test's own file is broken")
	}
	pages, err := doc.Pages(1)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(context.Background(), doc, NewFonts(doc), pages[0])
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// mono is a font in which every glyph is 0.5 wide.
var mono = "<</Type/Font /Subtype/TrueType /Encoding/WinAnsiEncoding /FirstChar 0 /Widths[" + strings.Repeat("500 ", 256) + "]>>"

func texts(p *Page) string {
	out := ""
	for i, w := range p.Words {
		switch {
		case i == 0:
		case w.Touches:
			out += "+"
		case w.Show != p.Words[i-1].Show:
			out += "|"
		default:
			out += " "
		}
		out += w.Text
	}
	return out
}

func TestWords(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"blanks part words", "BT /F 10 Tf (uno dos) Tj ET", "uno dos"},
		{"gaps part words", "BT /F 10 Tf [(uno)-300(dos)20(x)] TJ ET", "uno dosx"},
		{"each glyph placed, as Skia does", "BT /F 10 Tf (u) Tj 5 0 Td (n) Tj 5 0 Td (o) Tj ET", "uno"},
		{"placed apart", "BT /F 10 Tf (uno) Tj 40 0 Td (dos) Tj ET", "uno|dos"},
		{"text objects that touch", "BT /F 10 Tf (uno) Tj ET BT 15 0 Td (dos) Tj ET", "uno+dos"},
		{"next line", "BT /F 10 Tf 12 TL (uno) Tj T* (dos) Tj (tres) ' ET", "uno|dos|tres"},
		{"letters spaced", "BT /F 10 Tf 4 Tc (uno) Tj ET", "uno"},
		{"word space", "BT /F 10 Tf 1 2 (uno dos) \" ET", "uno dos"},
		{"drawn twice is bold", "BT /F 10 Tf (uno) Tj ET BT .2 0 Td (uno) Tj ET", "uno"},
		{"askew is no cell", "BT /F 10 Tf .7 .7 -.7 .7 9 9 Tm (BORRADOR) Tj ET BT (uno) Tj ET", "uno"},
		{"WinAnsi", "BT /F 10 Tf (\\321\\341\\200\\255) Tj ET", "Ñá€-"},
		{"actual text", "BT /F 10 Tf /Span<</ActualText<FEFF00660069>>>BDC (\\001\\002) Tj EMC (n) Tj ET", "fin"},
		{"image inside", "BI /W 2 ID \x01(EI\x02 EI BT /F 10 Tf (uno) Tj ET", "uno"},
	}
	for _, test := range tests {
		if got := texts(draw(t, "", test.content, mono)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	tests := []struct {
		name, page, content string
		want                Box
		turn                uint8
	}{
		{"plain", "", "BT /F 10 Tf 20 30 Td (ab) Tj ET", Box{20, 62.5, 30, 72}, 0},
		{"scaled", "", "q 2 0 0 2 0 0 cm BT /F 5 Tf 10 15 Td (ab) Tj ET Q", Box{20, 62.5, 30, 72}, 0},
		{"upside down and back, as Skia does", "", "1 0 0 -1 0 100 cm BT /F 10 Tf 1 0 0 -1 20 70 Tm (ab) Tj ET", Box{20, 62.5, 30, 72}, 0},
		{"stretched", "", "BT /F 10 Tf 200 Tz 20 30 Td (ab) Tj ET", Box{20, 62.5, 40, 72}, 0},
		{"crop box", "/CropBox[10 20 190 90]", "BT /F 10 Tf 20 30 Td (ab) Tj ET", Box{10, 52.5, 20, 62}, 0},
		// 20 from the left and 30 from the bottom of a page turned clockwise:
		// 30 from the left and 20 from the top, reading downwards.
		{"turned page", "/Rotate 90", "BT /F 10 Tf 20 30 Td (ab) Tj ET", Box{28, 20, 37.5, 30}, 1},
		{"upwards", "", "BT /F 10 Tf 0 1 -1 0 20 30 Tm (ab) Tj ET", Box{12.5, 60, 22, 70}, 3},
	}
	for _, test := range tests {
		p := draw(t, test.page, test.content, mono)
		if len(p.Words) != 1 || !near(p.Words[0].Box, test.want) || p.Words[0].Turn != test.turn {
			t.Errorf("%s: %+v, want %v turn %d", test.name, p.Words, test.want, test.turn)
		}
	}
}

func near(a, b Box) bool {
	return abs32(a.X0-b.X0) < 0.01 && abs32(a.X1-b.X1) < 0.01 && abs32(a.Y0-b.Y0) < 0.01 && abs32(a.Y1-b.Y1) < 0.01
}

// TestUpright: a page drawn sideways, turned back, has its words where they
// would be on a page drawn straight.
func TestUpright(t *testing.T) {
	straight := draw(t, "", "BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S", mono)
	for _, turn := range []struct{ page, content string }{
		{"/MediaBox[0 0 100 200]", "0 1 -1 0 100 0 cm BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S"},
		{"/MediaBox[0 0 100 200]", "0 -1 1 0 0 200 cm BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S"},
		{"", "-1 0 0 -1 200 100 cm BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S"},
		{"/Rotate 90", "BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S"},
		{"/Rotate 270", "BT /F 10 Tf 20 30 Td (ab) Tj ET 0 50 m 150 50 l S"},
	} {
		p := draw(t, turn.page, turn.content, mono)
		p.Upright()
		if p.Width != 200 || p.Height != 100 || !near(p.Words[0].Box, straight.Words[0].Box) || !near(p.Rules[0].Box, straight.Rules[0].Box) || p.Rules[0].Vertical {
			t.Errorf("%s %s: %+v", turn.page, turn.content, p)
		}
	}
}

func TestRules(t *testing.T) {
	p := draw(t, "", `10 20 m 110 20 l S
10 30 .5 40 re f
20 30 100 .5 re f
20 40 100 30 re f
50 50 60 20 re S
0 0 m 50 70 l S
10 80 100 10 re W n`, mono)
	want := []Rule{
		{Box{10, 80, 110, 80}, false},
		{Box{10.25, 30, 10.25, 70}, true},
		{Box{20, 69.75, 120, 69.75}, false},
		{Box{50, 50, 110, 50}, false},
		{Box{110, 30, 110, 50}, true},
		{Box{50, 30, 110, 30}, false},
		{Box{50, 30, 50, 50}, true},
	}
	if diff := cmp.Diff(want, p.Rules); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Box{{20, 30, 120, 60}}, p.Areas); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Box{{10, 10, 110, 20}}, p.Clips); diff != "" {
		t.Error(diff)
	}
}

func TestFormsAndImages(t *testing.T) {
	form := stream("/Subtype/Form /Matrix[1 0 0 1 20 0]", "q BT /F 10 Tf 0 30 Td (ab) Tj ET")
	p := draw(t, "", "/X Do BT /F 10 Tf 0 80 Td (c) Tj ET", mono, form)
	if got := texts(p); got != "ab|c" || p.Words[0].X0 != 20 || p.Words[1].X0 != 0 {
		t.Errorf("%q %+v", got, p.Words)
	}
	p = draw(t, "", "/X Do", mono, stream("/Subtype/Image", "x"))
	if p.Images != 1 {
		t.Errorf("%d images", p.Images)
	}
}
