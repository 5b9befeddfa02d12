package main

import (
	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/inquiry"
	"brujula/planner/workspace"
)

// filterFlags are the filters, the same words everywhere, and the rank.
type filterFlags struct {
	words           map[string]*string
	rank            int
	between         string // --puesto-entre: the ranks that it may be
	span            workspace.RankSpan
	rankEquivalente int
	passes          float64
	order           string
	near            string
	maxKm           float64
	follow          bool // --turno: with the act under way
	frontier        bool // --frontera: only what is worth asking for
	limits          limitsFlag
}

func (f *filterFlags) register(cmd *cobra.Command) {
	f.words = map[string]*string{}
	for _, key := range workspace.FilterKeys() {
		f.words[key] = cmd.Flags().String(key, "", texts.FlagFilter(key))
	}
	cmd.Flags().StringVar(&f.order, "orden", "", texts.FlagOrder)
	cmd.Flags().StringVar(&f.near, workspace.KeyNear, "", texts.FlagNear)
	cmd.Flags().Float64Var(&f.maxKm, workspace.KeyMaxKm, 0, texts.FlagMaxKm)
	f.registerRank(cmd)
}

func (f *filterFlags) registerRank(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.rank, "puesto", 0, texts.FlagRank)
	cmd.Flags().StringVar(&f.between, "puesto-entre", "", texts.FlagRankSpan)
	cmd.Flags().IntVar(&f.rankEquivalente, "puesto-equivalente", 0, texts.FlagRankEquivalente)
	cmd.Flags().BoolVar(&f.follow, "turno", false, texts.FlagFollow)
	cmd.Flags().Float64Var(&f.passes, "pasan", workspace.UsualPasses, texts.FlagPasses)
	cmd.Flags().Lookup("pasan").DefValue = "0" // what pflag leaves unsaid: "(default -1)" would say nothing
}

// checkRank refuses ranks that nobody can have. Of a span without a rank the middle
// is meant.
func (f *filterFlags) checkRank(cmd *cobra.Command) error {
	if f.between != "" {
		span, ok := workspace.ParseRankSpan(f.between)
		if !ok {
			return usage(texts.BadRankSpan(f.between))
		}
		f.span = span
		if !cmd.Flags().Changed("puesto") {
			f.rank = f.span.Middle()
		} else if !f.span.Holds(f.rank) {
			return usage(texts.RankOutsideSpan(f.rank, f.between))
		}
	}
	switch {
	case cmd.Flags().Changed("puesto") && (f.rank < 1 || f.rank > workspace.MostRank):
		return usage(texts.BadRank(f.rank, workspace.MostRank))
	case cmd.Flags().Changed("puesto-equivalente") && (f.rankEquivalente < 1 || f.rankEquivalente > workspace.MostRank):
		return usage(texts.BadRank(f.rankEquivalente, workspace.MostRank))
	case cmd.Flags().Changed("pasan") && !(f.passes >= 0 && f.passes <= workspace.MostPasses):
		return usage(texts.BadPasses)
	}
	return nil
}

// given returns the words of the filter.
func (f *filterFlags) given() inquiry.Words {
	words := inquiry.Words{}
	for key, value := range f.words {
		words[key] = *value
	}
	return words
}

// sight is where the flags place the applicant on a line.
func (f *filterFlags) sight(line data.Line) inquiry.Sight {
	return inquiry.Sight{
		Look: workspace.Look{
			Process: line.Process, Profession: line.Profession,
			Rank: f.rank, Span: f.span, RankEquivalente: f.rankEquivalente, Passes: f.passes,
		},
		Follow: f.follow,
	}
}

func (f *filterFlags) hasRank() bool { return f.rank > 0 || f.rankEquivalente > 0 }

// sees reports whether the flags ask for chances.
func (f *filterFlags) sees() bool { return f.hasRank() || f.follow }

func (f *filterFlags) orders() ([]catalog.Order, error) {
	if f.order == "" {
		return catalog.DefaultOrder(f.sees()), nil
	}
	orders, unknown := catalog.ParseOrder(f.order)
	if unknown != "" || len(orders) == 0 {
		keys := data.Words(catalog.SortKeys())
		return nil, usage(texts.BadOrder(unknown, keys))
	}
	return orders, nil
}
