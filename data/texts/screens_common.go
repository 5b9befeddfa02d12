package texts

// Names of the themes, as --tema and SERUMS_TEMA take them.
const (
	ThemeAuto  = "auto"
	ThemeDark  = "oscuro"
	ThemeLight = "claro"
	ThemeMono  = "mono"
)

// Names of the screens, as the tabs and titles show them.
const (
	ScreenExplore  = "Explorar"
	ScreenPlan     = "Mi plan"
	ScreenCompare  = "Comparar"
	ScreenTurn     = "Mi turno"
	ScreenPanorama = "Panorama"
	ScreenSources  = "Fuentes"
	ScreenCard     = "Ficha"
	ScreenProfile  = "Mi perfil"
)
