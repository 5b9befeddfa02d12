package imports

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
)

// A list may come in several files: one a profession, a region, a part. They
// are one list; its info names them, and the source of each record names its
// own, so that one of them can be read anew.

// Join makes one draft of those that are parts of the same list. It fails where
// two hold so much of the same that they are versions of one list, whose seats
// must not be added up.
func Join(drafts []lists.Draft) ([]lists.Draft, error) {
	var out []lists.Draft
	for _, d := range drafts {
		at := slices.IndexFunc(out, func(o lists.Draft) bool { return sameList(&o.Info, &d.Info) })
		if at < 0 {
			out = append(out, d)
			continue
		}
		if slices.Equal(partNames(&out[at].Info), partNames(&d.Info)) && out[at].Info.SHA256 == d.Info.SHA256 {
			continue // the same file twice
		}
		if alike(&out[at], &d) {
			return nil, versions(&out[at], &d)
		}
		out[at] = joined(&out[at], &d)
	}
	return out, nil
}

// VersionsError says that two files are versions of one list.
type VersionsError string

// Error returns the sentence for the user.
func (e VersionsError) Error() string { return string(e) }

func versions(a, b *lists.Draft) error {
	return VersionsError(texts.ImportTwice(a.Info.File, b.Info.File, a.Info.Process, a.Info.Modality))
}

// alike reports whether the smaller of two lists has half of its plazas in common
// with the other: of adjudicated lists those that were taken with the same rank
// and mark.
func alike(a, b *lists.Draft) bool {
	one, two := contents(a), contents(b)
	if len(two) < len(one) {
		one, two = two, one
	}
	common := 0
	for content := range one {
		if _, ok := two[content]; ok {
			common++
		}
	}
	return common > 0 && 2*common >= len(one)
}

// contents returns what tells a record from another of the same list.
func contents(d *lists.Draft) map[data.Pick]struct{} {
	out := map[data.Pick]struct{}{}
	if d.Offer != nil {
		for id := range draftIDs(d) {
			out[data.Pick{Profession: id.profession, Renipress: id.renipress}] = struct{}{}
		}
		return out
	}
	for _, p := range d.Adjudication.Picks {
		p.Source, p.Establishment = data.Source{}, ""
		out[p] = struct{}{}
	}
	return out
}

// Extend joins each draft to the list that is loaded in its place: what came
// from files of the same name is replaced, all else stays. It fails as Join does.
// lib is not changed.
func Extend(ctx context.Context, lib *library.Library, drafts []lists.Draft) ([]lists.Draft, error) {
	out := slices.Clone(drafts)
	for i := range out {
		stored, err := without(ctx, lib, &out[i])
		if err != nil {
			return nil, err
		}
		if stored != nil && alike(stored, &out[i]) {
			return nil, versions(stored, &out[i])
		}
		if stored != nil {
			out[i] = joined(stored, &out[i])
			out[i].Added = true
			arrange(&out[i], lib)
		}
	}
	return out, nil
}

// Belongs tells of a draft how it stands to the list that is loaded in its
// place, to ask whether it is another part of it.
type Belongs int

// Alone: no list is loaded. Anew: the loaded one came from the same file, or
// has plazas in common. PartAnew: the file is one of several that the loaded
// one came in. Apart: nothing that is loaded is in the draft.
const (
	Alone Belongs = iota
	Anew
	PartAnew
	Apart
)

// Belonging reports how a draft stands to the loaded list. Errors as those of
// library.Offer.
func Belonging(ctx context.Context, lib *library.Library, d *lists.Draft) (Belongs, error) {
	if lib == nil {
		return Alone, nil
	}
	at := slices.IndexFunc(lib.Lists(), func(i data.ListInfo) bool { return sameList(&i, &d.Info) })
	if at < 0 {
		return Alone, nil
	}
	info := lib.Lists()[at]
	names := partNames(&info)
	mine := partNames(&d.Info)
	switch held := containsAll(names, mine); {
	case held && len(mine) == len(names):
		return Anew, nil
	case held:
		return PartAnew, nil
	}
	was, err := idsOf(ctx, lib, &info)
	if err != nil || len(was) == 0 {
		return Anew, err
	}
	for id := range draftIDs(d) {
		if _, common := was[id]; common {
			return Anew, nil
		}
	}
	return Apart, nil
}

func sameList(a, b *data.ListInfo) bool {
	return a.Kind == b.Kind && a.Process == b.Process && a.Modality == b.Modality
}

func partNames(info *data.ListInfo) []string {
	return data.Map(data.PartsOf(info), func(p data.Part) string { return p.File })
}

func containsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(name string) bool { return !slices.Contains(all, name) })
}

type seatID struct{ profession, renipress string }

func idsOf(ctx context.Context, lib *library.Library, info *data.ListInfo) (map[seatID]struct{}, error) {
	d := lists.Draft{}
	var err error
	if info.Kind == data.KindOffer {
		d.Offer, err = lib.Offer(ctx, info.Process, info.Modality)
	} else {
		d.Adjudication, err = lib.Adjudication(ctx, info.Process, info.Modality)
	}
	if errors.Is(err, library.ErrDamaged) { // it is replaced whatever it held
		return nil, nil
	}
	return draftIDs(&d), err
}

func draftIDs(d *lists.Draft) map[seatID]struct{} {
	ids := map[seatID]struct{}{}
	if d.Offer != nil {
		for i := range d.Offer.Plazas {
			p := &d.Offer.Plazas[i]
			ids[seatID{p.Profession, p.Renipress}] = struct{}{}
		}
	}
	if d.Adjudication != nil {
		for i := range d.Adjudication.Picks {
			p := &d.Adjudication.Picks[i]
			ids[seatID{p.Profession, p.Renipress}] = struct{}{}
		}
	}
	return ids
}

// without returns the loaded list but for what came from the files of a draft, and
// the acts of lines that the draft tells of; nil where nothing is left.
func without(ctx context.Context, lib *library.Library, draft *lists.Draft) (*lists.Draft, error) {
	at := slices.IndexFunc(lib.Lists(), func(i data.ListInfo) bool { return sameList(&i, &draft.Info) })
	if at < 0 {
		return nil, nil
	}
	d := &lists.Draft{Info: lib.Lists()[at]}
	return withoutFiles(ctx, lib, d, append(partNames(&draft.Info), actsIn(&d.Info, draft.Adjudication)...))
}

// withoutFiles takes what came from some files out of a loaded list of which d has
// the info.
func withoutFiles(ctx context.Context, lib *library.Library, d *lists.Draft, mine []string) (*lists.Draft, error) {
	problems, err := lib.Problems(d.Info)
	if err != nil {
		return nil, err
	}
	d.Problems = slices.DeleteFunc(slices.Clone(problems), func(p data.Problem) bool { return slices.Contains(mine, p.File) })
	d.Info.Parts = slices.DeleteFunc(slices.Clone(data.PartsOf(&d.Info)), func(p data.Part) bool { return slices.Contains(mine, p.File) })
	if len(d.Info.Parts) == 0 {
		return nil, nil
	}
	if d.Info.Kind == data.KindOffer {
		stored, err := lib.Offer(ctx, d.Info.Process, d.Info.Modality)
		if err != nil {
			return nil, err
		}
		if d.Offer, err = offerWithout(stored, mine); err != nil {
			return nil, err
		}
	} else {
		stored, err := lib.Adjudication(ctx, d.Info.Process, d.Info.Modality)
		if err != nil {
			return nil, err
		}
		d.Adjudication = picksWithout(stored, mine)
		d.Info.Followed = d.Adjudication.Followed
	}
	return d, nil
}

func offerWithout(stored *data.Offer, files []string) (*data.Offer, error) {
	out := &data.Offer{Process: stored.Process, Modality: stored.Modality, Plazas: make([]data.Plaza, 0, len(stored.Plazas))}
	for i := range stored.Plazas {
		p := &stored.Plazas[i]
		mine := 0
		for _, s := range p.Sources {
			if slices.Contains(files, s.File) {
				mine++
			}
		}
		switch {
		case mine == 0:
			out.Plazas = append(out.Plazas, *p)
		case mine < len(p.Sources): // which of its seats are whose is not known any more
			return nil, errors.New(texts.ImportSharedPlaza(p.Establishment, strings.Join(files, ", ")))
		}
	}
	return out, nil
}

func picksWithout(stored *data.Adjudication, files []string) *data.Adjudication {
	out := *stored
	out.Picks = slices.DeleteFunc(slices.Clone(stored.Picks), func(p data.Pick) bool { return slices.Contains(files, p.Source.File) })
	out.Passed = slices.DeleteFunc(slices.Clone(stored.Passed), func(p data.Passed) bool { return slices.Contains(files, p.Source.File) })
	out.Followed = slices.DeleteFunc(slices.Clone(stored.Followed), func(f data.Followed) bool {
		return slices.Contains(files, texts.ActFile(lineOfAct(stored, f.Profession)))
	})
	return &out
}

// arrange puts a draft that holds the loaded list into the order of the files in
// which that list has them, so that a part which is read again changes nothing.
func arrange(d *lists.Draft, lib *library.Library) {
	order := map[string]int{}
	for _, info := range lib.Lists() {
		if sameList(&info, &d.Info) {
			for at, name := range partNames(&info) {
				order[name] = at + 1
			}
		}
	}
	place := func(file string) int { return cmp.Or(order[file], len(order)+1) }
	slices.SortStableFunc(d.Info.Parts, func(a, b data.Part) int { return place(a.File) - place(b.File) })
	slices.SortStableFunc(d.Problems, func(a, b data.Problem) int { return place(a.File) - place(b.File) })
	if d.Offer != nil {
		first := func(p *data.Plaza) int { return place(p.Sources[0].File) }
		slices.SortStableFunc(d.Offer.Plazas, func(a, b data.Plaza) int { return first(&a) - first(&b) })
	} else {
		slices.SortStableFunc(d.Adjudication.Picks, func(a, b data.Pick) int { return place(a.Source.File) - place(b.Source.File) })
		slices.SortStableFunc(d.Adjudication.Passed, func(a, b data.Passed) int { return place(a.Source.File) - place(b.Source.File) })
	}
	name(&d.Info)
}

// name gives the info of a list in parts the names and the hash of all.
func name(info *data.ListInfo) {
	hashes := data.Map(info.Parts, func(p data.Part) string { return p.SHA256 })
	info.File, info.SHA256 = texts.ListOfParts(partNames(info)), joinedHash(hashes)
}

// joined makes one draft of two parts of a list. Neither is changed.
func joined(a, b *lists.Draft) lists.Draft {
	out := *b
	out.Info.Parts = append(slices.Clone(data.PartsOf(&a.Info)), data.PartsOf(&b.Info)...)
	out.Problems = append(slices.Clone(a.Problems), b.Problems...)
	out.Doubts = append(slices.Clone(a.Doubts), b.Doubts...)
	out.Contradictions = append(slices.Clone(a.Contradictions), b.Contradictions...)
	out.Named = cmp.Or(a.Named, b.Named)
	out.DeclaredTotal = 0
	out.Headings, out.Signatures = joinedHeadings(a, b)
	info := &out.Info
	info.Rows, info.Skipped, info.Rejected = 0, 0, 0
	for _, p := range info.Parts {
		info.Rows, info.Skipped, info.Rejected = info.Rows+p.Rows, info.Skipped+p.Skipped, info.Rejected+p.Rejected
	}
	name(info)
	if b.Offer != nil {
		offer, shared := joinedOffer(a.Offer, b.Offer)
		if out.Offer = offer; shared > 0 {
			out.Problems = append(out.Problems, data.Problem{File: b.Info.File, Reason: texts.ImportPartsShare(shared, a.Info.File), Level: data.Warning})
		}
		info.Plazas, info.Seats = len(out.Offer.Plazas), out.Offer.Seats()
	} else {
		one := *b.Adjudication
		one.Picks = append(slices.Clone(a.Adjudication.Picks), b.Adjudication.Picks...)
		one.Passed = append(slices.Clone(a.Adjudication.Passed), b.Adjudication.Passed...)
		one.Followed = append(slices.Clone(a.Adjudication.Followed), b.Adjudication.Followed...)
		if len(b.Adjudication.Followed) > 0 {
			one.UpTo = a.Adjudication.UpTo // an act says nothing of the other lines
		}
		info.Followed, info.UpTo = one.Followed, one.UpTo
		out.Adjudication = &one
		info.Plazas, info.Seats, info.Passed = len(draftIDs(&out)), len(one.Picks), len(one.Passed)
	}
	return out
}

// joinedHeadings returns the headings of both parts, those that are the same once.
func joinedHeadings(a, b *lists.Draft) ([]lists.HeadingMatch, []string) {
	headings, signatures := slices.Clone(a.Headings), slices.Clone(a.Signatures)
	for table, signature := range b.Signatures {
		if slices.Contains(signatures, signature) {
			continue
		}
		for _, h := range b.Headings {
			if h.Table == table {
				h.Table = len(signatures)
				headings = append(headings, h)
			}
		}
		signatures = append(signatures, signature)
	}
	return headings, signatures
}

// joinedHash names the bytes of several files together.
func joinedHash(hashes []string) string {
	sum := sha256.Sum256([]byte(strings.Join(hashes, " ")))
	return hex.EncodeToString(sum[:])
}

// joinedOffer adds the rows of the second to the first; those of one plaza add
// their seats.
func joinedOffer(a, b *data.Offer) (out *data.Offer, shared int) {
	out = &data.Offer{Process: b.Process, Modality: b.Modality, Plazas: slices.Clone(a.Plazas)}
	at := make(map[data.PlazaID]int, len(out.Plazas))
	for i := range out.Plazas {
		at[out.Plazas[i].PlazaID] = i
	}
	for i := range b.Plazas {
		p := b.Plazas[i]
		if former, seen := at[p.PlazaID]; seen {
			shared++
			into := &out.Plazas[former]
			into.Sources, into.Budgets = slices.Clip(into.Sources), slices.Clone(into.Budgets) // stored lists share theirs
			lists.AddSeats(into, &p)
			continue
		}
		at[p.PlazaID] = len(out.Plazas)
		out.Plazas = append(out.Plazas, p)
	}
	return out, shared
}
