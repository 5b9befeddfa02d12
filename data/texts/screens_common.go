package texts

// Names of the themes, as --tema and SERUMS_TEMA take them.
const (
	ThemeAuto  = "auto"
	ThemeDark  = "oscuro"
	ThemeLight = "claro"
	ThemeMono  = "mono"
)
