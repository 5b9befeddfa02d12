package keys

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"brujula/data/texts"
	"brujula/tui/theme"
)

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

// A key that two bindings of one place share would do one of two things.
// Scopes are checked in the combinations that screens use.
func TestNoKeyMeansTwoThingsInOnePlace(t *testing.T) {
	places := map[string][]Scope{
		"explore":       {NewGlobal().Scope(), NewNavigation().Scope(), NewSearch().Scope(), NewTable().Scope(), {"", []Binding{NewFacets().Open, NewFacets().Reset}}, NewExplore().Scope()},
		"facets, cells": {NewGlobal().Scope(), {"", NewFacets().Scope().Bindings}},
		"plan":          {NewGlobal().Scope(), NewNavigation().Scope(), NewPlan().Scope()},
		"compare":       {NewGlobal().Scope(), NewNavigation().Scope(), NewCompare().Scope()},
		"turn":          {NewGlobal().Scope(), NewTurn().Scope()},
		"panorama":      {NewGlobal().Scope(), NewNavigation().Scope(), NewPanorama().Scope()},
		"prompt":        {NewPrompt().Scope()},
		"confirm":       {NewConfirm().Scope()},
		"form":          {NewForm().Scope()},
	}
	for place, scopes := range places {
		owner := map[string]string{}
		for _, s := range scopes {
			for _, b := range s.Bindings {
				for _, k := range b.Keys() {
					if other, taken := owner[k]; taken && other != b.Help().Desc {
						t.Errorf("%s: %q means both %q and %q", place, k, other, b.Help().Desc)
					}
					owner[k] = b.Help().Desc
				}
			}
		}
	}
}

func TestEveryBindingHasKeysAndWords(t *testing.T) {
	for _, s := range All() {
		for _, b := range s.Bindings {
			if len(b.Keys()) == 0 && b.Help().Key != "a…z" || b.Help().Key == "" || b.Help().Desc == "" {
				t.Errorf("%s: incomplete binding %+v", s.Name, b.Help())
			}
		}
	}
}

func TestMatchesAlsoWhenDisabled(t *testing.T) {
	b := NewPlan().Undo.Because("no hay nada que deshacer")
	if !b.Matches(runes("u")) {
		t.Error("a disabled binding must match, so that the reason can be shown")
	}
	if b.Matches(runes("x")) {
		t.Error("matches another key")
	}
}

func TestSplit(t *testing.T) {
	got := Split(runes("jñG"))
	if len(got) != 3 || got[1].String() != "ñ" {
		t.Errorf("got %v", got)
	}
	paste := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("abc"), Paste: true}
	if got := Split(paste); len(got) != 1 || !got[0].Paste {
		t.Errorf("a paste was split: %v", got)
	}
	if got := Split(tea.KeyMsg{Type: tea.KeyDown}); len(got) != 1 {
		t.Errorf("a named key was split: %v", got)
	}
}

func exploreFooter() []Binding {
	g, s, f, tb := NewGlobal(), NewSearch(), NewFacets(), NewTable()
	return []Binding{g.Help, s.Start, f.Open, tb.Star.As("★"), tb.Open, tb.LikeThis, tb.Frequencies.Because("no hay columna"), g.Command}
}

func TestFooterFitsAndKeepsHelp(t *testing.T) {
	st := theme.New(theme.Options{Variant: theme.Dark})
	for w := range 141 {
		line := Footer(st, exploreFooter(), w)
		if ansi.StringWidth(line) != w {
			t.Fatalf("width %d: %q is %d cells", w, line, ansi.StringWidth(line))
		}
		if w >= 7 && !strings.Contains(ansi.Strip(line), "? ayuda") {
			t.Fatalf("width %d: no way to the help in %q", w, ansi.Strip(line))
		}
	}
}

func TestFullHelp(t *testing.T) {
	scopes := []Scope{NewExplore().Scope(), NewTable().Scope(), NewNavigation().Scope(), NewSearch().Scope(), NewGlobal().Scope()}
	for _, v := range []theme.Variant{theme.Dark, theme.Plain} {
		for _, w := range []int{60, 80, 120, 200} {
			t.Run(fmt.Sprintf("%v-%d", v, w), func(t *testing.T) {
				lines := Full(theme.New(theme.Options{Variant: v}), scopes, w)
				for _, line := range lines {
					if ansi.StringWidth(line) != w {
						t.Fatalf("%q is %d cells", line, ansi.StringWidth(line))
					}
				}
				golden.RequireEqual(t, strings.Join(lines, "\n"))
			})
		}
	}
}

// Nothing of the help is lost, however narrow.
func TestFullHelpNamesEveryKey(t *testing.T) {
	for _, w := range []int{30, 60, 110, 250} {
		text := strings.Join(strings.Fields(strings.Join(Full(theme.New(theme.Options{Variant: theme.Plain}), []Scope{NewPlan().Scope()}, w), " ")), " ")
		for _, b := range NewPlan().Scope().Bindings {
			if word := strings.Fields(b.Help().Desc)[0]; !strings.Contains(text, word) {
				t.Errorf("width %d: %q is missing", w, b.Help().Desc)
			}
		}
	}
}

func TestMarkdownListsEveryBinding(t *testing.T) {
	text := Markdown(All())
	want := 0
	for _, s := range All() {
		want += len(s.Bindings)
	}
	if got := strings.Count(text, "\n| `"); got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
}

// What a reason forbids is left out of the footer and told in the help, by
// whatever name it goes there.
func TestUsableAndExplained(t *testing.T) {
	p := NewPlan()
	all := []Binding{p.MoveUp.As("subir"), p.Export, p.Remove}
	label := func(bindings []Binding) (out []string) {
		for _, b := range bindings {
			out = append(out, b.Help().Key+b.DisabledReason)
		}
		return out
	}
	for _, tt := range []struct {
		got  []Binding
		want string
	}{
		{Usable("", all, p.MoveUp, p.Remove), "K E d"},
		{Usable("no", all, p.MoveUp, p.Remove), "E"},
		{Explained("", all, p.MoveUp), "K E d"},
		{Explained("no", all, p.MoveUp, p.Remove), "Kno E dno"},
	} {
		if got := strings.Join(label(tt.got), " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	if all[0].DisabledReason != "" || len(all) != 3 {
		t.Errorf("the list that was given is changed: %v", label(all))
	}
}

// Keys that a person learns on one screen mean the same on every other, also where
// each of them alone would be clear.
func TestKeysThatMeanOneThingEverywhere(t *testing.T) {
	table := map[string][]string{
		"o": {texts.KeyOtherModality, texts.KeyPhase, texts.KeyTurnOtherModality, texts.KeyViewModality, texts.KeyOtherModality},
		"e": {texts.KeyNote, texts.KeyReport},
		"c": {texts.KeyToCompare, texts.KeyImportColumns},
		"u": {texts.KeyUndo, texts.KeyUndoPlan, texts.KeyTakeBack},
		"y": {texts.KeyCopy, texts.KeyYes},
		"I": {texts.KeySourceImport, texts.KeyTurnImport, texts.KeyImportOther},
		"E": {texts.KeyExport, texts.KeyYear}, // what is written to a file
	}
	for _, s := range append(All(), NewNeighbours().Scope()) {
		for _, b := range s.Bindings {
			for _, k := range b.Keys() {
				if meanings, kept := table[k]; kept && !slices.Contains(meanings, b.Help().Desc) {
					t.Errorf("%s: %q means %q", s.Name, k, b.Help().Desc)
				}
			}
		}
	}
}
