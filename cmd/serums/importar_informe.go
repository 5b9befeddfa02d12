package main

import (
	"fmt"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/imports"
)

// rejectedShown is how many rejected rows the report prints.
const rejectedShown = 20

// importReport reports how the reading of the lists went; with samples it shows a few
// records of each.
func importReport(lists []texts.ImportSummary, samples bool) string {
	var b strings.Builder
	for i := range lists {
		s := &lists[i]
		fmt.Fprintln(&b, s.Title())
		for _, said := range imports.Statements(s) {
			fmt.Fprintf(&b, "  %s\n", said.Text)
		}
		fmt.Fprintf(&b, "  %s%s\n", texts.ReportColumns, s.Columns())
		if found := s.Found(); found != "" {
			fmt.Fprintf(&b, "  %s\n", found)
		}
		if unused := s.Unused(); unused != "" {
			fmt.Fprintf(&b, "  %s%s\n", texts.ReportUnused, unused)
		}
		reportRejected(&b, s)
		reportWarnings(&b, s)
		if samples && len(s.Samples) > 0 {
			rows := [][]string{texts.SampleHeading(s.Info.Kind)}
			for i := range s.Samples {
				rows = append(rows, texts.SampleFields(&s.Samples[i]))
			}
			fmt.Fprintf(&b, "  %s\n", texts.ReportSample)
			for line := range strings.Lines(alignColumns(rows)) {
				b.WriteString("    " + line)
			}
		}
		fmt.Fprintf(&b, "  %s\n", s.Change())
	}
	return b.String()
}

func reportRejected(b *strings.Builder, s *texts.ImportSummary) {
	all, total := data.RejectedFirst(s.Problems)
	if total > 0 {
		fmt.Fprintf(b, "  %s\n", texts.ReportRejected)
	}
	for i := range all[:min(total, rejectedShown)] {
		p := &all[i]
		fmt.Fprintf(b, "    %s: %s\n", strings.TrimSpace(p.Where()+" "+texts.ProblemValue(p)), p.Reason)
	}
	if total > rejectedShown {
		fmt.Fprintf(b, "    %s\n", texts.ReportMore(total-rejectedShown, "todas"))
	}
}

// reportWarnings prints one line for each sort of aviso, and a few examples.
func reportWarnings(b *strings.Builder, s *texts.ImportSummary) {
	for i, g := range s.Warnings() {
		if i == 0 {
			fmt.Fprintf(b, "  %s\n", texts.ReportWarnings)
		}
		fmt.Fprintf(b, "    %s\n", g.Title())
		for i := range g.Examples {
			if p := &g.Examples[i]; p.Row > 0 {
				fmt.Fprintf(b, "      %s\n", texts.ProblemExample(p))
			}
		}
		if more := g.More(); more > 0 {
			fmt.Fprintf(b, "      %s\n", texts.ReportMore(more, "todos"))
		}
	}
}
