package lists

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
)

// hostileList writes rows under a good heading until the mapper would keep no
// more of them, or the usual share of that.
func hostileList(t *testing.T, row func(i int) string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.csv")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriter(file)
	fmt.Fprint(out, offerHeading)
	size := 0
	for i := range maxKeptRows / cellstest.Share() {
		text := row(i)
		if size += len(text); size > maxKeptBytes/cellstest.Share() {
			break
		}
		fmt.Fprint(out, text)
	}
	if err := errors.Join(out.Flush(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// Lists that are just let pass, with rows that cost the mapper the most, keep
// to the bounds.
func TestHostileListsStayBounded(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func(n int) string {
		letters := make([]byte, n)
		for i := range letters {
			letters[i] = byte('A' + random.IntN(26))
		}
		return string(letters)
	}
	broken := func(parts, length int) string {
		words := make([]string, parts)
		for i := range words {
			words[i] = word(length)
		}
		return `"` + strings.Join(words, "\n") + `"`
	}
	for _, c := range []struct {
		name string
		row  func(i int) string
		want error
	}{
		{"every name broken", func(i int) string {
			return fmt.Sprintf("MEDICINA;%d;%s;%s;%s;GD-3;1;%s;I-3;MINSA;NACIONAL;NO;NO\n", i+1, broken(2, 5), broken(2, 5), broken(2, 5), broken(4, 9))
		}, nil},
		{"names of thousands of words", func(i int) string {
			return fmt.Sprintf("MEDICINA;1;PUNO;PUNO;PUNO;GD-3;%d;%s;I-3;MINSA;NACIONAL;NO;NO\n", i+1, broken(3000, 8))
		}, nil},
		{"nothing right", func(int) string {
			return strings.ReplaceAll(strings.Trim(broken(13, 5), `"`), "\n", ";") + "\n"
		}, ErrNoRows},
		{"one plaza", func(int) string {
			return fmt.Sprintf("MEDICINA;1;PUNO;PUNO;PUNO;GD-3;1;%s;I-3;MINSA;NACIONAL;NO;NO\n", word(9))
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := hostileList(t, c.row)
			err := cellstest.BoundedBy(t, cellstest.Share(), func() error {
				_, err := ReadOffer(context.Background(), path, Options{Process: "2031-I", Modality: "remunerada"})
				return err
			})
			if !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

// More than the mapper keeps is refused in words that say what to do.
func TestListsWithoutEndAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"rows":  offerHeading + strings.Repeat(good(1), maxKeptRows+1),
		"bytes": offerHeading + strings.Repeat(strings.Replace(good(1), "INVENTADA", strings.Repeat("A", 30_000), 1), maxKeptBytes/30_000+1),
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "x.csv", text)
			err := cellstest.Bounded(t, func() error {
				_, err := ReadOffer(context.Background(), path, Options{Process: "2031-I", Modality: "remunerada"})
				return err
			})
			var told *Error
			if !errors.Is(err, cells.ErrTooLarge) || !errors.As(err, &told) || told.Hint == "" {
				t.Errorf("%v", err)
			}
		})
	}
}
