package pdfobj

import (
	"fmt"

	"brujula/data/cells"
)

// Page is one page with what it inherits from the page tree.
type Page struct {
	Dict      Dict
	Resources Dict
	Box       [4]float64 // visible region: left, bottom, right, top, in points
	Rotate    int        // clockwise, 0, 90, 180 or 270
}

const maxTreeDepth = 50

// letter is what viewers take where a page has no box.
var letter = [4]float64{0, 0, 612, 792}

type pageWalk struct {
	doc   *Document
	limit int
	seen  map[Ref]bool
	pages []Page
}

// Pages returns the pages in order. It fails with cells.ErrFormat when the tree
// has a cycle or holds fewer pages than it says, for then rows would be lost
// without a word, and with cells.ErrTooLarge when there are more than limit.
func (d *Document) Pages(limit int) ([]Page, error) {
	w := pageWalk{doc: d, limit: limit, seen: map[Ref]bool{}}
	root := d.Catalog()["Pages"]
	if err := w.node(root, Page{Box: letter}, 0); err != nil {
		return nil, err
	}
	if err := d.Err(); err != nil {
		return nil, err
	}
	if count := d.Int(d.Dict(root)["Count"]); count > len(w.pages) {
		return nil, fmt.Errorf("%d pages announced, %d found: %w", count, len(w.pages), cells.ErrFormat)
	}
	if len(w.pages) == 0 {
		return nil, fmt.Errorf("no pages: %w", cells.ErrFormat)
	}
	return w.pages, nil
}

func (w *pageWalk) node(o Object, inherited Page, depth int) error {
	if ref, ok := o.(Ref); ok {
		if w.seen[ref] {
			return fmt.Errorf("page tree turns in a circle: %w", cells.ErrFormat)
		}
		w.seen[ref] = true
	}
	if depth > maxTreeDepth {
		return fmt.Errorf("page tree too deep: %w", cells.ErrFormat)
	}
	dict := w.doc.Dict(o)
	if dict == nil {
		return fmt.Errorf("page %d is missing: %w", len(w.pages)+1, cells.ErrFormat)
	}
	page := w.inherit(dict, inherited)
	kids, inner := w.doc.Resolve(dict["Kids"]).(Array)
	if !inner {
		if len(w.pages) >= w.limit {
			return fmt.Errorf("more than %d pages: %w", w.limit, cells.ErrTooLarge)
		}
		w.pages = append(w.pages, page)
		return nil
	}
	for _, kid := range kids {
		if err := w.node(kid, page, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) inherit(dict Dict, page Page) Page {
	page.Dict = dict
	if r := w.doc.Dict(dict["Resources"]); r != nil {
		page.Resources = r
	}
	for _, key := range []Name{"MediaBox", "CropBox"} {
		if box, ok := w.box(dict[key]); ok {
			page.Box = box
		}
	}
	if turn := w.doc.Resolve(dict["Rotate"]); turn != nil {
		degrees, _ := Int(turn)
		page.Rotate = ((degrees/90)%4 + 4) % 4 * 90
	}
	return page
}

func (w *pageWalk) box(o Object) (box [4]float64, ok bool) {
	values := w.doc.Array(o)
	if len(values) < 4 {
		return box, false
	}
	for i := range box {
		box[i] = w.doc.Number(values[i])
	}
	box[0], box[2] = min(box[0], box[2]), max(box[0], box[2])
	box[1], box[3] = min(box[1], box[3]), max(box[1], box[3])
	return box, box[2]-box[0] >= 1 && box[3]-box[1] >= 1 && box[2]-box[0] < 1e5 && box[3]-box[1] < 1e5
}
