// Package planner is what the screens and the commands work with: the loaded
// lists as one immutable Workspace, the chances seen from a rank (Estimates),
// and the import of new lists. It decides everything that both must agree on;
// how it looks is decided above, what is on disk below.
package planner
