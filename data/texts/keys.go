package texts

import "fmt"

// Names of the scopes of keys, as the help shows them.
const (
	ScopeMost       = "Lo más usado aquí"
	ScopeGlobal     = "En todas partes"
	ScopeNavigation = "Moverse"
	ScopeSearch     = "Buscar"
	ScopeTable      = "Tabla"
	ScopePrompt     = "Escribir"
	ScopeVersions   = "Versiones del plan"
	ScopeConfirm    = "Confirmar"
	ScopeForm       = "Formulario"
)

// Names of the keys that have one in Spanish; the others go by what stands on
// them.
const (
	KeyNameSpace    = "espacio"
	KeyNameDelete   = "supr"
	KeyNamePageUp   = "RePág"
	KeyNamePageDown = "AvPág"
)

// What each key does: short for the footer and the help, in the imperative or
// a noun, lower case.
const (
	KeyHelp      = "ayuda"
	KeyCommand   = "comando"
	KeyQuit      = "salir"
	KeyForceQuit = "salir de inmediato"
	KeyBack      = "volver"
	KeySuspend   = "suspender"
	KeyClose     = "cerrar"
	KeyHelpAll   = "todas las teclas"
	KeyScroll    = "desplazar"
	KeyRankShort = "otro mérito"
	KeyProfile   = "mi perfil"
	KeyNextPart  = "siguiente panel"
	KeyPrevPart  = "panel anterior"
	KeyRankLess  = "mirar con mejor orden de mérito"
	KeyRankMore  = "mirar con peor orden de mérito"

	KeyUp         = "arriba"
	KeyDown       = "abajo"
	KeyLeft       = "columna anterior"
	KeyRight      = "columna siguiente"
	KeyPageUp     = "página arriba"
	KeyPageDown   = "página abajo"
	KeyHalfUp     = "media página arriba"
	KeyHalfDown   = "media página abajo"
	KeyTop        = "al principio"
	KeyBottom     = "al final"
	KeyFirstField = "primera columna"
	KeyLastField  = "última columna"

	KeySearch     = "buscar"
	KeySearchNext = "coincidencia siguiente"
	KeySearchPrev = "coincidencia anterior"
	KeyAccept     = "aceptar"
	KeyCancel     = "cancelar"
	KeyComplete   = "completar"
	KeyEraseLine  = "borrar lo escrito"
	KeyEraseWord  = "borrar la palabra"
	KeyHistory    = "comandos anteriores"

	KeySortUp      = "ordenar de menor a mayor"
	KeySortDown    = "ordenar de mayor a menor"
	KeySortReset   = "filas como al inicio"
	KeyLikeThis    = "como esta"
	KeyFrequencies = "frecuencias"
	KeyHideColumn  = "ocultar la columna"
	KeyColumns     = "columnas"
	KeyStar        = "agregar al plan o quitar"
	KeyStarNext    = "al plan o fuera de él, y bajar"
	KeyPreview     = "vista previa"
	KeyCopy        = "copiar"

	KeyFilters       = "filtros"
	KeyFacetToggle   = "marcar o desmarcar"
	KeyFacetOnly     = "solo esta"
	KeyFacetFold     = "plegar o desplegar"
	KeyFacetClear    = "quitar los filtros del grupo"
	KeyFiltersReset  = "quitar todos los filtros"
	KeyOtherModality = "ver la otra modalidad"
	KeyModalityShort = "otra modalidad"
	KeyCompareShort  = "comparar"
	KeyToCompare     = "agregar a la comparación"
	KeyNeighbours    = "quién eligió qué cerca de mi mérito"

	KeyMoveDown     = "bajar en el plan"
	KeyMoveUp       = "subir en el plan"
	KeyMoveTo       = "mover a la posición"
	KeyMoveTop      = "mover al principio"
	KeyMoveBottom   = "mover al final"
	KeyRemove       = "quitar del plan"
	KeyUndo         = "deshacer"
	KeyRedo         = "rehacer"
	KeyUndoPlan     = "deshacer en el plan"
	KeyNote         = "nota personal"
	KeyVersions     = "versiones"
	KeyExport       = "exportar"
	KeyAdvice       = "consejos y parecidas"
	KeySelect       = "seleccionar"
	KeyPhase        = "cambiar de modalidad"
	KeyCompareDrop  = "quitar de la comparación"
	KeyCompareDiffs = "solo diferencias"

	KeyTurnStart    = "empezar el acto"
	KeyTurnEnd      = "terminar el acto"
	KeyTurnKeepPast = "guardar este acto como proceso pasado"
	KeyTurnCross    = "tachar un cupo"
	KeyTurnRelease  = "liberar un cupo"
	KeyTurnPick     = "va por el puesto de mérito…"
	KeyTurnTimer    = "cronómetro"
	KeyTurnPass     = "pasó sin elegir"
	KeyTurnImport   = "pegar lista de adjudicados"

	KeyTurnTake          = "en su turno: tomé la que dice «Pida esta»"
	KeyTurnTakeOther     = "tomé otra plaza"
	KeyTurnDecline       = "me llamaron y no elegí"
	KeyTurnCard          = "ficha de la plaza"
	KeyTurnOtherModality = "pasar a la otra modalidad"

	KeyTurnTakeShort     = "la tomé"
	KeyTurnOtherShort    = "tomé otra"
	KeyTurnTookShort     = "tomé plaza"
	KeyTurnDeclineShort  = "no elegí"
	KeyTurnPhaseShort    = "fase equivalente"
	KeyTurnCrossShort    = "tachar"
	KeyTurnPickShort     = "van por…"
	KeyTurnPassShort     = "pasó"
	KeyTurnTimerShort    = "reloj"
	KeyTurnEndShort      = "el acto"
	KeyTurnKeepPastShort = "guardar como pasado"
	KeySourceRemoveAct   = "quitar el acto guardado"
	KeyTurnImportShort   = "lista"
	KeyTurnReleaseShort  = "liberar"

	KeyYes       = "sí"
	KeyNo        = "no"
	KeyFieldNext = "campo siguiente"
	KeyFieldPrev = "campo anterior"
	KeySave      = "guardar"
	KeyChoose    = "elegir"
)

// SignLine tells what the pictures of chances are drawn along, which is longer than
// the turns that texts speak of; TipLine tells why.
const (
	SignLine = "lo que va quedando, del mérito 1 al último de la línea"
	TipLine  = "Un turno es una plaza que alguien toma: hay menos turnos que puestos de mérito, porque no todos los que van delante eligen."
)

// The orders that stand in the place of a key: what is seldom done and hard to take
// back is written out.
const (
	OrderEnd   = ":terminar"
	OrderClock = ":reloj"
)

// KeyMoved tells, to who presses a key that did something in an earlier version,
// which one does it now.
func KeyMoved(before, now, does string) string {
	return fmt.Sprintf("«%s» ahora es %s, no %s.", does, now, before)
}

// Tooltips say more, in the full help, where the short text is not enough.
const (
	TipCommand      = "Escriba un comando; tab completa comandos, valores y plazas."
	TipSearch       = "Sin tildes basta; Ñ solo encuentra Ñ. Las palabras se suman, ! excluye."
	TipLikeThis     = "Filtra por el valor de la columna actual en esta fila."
	TipFrequencies  = "Cuenta los valores de la columna actual."
	TipSort         = "Ordena por la columna actual; lo que ordenaba antes queda detrás y decide los empates."
	TipRank         = "Solo para mirar: no cambia su orden de mérito guardado. esc vuelve al real."
	TipMoveTo       = "Escriba el número de la posición y enter."
	TipHideColumn   = "Arriba se cuentan las columnas ocultas; «columnas» las devuelve."
	TipCopy         = "Copia al portapapeles; si no se puede, a un archivo."
	TipTurnKeepPast = "Cuando el acto acabó: lo que se tachó pasa a ser una lista pasada, de la que se aprende."
	TipTurnEnd      = "Mientras dura, todas las probabilidades lo siguen; al terminar vuelven a ser las de antes."
	TipTurnTake     = "Queda en el registro como su plaza; el acto sigue o termina como usted quiera. Antes de su turno, enter abre la ficha."
	TipTurnCross    = "Escriba unas letras de la plaza y enter: tacha un solo cupo."
	TipOpen         = "Todo lo que se sabe de la plaza, con su fuente."
	TipBack         = "Retrocede un paso, sin perder nada; en una pantalla principal se queda en ella."
	TipUndo         = "Dice qué deshizo."
	TipFacetOnly    = "Deja marcada solo esta opción del grupo."
	TipExport       = "Markdown, CSV, JSON, XLSX o HTML, según la extensión."
	TipFiltersReset = "Quita filtros y búsqueda; el cursor sigue en la misma plaza."
)

// KeyTableHead are the headings of the list of keys in the README.
var KeyTableHead = [2]string{"Tecla", "Qué hace"}
