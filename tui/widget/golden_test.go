package widget

import (
	"math"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func falling(middle, slope float64) func(float64) float64 {
	return func(r float64) float64 { return 1 / (1 + math.Exp((r-middle)/slope)) }
}

// gallery draws every widget on one page, as the example under which they
// were looked at.
func gallery(st *theme.Styles, w, h int) string {
	left := min(layout.FacetsWidth, w/2)
	f := NewFacets(st)
	f.Focused = true
	f.Resize(left-2, 12)
	f.SetGroups(groups())
	f.moveTo(2)
	facets := Box(st, BoxOptions{Title: "Filtros", Note: f.Position(), Active: true}, f.Lines(), left, 14)

	c := Curve{Chance: falling(900, 150), Last: 2175, Mine: 812}
	card := Card(st, []Pair{
		{Label: "Chance al llegar", Value: "P 86 % (78–92)", Style: st.BandStyle(1), Note: "misma plaza en 2025-I"},
		{Label: "Puntos CONAREME", Value: "10", Note: "reportado; verifique el procedimiento del año"},
		{Label: "Riesgos", Value: st.RiskStyle(3).Render(st.Glyphs.Risk) + " Transporte: camino de cuatro horas, sin señal de teléfono en la mitad del trayecto."},
	}, w-left-2)
	right := append(append([]string{}, card...), "")
	right = append(right, c.Chart(st, w-left-2, 7)...)
	page := layout.Beside(facets, Box(st, BoxOptions{Title: "POSTA INVENTADA"}, right, w-left, 14))

	page = append(page, Rule(st, "Comparar", w))
	page = append(page, Curves(st, []Curve{{falling(600, 90), 2175, 812, false}, {falling(1200, 200), 2175, 812, false}}, w, 7)...)
	page = append(page, Bars(st, []BarRow{{Label: "PUNO", Value: 136, Note: "136"}, {Label: "CUSCO", Value: 100, Note: "100"}, {Label: "TACNA", Value: 0.3, Note: "0"}}, min(w, 60))...)
	page = append(page, Progress(st, "Leyendo", 2_340, 7_323, w))
	page = append(page, Reliability(st, []Bin{{.05, .04, .01, .1, 90}, {.3, .34, .2, .45, 80}, {.6, .55, .4, .7, 60}, {.9, .93, .85, .97, 200}}, min(w, 50), 8)...)
	for s, text := range []string{"Nada que contar.", "Guardado.", "No hay nada que deshacer.", "lista.csv:12:GD: «GD-9» no es un grado; corrija la celda."} {
		page = append(page, Notice(st, msg.NoticeMsg{Severity: msg.Severity(s), Text: text}, w))
	}
	p := NewPrompt(st, "Mover a la posición: ", "12")
	page = append(page, p.Line(w))
	return join(layout.Block(page, w, h, ""))
}

func dialogs(st *theme.Styles, w, h int) string {
	choice := professions()
	choice.Set("MEDICINA")
	form := NewForm(st, choice, NewNumber(st, "Orden de mérito", 1, 99_999, false))
	form.Update(named("tab"))
	form.Update(named("enter"))
	page := form.Lines(w)
	form.Focus(0)
	page = append(page, form.Lines(w)...)

	c := NewCommandLine(st, func(string) []Completion {
		return []Completion{{Line: "exportar plan.md", Hint: "Markdown"}, {Line: "exportar plan.csv", Hint: "hoja de cálculo"}}
	})
	c.Open("ex")
	c.Update(named("tab"))
	page = append(page, c.Popup(w, 8)...)
	page = append(page, c.Line(w))

	box := NewConfirm(st, "¿Quitar 3 plazas del plan A? Se puede deshacer con u.").Box(w)
	page = layout.Block(page, w, h, "")
	return join(layout.Over(page, box, (w-layout.Width(box[0]))/2, h-len(box)))
}

func TestGallery(t *testing.T) {
	tuitest.Matrix(t, []tuitest.Size{{W: 60, H: 45}, {W: 80, H: 45}, {W: 120, H: 45}}, gallery)
}

func TestDialogs(t *testing.T) {
	tuitest.Matrix(t, []tuitest.Size{{W: 60, H: 30}, {W: 80, H: 30}, {W: 120, H: 30}}, dialogs)
}

func named(name string) tea.KeyMsg {
	k, _ := tuitest.Key(name)
	return k
}
