package main

import (
	"context"
	"errors"
	"fmt"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
)

// readLists reads the files of offers or adjudicated seats. The report shows
// samples where asked.
func (a *app) readLists(ctx context.Context, lib *library.Library, kind data.Kind, files []string, o lists.Options, asks *asker, f *importFlags) (*importedFiles, error) {
	drafts, err := imports.ReadLists(ctx, lib, kind, files, o, func(path string, o lists.Options) ([]lists.Draft, error) {
		return a.readFile(ctx, lib, kind, path, o, asks)
	})
	if err != nil {
		return nil, importError(err)
	}
	if drafts, err = a.place(ctx, lib, drafts, asks, f); err != nil {
		return nil, err
	}
	return &importedFiles{
		items: imports.Items(drafts, a.now()), rejected: imports.Rejected(drafts), doubts: imports.Doubts(drafts),
		tell: func(changes []library.Change) {
			fmt.Fprint(a.out, importReport(imports.Summaries(drafts, changes), f.dryRun))
		},
		closing: func(lib *library.Library) { a.printGaps(lib.Lists()) },
		keep:    func(lib *library.Library) error { return imports.Remember(lib, drafts, o) },
	}, nil
}

// place chooses what becomes of the lists that are loaded: as the flags say, else as
// imports.Place proposes; what has nothing of the loaded list is asked about.
func (a *app) place(ctx context.Context, lib *library.Library, drafts []lists.Draft, asks *asker, f *importFlags) ([]lists.Draft, error) {
	if f.replace {
		return drafts, nil
	}
	placing, err := imports.Place(ctx, lib, drafts)
	if err != nil {
		return nil, err
	}
	for i := range placing {
		p := &placing[i]
		switch {
		case p.Cannot != nil && (f.add || p.Belongs != imports.Anew):
			return nil, p.Cannot
		case f.add:
			p.Adds = true
		case p.Open():
			if p.Adds, err = a.askAdd(ctx, lib, &p.Draft, asks); err != nil {
				return nil, err
			}
		}
	}
	return placing.Chosen(), nil
}

// askAdd asks whether a list that has nothing of the loaded one is another part
// of it; where nobody can be asked it refuses.
func (a *app) askAdd(ctx context.Context, lib *library.Library, d *lists.Draft, asks *asker) (bool, error) {
	loaded := 0
	for _, info := range lib.Lists() {
		if info.Kind == d.Info.Kind && info.Process == d.Info.Process && info.Modality == d.Info.Modality {
			loaded = info.Seats
		}
	}
	if asks.allowed {
		return asks.confirm(ctx, texts.ImportAskAdd(texts.ListTitle(&d.Info), loaded, d.Info.Seats))
	}
	return false, usage(texts.ImportApart(texts.ListTitle(&d.Info), loaded, d.Info.Seats))
}

// readFile reads one file; what it does not tell is asked where that is allowed.
func (a *app) readFile(ctx context.Context, lib *library.Library, kind data.Kind, file string, o lists.Options, asks *asker) ([]lists.Draft, error) {
	for {
		bar := a.progressBar(file)
		o.Progress = bar.update
		drafts, err := imports.ReadList(ctx, lib, kind, file, o)
		bar.done()
		if err == nil || !asks.allowed {
			return drafts, err
		}
		asked, askErr := asks.askMissing(ctx, err, file, &o)
		if askErr != nil {
			return nil, askErr
		}
		if !asked {
			return nil, err
		}
	}
}

// importError makes a question that only the command line can answer an error
// of usage.
func importError(err error) error {
	if _, versions := errors.AsType[imports.VersionsError](err); versions || errors.Is(err, lists.ErrNeedProcess) || errors.Is(err, lists.ErrNeedModality) || errors.Is(err, lists.ErrConflict) {
		return usage(texts.Spanish(err))
	}
	return err
}

// importRecord is one list in importar --json and fuentes --json.
type importRecord struct {
	data.ListInfo
	Problems *[]data.Problem `json:"problemas,omitempty"`
}

func importJSON(items []library.Item, changes []library.Change) []importRecord {
	records := make([]importRecord, len(items))
	for i := range items {
		problems := items[i].Problems
		if problems == nil {
			problems = []data.Problem{}
		}
		records[i] = importRecord{changes[i].Info, &problems}
	}
	return records
}

// folders tells the planner where downloaded lists usually are: the folder of
