package imports

import (
	"context"
	"errors"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
)

// An act that is over becomes a past list of its line (turn.Act.Past). It stands in
// the place of the official list until that is imported, and is never counted beside
// it.

// StorePastAct stores the list of an act: beside those of other lines of its
// process, in the place of an earlier one of its own. It fails where an official
// list of the line is loaded, and as library.Import does.
func StorePastAct(ctx context.Context, lib *library.Library, d lists.Draft, now time.Time) error {
	_, err := lib.Import(ctx, func() ([]library.Item, error) {
		profession := d.Info.Followed[0].Profession
		official, err := officialOf(ctx, lib, &d.Info, profession)
		if err != nil {
			return nil, err
		}
		if official {
			return nil, errors.New(texts.ActOfficialLoaded(profession, d.Info.Process, d.Info.Modality))
		}
		whole, err := Extend(ctx, lib, []lists.Draft{d})
		return Items(whole, now), err
	})
	return err
}

// officialOf reports whether a loaded list that comes from no act tells of a
// profession.
func officialOf(ctx context.Context, lib *library.Library, info *data.ListInfo, profession string) (bool, error) {
	stored, err := lib.Adjudication(ctx, info.Process, info.Modality)
	switch {
	case errors.Is(err, library.ErrNotFound), errors.Is(err, library.ErrDamaged):
		return false, nil
	case err != nil:
		return false, err
	}
	return stored.FollowedOf(profession) == nil &&
		slices.ContainsFunc(stored.Picks, func(p data.Pick) bool { return p.Profession == profession }), nil
}

// RemovePastAct takes the list of an act out of the library; the log of the act
// stays. ok is false where there is none.
func RemovePastAct(ctx context.Context, lib *library.Library, line data.Line, now time.Time) (ok bool, err error) {
	info, ok := PastActOf(lib.Lists(), line)
	if !ok {
		return false, nil
	}
	left, err := withoutFiles(ctx, lib, &lists.Draft{Info: info}, []string{texts.ActFile(line)})
	if err != nil {
		return false, err
	}
	if left == nil {
		return true, lib.Drop(ctx, info)
	}
	left.Info.Rows, left.Info.Seats, left.Info.Passed = len(left.Adjudication.Picks), len(left.Adjudication.Picks), len(left.Adjudication.Passed)
	left.Info.Plazas = len(draftIDs(left))
	name(&left.Info)
	_, err = lib.Import(ctx, func() ([]library.Item, error) { return Items([]lists.Draft{*left}, now), nil })
	return true, err
}

// PastActOf finds the loaded list that holds the act of a line.
func PastActOf(infos []data.ListInfo, line data.Line) (info data.ListInfo, ok bool) {
	for _, info := range infos {
		if info.Kind == data.KindAdjudication && info.Process == line.Process && info.Modality == line.Modality &&
			slices.ContainsFunc(info.Followed, func(f data.Followed) bool { return f.Profession == line.Profession }) {
			return info, true
		}
	}
	return data.ListInfo{}, false
}

// actsIn names the acts of a loaded list that a list to be stored tells of.
func actsIn(stored *data.ListInfo, list *data.Adjudication) []string {
	var files []string
	for _, f := range stored.Followed {
		if list != nil && slices.ContainsFunc(list.Picks, func(p data.Pick) bool { return p.Profession == f.Profession }) {
			files = append(files, texts.ActFile(data.Line{Process: stored.Process, Profession: f.Profession, Modality: stored.Modality}))
		}
	}
	return files
}

func lineOfAct(list *data.Adjudication, profession string) data.Line {
	return data.Line{Process: list.Process, Profession: profession, Modality: list.Modality}
}
