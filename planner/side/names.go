package side

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Names names plazas that stand side by side: by the establishment alone where no other
// of them has its name, else with what tells them apart, the modality of a place that
// is offered in both, or the code of another place.
func Names(space *workspace.Workspace, ids []data.PlazaID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		name := space.Name(id)
		var apart texts.SideApart
		for _, other := range ids {
			if other == id || space.Name(other) != name {
				continue
			}
			apart.Code = apart.Code || other.Renipress != id.Renipress
			apart.Modality = apart.Modality || other.Modality != id.Modality
			apart.Profession = apart.Profession || other.Profession != id.Profession
			apart.Process = apart.Process || other.Process != id.Process
		}
		out[i] = apart.Name(name, id)
	}
	return out
}
