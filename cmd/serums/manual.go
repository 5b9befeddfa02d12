package main

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"brujula/data/fold"
	"brujula/data/texts"
)

// manual is the manual as the repository shows it; go generate in tui/screens
// fills its screens and keys.
//
//go:embed MANUAL.md
var manual string

func (a *app) manualCommand() *cobra.Command {
	straight := false
	cmd := &cobra.Command{
		Use: "manual " + texts.ArgMaybeTopic, Short: texts.ManualShort, Long: texts.ManualLong, Example: texts.ManualExample,
		Args: arguments(0, -1, texts.ArgMaybeTopic),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return strings.Split(strings.ToLower(strings.Join(manualTitles(), "\n")), "\n"), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			text := plainManual(manual)
			if topic := strings.Join(args, " "); topic != "" {
				if text = manualParts(text, topic); text == "" {
					return usage(texts.NoSuchTopic(topic, manualTitles()))
				}
			}
			return a.showPages(cmd.Context(), text, straight)
		},
	}
	cmd.Flags().BoolVar(&straight, "seguido", false, texts.FlagStraight)
	return cmd
}

// markup is what a page needs and a terminal does not: comments, and the fences
// around screens.
var markup = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?m)^(<!--.*-->|```.*)\n") })

func plainManual(text string) string { return markup().ReplaceAllString(text, "") }

// manualTitle is a heading of the second or third level, with its number signs.
var manualTitle = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^(##{1,2}) (.+)$`) })

// manualParts returns the parts whose title holds the topic, accents and case
// aside; "" where there is none. A part ends at the next title of its level or
// of one above, so that one inside another is not given twice.
func manualParts(text, topic string) string {
	var b strings.Builder
	given := 0
	titles := manualTitle().FindAllStringSubmatchIndex(text, -1)
	for i, at := range titles {
		if at[0] < given || !strings.Contains(fold.Fold(text[at[4]:at[5]]), fold.Fold(topic)) {
			continue
		}
		given = len(text)
		for _, next := range titles[i+1:] {
			if next[3]-next[2] <= at[3]-at[2] {
				given = next[0]
				break
			}
		}
		b.WriteString(text[at[0]:given])
	}
	return b.String()
}

// manualTitles returns the titles of the manual, each once, in order.
func manualTitles() []string {
	var titles []string
	seen := map[string]bool{}
	for _, m := range manualTitle().FindAllStringSubmatch(manual, -1) {
		if !seen[m[2]] {
			seen[m[2]] = true
			titles = append(titles, m[2])
		}
	}
	return titles
}
