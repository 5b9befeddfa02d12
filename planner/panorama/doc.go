// Package panorama shows the offer as a whole: what was offered and what was
// adjudicated, broken down by any attribute, and how the seats of a line went
// while it moved on. Every breakdown adds up to the whole.
package panorama
