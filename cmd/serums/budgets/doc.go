// Package budgets holds the benchmarks of what the program promises about time
// and memory (README.md here), all on made-up lists with the shape of the
// real ones. One command runs them:
//
//	go test -run '^$' -bench Budget ./cmd/serums/budgets
//
// Times are wall times; "cpu" beside them is what the measured goroutine itself
// used, which other programs on the same machine do not change.
package budgets
