package main

import (
	"fmt"
	"slices"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/panorama"
)

// history needs no lists.
func (a *app) history(asJSON bool) error {
	facts, err := a.loadRules()
	if err != nil {
		return err
	}
	if asJSON {
		years, modalities := panorama.History(facts)
		return a.printJSON(panorama.Report{Years: years, Details: modalities})
	}
	fmt.Fprintln(a.out, texts.HistoryTitle)
	rows := [][]string{texts.HistoryHeading()}
	for i := range facts.History {
		y := &facts.History[i]
		unpaid := texts.HistoryNoData
		if y.HasEquivalente {
			unpaid = texts.Thousands(y.Equivalente)
		}
		rows = append(rows, []string{fmt.Sprint(y.Year), texts.Thousands(y.Remunerada), unpaid})
	}
	fmt.Fprint(a.out, alignColumns(rows))
	fmt.Fprintln(a.out, texts.HistorySource(historySources(facts)))
	fmt.Fprintln(a.out, "\n"+texts.ModalitiesTitle)
	for i := range facts.Modalities {
		m := &facts.Modalities[i]
		fmt.Fprintln(a.out, string(m.Modality)+":")
		fmt.Fprint(a.out, alignColumns([][]string{
			{"  " + texts.ModalityPay, m.Pay},
			{"  " + texts.FieldHours, m.Hours},
			{"  " + texts.FieldBenefits, m.Benefits},
			{"  " + texts.ModalityLimit, m.Limit},
		}))
		fmt.Fprintln(a.out, "  "+texts.HistorySource([]string{m.Source}))
	}
	return nil
}

// historySources lists the sources of the history, each once.
func historySources(facts *rules.Rules) []string {
	var out []string
	for i := range facts.History {
		y := &facts.History[i]
		if source := y.Source + " (" + string(y.Certainty) + ")"; !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	return out
}
