package workspace

import (
	"slices"
	"sync"
	"sync/atomic"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/together"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/conflicts"
	"brujula/planner/geo"
	"brujula/planner/past"
	"brujula/planner/points"
	"brujula/planner/risk"
)

// Workspace is a snapshot of all that is loaded: lists, facts and the chosen
// model. It does not change and may be shared; loading or importing gives a
// new one.
type Workspace struct {
	Demo    bool // the lists are made up
	Infos   []data.ListInfo
	Rules   *rules.Rules
	Catalog *catalog.Catalog // of every loaded offer
	Points  *points.Table
	Risks   *risk.Matcher
	Notices []string    // what could not be loaded, in the user's words
	Reports *notes.Book // what people report of plazas; never nil

	partial  bool
	part     bool                   // see NewOfPart
	parted   func() *conflicts.Book // see Part.Conflicts
	past     []availability.History // of a whole workspace
	paired   int                    // adjudications that have their offer
	modelKey string
	fitted   memo
	listed   *geo.Index
	places   func() *geo.Index
	disputes func() *conflicts.Book
	lists    func() *conflicts.Lists // that disputes compares
	compared atomic.Int32            // how often ConflictsOf was asked
	before   func() *past.Book
	offering func() map[lineName][]data.Process
	turns    func() []catalog.Past
	points   []float64
	risks    []uint16

	refusing    sync.Mutex
	refused     *Refusals // of the last text that was asked for
	refusedText string

	tagsOnce           sync.Once
	topics, severities *catalog.Tags
}

// Partial reports whether only the newest process is loaded.
func (w *Workspace) Partial() bool { return w.partial }

// Pairs lists the adjudications whose offer is in the library as well.
func Pairs(infos []data.ListInfo) []data.ListInfo {
	var out []data.ListInfo
	for _, info := range infos {
		if info.Kind == data.KindAdjudication && hasOffer(infos, &info) {
			out = append(out, info)
		}
	}
	return out
}

func hasOffer(infos []data.ListInfo, taken *data.ListInfo) bool {
	return slices.ContainsFunc(infos, func(info data.ListInfo) bool {
		return info.Kind == data.KindOffer && info.Process == taken.Process && info.Modality == taken.Modality
	})
}

// Contents is what a workspace is made of.
type Contents struct {
	Rules         *rules.Rules
	Reports       *notes.Book // what people report of plazas
	Offers        []*data.Offer
	Adjudications []*data.Adjudication
	Listed        *geo.Index      // places out of a list of coordinates
	Infos         []data.ListInfo // of all that is stored, also of what is not read
	Notices       []string        // what could not be loaded, in the user's words
	Partial       bool            // only the newest process is read
	Part          *Part           // what the lists are the part of; nil where they are whole
}

// Part is what must be known of all that is stored to answer about a part of it as
// about the whole: all that is there of some professions, or of some establishments.
type Part struct {
	Places *geo.Index // with the offers' own points
	Groups []byte     // past.Book.Groups of all the lists
	// Conflicts compares all that is said of those establishments that it is asked
	// about; nil where the part has all of them.
	Conflicts func() *conflicts.Book
}

// New makes the workspace of lists that were read. modelKey names, in the cache,
// the model that is learnt from the past lists among the infos (Pairs).
func New(c *Contents, modelKey string) *Workspace {
	w := assemble(c.Rules, c.Reports, c.Offers, c.Adjudications)
	listed, offers := c.Listed, c.Offers // not the rest of the contents
	w.listed, w.places = listed, sync.OnceValue(func() *geo.Index { return listed.WithOwn(offers...) })
	w.partial, w.Infos, w.Notices = c.Partial, c.Infos, c.Notices
	w.paired, w.modelKey = len(Pairs(c.Infos)), modelKey
	return w
}

// NewOfPart makes the workspace of a part of the lists. It is asked of the lines and
// establishments of the part alone, and no model is fitted on it. ok is false where
// what is known of the whole is not of these lists.
func NewOfPart(c *Contents, modelKey string) (w *Workspace, ok bool) {
	w = New(c, modelKey)
	book, ok := past.NewOfPart(w.past, c.Part.Groups)
	w.places = func() *geo.Index { return c.Part.Places }
	w.before = func() *past.Book { return book }
	w.part, w.parted = true, c.Part.Conflicts
	return w, ok
}

// LoadDemo returns the made-up process that shows every feature.
func LoadDemo(facts *rules.Rules) *Workspace {
	offers, adjudications := demo.Lists()
	w := assemble(facts, notes.NewBook(), offers, adjudications)
	w.Demo = true
	w.Infos = demo.Infos()
	w.paired = len(Pairs(w.Infos))
	return w
}

func assemble(facts *rules.Rules, reports *notes.Book, offers []*data.Offer, adjudications []*data.Adjudication) *Workspace {
	w := &Workspace{
		Reports: reports,
		places:  sync.OnceValue(func() *geo.Index { return geo.New(nil).WithOwn(offers...) }),
		Rules:   facts,
		Catalog: catalog.New(offers...),
		Points:  points.New(facts),
		Risks:   risk.New(facts),
		past:    pair(offers, adjudications),
	}
	w.lists = func() *conflicts.Lists {
		l := &conflicts.Lists{Offers: offers, Adjudications: adjudications, Places: w.Places()}
		for i := range w.Infos {
			if w.Infos[i].Kind == data.KindCoordinates {
				l.PlacesFile = w.Infos[i].File
			}
		}
		return l
	}
	w.disputes = sync.OnceValue(func() *conflicts.Book { return conflicts.Find(*w.lists()) })
	w.before = sync.OnceValue(func() *past.Book { return past.New(w.past) })
	w.offering = sync.OnceValue(w.offeringOf)
	w.turns = sync.OnceValue(func() []catalog.Past { return turnsOf(w.before(), w.Catalog) })
	n := w.Catalog.Len()
	w.points = make([]float64, n)
	w.risks = make([]uint16, n)
	var wait together.Group
	for part := range parts {
		wait.Go(func() { w.appraise(n*part/parts, n*(part+1)/parts) })
	}
	wait.Wait()
	return w
}

// Conflicts returns what the loaded lists do not say alike. It is worked out when
// first asked for, which takes some tens of milliseconds.
func (w *Workspace) Conflicts() *conflicts.Book { return w.disputes() }

// aloneCompared is of how many plazas ConflictsOf compares the lists by themselves.
const aloneCompared = 16

// ConflictsOf returns what the loaded lists do not say alike of a plaza, as
// Conflicts does. For the first few that are asked about only what bears on them
// is compared, which takes about a millisecond each.
func (w *Workspace) ConflictsOf(id data.PlazaID) []conflicts.Conflict {
	if w.parted != nil {
		return w.parted().Of(id)
	}
	if w.compared.Add(1) > aloneCompared {
		return w.Conflicts().Of(id)
	}
	return conflicts.Find(w.lists().About(id.Renipress)).Of(id)
}

// parts is in how many parts the plazas are appraised side by side.
const parts = 4

// appraise works out points and notes of the rows [from, to).
func (w *Workspace) appraise(from, to int) {
	for row := from; row < to; row++ {
		p := w.Catalog.Plaza(row)
		w.points[row] = catalog.Unknown()
		if award := w.Points.Award(p); award.Known {
			w.points[row] = award.Value
		}
		w.risks[row] = w.Mark(p).Rank()
	}
}

// pair joins each adjudication with the offer of its process, which has the
// attributes of the plazas that were taken. One without its offer cannot be
// learnt from.
func pair(offers []*data.Offer, adjudications []*data.Adjudication) []availability.History {
	var past []availability.History
	for _, a := range adjudications {
		at := slices.IndexFunc(offers, func(o *data.Offer) bool {
			return o.Process == a.Process && o.Modality == a.Modality
		})
		if at >= 0 {
			past = append(past, availability.History{Offer: offers[at], Adjudication: a})
		}
	}
	return past
}

// HasPast reports whether there is a past list to fit a model on.
func (w *Workspace) HasPast() bool { return w.paired > 0 }

// Empty reports whether there is no offer at all.
func (w *Workspace) Empty() bool { return w.Catalog.Len() == 0 }

// Processes lists the processes with an offer, the newest first.
func (w *Workspace) Processes() []data.Process {
	return data.Map(w.Catalog.Values(catalog.DimProcess), func(v string) data.Process { return data.Process(v) })
}

// Latest returns the newest process with an offer, "" when there is none.
func (w *Workspace) Latest() data.Process {
	if all := w.Processes(); len(all) > 0 {
		return all[0]
	}
	return ""
}

// Offers reports whether the offer of a modality is loaded, in a process or, for
// "", in any. What is still being read counts.
func (w *Workspace) Offers(p data.Process, m data.Modality) bool {
	return slices.ContainsFunc(w.Infos, func(info data.ListInfo) bool {
		return info.Kind == data.KindOffer && info.Modality == m && (p == "" || info.Process == p)
	})
}

// LinesOf lists the lines of a process that have plazas.
func (w *Workspace) LinesOf(process data.Process) []data.Line {
	return slices.DeleteFunc(w.Catalog.Lines(), func(l data.Line) bool { return l.Process != process })
}
