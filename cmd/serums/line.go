package main

import (
	"github.com/spf13/pflag"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/inquiry"
	"brujula/planner/workspace"
)

// lineFlags name a line, or a part of one.
type lineFlags struct{ process, profession, modality string }

func (f *lineFlags) register(flags *pflag.FlagSet) {
	f.registerPast(flags, texts.FlagFilter("proceso"), "")
}

// registerPast registers them for a line of some process, which what explains; without
// a modality that one is meant.
func (f *lineFlags) registerPast(flags *pflag.FlagSet, what string, modality data.Modality) {
	flags.StringVar(&f.process, "proceso", "", what)
	flags.StringVar(&f.profession, "profesion", "", texts.FlagFilter("profesion"))
	flags.StringVar(&f.modality, "modalidad", string(modality), texts.FlagFilter("modalidad"))
}

// past reads the one profession and modality that the flags name, and the process, which
// no offer has to have and "" leaves open; none says that they name no line.
func (f *lineFlags) past(space *workspace.Workspace, none string) (line data.Line, err error) {
	if line.Process, err = processOf(f.process); err != nil {
		return line, err
	}
	filter, err := space.ParseFilter(map[string]string{catalog.DimProfession.Key(): f.profession, catalog.DimModality.Key(): f.modality})
	if err != nil {
		return line, err
	}
	if len(filter.In[catalog.DimProfession]) != 1 || len(filter.In[catalog.DimModality]) != 1 {
		return line, usage(none)
	}
	line.Profession, line.Modality = filter.In[catalog.DimProfession][0], data.Modality(filter.In[catalog.DimModality][0])
	return line, nil
}

// given returns the words that name the line.
func (f *lineFlags) given() inquiry.Words {
	return inquiry.Words{"proceso": f.process, "profesion": f.profession, "modalidad": f.modality}
}
