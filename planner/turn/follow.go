package turn

import (
	"maps"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// Acts are the acts of the lines of one profession in one process: those under
// way, and those that are over of which it is known what came of the applicant's
// turn.
type Acts map[data.Modality]State

// RankIn returns the rank from which the line of a modality is seen before any act,
// 0 where it is not known: the national one, or that among those apt for equivalente,
// which follows from the national one by what is thought to be gone where it is not
// known itself (derived). v is nil where no such line is loaded.
func RankIn(m data.Modality, v *workspace.LineView, look workspace.Look) (rank int, derived bool) {
	switch {
	case m != data.Equivalente:
		return look.Rank, false
	case look.RankEquivalente > 0:
		return look.RankEquivalente, false
	case v == nil || !v.Derived || v.Share <= 0:
		return 0, false
	}
	return availability.ConstantPassing(1 - v.Share).RankAt(v.K), true
}

// Trail is an act as its log tells of it.
type Trail struct {
	State  State
	Acts   int // recorded, as the history counts them
	Undone int // of those
	Last   time.Time
}

// Standing reads where the acts of a profession's lines stand, without locking
// their logs. What a log has that cannot be read is told by who opens it to write.
func Standing(lib *library.Library, space *workspace.Workspace, process data.Process, profession string) (Acts, error) {
	acts := Acts{}
	trails, err := Trails(lib, space, process, profession)
	for m, t := range trails {
		acts[m] = t.State
	}
	return acts, err
}

// Trails reads the same as Standing, and how much of it there is; a line of which
// is known what came of the applicant's turn is among them though its act has
// ended.
func Trails(lib *library.Library, space *workspace.Workspace, process data.Process, profession string) (map[data.Modality]Trail, error) {
	trails := map[data.Modality]Trail{}
	for _, m := range data.Modalities() {
		line := data.Line{Process: process, Profession: profession, Modality: m}
		if len(space.Catalog.RowsOf(line)) == 0 {
			continue
		}
		recorded, err := Read(lib, line)
		if err != nil {
			return trails, err
		}
		if len(recorded.Events) == 0 {
			continue
		}
		plazas, _ := space.Catalog.Line(line)
		a, _ := Replay(line, SeatsOf(plazas), recorded.Events)
		s := a.State()
		if !s.Started && !s.Mine.Known() {
			continue
		}
		t := Trail{State: s, Last: recorded.Events[len(recorded.Events)-1].At}
		for _, e := range a.History() {
			t.Acts++
			if e.Undone {
				t.Undone++
			}
		}
		trails[m] = t
	}
	return trails, nil
}

// Losses reports the acts of a profession's lines that another program took away,
// in the user's words: what is missing, of which file, and what to do.
func Losses(lib *library.Library, space *workspace.Workspace, process data.Process, profession string) (notices []string, err error) {
	for _, m := range data.Modalities() {
		line := data.Line{Process: process, Profession: profession, Modality: m}
		if rows := space.Catalog.RowsOf(line); len(rows) == 0 {
			continue
		}
		notice, err := lib.LogLoss(LogName(line))
		if err != nil {
			return notices, err
		}
		if notice != "" {
			notices = append(notices, notice)
		}
	}
	return notices, nil
}

// UnderWay returns the acts that have begun and not ended.
func (acts Acts) UnderWay() Acts {
	out := maps.Clone(acts)
	maps.DeleteFunc(out, func(_ data.Modality, s State) bool { return !s.Started })
	return out
}

// Owned returns the estimates with what the applicant has taken, which is theirs
// whether or not the figures follow an act.
func (acts Acts) Owned(est *workspace.Estimates) *workspace.Estimates {
	mine := map[data.Line]string{}
	for m, s := range acts {
		if s.Mine.Renipress != "" {
			mine[data.Line{Process: est.Look.Process, Profession: est.Look.Profession, Modality: m}] = s.Mine.Renipress
		}
	}
	return est.Owning(mine)
}

// Follow returns the estimates as the acts have changed them; rank tells from
// which rank an act is seen, 0 where it is not known. With ranged they have
// estimation ranges, which take several times as long. Where nothing has changed it
// gives the estimates themselves.
func (acts Acts) Follow(space *workspace.Workspace, est *workspace.Estimates, rank func(m data.Modality, s *State) int, ranged bool) *workspace.Estimates {
	est = acts.Owned(est)
	lives := map[data.Modality]*workspace.Live{}
	for m, s := range acts {
		if v := est.Lines[m]; v != nil && s.Started && v.Line == s.Line {
			lives[m] = s.Live(rank(m, &s), AssumedPasses(v))
		}
	}
	if len(lives) == 0 {
		return est
	}
	return est.Follow(space, lives, ranged)
}
