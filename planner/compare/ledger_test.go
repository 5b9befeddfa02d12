package compare

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

func TestLedgerTagsEveryRowOnce(t *testing.T) {
	c := sample()
	l := LedgerOf(&workspace.Workspace{Catalog: c})
	tags := l.Tags()
	for _, tt := range []struct {
		code string
		want []string
		sign string
	}{
		{"1", []string{"sin_cambio"}, ""},
		{"2", []string{"menos_plazas", "sube_grado"}, "-1"},
		{"4", []string{"mas_plazas", "baja_grado"}, "+2"},
		{"6", []string{"otros_cambios"}, "~"},
		{"7", []string{"nuevas"}, "N"},
		{"9", []string{"movidas", "mas_plazas"}, "M"},
	} {
		row, _ := c.Row(plaza(is, rem, tt.code, 1, 1).PlazaID)
		if diff := cmp.Diff(tt.want, tags.Of(row)); diff != "" {
			t.Errorf("%s: %s", tt.code, diff)
		}
		if l.Before(row) != was || l.Sign(row) != tt.sign {
			t.Errorf("%s: %q against %q", tt.code, l.Sign(row), l.Before(row))
		}
	}
	row, _ := c.Row(plaza(was, rem, "1", 1, 1).PlazaID)
	if got := tags.Of(row); len(got) != 0 || l.Before(row) != "" {
		t.Errorf("the first process has nothing before it: %v", got)
	}
	alone := LedgerOf(&workspace.Workspace{Catalog: catalog.New(offer(is, rem, plaza(is, rem, "1", 1, 1)))})
	if alone.Known() || alone.Tags() != nil {
		t.Error("one offer alone has changed nowhere")
	}
}

// Looking at one plaza tells what comparing the whole offers does.
func TestSinceEqualsTheMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyOffers(t)
		l := LedgerOf(&workspace.Workspace{Catalog: c})
		for row := range c.Len() {
			var want *Change
			if m := l.marks[c.Plaza(row).Process]; m != nil {
				want, _ = m.Of(row)
			}
			got, before := Since(c, row)
			if before != l.Before(row) {
				t.Fatalf("%v: compared with %q, marks with %q", c.Plaza(row).PlazaID, before, l.Before(row))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%v: %s", c.Plaza(row).PlazaID, diff)
			}
		}
	})
}

// The words of the filter are those of the aspects that a plaza on offer can
// have.
func TestChangeValuesAreTheAspects(t *testing.T) {
	want := []string{}
	for _, a := range Aspects() {
		if a != Gone {
			want = append(want, string(a))
		}
	}
	if got := workspace.ChangeValues(); !slices.Equal(got, append(want, workspace.NoChange)) {
		t.Errorf("%v, want %v and %s", got, want, workspace.NoChange)
	}
}
