package keys

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"brujula/data/texts"
	"brujula/tui/theme"
)

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

func isPart(b Binding) bool { return strings.HasSuffix(b.Help().Key, "tab") }

// A key that two bindings of one place share would do one of two things.
// Scopes are checked in the combinations that screens use.
func TestNoKeyMeansTwoThingsInOnePlace(t *testing.T) {
	places := map[string][]Scope{
		"explore":       {NewGlobal().Scope(), NewNavigation().Scope(), NewSearch().Scope(), NewTable().Scope(), {"", []Binding{NewFacets().Open, NewFacets().Reset}}, NewExplore().Scope()},
		"facets, cells": {NewGlobal().Scope(), {"", NewFacets().Scope().Bindings}},
		"plan":          {NewGlobal().Scope(), NewNavigation().Scope(), NewPlan().Scope()},
		"compare":       {NewGlobal().Scope(), NewNavigation().Scope(), NewCompare().Scope()},
		"turn":          {NewGlobal().Scope(), NewTurn().Scope()},
		"panorama":      {{"", slices.DeleteFunc(NewGlobal().Scope().Bindings, isPart)}, NewNavigation().Scope(), NewPanorama().Scope()}, // its views are its parts
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
			if len(b.Keys()) == 0 && b.Help().Key != "a…z" && !strings.HasPrefix(b.Help().Key, ":") || b.Help().Key == "" || b.Help().Desc == "" {
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

func exploreSheet() Sheet {
	return Sheet{
		Most: exploreFooter()[1:],
		Own:  []Scope{NewSearch().Scope(), NewTable().Scope(), NewFacets().Scope(), NewExplore().Scope(), BandSigns()}, General: []Scope{NewGlobal().Scope(), NewNavigation().Scope()},
	}
}

func TestSheetFitsTheWidth(t *testing.T) {
	for _, v := range []theme.Variant{theme.Dark, theme.Plain} {
		for w := 30; w < 220; w += 7 {
			for _, query := range []string{"", "ordenar"} {
				for _, line := range exploreSheet().Lines(theme.New(theme.Options{Variant: v}), query, w, 24) {
					if ansi.StringWidth(line) != w {
						t.Fatalf("%q is %d cells, want %d", line, ansi.StringWidth(line), w)
					}
				}
			}
		}
	}
}

// Nothing of the help is lost, however narrow, and no key stands in it twice.
func TestSheetNamesEveryKeyOnce(t *testing.T) {
	sheet := exploreSheet()
	st := theme.New(theme.Options{Variant: theme.Plain})
	for _, w := range []int{30, 60, 78, 110, 250} {
		text := strings.Join(strings.Fields(strings.Join(sheet.Lines(st, "", w, 500), " ")), " ")
		for _, s := range append(sheet.Own, sheet.General...) {
			for _, b := range s.Bindings {
				if word := strings.Fields(b.Help().Desc)[0]; !strings.Contains(text, word) {
					t.Errorf("width %d: %q is missing", w, b.Help().Desc)
				}
			}
		}
		if n := strings.Count(text, texts.KeyFrequencies); n != 1 {
			t.Errorf("width %d: %q stands %d times", w, texts.KeyFrequencies, n)
		}
	}
}

// The page's own keys come first, the most used before all, and those of every
// page only under the rule; at 80×24 they are seen without scrolling: they used to
// begin with "/" and take three pages of sentences.
func TestSheetBeginsWithThePage(t *testing.T) {
	st := theme.New(theme.Options{Variant: theme.Plain})
	lines := exploreSheet().Lines(st, "", 78, 21)
	at := func(what string) int {
		return slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, what) })
	}
	most, signs, general := at(texts.ScopeMost), at(texts.ScopeBands), at(texts.ScopeGlobal)
	if most != 0 || signs < 0 || general <= signs || general > 30 {
		t.Errorf("most used in line %d, the signs in %d, every page's in %d:\n%s", most, signs, general, strings.Join(lines, "\n"))
	}
	if wide := strings.Join(exploreSheet().Lines(st, "", 198, 47), " "); !strings.Contains(wide, "suma") && !strings.Contains(wide, "Sin tildes") {
		t.Errorf("a window with room tells nothing more:\n%s", wide)
	}
}

func TestSheetIsSearched(t *testing.T) {
	st := theme.New(theme.Options{Variant: theme.Plain})
	for query, want := range map[string]string{"pagina": "página abajo", "ORDENAR mayor": "ordenar de mayor a menor", "F": texts.KeyFrequencies, "moverse": "última columna"} {
		if text := strings.Join(exploreSheet().Lines(st, query, 78, 21), "\n"); !strings.Contains(text, want) {
			t.Errorf("%s: %q is not found in\n%s", query, want, text)
		}
	}
	if text := strings.Join(exploreSheet().Lines(st, "pagina", 78, 21), "\n"); strings.Contains(text, texts.KeyFrequencies) {
		t.Errorf("found without reason:\n%s", text)
	}
	if text := strings.Join(exploreSheet().Lines(st, "xyz", 78, 21), "\n"); !strings.Contains(text, texts.HelpNothing("xyz")) {
		t.Errorf("nothing found is not told: %q", text)
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

// sense is what a key means: the words for it on the screens where it works.
type sense []string

// senses lists the keys that go by different words on different screens. One sense
// with several words is one meaning said for each place; a second sense needs a
// reason. Whoever binds a key anew finds here what it means already.
var senses = map[string]struct {
	all    []sense
	reason string
}{
	"o":         {all: []sense{{texts.KeyOtherModality, texts.KeyPhase, texts.KeyTurnOtherModality, texts.KeyViewModality}}},
	"e":         {all: []sense{{texts.KeyNote, texts.KeyReport}}},
	"u":         {all: []sense{{texts.KeyUndo, texts.KeyUndoPlan, texts.KeyTakeBack}}},
	"E":         {all: []sense{{texts.KeyExport, texts.KeyYear}}}, // what is written to a file
	"I":         {all: []sense{{texts.KeySourceImport, texts.KeyTurnImport}}},
	"M":         {all: []sense{{texts.KeyNearThis, texts.KeyScores}}}, // what is measured
	"f":         {all: []sense{{texts.KeyFilters, texts.KeyCompareDiffs}}},
	"v":         {all: []sense{{texts.KeyVersions, texts.KeyViews, texts.KeySourceLevel}}},
	"p":         {all: []sense{{texts.KeyPreview, texts.KeyTurnCard}}}, // the plaza, looked at
	"d":         {all: []sense{{texts.KeyRemove, texts.KeyCompareDrop, texts.KeySourceRemoveAct, texts.KeyVersionDrop}}},
	"delete":    {all: []sense{{texts.KeyRemove, texts.KeyCompareDrop, texts.KeyFacetClear, texts.KeySourceRemoveAct}}},
	" ":         {all: []sense{{texts.KeyFacetToggle, texts.KeyStar, texts.KeyStarNext, texts.KeyPickRegion}}}, // marks
	"tab":       {all: []sense{{texts.KeyNextPart, texts.KeyViewNext, texts.KeyRulesNext, texts.KeyImportUnused}}},
	"shift+tab": {all: []sense{{texts.KeyPrevPart, texts.KeyViewPrev, texts.KeyRulesPrevious}}},
	"left":      {all: []sense{{texts.KeyLeft, texts.KeyFacetFold, texts.KeyImportParent}}},
	"right":     {all: []sense{{texts.KeyRight, texts.KeyFacetFold}}},
	"esc":       {all: []sense{{texts.KeyBack, texts.KeyNo}}},
	"/":         {all: []sense{{texts.KeySearch, texts.KeyTurnCross}}}, // letters find the plaza to cross out
	"enter": {all: []sense{{
		texts.KeyOpenCard, texts.KeyFacetOnly, texts.KeyTurnTake, texts.KeyImportPick, texts.KeySourceProblems, texts.KeyRulesFound,
		texts.KeyChangesOpen, texts.KeyToExplore, texts.KeySave, texts.KeyImportCorrect, texts.KeyVersionOpen,
	}}}, // on with what the cursor is on

	"c": {[]sense{{texts.KeyToCompare, texts.KeyCompareShort}, {texts.KeyImportColumns}}, "a list that is read has nothing to compare yet"},
	"n": {
		[]sense{{texts.KeySearchNext, texts.KeyTurnPass}, {texts.KeyNo}, {texts.KeyVersionCopy}},
		"the next one; a question and the menu of versions are boxes of their own that name their keys",
	},
	"N": {[]sense{{texts.KeySearchPrev}, {texts.KeyNo, texts.KeyTurnDecline}}, "the act has no search to walk"},
	"s": {[]sense{{texts.KeySelect}, {texts.KeyYes, texts.KeySave}}, "answers a question"},
	"S": {[]sense{{texts.KeyTurnStart}, {texts.KeyYes, texts.KeySave}}, "answers a question"},
	"y": {[]sense{{texts.KeyCopy}, {texts.KeyYes}}, "answers a question, for who types English"},
	"r": {
		[]sense{{texts.KeyTurnRelease}, {texts.KeyImportReplace}, {texts.KeyVersionName}},
		"each in a place of its own that has no other of the three, and none loses anything unasked",
	},
	"a": {[]sense{{texts.KeyAdvice}, {texts.KeyImportAdd}}, "answers the question of a list that is read"},
	"-": {[]sense{{texts.KeyHideColumn}, {texts.KeyNearLess}}, "the other half of +, on a page without columns to hide"},
	"m": {[]sense{{texts.KeyMoveTo}, {texts.KeyMeasure, texts.KeyNearMark}}, "where nothing is moved it is what is measured by"},
	"t": {
		[]sense{{texts.KeyViewProcess, texts.KeyChangesPair, texts.KeyNearPast}, {texts.KeyTurnTimer}, {texts.KeyImportKind}},
		"the act is of one process, and a list that is read of one kind",
	},
	"w": {[]sense{{texts.KeyWeightsLong}, {texts.KeyLinks}}, "the plan and the lists have nothing in common; both only look"},
	"x": {[]sense{{texts.KeyFacetToggle, texts.KeyTurnCross}, {texts.KeyConflicts}}, "nothing is marked or crossed out among the lists"},
}

// A key that a person learns on one screen means the same on every other, also where
// each of them alone would be clear. What is typed into a line is text, and the keys
// of lines and forms are those of every program.
func TestAKeyMeansOneThing(t *testing.T) {
	used := map[string]map[string]string{} // key → words → scope
	for _, s := range All() {
		if s.Name == texts.ScopePrompt || s.Name == texts.ScopeForm {
			continue
		}
		for _, b := range s.Bindings {
			for _, k := range b.Keys() {
				if used[k] == nil {
					used[k] = map[string]string{}
				}
				used[k][b.Help().Desc] = s.Name
			}
		}
	}
	for k, words := range used {
		known, listed := senses[k]
		if len(words) == 1 && !listed {
			continue
		}
		for word, scope := range words {
			if !slices.ContainsFunc(known.all, func(one sense) bool { return slices.Contains(one, word) }) {
				t.Errorf("%q means %q in %s, and something else elsewhere", k, word, scope)
			}
		}
	}
	for k, known := range senses {
		if len(known.all) > 1 && known.reason == "" {
			t.Errorf("%q means several things, without a reason", k)
		}
		for _, one := range known.all {
			for _, word := range one {
				if _, ok := used[k][word]; !ok {
					t.Errorf("%q is said to mean %q, which no screen has", k, word)
				}
			}
		}
	}
}

// An old key is told where it did something, and only while it does nothing there.
func TestOldKeysTellTheNewOnes(t *testing.T) {
	nav := append(NewNavigation().Scope().Bindings, NewGlobal().Scope().Bindings...)
	for _, tt := range []struct {
		name  string
		moved []Moved
		scope []Binding
	}{
		{"turn", NewTurn().Moved(), NewTurn().Scope().Bindings},
		{"panorama", NewPanorama().Moved(), NewPanorama().Scope().Bindings},
		{"changes", NewChanges().Moved(), NewChanges().Scope().Bindings},
		{"compare", NewCompare().Moved(), NewCompare().Scope().Bindings},
		{"explore", NewExplore().Moved(), append(NewTable().Scope().Bindings, NewExplore().Scope().Bindings...)},
		{"sources", NewSources().Moved(), NewSources().Scope().Bindings},
		{"versions", NewVersions().Moved(), NewVersions().Scope().Bindings},
	} {
		for _, m := range tt.moved {
			for _, b := range append(slices.Clone(nav), tt.scope...) {
				if slices.Contains(b.Keys(), m.Old) {
					t.Errorf("%s: %q still means %q", tt.name, m.Old, b.Help().Desc)
				}
			}
			if got := Told(runes(m.Old), tt.moved); !strings.Contains(got, m.Now.Help().Key) || !strings.Contains(got, m.Old) {
				t.Errorf("%s: %q tells %q", tt.name, m.Old, got)
			}
		}
	}
	if got := Told(runes("x"), NewTurn().Moved()); got != "" {
		t.Errorf("x tells %q", got)
	}
}
