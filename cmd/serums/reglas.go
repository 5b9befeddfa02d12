package main

import (
	"strings"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/rulesheet"
)

// rulesCommand prints the sheet of rules, whole or the lines that hold some words.
func (a *app) rulesCommand() *cobra.Command {
	asJSON, straight := false, false
	cmd := &cobra.Command{
		Use: "reglas " + texts.ArgMaybeWords, Short: texts.RulesShort, Long: texts.RulesLong, Example: texts.RulesExample,
		Args: arguments(0, -1, texts.ArgMaybeWords),
		RunE: func(cmd *cobra.Command, args []string) error {
			all, err := a.loadRules()
			if err != nil {
				return err
			}
			words := strings.Join(args, " ")
			parts := rulesheet.Find(rulesheet.Sheet(all), words)
			switch {
			case asJSON:
				return a.printJSON(append([]rulesheet.Part{}, parts...))
			case len(parts) == 0:
				return usage(texts.NoSuchRule(words))
			}
			return a.showPages(cmd.Context(), ruleText(parts), straight)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	cmd.Flags().BoolVar(&straight, "seguido", false, texts.FlagStraight)
	return cmd
}

// ruleText writes the parts as a page: a title, its lines, what the marks mean.
func ruleText(parts []rulesheet.Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Title + "\n")
		for _, line := range p.Lines {
			b.WriteString("  " + texts.RuleLine(line.Text, line.Source, line.Date, string(line.Certainty), line.Own) + "\n")
		}
		b.WriteString("\n")
	}
	return b.String() + texts.RulesFoot + "\n"
}
