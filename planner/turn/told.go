package turn

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Proposal is a plaza to ask for with what is said of it.
type Proposal struct {
	*Choice
	Heading string      // when to ask for it
	Steps   [][2]string // of the official screen: label and value, in its order
	Points  string
	Warning string // "" for none
}

// Proposals returns what to ask for, the best first.
func (v *View) Proposals() []Proposal {
	all := make([]Proposal, len(v.Best))
	for i := range v.Best {
		c := &v.Best[i]
		all[i] = Proposal{
			Choice: c, Heading: texts.TurnAsk(i, v.MyTurn()), Steps: texts.TurnOfficial(c.Plaza),
			Points: texts.PointsShort(c.Points.Known, c.Points.Value),
		}
		if len(c.Refused) > 0 {
			all[i].Warning = texts.LimitAsked(c.Refused)
		}
		if v.maybeGone(c) {
			all[i].Warning = strings.TrimSpace(all[i].Warning + " " + texts.TurnMaybeGone)
		}
	}
	return all
}

// Told is what came of the applicant's own turn.
type Told struct {
	What  string // the place with where it is, or that none was taken
	Lost  string // that no loaded offer has the place; "" where one has
	Means string // what it means for what is left of the process
}

// Tell puts an outcome of a line into words; fallback counts the plan's lines of
// equivalente, as a View does.
func (o Outcome) Tell(space *workspace.Workspace, line data.Line, fallback int) Told {
	if o.Renipress == "" {
		return Told{What: texts.TurnNoneTaken, Means: texts.TurnAfterNone(line.Modality, fallback)}
	}
	told := Told{Means: texts.TurnAfterPlace(line.Modality)}
	place, known := space.PlaceText(line.Plaza(o.Renipress))
	if told.What = place; !known {
		told.Lost = texts.TurnMyPlaceGone
	}
	return told
}
