package root

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/geo"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/drop"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// commandWord is one order of the command line.
type commandWord struct {
	name, hint string
	takes      bool // something after it
	do         func(m *Model, rest string) tea.Cmd
}

func commandWords() []commandWord {
	words := []commandWord{
		{"puesto", texts.HintRank, true, (*Model).rankCommand},
		{"pasan", texts.HintPasses, true, (*Model).passesCommand},
		{"orden", texts.HintOrder, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Explore}), m.desk.Post(msg.OrderMsg{Order: rest}))
		}},
		{"limpiar", texts.KeyFiltersReset, false, func(m *Model, _ string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Explore}), m.desk.Post(msg.FilterMsg{}))
		}},
		{workspace.KeyNear, texts.HintNearPlace, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Explore}), m.desk.Post(msg.NearMsg{Request: rest}))
		}},
		{workspace.KeyMaxKm, texts.HintMaxKm, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Explore}), m.desk.Post(msg.FilterMsg{Key: workspace.KeyMaxKm, Value: rest}))
		}},
		{"exportar", texts.HintExport, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Plan}), m.desk.Post(msg.ExportMsg{File: rest}))
		}},
		{"importar", texts.HintImport, true, func(m *Model, rest string) tea.Cmd {
			return m.importFiles(rest)
		}},
		{"perfil", texts.HintProfile, false, opens(screen.Profile)},
		{"explorar", texts.HintExplore, false, opens(screen.Explore)},
		{"plan", texts.HintPlan, false, opens(screen.Plan)},
		{"comparar", texts.HintCompare, false, opens(screen.Compare)},
		{"turno", texts.HintTurn, false, opens(screen.Turn)},
		{"terminar", texts.HintTurnEnd, false, func(m *Model, _ string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Turn}), m.desk.Post(msg.EndMsg{}))
		}},
		{"reloj", texts.HintClock, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Turn}), m.desk.Post(msg.ClockMsg{Figures: rest}))
		}},
		{"cerca", texts.HintNear, false, opens(screen.Neighbours)},
		{"panorama", texts.HintPanorama, false, opens(screen.Panorama)},
		{"diferencias", texts.HintChanges, false, opens(screen.Changes)},
		{"fuentes", texts.HintSources, false, opens(screen.Sources)},
		{"reglas", texts.HintRules, true, func(m *Model, rest string) tea.Cmd {
			return tea.Batch(m.navigate(screen.Page{Kind: screen.Rules}), m.desk.Post(msg.RulesMsg{Words: rest}))
		}},
		{"respaldo", texts.HintBackup, true, (*Model).backupCommand},
		{"graficos", texts.HintGraphics, true, (*Model).graphicsCommand},
		{"ayuda", texts.HintHelp, false, func(m *Model, _ string) tea.Cmd { m.openHelp(); return nil }},
		{"salir", texts.KeyQuit, false, func(m *Model, _ string) tea.Cmd { return bridge.Cmd(m.desk.Leave()) }},
	}
	for _, key := range workspace.FilterKeys() {
		if key == workspace.KeyRefused {
			words = append(words, commandWord{key, texts.FilterHint(key), true, func(m *Model, rest string) tea.Cmd { return bridge.Cmd(m.desk.SetLimits(rest)) }})
			continue
		}
		words = append(words, commandWord{key, texts.FilterHint(key), true, func(m *Model, rest string) tea.Cmd {
			cmd := m.navigate(screen.Page{Kind: screen.Explore})
			for _, wish := range workspace.Wishes(key, rest) {
				m.desk.Post(msg.FilterMsg{Key: wish.Key, Value: wish.Value})
			}
			return cmd
		}})
	}
	return words
}

func opens(kind screen.Kind) func(*Model, string) tea.Cmd {
	return func(m *Model, _ string) tea.Cmd { return m.navigate(screen.Page{Kind: kind}) }
}

// aliases are short words that people have in their fingers.
var aliases = map[string]string{"q": "salir", "q!": "salir", "quit": "salir", "help": "ayuda", "w": "exportar", "e": "importar", "sort": "orden"}

// run acts on a line typed after ":".
func (m *Model) run(line string) tea.Cmd {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	rest = strings.TrimSpace(rest)
	if word == "" {
		return nil
	}
	if full, ok := aliases[word]; ok {
		word = full
	}
	if _, err := strconv.Atoi(word); err == nil {
		return m.rankCommand(word)
	}
	for _, c := range m.words() {
		if c.name == fold.Fold(word) {
			return c.do(m, rest)
		}
	}
	if drop.LooksLikePath(line) { // a file that was dropped on the line
		return m.importFiles(line)
	}
	return msg.Warn(texts.NoSuchOrder(word))
}

// words are the orders that this planner has: those of screens that were not
// built in are left out.
func (m *Model) words() []commandWord {
	absent := map[string]screen.Kind{
		"comparar": screen.Compare, "turno": screen.Turn, "panorama": screen.Panorama, "cerca": screen.Neighbours, "importar": screen.Import, "fuentes": screen.Sources,
		"reglas": screen.Rules, "diferencias": screen.Changes,
	}
	return slices.DeleteFunc(commandWords(), func(c commandWord) bool {
		kind, screenWord := absent[c.name]
		return screenWord && m.makers[kind] == nil
	})
}

func (m *Model) rankCommand(rest string) tea.Cmd {
	if rest == "" {
		return bridge.Cmd(m.desk.LookBack())
	}
	rank, err := strconv.Atoi(strings.ReplaceAll(rest, " ", ""))
	if err != nil || rank < 1 {
		return msg.Warn(texts.NotARank(rest))
	}
	return bridge.Cmd(m.desk.LookFrom(rank))
}

// backupCommand takes "respaldo ARCHIVO", "respaldo crear ARCHIVO" and "respaldo
// restaurar ARCHIVO", as the commands of the shell are called.
func (m *Model) backupCommand(rest string) tea.Cmd {
	word, file, _ := strings.Cut(rest, " ")
	switch fold.Fold(word) {
	case "restaurar":
		return bridge.Cmd(m.desk.RestoreBackup(strings.TrimSpace(file)))
	case "crear":
		return bridge.Cmd(m.desk.Backup(strings.TrimSpace(file), false))
	}
	return bridge.Cmd(m.desk.Backup(rest, false))
}

func (m *Model) passesCommand(rest string) tea.Cmd {
	if rest == "" {
		return bridge.Cmd(m.desk.LookWithPasses(workspace.UsualPasses))
	}
	n, ok := workspace.ParsePasses(rest)
	if !ok {
		return msg.Warn(texts.NotPasses(rest))
	}
	return bridge.Cmd(m.desk.LookWithPasses(n))
}

// complete offers orders, then the values that an order takes.
func (m *Model) complete(line string) []widget.Completion {
	word, rest, spaced := strings.Cut(line, " ")
	if !spaced {
		return m.completeWord(fold.Fold(word))
	}
	return m.completeValue(word, rest)
}

func (m *Model) completeWord(word string) []widget.Completion {
	var out []widget.Completion
	words := m.words()
	slices.SortStableFunc(words, func(a, b commandWord) int { return useful(a.name) - useful(b.name) })
	for _, c := range words {
		if !strings.HasPrefix(c.name, word) {
			continue
		}
		line := c.name
		if c.takes {
			line += " "
		}
		out = append(out, widget.Completion{Line: line, Show: c.name, Hint: c.hint})
	}
	return out
}

// firstOffers are what people want of the command line, most wanted first: what
// has a key of its own can wait.
var firstOffers = []string{"region", "gd", workspace.KeyChanceMin, "puesto", "provincia", "orden", workspace.KeyNear, "exportar"}

// useful returns a word's place among the offers.
func useful(name string) int {
	if at := slices.Index(firstOffers, name); at >= 0 {
		return at
	}
	return len(firstOffers)
}

// mostCompletions bounds a popup; typing on narrows it.
const mostCompletions = 50

// completeValue offers the values of the last item of a comma separated list; of
// several filters those of the last.
func (m *Model) completeValue(word, rest string) []widget.Completion {
	done, last := "", strings.TrimLeft(rest, " ")
	if wishes := workspace.Wishes(word, rest); len(wishes) > 1 && slices.Contains(workspace.FilterKeys(), word) {
		at := strings.LastIndex(rest, wishes[len(wishes)-1].Key+" ")
		if at >= 0 {
			word = word + " " + rest[:at] + wishes[len(wishes)-1].Key
			last = strings.TrimLeft(rest[at+len(wishes[len(wishes)-1].Key):], " ")
		}
	}
	if i := strings.LastIndex(last, ","); i >= 0 {
		done, last = last[:i+1], last[i+1:]
	}
	if word == "orden" {
		return completeOrder(word+" "+done, last)
	}
	sign := ""
	if len(last) > 0 && (last[0] == '!' || last[0] == '-') {
		sign, last = last[:1], last[1:]
	}
	var out []widget.Completion
	for _, v := range m.valuesFor(word[strings.LastIndex(word, " ")+1:]) {
		if len(out) == mostCompletions {
			break
		}
		if v != "" && strings.HasPrefix(fold.Fold(v), fold.Fold(last)) {
			out = append(out, widget.Completion{Line: word + " " + done + sign + v, Show: v})
		}
	}
	return out
}

// completeOrder offers each key in both directions, that which people mean first;
// after a "-" only the falling one.
func completeOrder(before, typed string) []widget.Completion {
	key, onlyDown := strings.CutPrefix(typed, "-")
	var out []widget.Completion
	for _, k := range catalog.SortKeys() {
		if !strings.HasPrefix(string(k), fold.Fold(key)) {
			continue
		}
		for _, desc := range []bool{k.BestLast(), !k.BestLast()} {
			if onlyDown && !desc {
				continue
			}
			v := catalog.FormatOrder([]catalog.Order{{Key: k, Desc: desc}})
			out = append(out, widget.Completion{Line: before + v, Show: v, Hint: texts.SortHint(string(k), desc)})
		}
	}
	return out
}

func (m *Model) valuesFor(word string) []string {
	if word == workspace.KeyNear {
		return append([]string{texts.NearThis}, geo.Cities(m.desk.Facts)...)
	}
	if word == workspace.KeyBefore {
		return texts.BeforeWords()
	}
	if word == settingGraphics {
		return []string{texts.GraphicsBraille, texts.GraphicsBlocks, texts.GraphicsASCII}
	}
	if d, ok := catalog.DimOf(word); ok {
		return m.desk.Space.ValuesOf(d)
	}
	return nil
}
