package data

import (
	"slices"
	"testing"
)

func TestParseProcess(t *testing.T) {
	for text, want := range map[string]Process{
		"2026-I": "2026-I", " 2026 - 1 ": "2026-I", "2026-i": "2026-I", "2025–II": "2025-II", "2025_2": "2025-II", "2025 II": "2025-II",
		"2024-III": "2024-III", "2024-3": "2024-III", "2024/iv": "2024-IV", "2026II": "2026-II",
		"": "", "2026": "", "2026-0": "", "2026-Il": "", "2026-IIII": "", "20261": "", "1926-I": "", "2026-I x": "", "x 2026-I": "",
	} {
		if got, err := ParseProcess(text); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func TestProcessesOfATitle(t *testing.T) {
	for _, c := range []struct {
		text   string
		found  []Process
		unsure []string
	}{
		{"OFERTA DE PLAZAS SERUMS 2026-I", []Process{"2026-I"}, nil},
		{"Plazas 2026 - 1 (remuneradas)", []Process{"2026-I"}, nil},
		{"PROCESO SERUMS 2024 III", []Process{"2024-III"}, nil},
		{"plazas_2026-II_rem.pdf", []Process{"2026-II"}, nil},
		{"OFERTA2026-I.csv", []Process{"2026-I"}, nil},
		{"2025-I Y 2025-II", []Process{"2025-I", "2025-II"}, nil},
		{"SERUMS 2026-I; plazas 2026-I", []Process{"2026-I"}, nil},
		{"PLAZAS 2025 IPRESS - PROCESO SERUMS 2025-II", []Process{"2025-II"}, nil},
		{"DIRECTIVA ADMINISTRATIVA 2025 INSTRUCTIVO", nil, nil},
		{"AÑO 2025 VIGENTE, 2025 I. INFORME", []Process{"2025-I"}, nil}, // nothing tells these apart
		{"SERUMS 2026-Il", nil, []string{"2026-Il"}},
		{"SERUMS 2026-ll", nil, []string{"2026-ll"}},
		{"SERUMS 2026-11", nil, []string{"2026-11"}},
		{"al 2025-1-15, 15/01/2025-1", []Process{}, nil},
		{"RM N° 014-2025-I", nil, nil},
		{"corte 2025 1 de mayo", nil, nil},
		{"2025-2026", nil, nil},
		{"2025-2026-I", nil, nil},
		{"", nil, nil},
	} {
		found, unsure := Processes(c.text)
		if !slices.Equal(found, c.found) || !slices.Equal(unsure, c.unsure) {
			t.Errorf("%q: %v, %v", c.text, found, unsure)
		}
	}
}

func TestProcessesAreInTheOrderOfTime(t *testing.T) {
	all := []Process{"2023-II", "2024-I", "2024-II", "2024-III", "2024-IV", "2025-I"}
	for i := 1; i < len(all); i++ {
		if !all[i-1].Before(all[i]) || all[i].Before(all[i-1]) || all[i-1].HalfYear() > all[i].HalfYear() {
			t.Errorf("%s, %s", all[i-1], all[i])
		}
	}
	if h := Process("2025-I").HalfYear(); h != 4050 || Process("2025-II").HalfYear() != h+1 || Process("x").Ordinal() != 0 || Process("x").HalfYear() != 0 {
		t.Error("wrong count of half years")
	}
}
