package root

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/theme"
)

// settingGraphics remembers in the profile with which signs pictures are drawn.
const settingGraphics = "graficos"

// RecallGraphics draws from now on with the signs that were chosen last, or with
// those asked for now, and remembers them; asked is "" where the user did not say.
func RecallGraphics(d *bridge.Desk, asked string) {
	if g, ok := theme.ParseGraphics(asked); ok {
		d.Styles.Draw(g)
	} else if g, ok := theme.ParseGraphics(d.Recall(settingGraphics)); ok {
		d.Styles.Draw(g)
	}
	d.Remember(settingGraphics, func() string { return d.Styles.Options.Graphics.Word() })
}

// graphicsCommand changes the signs of pictures; every page is laid out anew.
func (m *Model) graphicsCommand(rest string) tea.Cmd {
	g, ok := theme.ParseGraphics(rest)
	if !ok {
		return msg.Warn(texts.BadGraphics(rest))
	}
	m.styles.Draw(g)
	for _, page := range m.pages {
		page.Resize(m.width, m.bodyHeight())
	}
	return tea.Batch(bridge.Cmd(m.desk.Touched()), msg.Say(texts.GraphicsChosen(g.Word())))
}
