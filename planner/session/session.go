// Package session is one window of the planner, whatever draws it: the loaded
// lists, the model, the applicant's profile, plan and act, and the look from a
// rank. An operation changes it at once where that is quick, and leaves Jobs for
// what takes time or touches the disk; their answers are given to Receive.
package session

import (
	"cmp"
	"context"
	"errors"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/session/outbox"
	"brujula/planner/storage"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// Session is what a window holds. Its fields are there to be read.
type Session struct {
	Lib   *library.Library // nil when nothing is ever to be stored (--demo)
	Facts *rules.Rules
	Now   func() time.Time

	Folders Folders // where to look for files to import
	Program string  // version of the program, for backups

	room func() (leave func()) // as Options.Room

	Space   *workspace.Workspace
	Profile library.Profile
	Est     *workspace.Estimates // as acts under way have left them; never nil once Start has run
	Fitting bool                 // the model is being fitted in the background
	Ranging Steps                // how far the ranges of the model are; zero when none are on their way
	Locked  string               // why this window may not write, "" when it may
	said    library.Profile      // who the applicant said to be while nothing was imported

	loading    bool // the lists beyond the newest process are on their way
	estimating bool // new chances are
	version    int
	look       workspace.Look
	simulated  bool
	asked      Generation // estimates
	askedActs  Generation // the acts that are logged
	askedLive  Generation // estimates that follow them
	memory     memory
	retries    retries
	posted     []Answer
	leaving    bool // the program ends when all is saved
	runs       int  // acts in which a plan is simulated
	noted      int  // reports that this window has written
	ctx        context.Context
	release    func()
	held
}

// Options is what cmd gives.
type Options struct {
	Lib   *library.Library
	Facts *rules.Rules
	Space *workspace.Workspace
	Now   func() time.Time

	Folders Folders
	Program string // version of the program

	SimulationRuns int // acts in which a plan is simulated; 0 for planner.SimulationRuns

	// Room is called before a job that needs much memory for a while: reading a list,
	// fitting the model; and what it returns when that is over. It is called from
	// several goroutines; nil where memory does not matter.
	Room func() (leave func())
}

// New makes a session of what cmd has loaded. It reads profile and plan from the
// library; what could not be read is told in the notices.
func New(ctx context.Context, o Options) (d *Session, notices []string) {
	d = &Session{Lib: o.Lib, Facts: o.Facts, Space: o.Space, Now: o.Now, Folders: o.Folders, Program: o.Program, runs: cmp.Or(o.SimulationRuns, workspace.SimulationRuns), ctx: ctx, release: func() {}, room: o.Room}
	if d.room == nil {
		d.room = func() func() { return func() {} }
	}
	d.hold()
	notices = append(notices, o.Space.Notices...)
	if d.Space.Demo {
		if d.Lib != nil {
			d.said, _ = d.Lib.Profile() // one that cannot be read is told of once there are lists
		}
		d.useExample()
	} else {
		notices = append(notices, d.openOwn()...)
	}
	d.resetLook()
	return d, notices
}

// useExample takes the demonstration's profile; nothing of it is stored.
func (d *Session) useExample() {
	example := demo.Example()
	d.Profile = library.Profile{
		Process: example.Line.Process, Profession: example.Line.Profession, Modality: example.Line.Modality, Rank: example.Rank,
	}
}

// openOwn takes the user's profile and plan, and the lock that keeps a second
// window from overwriting them.
func (d *Session) openOwn() (notices []string) {
	d.takeLock()
	if d.Locked != "" {
		notices = append(notices, texts.ReadOnlyWindow(d.Locked))
	}
	profile, restored, err := d.Lib.LoadProfile()
	switch {
	case err != nil:
		d.unread = true // what cannot be read is not overwritten by the way
		notices = append(notices, texts.Spanish(err))
	case restored != "":
		notices = append(notices, restored)
	}
	d.Profile = d.fit(profile)
	if doubt := workspace.LimitsDoubt(d.Recall(workspace.KeyRefused)); doubt != "" {
		notices = append(notices, doubt)
	}
	d.recallCompared()
	return append(notices, d.openPlan()...)
}

func (d *Session) takeLock() {
	release, err := d.Lib.Lock()
	if err == nil {
		d.release, d.Locked = release, ""
		return
	}
	d.Locked = texts.Spanish(err)
}

// Close lets go of the log of the act and gives the lock back. What is not on the
// disk was told by Flush.
func (d *Session) Close() {
	_ = d.turn.ledger.close() // the system closes it at the latest when the process ends
	d.release()
}

// fit brings a remembered profile to what is loaded: a process that is no
// longer there gives way to the newest.
func (d *Session) fit(p library.Profile) library.Profile {
	for _, known := range d.Space.Processes() {
		if known == p.Process {
			return p
		}
	}
	p.Process = d.Space.Latest()
	return p
}

// HasProfile reports whether the applicant said who they are.
func (d *Session) HasProfile() bool { return d.Profile.Profession != "" && d.Profile.Modality != "" }

// FirstStart reports that nothing was ever imported: what is seen is made up, and
// it was not asked for.
func (d *Session) FirstStart() bool { return d.Lib != nil && d.Space.Demo }

// Line returns the applicant's line.
func (d *Session) Line() data.Line {
	return data.Line{Process: d.Profile.Process, Profession: d.Profile.Profession, Modality: d.Profile.Modality}
}

// Look tells from where the chances are seen, and whether that is only a look
// from another rank than the applicant's own.
func (d *Session) Look() (look workspace.Look, simulated bool) { return d.look, d.simulated }

// Plan returns the plan as it stands. It must not be changed.
func (d *Session) Plan() *plan.Plan { return d.shown.Plan() }

func (d *Session) resetLook() {
	d.look = workspace.Look{
		Process: d.Profile.Process, Profession: d.Profile.Profession,
		Rank: d.Profile.Rank, Span: workspace.RankSpan{From: d.Profile.RankFrom, To: d.Profile.RankTo}, RankEquivalente: d.Profile.RankEquivalente, Passes: d.usualPasses(), Limits: d.Recall(workspace.KeyRefused),
	}
	d.simulated = false
}

// usualPasses is how many ahead the applicant thinks will pass, or that this is
// left to what was learnt.
func (d *Session) usualPasses() float64 {
	if d.Profile.PassesAhead > 0 {
		return float64(d.Profile.PassesAhead)
	}
	return workspace.UsualPasses
}

// errDemo tells why nothing is stored.
var errDemo = errors.New(texts.DemoNotStored)

// Writable reports why nothing can be stored now; nil when it can.
func (d *Session) Writable() error {
	switch {
	case d.Lib == nil || d.Space.Demo:
		return errDemo
	case d.Locked != "":
		return errors.New(texts.ReadOnlyWindow(d.Locked))
	}
	return nil
}

// Working reports that chances are still on their way: lists are being loaded, the
// model fitted, or the chances of this look worked out. What is missing meanwhile
// is not said to be missing for good.
func (d *Session) Working() bool { return d.loading || d.Fitting || d.estimating }

// OnlyLooks reports why this window may change nothing; "" when it may. The
// demonstration may, though nothing of it is stored.
func (d *Session) OnlyLooks() string {
	if d.Locked == "" {
		return ""
	}
	return texts.ReadOnlyWindow(d.Locked)
}

// Version grows whenever what the screens draw from has changed: lists,
// chances, profile. The root tells the pages in the same update, so that none
// ever draws old rows from new lists.
func (d *Session) Version() int { return d.version }

func (d *Session) changed() { d.version++ }

// held is what a window has of one library, or of the demonstration, beside its
// lists and the profile: when another takes its place, none of it is left.
type held struct {
	Model     *availability.Model
	forecasts *workspace.Forecasts
	base      *workspace.Estimates // those from before any act
	noticed   noticed
	box       outbox.Box[sheet] // the one writer
	plans     []*openPlan
	shown     *openPlan // of them, that on the screen
	profile   *ownProfile
	ranks     *storedRanks
	notes     *noteWriter
	acts      acts
	turn      *Turn
	compared  []data.PlazaID // side by side, in the order in which they were taken in
	unread    bool           // the stored profile could not be read
}

// hold begins with nothing but an empty plan.
func (d *Session) hold() {
	d.held = held{
		profile: &ownProfile{d: d}, notes: &noteWriter{d: d}, ranks: &storedRanks{d: d, change: rankChange{}},
		acts: acts{states: map[data.Line]turn.State{}, owned: map[data.Line]bool{}, told: map[data.Line]bool{}},
	}
	d.turn = newTurn(d)
	d.showOnly(plan.Edit(plan.Plan{Name: storage.DefaultPlan}))
}

// letGo lets go of all that is held, the lock too; answers that are still on
// their way come too late.
func (d *Session) letGo() {
	d.release()
	d.release = func() {}
	_ = d.turn.ledger.close() // all of it is written
	d.hold()
	d.askedActs.Next()
}
