package sample

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"brujula/data"
)

// heading is that of the ministry's offers.
func heading() []string {
	return []string{
		"INSTITUCIÓN OFERTANTE", "PROFESIÓN", "SEDE DE ADJUDICACIÓN", "N° PLAZAS", "DIRESA GERESA DIRIS", "INSTITUCIÓN",
		"DEPARTAMENTO", "PROVINCIA", "DISTRITO", "GRADO DE DIFICULTAD", "CÓDIGO RENIPRESS", "NOMBRE DE ESTABLECIMIENTO",
		"CATEGORÍA", "PRESUPUESTO", "ZAF (*)", "ZE (**)",
	}
}

func cellsOf(p *data.Plaza) []string {
	yes := map[bool]string{true: "SI", false: "NO"}
	return []string{
		p.Offering, p.Profession, "SEDE CENTRAL", strconv.Itoa(p.Seats), p.Diresa, p.Institution,
		p.Region, p.Province, p.District, fmt.Sprintf("GD-%d", p.Grade), p.Renipress, p.Establishment,
		p.Category, p.Budgets[0].Name, yes[p.ZAF], yes[p.ZE],
	}
}

// WriteCSV writes an offer of Offer as the lists in CSV are.
func WriteCSV(w io.Writer, o *data.Offer) error {
	out := csv.NewWriter(w)
	if err := out.Write(heading()); err != nil {
		return err
	}
	for i := range o.Plazas {
		if err := out.Write(cellsOf(&o.Plazas[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// WriteXLSX writes an offer of Offer as a workbook of one sheet.
func WriteXLSX(w io.Writer, o *data.Offer) error {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	sheet, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	write := func(row int, cells []string) error {
		values := make([]any, len(cells))
		for i, text := range cells {
			values[i] = text
		}
		return sheet.SetRow("A"+strconv.Itoa(row), values)
	}
	if err := write(1, heading()); err != nil {
		return err
	}
	for i := range o.Plazas {
		if err := write(i+2, cellsOf(&o.Plazas[i])); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	_, err = book.WriteTo(w)
	return err
}

// WritePDF prints an offer of Offer as the ministry does: landscape pages of
// 60 rows, every cell ruled, long texts in two lines, the heading repeated.
func WritePDF(w io.Writer, o *data.Offer) error { return WriteScanned(w, o, 0) }

// WriteScanned is WritePDF with a picture for the page of that number, as where
// somebody scanned a page; 0 for none.
func WriteScanned(w io.Writer, o *data.Offer, scanned int) error {
	var pages [][]byte
	for from := 0; from < len(o.Plazas); from += rowsOfPage {
		var page bytes.Buffer
		page.WriteString("0.2 w BT /F 3.4 Tf ET\n")
		drawRow(&page, 0, heading())
		for i := from; i < min(from+rowsOfPage, len(o.Plazas)); i++ {
			drawRow(&page, 1+i-from, cellsOf(&o.Plazas[i]))
		}
		if len(pages)+1 == scanned {
			page.Reset()
			page.WriteString("q 800 0 0 500 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n")
		}
		pages = append(pages, page.Bytes())
	}
	return writePages(w, pages)
}
