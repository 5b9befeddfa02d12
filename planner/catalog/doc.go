// Package catalog holds the offered plazas in columns and answers what the
// screens and commands ask of them: which rows pass a filter, how many each
// further choice would leave (facets), in what order they stand, and which
// match a text. A catalog never changes once built, so that answers may be
// computed in the background; what depends on the applicant's rank comes in
// beside it, as Figures.
package catalog
