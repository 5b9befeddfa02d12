// Package backtest tells how well the chances would have predicted the past.
//
// Two honest splits (planner/availability/README.md, "How it is measured"): cross-validation within one process,
// folds by (profession, establishment), and across time, fitted on earlier
// processes and tested on a later one, which may be a list cut at some rank. At
// several pick numbers of each line it scores the chance that a plaza is free,
// one term a plaza, beside three plain rules.
//
// Folds come from seeds that the caller states, and the answer does not depend
// on the number of workers.
package backtest
