// Package workspace is what all faces of the program look at: the loaded lists as
// one immutable Workspace, the chances seen from a rank (Look, Estimates, Follow),
// filters and orders, and what a plan is worth. It decides everything that screens,
// linear mode and commands must agree on. It reads no file and knows no library:
// planner/storage makes a Workspace of what is stored, planner/imports reads new
// lists.
package workspace
