package widget

import (
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/theme"
)

// mostNotice is how many lines a message takes at most: what stands behind it
// stays recognisable.
const mostNotice = 4

// NoticeLines draws a message in lines of exactly w cells, as many as it needs:
// its end often says what to do.
func NoticeLines(st *theme.Styles, n msg.NoticeMsg, w int) []string {
	style, text := noticeText(st, n)
	lines := layout.Wrap(text, w)
	if len(lines) > mostNotice {
		return []string{Notice(st, n, w)}
	}
	for i, line := range lines {
		lines[i] = layout.Fit(style.Render(line), w, layout.Left, "")
	}
	return lines
}

// Notice draws a message in exactly w cells. A warning and an error begin with
// a word that says so.
func Notice(st *theme.Styles, n msg.NoticeMsg, w int) string {
	style, text := noticeText(st, n)
	return layout.Fit(style.Render(text), w, layout.Left, st.Glyphs.Ellipsis)
}

func noticeText(st *theme.Styles, n msg.NoticeMsg) (style theme.Style, text string) {
	prefix := ""
	style = st.Info
	switch n.Severity {
	case msg.Info:
	case msg.Success:
		style = st.Success
	case msg.Warning:
		style, prefix = st.Warning, texts.NoticeWarning
	case msg.Error:
		style, prefix = st.Error, texts.NoticeError
	}
	return style, layout.OneLine(prefix + n.Text)
}
