package budgets

import "testing"

// BenchmarkBudget measures everything that a budget stands for. A part of it:
// -bench Budget/tecla/buscar/17000.
func BenchmarkBudget(b *testing.B) {
	s := newStage(b)
	b.Run("inicio", s.onBoth(firstFrame))
	b.Run("sin_modelo", firstChances)
	b.Run("reposo", s.onBoth(idle))
	b.Run("respuesta", s.onBoth(response))
	b.Run("orden", s.onBoth(commands))
	b.Run("tecla", s.key)
	b.Run("importar", s.imports)
	b.Run("cargar", s.load)
	b.Run("ajustar", s.fit)
	b.Run("puesto", s.chances)
	b.Run("memoria", s.onBoth(memory))
	b.Run("memoria/tres_pasados", func(b *testing.B) { memory(b, longLibrary(b)) })
}
