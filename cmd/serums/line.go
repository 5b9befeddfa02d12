package main

import (
	"github.com/spf13/pflag"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// lineFlags name a line, or a part of one.
type lineFlags struct{ process, profession, modality string }

func (f *lineFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.process, "proceso", "", texts.FlagFilter("proceso"))
	flags.StringVar(&f.profession, "profesion", "", texts.FlagFilter("profesion"))
	flags.StringVar(&f.modality, "modalidad", "", texts.FlagFilter("modalidad"))
}

// filter reads the flags against what is loaded; without a process the newest is
// meant. Errors are of usage.
func (f *lineFlags) filter(space *workspace.Workspace) (catalog.Filter, error) {
	given := map[string]string{}
	for key, value := range map[string]string{"proceso": f.process, "profesion": f.profession, "modalidad": f.modality} {
		if value != "" {
			given[key] = value
		}
	}
	filter, err := space.ParseFilter(given)
	if err != nil {
		return filter, requestUsage(err)
	}
	if f.process == "" {
		filter.Set(catalog.DimProcess, string(space.Latest()))
	}
	return filter, nil
}
