package texts

import "fmt"

// Words of completar.
const (
	CompletionShort = "Escribir el guion con que su intérprete de órdenes completa palabras con tab"
	CompletionLong  = "Escribe el guion que hace que tab complete órdenes, opciones y valores: procesos, profesiones, regiones, códigos RENIPRESS, planes."
	// CompletionExample says for each shell where the script goes.
	CompletionExample = "  bash:        serums completar bash > ~/.local/share/bash-completion/completions/serums\n" +
		"  zsh:         serums completar zsh > \"${fpath[1]}/_serums\"\n" +
		"  fish:        serums completar fish > ~/.config/fish/completions/serums.fish\n" +
		"  PowerShell:  serums completar powershell | Out-String | Invoke-Expression"
)

// CompletionUnknownShell refuses a shell.
func CompletionUnknownShell(word string) string {
	return fmt.Sprintf("no hay guion para «%s»: bash, zsh, fish o powershell", word)
}

// CompletionPlaza describes an establishment beside its code.
func CompletionPlaza(name, province, region string) string {
	return name + ", " + Where(province, region)
}

// CompletionLine describes a line of the plan beside its code.
func CompletionLine(place int, plaza string) string { return fmt.Sprintf("#%d %s", place, plaza) }
