package texts

// Names of the scopes of keys, as the help shows them.
const (
	ScopeGlobal     = "En todas partes"
	ScopeNavigation = "Moverse"
	ScopeSearch     = "Buscar"
	ScopeTable      = "Tabla"
	ScopeFacets     = "Filtros"
	ScopeExplore    = "Explorar"
	ScopePlan       = "Mi plan"
	ScopeCompare    = "Comparar"
	ScopeTurn       = "Mi turno"
	ScopePrompt     = "Escribir"
	ScopeConfirm    = "Confirmar"
	ScopeForm       = "Formulario"
)

// Names of the keys that have one in Spanish; the others go by what stands on
// them.
const (
	KeyNameSpace    = "espacio"
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
	KeyProfile   = "mi perfil"
	KeyNextPart  = "siguiente panel"
	KeyPrevPart  = "panel anterior"
	KeyScreens   = "ir a la pantalla"
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
	KeySort        = "ordenar"
	KeySortReset   = "filas como al inicio"
	KeyLikeThis    = "como esta"
	KeyFrequencies = "frecuencias"
	KeyHideColumn  = "ocultar la columna"
	KeyColumns     = "columnas"
	KeyStar        = "agregar al plan o quitar"
	KeyStarNext    = "al plan o fuera de él, y bajar"
	KeyStarShort   = "★"
	KeyOpen        = "ficha"
	KeyPreview     = "vista previa"
	KeyCopy        = "copiar"

	KeyFilters       = "filtros"
	KeyFacetToggle   = "marcar o desmarcar"
	KeyFacetOnly     = "solo esta"
	KeyFacetFold     = "plegar o desplegar"
	KeyFacetClear    = "quitar los filtros del grupo"
	KeyFiltersReset  = "quitar todos los filtros"
	KeyOtherModality = "ver la otra modalidad"
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

	KeyTurnStart   = "empezar el acto"
	KeyTurnEnd     = "terminar el acto"
	KeyTurnCross   = "tachar un cupo"
	KeyTurnRelease = "liberar un cupo"
	KeyTurnPick    = "va por el puesto de mérito…"
	KeyTurnTimer   = "cronómetro"
	KeyTurnPass    = "pasó sin elegir"
	KeyTurnImport  = "pegar lista de adjudicados"

	KeyTurnCrossShort   = "tachar"
	KeyTurnPickShort    = "van por…"
	KeyTurnPassShort    = "pasó"
	KeyTurnTimerShort   = "reloj"
	KeyTurnEndShort     = "terminar"
	KeyTurnImportShort  = "lista"
	KeyTurnReleaseShort = "liberar"

	KeyYes       = "sí"
	KeyNo        = "no"
	KeyFieldNext = "campo siguiente"
	KeyFieldPrev = "campo anterior"
	KeySave      = "guardar"
	KeyChoose    = "elegir"
)

// Tooltips say more, in the full help, where the short text is not enough.
const (
	TipCommand      = "Escriba un comando; tab completa comandos, valores y plazas."
	TipSearch       = "Sin tildes basta; Ñ solo encuentra Ñ. Las palabras se suman, ! excluye."
	TipLikeThis     = "Filtra por el valor de la columna actual en esta fila."
	TipFrequencies  = "Cuenta los valores de la columna actual."
	TipSort         = "Ordena por la columna actual; en otra columna agrega una clave más."
	TipRank         = "Solo para mirar: no cambia su orden de mérito guardado. esc vuelve al real."
	TipMoveTo       = "Escriba el número de la posición y enter."
	TipHideColumn   = "Arriba se cuentan las columnas ocultas; «columnas» las devuelve."
	TipCopy         = "Copia al portapapeles; si no se puede, a un archivo."
	TipTurnEnd      = "Mientras dura, todas las probabilidades lo siguen; al terminar vuelven a ser las de antes."
	TipTurnCross    = "Escriba unas letras de la plaza y enter: tacha un solo cupo."
	TipOpen         = "Todo lo que se sabe de la plaza, con su fuente."
	TipBack         = "Siempre retrocede un paso, sin perder nada."
	TipUndo         = "Dice qué deshizo."
	TipFacetOnly    = "Deja marcada solo esta opción del grupo."
	TipExport       = "Markdown, CSV, JSON, XLSX o HTML, según la extensión."
	TipFiltersReset = "Quita filtros y búsqueda; el cursor sigue en la misma plaza."
)

// HelpClose tells how to leave the full help.
const HelpClose = "esc o ? cierra · ↑ ↓ desplaza"

// KeyTableHead are the headings of the list of keys in the README.
var KeyTableHead = [2]string{"Tecla", "Qué hace"}
