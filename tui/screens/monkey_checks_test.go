package screens

import (
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/library"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// check holds the planner to what must be so after every act.
func (m *monkey) check() {
	m.t.Helper()
	if m.w > 0 && m.h > 0 {
		view := m.loose.View()
		tuitest.CheckFits(m.t, view, m.w, m.h)
		m.seen = ansi.Strip(view)
		m.checkSafe(view, m.seen)
	}
	m.checkPlan()
	if n := len(m.desk.Compared()); n > session.MostCompared {
		m.t.Fatalf("%d plazas are compared", n)
	}
	if m.random.IntN(8) == 0 {
		m.checkCursors()
	}
}

// checkSafe: nothing but colours moves the terminal, whatever was pasted.
func (m *monkey) checkSafe(view, plain string) {
	m.t.Helper()
	if !utf8.ValidString(plain) {
		m.t.Fatalf("no UTF-8: %q", plain)
	}
	for _, r := range plain {
		if unicode.IsControl(r) && r != '\n' || r == '\u202e' {
			m.t.Fatalf("%U is drawn in %q", r, plain)
		}
		if m.styles.Options.Charset == theme.ASCII && r > 126 {
			m.t.Fatalf("%U is drawn in an ASCII terminal", r)
		}
	}
	for rest := view; ; {
		at := strings.IndexByte(rest, '\x1b')
		if at < 0 {
			return
		}
		rest = rest[at+1:]
		end := strings.IndexFunc(rest, unicode.IsLetter)
		if !strings.HasPrefix(rest, "[") || end < 0 || rest[end] != 'm' || strings.Trim(rest[1:end], "0123456789;") != "" {
			m.t.Fatalf("an escape sequence that is no colour: %.20q", rest)
		}
	}
}

// checkPlan: a plan holds each plaza once, remunerada before equivalente.
func (m *monkey) checkPlan() {
	m.t.Helper()
	seen := map[data.PlazaID]bool{}
	last := data.Remunerada
	for _, entry := range m.desk.Plan().Entries {
		if seen[entry.ID] {
			m.t.Fatalf("%v stands twice in the plan", entry.ID)
		}
		seen[entry.ID] = true
		if last == data.Equivalente && entry.ID.Modality == data.Remunerada {
			m.t.Fatal("a remunerada line stands after an equivalente one")
		}
		last = entry.ID.Modality
	}
}

// rows is what every table tells of its cursor.
type rows interface {
	Len() int
	Row() int
	Start() int
}

// checkCursors finds every table in the model and looks whether its cursor is
// on a row. The screens keep their tables to themselves, so reflection it is.
func (m *monkey) checkCursors() {
	m.t.Helper()
	found := 0
	walk(reflect.ValueOf(m.loose.Model()), map[unsafe.Pointer]bool{}, func(t rows) {
		found++
		if n := t.Len(); t.Row() < 0 || t.Row() >= max(1, n) || t.Start() < 0 || t.Start() > max(0, n-1) {
			m.t.Fatalf("cursor on row %d, first row %d, of %d", t.Row(), t.Start(), n)
		}
	})
	if found == 0 {
		m.t.Fatal("no table was found: the walk is broken")
	}
}

// walk visits the tables that a value of the tui packages holds.
func walk(v reflect.Value, seen map[unsafe.Pointer]bool, visit func(rows)) {
	switch v.Kind() {
	case reflect.Interface:
		walk(v.Elem(), seen, visit)
	case reflect.Map:
		for each := v.MapRange(); each.Next(); {
			walk(each.Value(), seen, visit)
		}
	case reflect.Pointer:
		p := v.UnsafePointer()
		if p == nil || seen[p] || !strings.HasPrefix(v.Type().Elem().PkgPath(), "brujula/tui") {
			return
		}
		seen[p] = true
		if t, ok := reflect.NewAt(v.Type().Elem(), p).Interface().(rows); ok {
			visit(t)
			return
		}
		walk(v.Elem(), seen, visit)
	case reflect.Struct:
		if strings.HasSuffix(v.Type().PkgPath(), "tui/bridge") {
			return
		}
		for i := range v.NumField() {
			walk(v.Field(i), seen, visit)
		}
	default:
	}
}

// checkAtRest: when nothing is on its way any more, the disk holds what the
// screen shows, unless the screen says otherwise.
func (m *monkey) checkAtRest() {
	m.t.Helper()
	if m.desk.Writing() {
		m.t.Fatal("nothing runs, and yet a save is said to")
	}
	if !m.full && m.desk.Unsaved() == "" {
		m.checkStored("at rest")
	}
}

// checkStored: the disk holds the plan and the profile of this window, and the
// rank that was only looked from is in neither.
func (m *monkey) checkStored(when string) {
	m.t.Helper()
	if m.desk.Writable() != nil {
		return
	}
	fresh := m.reopened()
	e, restored, err := storage.OpenPlan(fresh, m.desk.Plan().Name)
	if err != nil || restored != "" {
		m.t.Fatalf("%s: the plan does not read: %q %v", when, restored, err)
	}
	if diff := cmp.Diff(ids(m.desk), entryIDs(e.Plan().Entries)); diff != "" {
		m.t.Fatalf("%s: the plan on the disk is another (-screen +disk): %s", when, diff)
	}
	p, err := fresh.Profile()
	if err != nil {
		m.t.Fatalf("%s: %v", when, err)
	}
	if p.Process == "" && !m.desk.HasProfile() {
		p.Process = m.desk.Profile.Process // the newest of the lists, until somebody says who they are
	}
	if stored, own := words(p), words(m.desk.Profile); stored != own && m.profileSaved() {
		m.t.Fatalf("%s: the profile on the disk is %s, here %s", when, stored, own)
	}
}

// profileSaved reports that no full disk has kept the profile from being stored.
func (m *monkey) profileSaved() bool { return m.fills == 0 }

func words(p library.Profile) string { text, _ := json.Marshal(p); return string(text) }

func ids(d *bridge.Desk) []data.PlazaID { return entryIDs(d.Plan().Entries) }

// backOut presses esc until nothing changes: the planner must then stand on
// Explorar, with nothing open.
func (m *monkey) backOut() {
	m.t.Helper()
	m.rest()
	if m.loose.Quit() {
		return
	}
	m.notef("back out")
	for range 3 { // what came behind an enter is judged, at the latest
		m.loose.Advance(time.Second)
		m.loose.Drain()
	}
	m.resize(120, 40)
	const bound, still = 300, 4 // a step back may change nothing that is seen
	before := ""
	for n, same := 0, 0; same < still; n++ {
		if n > bound {
			m.t.Fatalf("esc does not come to an end:\n%s", tuitest.Text(m.loose.View()))
		}
		m.press("esc")
		m.loose.Drain()
		if now := m.loose.View(); now == before {
			same++
		} else {
			before, same = now, 0
		}
	}
	first, _, _ := strings.Cut(tuitest.Text(before), "\n")
	if !regexp.MustCompile(`\[[1-6] ?`).MatchString(first) { // a main screen
		m.t.Fatalf("esc ends here:\n%s", tuitest.Text(before))
	}
	m.press("?")
	if now := tuitest.Text(m.loose.View()); !strings.Contains(now, m.plain("Ayuda · ")) {
		m.t.Fatalf("after backing out ? opens no help:\n%s", now)
	}
	m.press("esc")
	if _, simulated := m.desk.Look(); simulated {
		m.t.Fatal("esc has left a rank that is not one's own")
	}
}

func entryIDs(entries []plan.Entry) []data.PlazaID {
	out := make([]data.PlazaID, len(entries))
	for i := range entries {
		out[i] = entries[i].ID
	}
	return out
}
