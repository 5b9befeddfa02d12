package widget

import (
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/theme"
)

// Notice draws a message in exactly w cells. A warning and an error begin with
// a word that says so.
func Notice(st *theme.Styles, n msg.NoticeMsg, w int) string {
	style, prefix := st.Info, ""
	switch n.Severity {
	case msg.Info:
	case msg.Success:
		style = st.Success
	case msg.Warning:
		style, prefix = st.Warning, texts.NoticeWarning
	case msg.Error:
		style, prefix = st.Error, texts.NoticeError
	}
	return layout.Fit(style.Render(layout.OneLine(prefix+n.Text)), w, layout.Left, st.Glyphs.Ellipsis)
}
