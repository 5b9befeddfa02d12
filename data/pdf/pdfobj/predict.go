package pdfobj

import (
	"fmt"

	"brujula/data/cells"
)

// unpredict undoes the PNG and TIFF predictors (7.4.4.4). A last row that is
// cut short is kept as far as it goes.
func unpredict(data []byte, param Dict) ([]byte, error) {
	predictor, _ := Int(param["Predictor"])
	if predictor < 2 {
		return data, nil
	}
	size := func(key Name, standard int) int {
		if n, ok := Int(param[key]); ok {
			return n
		}
		return standard
	}
	colors, bits, columns := size("Colors", 1), size("BitsPerComponent", 8), size("Columns", 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return nil, fmt.Errorf("predictor with odd sizes: %w", cells.ErrFormat)
	}
	pixel := (colors*bits + 7) / 8
	row := (colors*bits*columns + 7) / 8
	if predictor == 2 {
		return unpredictTIFF(data, row, pixel, bits)
	}
	return unpredictPNG(data, row, pixel), nil
}

func unpredictTIFF(data []byte, row, pixel, bits int) ([]byte, error) {
	if bits != 8 {
		return nil, fmt.Errorf("TIFF predictor of %d bits: %w", bits, cells.ErrFormat)
	}
	for start := 0; start < len(data); start += row {
		line := data[start:min(start+row, len(data))]
		for i := pixel; i < len(line); i++ {
			line[i] += line[i-pixel]
		}
	}
	return data, nil
}

func unpredictPNG(data []byte, row, pixel int) []byte {
	out := make([]byte, 0, len(data))
	before := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(1+row, len(data))]
		data = data[1+len(line):]
		unpredictRow(kind, line, before, pixel)
		out = append(out, line...)
		before = line
		if len(line) < row {
			break
		}
	}
	return out
}

// unpredictRow undoes one PNG row filter in place; above is the row before.
func unpredictRow(kind byte, line, above []byte, pixel int) {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
