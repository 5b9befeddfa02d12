package lists

import (
	"context"
	"errors"
	"strings"
	"testing"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
)

// A file of blank rows ends at Excel's last row, in bounded time and memory:
// 200 MB of them took a minute.
func TestBlankRowsWithoutEnd(t *testing.T) {
	for name, blank := range map[string]string{"lines": "\n", "delimiters": ";;;;;;;;;;;;\n"} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "x.csv", offerHeading+strings.Repeat(blank, cells.LastRow)+good(1))
			err := cellstest.Bounded(t, func() error {
				_, err := ReadOffer(context.Background(), path, Options{Process: "2031-I", Modality: "remunerada"})
				return err
			})
			if !errors.Is(err, cells.ErrTooLarge) || !strings.Contains(err.Error(), "más allá de la última de Excel") {
				t.Error(err)
			}
		})
	}
}

// A zero byte costs its row, which is reported, and no other: it may stand for
// any sign.
func TestZeroByteCostsItsRow(t *testing.T) {
	for _, at := range []int{2, 300} { // before and behind what the format is told by
		var b strings.Builder
		b.WriteString(offerHeading)
		for i := range 400 {
			row := good(i + 1)
			if i == at {
				row = strings.Replace(row, "POSTA INVENTADA", "POSTA\x00INVENTADA", 1)
			}
			b.WriteString(row)
		}
		d := readOffer(t, write(t, "x.csv", b.String()), Options{Process: "2031-I", Modality: "remunerada"})
		if d.Info.Rows != 399 || d.Info.Rejected != 1 || len(d.Problems) != 1 || d.Problems[0].Row != at+2 || !strings.Contains(d.Problems[0].Reason, "bytes nulos") {
			t.Errorf("%+v %v", d.Info, d.Problems)
		}
	}
}

// Reading ends with its context at once, whatever a library is about.
func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	stuck := make(chan struct{})
	defer close(stuck)
	started := make(chan struct{})
	go func() {
		<-started
		cancel()
	}()
	_, err := soon(ctx, func() (int, error) {
		close(started)
		<-stuck
		return 0, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a fault is lost")
		}
	}()
	_, _ = soon(context.Background(), func() (int, error) { panic("a fault") })
}
