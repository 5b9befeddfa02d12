package side

import (
	"testing"

	"github.com/google/go-cmp/cmp"
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
