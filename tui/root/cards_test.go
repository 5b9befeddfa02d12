package root

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// blank is a page that counts how often it is told of other data.
type blank struct{ told int }

func (b *blank) Init() tea.Cmd { return nil }
func (b *blank) Update(m tea.Msg) tea.Cmd {
	if _, ok := m.(msg.DataChangedMsg); ok {
		b.told++
	}
	return nil
}
func (*blank) View() string      { return "" }
func (*blank) Resize(_, _ int)   {}
func (*blank) Help() screen.Help { return screen.Help{} }
func (*blank) Typing() bool      { return false }
func (*blank) Back() bool        { return false }

// However many cards were opened, few are worked out anew when chances change;
// the way back still leads through all of them.
func TestOldCardsAreLetGo(t *testing.T) {
	d, _ := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: time.Now})
	var made []*blank
	makeOne := func(*bridge.Desk, screen.Page) screen.Screen {
		b := &blank{}
		made = append(made, b)
		return b
	}
	m := New(Options{Desk: d, Makers: map[screen.Kind]Maker{screen.Explore: makeOne, screen.Card: makeOne}})
	m.Init()
	const opened = 3 * mostCards
	for i := range opened {
		m.navigate(screen.Page{Kind: screen.Card, ID: fmt.Sprint(i)})
	}
	m.Update(msg.DataChangedMsg{})
	told := 0
	for _, b := range made {
		told += b.told
	}
	if told != mostCards+1 { // and Explorar
		t.Errorf("%d pages were told, want %d", told, mostCards+1)
	}
	for i := opened - 2; i >= 0; i-- {
		m.back()
		if want := (screen.Page{Kind: screen.Card, ID: fmt.Sprint(i)}); m.page != want || m.current() == nil {
			t.Fatalf("back at %v, want %v", m.page, want)
		}
	}
}

// A message that is wider than the window is told to its end, and the keys stay
// at the foot.
func TestLongMessagesAreToldWhole(t *testing.T) {
	d, _ := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: time.Now})
	makeOne := func(*bridge.Desk, screen.Page) screen.Screen { return &blank{} }
	m := New(Options{Desk: d, Makers: map[screen.Kind]Maker{screen.Explore: makeOne}})
	m.Init()
	text := texts.ReadOnlyWindow(texts.LibraryLocked("12345", texts.PurposePlan))
	for _, w := range []int{60, 80, 120, 200} {
		m.Update(tea.WindowSizeMsg{Width: w, Height: 24})
		m.Update(msg.NoticeMsg{Severity: msg.Warning, Text: text})
		lines := strings.Split(m.View(), "\n")
		if len(lines) != 24 {
			t.Errorf("width %d: %d lines", w, len(lines))
		}
		if got := strings.Join(strings.Fields(strings.Join(lines, " ")), " "); !strings.Contains(got, "espere a que termine y repita") || !strings.Contains(lines[23], "? ayuda") {
			t.Errorf("width %d: cut off: %q", w, lines[len(lines)-1])
		}
		m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("z")})
	}
}

// A message stands over the keys until the next one: what they do, and what is
// filtered, is read all the while.
func TestAMessageLeavesTheKeysInView(t *testing.T) {
	d, _ := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: time.Now})
	m := New(Options{Desk: d, Makers: map[screen.Kind]Maker{screen.Explore: func(*bridge.Desk, screen.Page) screen.Screen { return &blank{} }}})
	m.Init()
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("z")}) // the welcome
	m.Update(msg.NoticeMsg{Severity: msg.Success, Text: "hecho"})
	lines := strings.Split(m.View(), "\n")
	if !strings.Contains(lines[22], "hecho") || !strings.Contains(lines[23], "? ayuda") {
		t.Errorf("last lines %q", lines[22:])
	}
	m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("z")})
	if strings.Contains(m.View(), "hecho") {
		t.Error("the message outlives the next key")
	}
}
