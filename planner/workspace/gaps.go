package workspace

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
)

// Gap is something that keeps the chances from being estimated, or from being
// as good as they could be.
type Gap struct {
	Kind     GapKind
	Process  data.Process  // of GapOffer and GapCut; of GapPast the oldest on offer, "" for none
	Modality data.Modality // of GapOffer, GapCut and GapModality
	UpTo     int           // of GapCut: the rank at which the list ends
}

// GapKind says what is missing.
type GapKind int

// GapAll: no offer is loaded at all. GapPast: no adjudicated list is loaded.
// GapOffer: an adjudicated list has no offer of its process, so that nothing
// can be learnt from it. GapModality: an offered modality has no past list of
// its own. GapCut: a past list ends at a rank and says nothing of the later
// seats.
const (
	GapAll GapKind = iota
	GapPast
	GapOffer
	GapModality
	GapCut
)

// Gaps reports what is missing for the chances, the gravest first.
func Gaps(infos []data.ListInfo) []Gap {
	offers, past := ofKind(infos, data.KindOffer), ofKind(infos, data.KindAdjudication)
	var gaps []Gap
	if len(offers) == 0 {
		gaps = append(gaps, Gap{Kind: GapAll})
	}
	if len(past) == 0 {
		return append(gaps, Gap{Kind: GapPast, Process: oldest(offers)})
	}
	for i := range past {
		if a := &past[i]; !hasList(offers, a.Process, a.Modality) {
			gaps = append(gaps, Gap{Kind: GapOffer, Process: a.Process, Modality: a.Modality})
		}
	}
	for _, m := range data.Modalities() {
		offered := slices.ContainsFunc(offers, func(o data.ListInfo) bool { return o.Modality == m })
		loaded := slices.ContainsFunc(past, func(a data.ListInfo) bool { return a.Modality == m })
		if offered && !loaded {
			gaps = append(gaps, Gap{Kind: GapModality, Modality: m})
		}
	}
	for i := range past {
		if a := &past[i]; a.UpTo > 0 {
			gaps = append(gaps, Gap{Kind: GapCut, Process: a.Process, Modality: a.Modality, UpTo: a.UpTo})
		}
	}
	return gaps
}

// oldest returns the oldest process of some lists, whose adjudicated list is the
// first that may be published; "" of none.
func oldest(infos []data.ListInfo) data.Process {
	var p data.Process
	for i := range infos {
		if q := infos[i].Process; p == "" || q.Before(p) {
			p = q
		}
	}
	return p
}

func ofKind(infos []data.ListInfo, kind data.Kind) []data.ListInfo {
	return slices.DeleteFunc(slices.Clone(infos), func(i data.ListInfo) bool { return i.Kind != kind })
}

func hasList(infos []data.ListInfo, process data.Process, modality data.Modality) bool {
	return slices.ContainsFunc(infos, func(i data.ListInfo) bool { return i.Process == process && i.Modality == modality })
}

// Text says the gap in plain words, and what to load.
func (g Gap) Text() string {
	switch g.Kind {
	case GapAll:
		return texts.GapNoOffer
	case GapPast:
		return texts.GapNoPast(g.Process)
	case GapOffer:
		return texts.GapUnpaired(g.Process, g.Modality)
	case GapModality:
		return texts.GapNoPastOf(g.Modality)
	case GapCut:
		return texts.GapCut(g.Process, g.Modality, g.UpTo)
	}
	return ""
}
