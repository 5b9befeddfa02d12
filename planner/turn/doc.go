// Package turn is the live act of adjudication as the applicant follows it:
// which seats are gone, whose turn it is, how many go before mine, and what to
// ask for when I am called.
//
// The act is a list of events (Event) kept in an append-only log. State is what
// they fold to; it is never stored. Chances come from the model's live forecast
// (planner/availability/README.md).
package turn
