package linear

import (
	"brujula/data/texts"
)

// home is the first menu; going back from it ends the program.
func (s *session) home() error {
	names := texts.LinearOptions()
	flows := []func() error{s.explore, s.plan, s.compare, s.act, s.panorama, s.sources, s.profile, s.importList}
	err := s.menu(func() menu {
		m := menu{title: texts.LinearHome, status: s.standing(), leave: texts.LinearQuit}
		for i, do := range flows {
			m.options = append(m.options, option{label: names[i], do: do})
		}
		return m
	})
	if err != nil {
		return err
	}
	return errQuit
}

// standing tells what is loaded and who the applicant is.
func (s *session) standing() []string {
	d := s.desk
	look, simulated := d.Look()
	lines := []string{texts.LinearStanding(d.Space.Demo, d.Profile.Process, d.Profile.Profession, d.Profile.Modality, d.OwnRank())}
	switch {
	case !d.HasProfile():
		lines = append(lines, texts.LinearNoProfile)
	case d.OwnRank() <= 0 && look.Rank <= 0:
		lines = append(lines, texts.LinearNoRank)
	}
	if simulated {
		lines = append(lines, texts.LinearSimulated(d.LookRank(), look.Passes))
	}
	if why := d.Unsaved(); why != "" {
		lines = append(lines, texts.LinearError(texts.NotSaved(why)))
	}
	if failure := s.desk.NotesFailure(); failure != "" {
		lines = append(lines, texts.LinearError(failure))
	}
	return append(lines, texts.LinearPlanLength(d.Plan().Name, len(d.Plan().Entries)))
}
