package texts

import (
	"fmt"
	"strings"
)

// FiltersRestored reports that filters of the last time stand, and the key that
// lifts them.
func FiltersRestored(n int) string {
	if n == 1 {
		return "1 filtro de la vez pasada; X lo quita."
	}
	return fmt.Sprintf("%s filtros de la vez pasada; X los quita.", Thousands(n))
}

// LinearFiltersRestored states the same where there are no keys.
func LinearFiltersRestored(n int) string {
	if n == 1 {
		return "En Explorar sigue puesto 1 filtro de la vez pasada; «" + Capital(LinearUnfilter) + "» lo quita."
	}
	return fmt.Sprintf("En Explorar siguen puestos %s filtros de la vez pasada; «%s» los quita.", Thousands(n), Capital(LinearUnfilter))
}

// FiltersLost reports which values, n in all, no loaded list has any more.
func FiltersLost(named []string, n int) string {
	verb := "Ya no están en las listas y se quitaron del filtro: "
	if n == 1 {
		verb = "Ya no está en las listas y se quitó del filtro: "
	}
	return verb + strings.Join(named, ", ") + "."
}
