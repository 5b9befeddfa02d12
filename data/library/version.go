package library

// FormatVersion is the version of the form that lists are kept in. A library
// of a later version is refused and left alone.
const FormatVersion = indexVersion
