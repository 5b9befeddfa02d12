package texts

import (
	"fmt"
	"strings"
)

// Words of serums manual.
const (
	ManualShort = "El manual: pantallas, teclas, comandos y respaldos"
	ManualLong  = `Muestra el manual, o de él las partes cuyo título tiene TEMA. En una terminal lo muestra por páginas
(con el paginador de PAGER o con less, si los hay); a un archivo o a otro programa va seguido.`
	ManualExample = `  serums manual
  serums manual teclas
  serums manual respaldos > respaldos.md`
	FlagStraight   = "mostrarlo seguido, sin páginas"
	ArgMaybeTopic  = "[TEMA]"
	PageQuestion   = "— enter sigue · q termina — "
	manualNotFound = "el manual no tiene ningún título con «%s»; tiene: %s"
)

// NoSuchTopic answers a topic that no title of the manual has.
func NoSuchTopic(topic string, titles []string) string {
	return fmt.Sprintf(manualNotFound, topic, strings.Join(titles, " · "))
}
