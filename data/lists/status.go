package lists

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
)

// parseStatus reads what a list says of the outcome; ok is false for any other
// text, such as a remark.
func parseStatus(text string) (s data.Status, ok bool) {
	if len(text) > maxStatus {
		return "", false
	}
	s, ok = knownStatuses[fold.Squash(text)]
	return s, ok
}

// maxStatus is longer than any of the words; remarks are longer.
const maxStatus = 60

var knownStatuses = func() map[string]data.Status { //nolint:gochecknoglobals // a table
	out := make(map[string]data.Status, 64)
	for status, words := range map[data.Status]string{
		data.Taken: "ADJUDICÓ|ADJUDICADO|ADJUDICADA|ADJUDICADO(A)|ADJUDICA|ADJUDICÓ PLAZA|SI|SI ADJUDICÓ|TOMÓ PLAZA|ELIGIÓ|ELIGIÓ PLAZA|CON PLAZA|ASIGNADO|ASIGNADA|" +
			"ACEPTÓ|CONFIRMADO|TAKEN",
		data.NotTaken: "NO ADJUDICÓ|NO ADJUDICADO|NO ADJUDICADA|NO ADJUDICADO(A)|NO ADJUDICA|NO ADJUDICÓ PLAZA|NO|NO TOMÓ PLAZA|NO ELIGIÓ|NO ELIGIÓ PLAZA|SIN PLAZA|" +
			"NO ALCANZÓ|NO ALCANZÓ PLAZA|NO ACEPTÓ|PASÓ|DECLINÓ|DESISTIÓ|DESISTIMIENTO|DESISTE|DESIERTO|DESIERTA",
		data.Absent:   "AUSENTE|AUSENTES|NO SE PRESENTÓ|NSP|N.S.P.|NO ASISTIÓ|INASISTENTE|INASISTENCIA|FALTÓ|NO PRESENTE|NO RESPONDIÓ|NO SE CONECTÓ",
		data.Resigned: "RENUNCIÓ|RENUNCIA|RENUNCIANTE|RENUNCIÓ A LA PLAZA|RENUNCIA A LA PLAZA|CON RENUNCIA|RENUNCIÓ A PLAZA",
		data.Cancelled: "ANULADO|ANULADA|NULO|NULA|ANULADO(A)|ADJUDICACIÓN ANULADA|PLAZA ANULADA|SIN EFECTO|DEJADO SIN EFECTO|DESCALIFICADO|DESCALIFICADA|" +
			"RETIRADO|RETIRADA|EXCLUIDO|EXCLUIDA|INHABILITADO|INHABILITADA|IMPEDIDO|IMPEDIDA|CANCELADO|CANCELADA",
	} {
		for _, word := range strings.Split(words, "|") {
			out[fold.Squash(word)] = status
		}
	}
	return out
}()
