// Package widget holds the small parts that several screens are built from:
// text inputs, lists of choices, boxes, cards and charts.
//
// Widgets are plain structs behind pointers or pure functions. They know
// nothing of plazas: they are given words and figures. They draw lines of
// exactly the width that they are told, for setting beside others, and answer
// keys with a value rather than a command.
package widget
