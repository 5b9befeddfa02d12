package pdfobj

// Object is a PDF object: nil (null), bool, int64, float64, String, Name,
// Array, Dict, Ref or *Stream.
type Object any

// Name is a PDF name without its slash.
type Name string

// String holds the bytes of a PDF string, decrypted.
type String string

// Array is a PDF array; its elements may be references.
type Array []Object

// Dict is a PDF dictionary; its values may be references.
type Dict map[Name]Object

// Ref points to an indirect object.
type Ref struct {
	Num int
	Gen int
}

// Stream is a dictionary with data. The data stays as the file has it until
// Document.Data decodes it.
type Stream struct {
	Dict Dict
	raw  []byte
	ref  Ref // whose key decrypts it; zero inside object streams
}

// Number returns an integer or real as float64; ok is false for other objects.
func Number(o Object) (value float64, ok bool) {
	switch v := o.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Int returns an integer, or a real cut to one; ok is false for other objects
// and for numbers beyond 2³¹, which no list needs.
func Int(o Object) (value int, ok bool) {
	f, ok := Number(o)
	if !ok || f > 1<<31 || f < -(1<<31) {
		return 0, false
	}
	return int(f), true
}
