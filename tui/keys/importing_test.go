package keys

import "testing"

// Fuentes and the review of an import share their keys with the global ones
// and those that move.
func TestImportAndSourcesMeanOneThing(t *testing.T) {
	imports := NewImport()
	for place, scopes := range map[string][]Scope{
		"sources": {NewGlobal().Scope(), NewNavigation().Scope(), NewSources().Scope()},
		"review":  {NewGlobal().Scope(), NewNavigation().Scope(), {"", []Binding{imports.Store}}},
		"done":    {NewGlobal().Scope(), NewNavigation().Scope(), {"", []Binding{imports.Other}}},
	} {
		owner := map[string]string{}
		for _, s := range scopes {
			for _, b := range s.Bindings {
				if b.Help().Key == "" || b.Help().Desc == "" {
					t.Errorf("%s: incomplete binding %v", place, b.Keys())
				}
				for _, k := range b.Keys() {
					if other, taken := owner[k]; taken && other != b.Help().Desc {
						t.Errorf("%s: %q means both %q and %q", place, k, other, b.Help().Desc)
					}
					owner[k] = b.Help().Desc
				}
			}
		}
	}
}
