package linear

import (
	"brujula/data"
	"brujula/data/texts"
)

// home is the first menu; going back from it ends the program.
func (s *dialogue) home() error {
	names := texts.LinearOptions()
	flows := []func() error{s.explore, s.plan, s.compare, s.act, s.panorama, s.sources, s.profile, s.importList}
	err := s.menu(func() menu {
		m := menu{title: texts.LinearHome, leave: texts.KeyQuit}
		m.status, m.brief = s.standing()
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

// standing tells what is loaded, who the applicant is, and what the chances
// follow; these first lines are brief many.
func (s *dialogue) standing() (lines []string, brief int) {
	d := s.desk
	look, simulated := d.Look()
	lines = []string{texts.LinearStanding(d.Space.Demo, d.Profile.Process, d.Profile.Profession, d.Profile.Modality, d.OwnRank(), d.Profile.RankFrom, d.Profile.RankTo)}
	if simulated {
		lines = append(lines, texts.LinearSimulated(d.LookRank(), look.Passes))
	}
	lines = append(lines, s.followed()...)
	brief = len(lines)
	switch {
	case !d.HasProfile():
		lines = append(lines, texts.LinearNoProfile)
	case d.OwnRank() <= 0 && look.Rank <= 0:
		lines = append(lines, texts.LinearNoRank)
	}
	if why := d.Unsaved(); why != "" {
		lines = append(lines, texts.LinearError(texts.NotSaved(why)))
	}
	if failure := s.desk.NotesFailure(); failure != "" {
		lines = append(lines, texts.LinearError(failure))
	}
	return append(lines, texts.LinearPlanLength(d.Plan().Name, len(d.Plan().Entries))), brief
}

// followed tells of the acts under way that the chances follow, wherever there
// are chances.
func (s *dialogue) followed() []string {
	var lines []string
	for _, m := range data.Modalities() {
		if act, ok := s.desk.ActText(m); ok {
			lines = append(lines, texts.FollowedAct(m, act))
		}
	}
	return lines
}
