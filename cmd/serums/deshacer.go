package main

import (
	"context"
	"errors"
	"fmt"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/losses"
)

// mayLose asks a second time on a terminal before an import takes something away from
// the user. Where nobody can be asked it is refused, unless --si says that it is
// meant: then told says what went and how to go back, for when it is stored.
func (a *app) mayLose(ctx context.Context, lib *library.Library, items []library.Item, changes []library.Change, f *importFlags, asks *asker) (may bool, told string, err error) {
	loss, err := losses.Of(ctx, lib, items, changes, nil)
	switch {
	case err != nil:
		return false, "", err
	case loss.None():
		return true, "", nil
	case asks.allowed:
		may, err = asks.confirm(ctx, texts.ImportLossAskCommand(loss.Text()))
		return may, "", err
	case f.yes:
		return true, texts.ImportLossDone(loss.Text()), nil
	}
	return false, "", errors.New(texts.ImportLossRefused(loss.Text()))
}

// takenBackRecord is one list of importar --deshacer in JSON: that which was taken
// out, and that which is in force again, null for none.
type takenBackRecord struct {
	List   data.ListInfo  `json:"lista"`
	Before *data.ListInfo `json:"antes"`
}

func (a *app) takeBackImport(ctx context.Context, asJSON bool) error {
	if a.demo {
		return usage(texts.ImportIntoDemo)
	}
	lib, err := a.openLibrary(texts.KeySourceImport)
	if err != nil {
		return err
	}
	done, err := lib.TakeBack(ctx)
	if err != nil {
		return err
	}
	a.warn(lib.Notices()...)
	if asJSON {
		records := data.Map(done, func(r library.Returned) takenBackRecord { return takenBackRecord{r.Info, r.Before} })
		return a.printJSON(records)
	}
	fmt.Fprintln(a.out, imports.TakenBack(done))
	return nil
}
