package data

// Map returns what f makes of each element of a list, in its order; never nil.
func Map[T, U any](list []T, f func(T) U) []U {
	out := make([]U, len(list))
	for i, one := range list {
		out[i] = f(one)
	}
	return out
}

// Words are the plain words of named values.
func Words[T ~string](list []T) []string {
	return Map(list, func(word T) string { return string(word) })
}
