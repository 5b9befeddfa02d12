// Package browse is how all plazas are looked through: which lines a filter names,
// what the other modality would give, from where distances are measured, and what
// is known of every row. Explorar, the linear mode and listar draw, read out and
// print what it says.
package browse
