package turn

import (
	"brujula/data"
	"brujula/data/library"
	"brujula/planner"
)

// Acts are the acts under way of the lines of one profession in one process.
type Acts map[data.Modality]State

// Standing reads where the acts of a profession's lines stand, without locking
// their logs. A line whose act has not begun, or has ended, is not among them.
// What a log has that cannot be read is told by who opens it to write.
func Standing(lib *library.Library, space *planner.Workspace, process data.Process, profession string) (Acts, error) {
	acts := Acts{}
	for _, m := range data.Modalities() {
		line := data.Line{Process: process, Profession: profession, Modality: m}
		plazas, rows := space.Catalog.Line(line)
		if len(rows) == 0 {
			continue
		}
		recorded, err := Read(lib, line)
		if err != nil {
			return acts, err
		}
		a, _ := Replay(line, SeatsOf(plazas), recorded.Events)
		if s := a.State(); s.Started {
			acts[m] = s
		}
	}
	return acts, nil
}

// Follow gives the estimates as the acts have changed them; rank tells from
// which rank an act is seen, 0 where it is not known. With ranged they have
// estimation ranges, which take several times as long. Without acts it gives
// the estimates themselves.
func (acts Acts) Follow(space *planner.Workspace, est *planner.Estimates, rank func(m data.Modality, s *State) int, ranged bool) *planner.Estimates {
	lives := map[data.Modality]*planner.Live{}
	for m, s := range acts {
		if v := est.Lines[m]; v != nil && s.Started && v.Line == s.Line {
			lives[m] = s.Live(rank(m, &s), AssumedPasses(v, est.Look))
		}
	}
	if len(lives) == 0 {
		return est
	}
	return est.Follow(space, lives, ranged)
}
