package side

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/geo"
	"brujula/planner/workspace"
)

func TestUnionKeepsTheOrderAndDashesWhatIsMissing(t *testing.T) {
	a, b := newLabels(), newLabels()
	a.add("uno", "1")
	a.add("tres", "3")
	b.add("uno", "1")
	b.add("dos", "2")
	b.add("dos", "2 bis")
	b.add("tres", "otro")
	want := []Row{
		{Label: "uno", Values: []string{"1", "1"}},
		{Label: "dos", Values: []string{"–", "2\n2 bis"}},
		{Label: "tres", Values: []string{"3", "otro"}},
	}
	got := union([]*labels{a, b})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for i, differs := range []bool{false, true, true} {
		if got[i].Differs() != differs {
			t.Errorf("%s: differs %v", got[i].Label, !differs)
		}
	}
}

func TestSplitTellsOnceWhatAllHave(t *testing.T) {
	for name, c := range map[string]struct {
		values []string
		want   []Row
	}{
		"same":    {[]string{"a\nb", "a\nb"}, []Row{{Label: "x", Values: []string{"a\nb", "a\nb"}}}},
		"nothing": {[]string{"a", "b"}, []Row{{Label: "x", Values: []string{"a", "b"}}}},
		"part": {[]string{"a\nb", "c\nb", "b"}, []Row{
			{Label: "x", Values: []string{"a", "c", "–"}}, {Label: "x", Values: []string{"b", "b", "b"}},
		}},
	} {
		got := split(Row{Label: "x", Values: c.values})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestOtherThan(t *testing.T) {
	r := Row{Values: []string{"a", "b", "a", "c"}}
	if diff := cmp.Diff([]string{"B", "D"}, r.OtherThan(0)); diff != "" {
		t.Error(diff)
	}
	source := Row{Values: []string{"a", "b"}, Provenance: true}
	if source.Differs() {
		t.Error("where it was read is no difference")
	}
}

// A place that is offered in both modalities has two names, and so have two places of
// one name; any other is called as it is.
func TestNamesTellApart(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	a := space.Catalog.Plaza(0).PlazaID
	other := space.Catalog.Plaza(1)
	name := space.Name(a)
	if got := Names(space, []data.PlazaID{a, other.PlazaID}); got[0] != name || got[1] != other.Establishment {
		t.Errorf("%q", got)
	}
	o := data.Offer{Process: "2026-I", Modality: data.Remunerada}
	q := data.Offer{Process: "2026-I", Modality: data.Equivalente}
	plaza := func(code string, m data.Modality) data.Plaza {
		return data.Plaza{PlazaID: data.PlazaID{Process: "2026-I", Renipress: code, Profession: "MEDICINA", Modality: m}, Establishment: "POSTA", Seats: 1}
	}
	o.Plazas = []data.Plaza{plaza("00000001", data.Remunerada), plaza("00000002", data.Remunerada)}
	q.Plazas = []data.Plaza{plaza("00000001", data.Equivalente)}
	space = workspace.New(&workspace.Contents{Rules: rules.Default(), Reports: notes.NewBook(), Listed: geo.New(nil), Offers: []*data.Offer{&o, &q}}, "")
	one, two, eq := o.Plazas[0].PlazaID, o.Plazas[1].PlazaID, q.Plazas[0].PlazaID
	if got, want := Names(space, []data.PlazaID{one, eq}), []string{"POSTA · remunerada", "POSTA · equivalente"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Names(space, []data.PlazaID{one, two}), []string{"POSTA 00000001", "POSTA 00000002"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	sheet := Of(space, nil, []data.PlazaID{one, eq}, Shown())
	if sheet.Columns[0].Name != "POSTA · remunerada" || sheet.Columns[1].Name != "POSTA · equivalente" {
		t.Errorf("the columns are %q and %q", sheet.Columns[0].Name, sheet.Columns[1].Name)
	}
}
