package availability

import "brujula/data"

// Passes gives what the model learnt of how many pass their turn in a line, or
// the default where it learnt nothing.
func (m *Model) Passes(line data.Line) Passes {
	if p := m.parts[line.Modality]; p != nil {
		if facts, ok := p.lines[line.Profession]; ok {
			return facts.Passes
		}
	}
	return Passes{Rate: DefaultPassRate(line.Modality)}
}
